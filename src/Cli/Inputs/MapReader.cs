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
    internal Borders? Borders(int[] rows) => Direct is not null
        ? new Borders(Direct.Boundaries, Direct.HasBoundary, rows)
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
        // Without --id the codes must be looked for; middles come from shapes.
        var needsShapes = run.Command.NeedsMiddles || run.Get(run.Shared.Graph.Nearest) is not null || run.Get(run.Shared.Graph.Distance) is not null;
        if (run.Get(run.Shared.Units.Id) is not { } id || !borders || needsShapes)
            return TableReader.Read(run, run.Shared.Units.Areas.Name, text, geometry: borders).TryGet(out var table, out var refusal) ? new ReadMap(table, null) : refusal;

        var (path, layer) = SourceFile.Split(text);
        if (!BoundaryColumns.Read(path, layer, id, columns, run.Cancel).TryGet(out var map, out var reason))
            return reason;

        var read = new SourceTable(path, map.Layer, map.Codes.Length, [new TextColumn(id, map.Codes), .. map.Columns], null, map.Srid) { Sha256 = map.Sha256, Notes = map.Notes };
        return new ReadMap(read, map);
    }
}
