// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Catalogue;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Cli.Inputs;

/// <summary>Own neighbours: a table <c>from,to[,weight]</c>, each line one direction.</summary>
internal static class NeighbourFile
{
    internal static Outcome<Neighbours> Read(Run run, string file, string[] ids, List<Warning> warnings)
    {
        var option = run.Shared.Graph.File.Name;
        if (!run.Stages.Measure("read", () => TableReader.Read(run, option, file)).TryGet(out var table, out var reason))
            return reason;
        TableReader.Remember(run, table);
        if (table.Find("from") is not { } from)
            return CodeColumn.Unknown(table, option, "from");
        if (table.Find("to") is not { } to)
            return CodeColumn.Unknown(table, option, "to");

        double[]? weights = null;
        if (table.Find("weight") is { } column)
        {
            if (!Weights(table, column).TryGet(out weights, out reason))
                return reason;
        }

        return run.Stages.Measure("graph", () => Graph(table, CodeColumn.Codes(from), CodeColumn.Codes(to), weights, ids, warnings));
    }

    private static Outcome<double[]> Weights(SourceTable table, Column column)
    {
        if (!Cells.From(table, column, [.. Enumerable.Range(0, table.RowCount)]).TryGet(out var cells, out var reason))
            return reason;
        for (var row = 0; row < cells.Count; row++)
            if (!(cells.Values[row] >= 0 && cells.Values[row] <= Neighbours.LargestWeight))
                return new Refusal("weight-not-usable", "A weight is a number of 0 and more.", table.Path)
                {
                    Row = Cells.FileRow(table, row),
                    Column = column.Name,
                    Value = cells.IsPresent(row) ? cells.Refuse(row, "", "", "").Value : "",
                    Expected = "a number of 0 and more",
                };
        return cells.Values;
    }

    private static Outcome<Neighbours> Graph(SourceTable table, string?[] from, string?[] to, double[]? weights, string[] ids, List<Warning> warnings)
    {
        var edges = new List<(int From, int To, double Weight)>(from.Length);
        var seen = new Dictionary<(int, int), int>();
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < from.Length; row++)
        {
            var (source, target) = (Place(from[row]), Place(to[row]));
            if (source < 0 || target < 0)
                continue;
            if (source == target)
                return Refuse(table, row, "self-neighbour", $"Unit '{from[row]}' is its own neighbour.", from[row]!);
            if (!seen.TryAdd((source, target), row))
                return Refuse(table, row, "duplicate-neighbour", $"'{from[row]}' to '{to[row]}' stands in row {Cells.FileRow(table, seen[(source, target)])} too.", $"{from[row]},{to[row]}");
            edges.Add((source, target, weights?[row] ?? 1));
        }

        if (edges.Count == 0)
            return new Refusal("no-match", $"No line of {table.Path} names two of the units.", table.Path) { Expected = $"codes like '{ids[0]}' in from and to", Arguments = [table.Path, "", ids[0], from.Length > 0 ? from[0] ?? "" : ""] };
        if (unknown.Count > 0)
            warnings.Add(new Warning("unknown-neighbours", $"Codes of {table.Path} that are no unit were left out ({unknown.Count}): {string.Join(", ", unknown.Take(10))}{(unknown.Count > 10 ? ", …" : "")}.")
            {
                Arguments = [unknown.Count, table.Path, string.Join(", ", unknown.Take(10))],
            });
        if (!edges.Exists(edge => seen.ContainsKey((edge.To, edge.From))))
            warnings.Add(new Warning("one-way-neighbours", $"Every line of {table.Path} is one way only; for neighbours on both sides, give both directions.") { Arguments = [table.Path] });

        var graph = Neighbours.FromWeightedEdges(ids.Length, edges.ToArray());
        return weights is null ? graph.Binary() : graph;

        int Place(string? code)
        {
            if (code is null)
                return -1;
            var at = Array.BinarySearch(ids, code, StringComparer.Ordinal);
            if (at < 0)
                unknown.Add(code);
            return at;
        }
    }

    private static Refusal Refuse(SourceTable table, int row, string code, string detail, string value) =>
        new(code, detail, table.Path) { Row = Cells.FileRow(table, row), Value = value, Expected = "two different units, each direction once", Arguments = [value] };
}
