// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Features;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>Surfaces that are no areas of a division: neighbourhoods as residents drew them, and water and parks to draw beneath.</summary>
internal static class SurfaceRecognition
{
    private const int homeSide = 100;

    private static readonly string[] background = ["waterdeel", "terrein", "gebouw", "wegdeel"], types = ["type", "typewater", "typelandgebruik", "class", "soort"];

    /// <summary>Null when it is neither.</summary>
    internal static RecognisedTable? Recognise(SourceTable table)
    {
        if (table.Find("respondent") is { } respondent && Enumerable.Range(0, table.RowCount).Any(row => respondent.TextAt(row) is { Length: > 0 } && table.Geometries![row] is { IsEmpty: false }))
            return FeatureTable.Of(table, FeatureKind.Drawings, null,
            [
                ("respondent", respondent), ("home_cell", Homes(table)), ("age", LineRecognition.FirstOf(table, ["leeftijd", "age"])), ("tenure", LineRecognition.FirstOf(table, ["eigendom", "tenure"])),
            ], respondent);
        var layer = ColumnSpelling.Compact(table.Layer ?? System.IO.Path.GetFileNameWithoutExtension(table.Path));
        return background.Any(word => layer.StartsWith(word, StringComparison.Ordinal))
            ? FeatureTable.Of(table, FeatureKind.Background, background.First(word => layer.StartsWith(word, StringComparison.Ordinal)), [("name", table.Find("naam")), ("class", LineRecognition.FirstOf(table, types))])
            : null;
    }

    /// <summary>The square of each home: nearer than that nobody needs to know.</summary>
    private static TextColumn? Homes(SourceTable table) => table.Find("homeX") is NumberColumn x && table.Find("homeY") is NumberColumn y
        ? new TextColumn("home", [.. x.Values.Zip(y.Values, (east, north) => double.IsNaN(east) || double.IsNaN(north)
            ? null
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"E{Math.Floor(east / homeSide):0000}N{Math.Floor(north / homeSide):0000}"))])
        : null;
}
