// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Inputs;

/// <summary>What came of joining a table to areas by code: nothing is dropped silently.</summary>
/// <param name="Matched">Areas with a row.</param>
/// <param name="AreasWithoutRow">Codes of areas without a row, sorted.</param>
/// <param name="RowsWithoutArea">Codes of rows without an area, sorted.</param>
internal sealed record JoinReport(int Matched, IReadOnlyList<string> AreasWithoutRow, IReadOnlyList<string> RowsWithoutArea)
{
    internal void Write(AnswerJson json) => json.Object("join", () =>
    {
        json.Count("matched", Matched);
        json.Strings("areasWithoutRow", AreasWithoutRow);
        json.Strings("rowsWithoutArea", RowsWithoutArea);
    });

    internal void Write(TextPage page)
    {
        page.Line(page.Say(
            $"Gekoppeld: {page.Count(Matched)} gebieden. Zonder regel: {page.Count(AreasWithoutRow.Count)}. Regels zonder gebied: {page.Count(RowsWithoutArea.Count)}.",
            $"Joined: {page.Count(Matched)} areas. Without a row: {page.Count(AreasWithoutRow.Count)}. Rows without an area: {page.Count(RowsWithoutArea.Count)}."));
        Some(page, page.Say("Zonder regel", "Without a row"), AreasWithoutRow);
        Some(page, page.Say("Regels zonder gebied", "Rows without an area"), RowsWithoutArea);
    }

    // People get the first few; the JSON has all.
    private static void Some(TextPage page, string label, IReadOnlyList<string> codes)
    {
        if (codes.Count > 0)
            page.Line($"  {label}: {string.Join(", ", codes.Take(10))}{(codes.Count > 10 ? ", …" : "")}");
    }
}
