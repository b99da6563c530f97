// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Advice;

namespace Schakel.Workspace.Texts;

/// <summary>Sentences of an answer in the reader's language: verdicts, caveats, advice.</summary>
public static class SentenceTexts
{
    // Before the words that arguments hold: roles, strengths, levels.
    private const string Word = "word.";

    /// <summary>One sentence.</summary>
    /// <param name="sentence">With its code and arguments.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The translation; the English text where there is none.</returns>
    public static string Of(Sentence sentence, Language language)
    {
        if (language == Language.English || !CodeTexts.For(language).TryGetValue(sentence.Code, out var template))
            return sentence.Text;

        object[] arguments = [.. sentence.Arguments.Select(argument => Argument(argument, language))];
        return string.Format(CultureInfo.InvariantCulture, template, arguments);
    }

    /// <summary>Several sentences, one after another.</summary>
    /// <param name="sentences">In order.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>One text.</returns>
    public static string Of(IEnumerable<Sentence> sentences, Language language) =>
        string.Join(" ", sentences.Select(sentence => Of(sentence, language)));

    /// <summary>A word that arguments hold, by itself: a role, a strength, a level.</summary>
    /// <param name="word">As it stands in JSON: <c>coLead</c>, <c>buurt</c>.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The word for people; the word itself where there is none.</returns>
    public static string WordOf(string word, Language language) => Say(word, language);

    private static string Argument(object argument, Language language) => argument switch
    {
        LevelsInRoles { Levels.Count: 0 } => Say("none", language),
        LevelsInRoles roles => string.Join(", ", roles.Levels.Select(entry => $"{Say(entry.Level, language)}: {Say(LevelsInRoles.Word(entry.Role), language)}")),
        string word => Say(word, language),
        _ => ReadableNumber.Argument(argument, language),
    };

    private static string Say(string word, Language language) => CodeTexts.For(language).GetValueOrDefault(Word + word, word);
}
