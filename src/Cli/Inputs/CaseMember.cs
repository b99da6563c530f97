// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Schakel.Catalogue;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Inputs;

/// <summary>A member of a case that knows where it stands, so that a refusal can say so: <c>levels[2].cause</c>.</summary>
internal readonly struct CaseMember(JsonElement? element, string place)
{
    /// <summary>Not there, or null: unknown.</summary>
    internal bool IsAbsent => element is null or { ValueKind: JsonValueKind.Null };

    internal bool IsObject => element is { ValueKind: JsonValueKind.Object };

    internal bool IsText(string text) => element is { ValueKind: JsonValueKind.String } given && given.GetString() == text;

    internal CaseMember Member(string name) => new(
        element is { ValueKind: JsonValueKind.Object } holder && holder.TryGetProperty(name, out var member) ? member : null, place.Length == 0 ? name : $"{place}.{name}");

    internal void RequireObject()
    {
        if (!IsObject)
            throw NotUsable("een object: {…}", "an object: {…}");
    }

    internal IEnumerable<CaseMember> Items()
    {
        if (element is not { ValueKind: JsonValueKind.Array } list)
            throw NotUsable("een lijst: […]", "a list: […]");
        var at = place;
        return list.EnumerateArray().Select((item, number) => new CaseMember(item, $"{at}[{number}]"));
    }

    internal string Text() => element is { ValueKind: JsonValueKind.String } text && text.GetString()!.Trim() is { Length: > 0 } words ? words : throw NotUsable("een tekst", "a text");

    internal bool Flag() => element is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : throw NotUsable("true of false", "true or false");

    internal int Whole(int least, int most) =>
        element is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) && whole >= least && whole <= most
            ? whole : throw NotUsable($"een geheel getal van {least} tot en met {most}", $"a whole number from {least} to {most}");

    internal double Number(double least, double most) =>
        element is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && value >= least && value <= most
            ? value : throw NotUsable(
                most == 1 ? "een deel van 0 tot en met 1, of null als het onbekend is" : "een getal", most == 1 ? "a share from 0 to 1, or null when it is unknown" : "a number");

    internal T Choice<T>(params (string Word, T Value)[] choices)
    {
        foreach (var (word, value) in choices)
            if (IsText(word))
                return value;
        var words = string.Join(", ", choices.Select(choice => choice.Word));
        throw NotUsable($"één van {words}", $"one of {words}");
    }

    internal CaseNotUsableException NotUsable(string dutch, string english) =>
        new(place.Length == 0 ? "{…}" : place, element?.GetRawText() ?? "", dutch, english, "case-not-usable");
}

/// <summary>Carries a refusal out of a nested case; never leaves <see cref="CaseFile"/>.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is made in one place and carries what the refusal needs.")]
internal sealed class CaseNotUsableException(string place, string value, string dutch, string english, string code) : Exception
{
    internal Refusal For(string file, Language language)
    {
        var expected = language == Language.Dutch ? dutch : english;
        return code == "level-twice"
            ? new Refusal("level-twice", $"The level {value} stands in the case twice.", file) { Column = place, Value = value, Expected = expected, Arguments = [value] }
            : new Refusal("case-not-usable", $"{place} cannot be used.", file) { Column = place, Value = value.Length == 0 ? null : value.Length <= 100 ? value : value[..100], Expected = expected, Arguments = [place] };
    }
}
