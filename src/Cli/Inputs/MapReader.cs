// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Cli.Inputs;

/// <summary>A map as it was read: its columns, and its borders in one of two forms.</summary>
/// <param name="Table">Columns; with shapes when <paramref name="Direct"/> is null.</param>
/// <param name="Direct">Borders as columns of coordinates, in the order of the file.</param>
internal sealed record ReadMap(SourceTable Table, BoundaryTable? Direct)
{
    /// <summary>[m] the middles of <see cref="Direct"/>, when they are needed.</summary>
    internal (double[] X, double[] Y)? Middles { get; init; }

    internal Borders? Borders(int[] rows) => Direct is not null
        ? new Borders(Direct.Boundaries, Direct.HasBoundary, rows, Middles)
        : Table.Geometries is { } shapes ? new Borders(Array.ConvertAll(rows, row => shapes[row])) : null;
}

/// <summary>Reads the map of <c>--areas</c>: straight into columns when only borders and a few known columns are needed, else as shapes with everything.</summary>
internal static class MapReader
{
    /// <summary>Reads the map.</summary>
    /// <param name="run">The run.</param>
    /// <param name="text"><c>FILE[:LAYER]</c> as typed.</param>
    /// <param name="columns">The columns that will be asked for.</param>
    /// <param name="borders">Whether borders are needed.</param>
    internal static Outcome<ReadMap> Read(Run run, string text, string[] columns, bool borders)
    {
        // Without --id the codes must be looked for.
        if (run.Get(run.Shared.Units.Id) is not { } id || !borders || run.Command.NeedsShapes(run))
            return AsShapes(run, text, borders);

        var (path, layer) = SourceFile.Split(text);
        if (!BoundaryColumns.Read(path, layer, id, columns, run.Cancel).TryGet(out var map, out var reason))
            return reason;

        var needsMiddles = run.Command.NeedsMiddles || run.Get(run.Shared.Graph.Nearest) is not null || run.Get(run.Shared.Graph.Distance) is not null;
        (double[] X, double[] Y)? middles = needsMiddles ? RingCentroids.Of(map.Boundaries, map.IsHole) : null;

        // Points and lines have middles too, but only the full reader knows them.
        if (middles is { } found && Array.Exists(found.X, double.IsNaN))
            return AsShapes(run, text, borders);

        var read = new SourceTable(path, map.Layer, map.Codes.Length, [new TextColumn(id, map.Codes), .. map.Columns], null, map.Srid) { Sha256 = map.Sha256, Notes = map.Notes };
        return new ReadMap(read, map) { Middles = middles };
    }

    private static Outcome<ReadMap> AsShapes(Run run, string text, bool borders) =>
        TableReader.Read(run, run.Shared.Units.Areas.Name, text, geometry: borders).TryGet(out var table, out var refusal) ? new ReadMap(table, null) : refusal;
}
