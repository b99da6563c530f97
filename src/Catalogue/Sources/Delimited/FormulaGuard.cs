// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources.Delimited;

/// <summary>Takes away the apostrophe that programs put before text which a spreadsheet would run as a formula; our own export does so too.</summary>
/// <remarks>Only before <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or a line end, behind any number of apostrophes: 's-Gravenhage keeps its own.</remarks>
internal static class FormulaGuard
{
    /// <summary>The text that was guarded.</summary>
    /// <param name="cell">[UTF-8] as it stands in the file.</param>
    internal static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> cell) =>
        cell.Length > 1 && cell[0] == (byte)'\'' && cell.TrimStart((byte)'\'') is { IsEmpty: false } rest && "=+-@\t\r\n"u8.Contains(rest[0]) ? cell[1..] : cell;
}
