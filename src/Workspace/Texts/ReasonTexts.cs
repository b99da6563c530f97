// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Schakel.Analysis;
using Schakel.Catalogue;

namespace Schakel.Workspace.Texts;

/// <summary>Reasons and warnings in the reader's language.</summary>
public static class ReasonTexts
{
    /// <summary>One sentence for a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The translation of its code with its arguments; the English detail where there is none.</returns>
    public static string Of(Reason reason, Language language) => reason is Refusal refusal
        ? OfRefusal(refusal, language)
        : Sentence(reason.Code, reason.Detail, reason.Arguments, language);

    /// <summary>One sentence for a warning.</summary>
    /// <param name="warning">The warning.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The translation of its code with its arguments; the English text where there is none.</returns>
    public static string Of(Warning warning, Language language) => Sentence(warning.Code, warning.Text, warning.Arguments, language);

    /// <summary>Whether a code has a text of its own in this language.</summary>
    /// <param name="code">Code of a reason or warning.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>True when it has.</returns>
    public static bool Knows(string code, Language language) => CodeTexts.For(language).ContainsKey(code);

    private static string Sentence(string code, string detail, IReadOnlyList<object> arguments, Language language)
    {
        // The English detail was written where it went wrong, with its figures: nothing general is better.
        if (language == Language.English && detail.Length > 0)
            return detail;
        if (!CodeTexts.For(language).TryGetValue(code, out var template))
            return detail;

        return Filled(template, arguments, language) ?? detail;
    }

    // Null when the template wants more than was given: then the detail says more.
    private static string? Filled(string template, IReadOnlyList<object> arguments, Language language)
    {
        var text = new StringBuilder(template.Length + 32);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{')
            {
                text.Append(template[i]);
                continue;
            }

            var end = template.IndexOf('}', i);
            var place = template[i + 1] - '0';
            if (place >= arguments.Count)
                return null;
            text.Append(arguments[place] is Term term ? SentenceTexts.WordOf(term.Word, language) : ReadableNumber.Argument(arguments[place], language));
            i = end;
        }

        return text.ToString();
    }

    private static string OfRefusal(Refusal refusal, Language language)
    {
        var dutch = language == Language.Dutch;
        var text = new StringBuilder();
        text.Append(refusal.Path);
        Place(text, dutch ? "laag" : "layer", refusal.Layer);
        Place(text, dutch ? "rij" : "row", refusal.Row);
        Place(text, dutch ? "kolom" : "column", refusal.Column);
        Place(text, dutch ? "waarde" : "value", refusal.Value is null ? null : $"'{refusal.Value}'");
        text.Append(": ").Append(Sentence(refusal.Code, refusal.Detail, refusal.Arguments, language));
        var right = dutch ? RightInDutch(refusal) : refusal.Expected;
        if (right is { Length: > 0 } && !refusal.Detail.Contains(right, StringComparison.Ordinal))
            text.Append(dutch ? " Goed is: " : " Right would be: ").Append(right.TrimEnd('.')).Append('.');

        return text.ToString();
    }

    // The words of this refusal, else those of its code; names of layers and columns are the same in every language.
    private static string? RightInDutch(Refusal refusal)
    {
        var ofCode = CodeTexts.For(Language.Dutch).GetValueOrDefault(refusal.Code + CodeTexts.Right);
        return ofCode == "" ? "" : (refusal.Expected is { } expected ? PhraseTexts.InDutch(expected) : null) ?? ofCode ?? refusal.Expected;
    }

    private static void Place(StringBuilder text, string label, object? value)
    {
        if (value is not null)
            text.Append(", ").Append(label).Append(' ').Append(CultureInfo.InvariantCulture, $"{value}");
    }
}
