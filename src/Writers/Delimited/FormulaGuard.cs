// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Writers.Delimited;

/// <summary>Keeps spreadsheets from taking text for a formula.</summary>
/// <remarks>
/// A spreadsheet that opens text runs what begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or a line end, also within quotes. An apostrophe
/// before it makes it text. Text that has apostrophes before such a sign gets one more, so that taking one away always gives the text back.
/// </remarks>
public static class FormulaGuard
{
    private const string Dangerous = "=+-@\t\r\n";

    /// <summary>The text as it may stand in a cell.</summary>
    /// <param name="text">Any text.</param>
    public static string Guarded(string text) => IsDangerous(text) ? "'" + text : text;

    /// <summary>The text that was guarded.</summary>
    /// <param name="cell">As it stands in a cell.</param>
    public static string Plain(string cell) => cell.StartsWith('\'') && IsDangerous(cell) ? cell[1..] : cell;

    private static bool IsDangerous(string text) => text.AsSpan().TrimStart('\'') is { IsEmpty: false } rest && Dangerous.Contains(rest[0], StringComparison.Ordinal);
}
