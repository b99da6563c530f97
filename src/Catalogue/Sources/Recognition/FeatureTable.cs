// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>Keeps of a layer of features what the catalogue needs, row by row.</summary>
internal static class FeatureTable
{
    /// <param name="table">The layer.</param>
    /// <param name="kind">One of <see cref="Features.FeatureKind"/>.</param>
    /// <param name="usual">The class of a feature that does not tell it.</param>
    /// <param name="texts">Name of each column in the catalogue, and the column it comes from, if any.</param>
    /// <param name="needed">A column that a row cannot do without.</param>
    internal static RecognisedTable Of(SourceTable table, string kind, string? usual, IReadOnlyList<(string Name, Column? From)> texts, Column? needed = null)
    {
        int[] shaped = [.. Enumerable.Range(0, table.RowCount).Where(row => table.Geometries![row] is { IsEmpty: false })];
        int[] kept = needed is null ? shaped : [.. shaped.Where(row => needed.TextAt(row) is { Length: > 0 })];
        var notes = table.Notes.Select(note => $"{UnitTable.Label(table)}: {note}").ToList();
        if (shaped.Length < table.RowCount)
            notes.Add($"{UnitTable.Label(table)}: {(table.RowCount - shaped.Length).Text()} of {table.RowCount.Text()} rows without a shape left out.");
        if (kept.Length < shaped.Length)
            notes.Add($"{UnitTable.Label(table)}: {(shaped.Length - kept.Length).Text()} of {table.RowCount.Text()} rows without a {needed!.Name} left out.");
        return new RecognisedTable(table, kind, Provider.Of(table, []), $"{Title(kind)} ({UnitTable.Label(table)})")
        {
            Features = new FeatureRows(
                kind,
                [.. texts.Select(text => (text.Name, kept.Select(row => text.From?.TextAt(row) ?? (text.Name == "class" ? usual : null)).ToArray()))],
                [.. kept.Select(row => table.Geometries![row]!)]),
            Notes = notes,
        };
    }

    private static string Title(string kind) => kind switch
    {
        Features.FeatureKind.Barriers => "Barrières",
        Features.FeatureKind.Crossings => "Oversteken",
        Features.FeatureKind.Drawings => "Tekeningen van bewoners",
        _ => "Ondergrond",
    };
}
