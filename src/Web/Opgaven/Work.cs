// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis.Advice;
using Schakel.Web.Texts;
using Schakel.Workspace.Ladders;

namespace Schakel.Web.Opgaven;

/// <summary>Words and addresses that the pages of the work share.</summary>
internal static class Work
{
    /// <summary>An address in the language of the reader; Dutch is the default and stays out of it.</summary>
    internal static string At(ScreenTexts texts, string path) => texts.Code == "nl" ? path : path + (path.Contains('?', StringComparison.Ordinal) ? "&taal=en" : "?taal=en");

    internal static string Day(ScreenTexts texts, DateTimeOffset at) => Day(texts, DateOnly.FromDateTime(at.UtcDateTime));

    internal static string Day(ScreenTexts texts, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {texts[$"month.{day.Month.ToString(CultureInfo.InvariantCulture)}"]} {day.Year}");

    internal static string Role(ScreenTexts texts, ApproachRole role) => texts[$"role.{LevelsInRoles.Word(role)}"];

    /// <summary>The role as a class, for its sign; the word stands beside it, so the sign is never alone.</summary>
    internal static string Sign(ApproachRole role) => "role role-" + LevelsInRoles.Word(role);

    /// <summary>A word of a list, as it stands in a form and in the history: <c>steeredCentrally</c>.</summary>
    internal static string Of<T>(T value)
        where T : struct, Enum => Workspace.History.Words.Of(value);
}

/// <summary>What a municipality calls its levels.</summary>
internal static class LadderWords
{
    internal static string Of(ScreenTexts texts, LadderLevels ladder, string? id)
    {
        if (id is null)
            return texts["work.noLevel"];
        // A ladder of one's own has words of its own; the known ladder has ids for names, and those are in the texts.
        var word = ladder.Find(id)?.Name is { } name && name != id ? name : texts.Or($"level.{id}.one", id);
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(word[0])}{word[1..]}");
    }
}
