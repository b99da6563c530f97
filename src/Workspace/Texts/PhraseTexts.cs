// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.Json;

namespace Schakel.Workspace.Texts;

/// <summary>Whole English sentences of the readers in the reader's language: what they noticed, and what would have been right. They have no codes.</summary>
public static class PhraseTexts
{
    // A layer without a year calls itself so inside other sentences.
    private const string UnknownYear = "(year unknown)";

    // In the order of the file: a sentence about one thing stands before the same sentence about many.
    private static readonly Lazy<List<(string[] English, string Dutch)>> phrases = new(Read);

    /// <summary>The sentence in a language.</summary>
    /// <param name="english">As it was written, perhaps behind the name of a file and a colon.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The translation; the sentence itself where there is none.</returns>
    public static string Of(string english, Language language) =>
        language == Language.English ? english : InDutch(english) ?? english;

    /// <summary>The Dutch of a sentence, or null.</summary>
    internal static string? InDutch(string english)
    {
        for (var colon = english.IndexOf(": ", StringComparison.Ordinal); colon >= 0; colon = english.IndexOf(": ", colon + 2, StringComparison.Ordinal))
            if (Whole(english[(colon + 2)..]) is { } behindName)
                return english[..(colon + 2)] + behindName;
        return Whole(english);
    }

    private static string? Whole(string english)
    {
        foreach (var (parts, dutch) in phrases.Value)
            if (Values(english, parts) is { } values)
                return Filled(dutch, values);
        return null;
    }

    // What stands in the holes between the parts, or null when this is another sentence.
    private static List<string>? Values(string text, string[] parts)
    {
        if (!text.StartsWith(parts[0], StringComparison.Ordinal))
            return null;

        var values = new List<string>(parts.Length - 1);
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            var end = last ? text.Length - parts[i].Length : text.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (end <= at || !text.AsSpan(end).StartsWith(parts[i], StringComparison.Ordinal))
                return null;
            values.Add(text[at..end]);
            at = end + parts[i].Length;
        }

        return at == text.Length ? values : null;
    }

    private static string Filled(string dutch, List<string> values)
    {
        var text = new StringBuilder(dutch);
        for (var i = values.Count - 1; i >= 0; i--)
            text.Replace("{" + (char)('0' + i) + "}", values[i].Replace(UnknownYear, "(jaar onbekend)", StringComparison.Ordinal));
        return text.ToString();
    }

    private static List<(string[] English, string Dutch)> Read()
    {
        using var stream = typeof(PhraseTexts).Assembly.GetManifestResourceStream("Schakel.Workspace.Texts.phrases.nl.json")
            ?? throw new InvalidOperationException("The Dutch of the readers' sentences is not in the program.");
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateObject().Select(phrase => (Parts(phrase.Name), phrase.Value.GetString()!))];
    }

    // The fixed text before, between and after the holes {0}, {1} …, which stand in order.
    private static string[] Parts(string english)
    {
        var parts = new List<string>();
        var rest = english;
        for (var hole = 0; rest.Split("{" + (char)('0' + hole) + "}", 2) is [var before, var after]; hole++)
        {
            parts.Add(before);
            rest = after;
        }

        return [.. parts, rest];
    }
}
