// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Catalogue;

namespace Schakel.Cli.Inputs;

/// <summary>Finds the neighbours that the options ask for.</summary>
internal static class GraphReader
{
    /// <summary>The neighbours of all units; units without a place get none and are marked.</summary>
    internal static Outcome<Neighbours> Read(Run run, Subject subject, List<Warning> warnings)
    {
        var settings = run.Shared.Graph;
        var given = new Option[] { settings.Contiguity, settings.Nearest, settings.Distance, settings.File }.Where(run.IsGiven).ToArray();
        if (given.Length > 1)
            return WrongUse.With("one-graph", $"{given[0].Name} and {given[1].Name} do not go together.", given[0].Name, given[1].Name);
        if (run.Get(settings.File) is { } file)
            return NeighbourFile.Read(run, file, subject.Ids, warnings);

        var isByDistance = run.Get(settings.Nearest) is not null || run.Get(settings.Distance) is not null;
        if (subject.Points is null && subject.Borders is null)
            return WrongUse.With("no-places", "Without a map the neighbours must come from --neighbours FILE, or from --x and --y with --knn or --distance.");
        if (subject.Points is not null && !isByDistance)
            return WrongUse.With("points-have-no-border", "Points have no border: give --knn K or --distance M.");

        MarkPlaceless(subject);
        return run.Stages.Measure("graph", () => isByDistance ? ByDistance(run, subject) : ByBorder(run, subject));
    }

    private static Outcome<Neighbours> ByBorder(Run run, Subject subject)
    {
        if (!subject.Borders!.HasPolygons)
            return new Refusal("no-polygons", "The areas are no polygons, so they have no borders.", run.Get(run.Shared.Units.Areas) ?? "") { Expected = "polygons, or --knn K or --distance M" };

        var boundaries = subject.Borders.Columns();
        return run.Get(run.Shared.Graph.Contiguity, "queen") == "rook"
            ? Contiguity.Rook(boundaries, threads: run.Threads)
            : Contiguity.Queen(boundaries, threads: run.Threads);
    }

    private static Outcome<Neighbours> ByDistance(Run run, Subject subject)
    {
        var (x, y) = subject.Points ?? subject.Borders!.Centroids();
        var placed = Enumerable.Range(0, x.Length).Where(unit => double.IsFinite(x[unit]) && double.IsFinite(y[unit])).ToArray();
        var (xs, ys) = (Array.ConvertAll(placed, unit => x[unit]), Array.ConvertAll(placed, unit => y[unit]));
        Neighbours among;
        if (run.Get(run.Shared.Graph.Nearest) is { } nearest)
        {
            if (nearest >= placed.Length)
                return WrongUse.With("knn-too-large", $"--knn {nearest}: the number of units with a place is only {placed.Length}.", nearest, placed.Length);
            if (!NearestNeighbours.Compute(xs, ys, nearest, run.Threads).TryGet(out var found, out var reason))
                return reason;
            among = found;
        }
        else
        {
            among = DistanceBand.Within(xs, ys, run.Get(run.Shared.Graph.Distance)!.Value, run.Threads);
        }

        if (placed.Length == x.Length)
            return among;

        var edges = new List<(int, int, double)>(among.EdgeCount);
        for (var unit = 0; unit < placed.Length; unit++)
            foreach (var other in among.Of(unit))
                edges.Add((placed[unit], placed[other], 1));
        return Neighbours.FromWeightedEdges(x.Length, edges.ToArray()).Binary();
    }

    /// <summary>Leaves out units without a boundary, where boundaries are what places them.</summary>
    internal static void MarkPlaceless(Subject subject)
    {
        for (var unit = 0; subject.Points is null && unit < subject.Ids.Length; unit++)
            if (subject.Why[unit] == ExclusionReason.None && !subject.Borders!.Has[unit])
                subject.Why[unit] = ExclusionReason.NoBoundary;
    }
}
