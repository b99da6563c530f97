// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Texts;

namespace Schakel.Web.Atlas;

/// <summary>Names of levels; a level that a municipality made itself goes by its own id.</summary>
internal static class LevelWords
{
    internal static string Title(this ScreenTexts texts, string level) => texts.Or($"level.{level}", Capital(level));

    internal static string Many(this ScreenTexts texts, string level) => texts.Or($"level.{level}.many", level);

    internal static string One(this ScreenTexts texts, string level) => texts.Or($"level.{level}.one", level);

    internal static string CountOf(this ScreenTexts texts, string level, int groups) =>
        groups == 1 ? texts["level.whole"]
        : level == "cell" ? texts["level.cell.count", texts.Numbers.Whole(groups)]
        : texts["level.count", texts.Numbers.Whole(groups), texts.Many(level)];

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
