// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Catalogue;
using Schakel.Catalogue.Areas;

namespace Schakel.Cli.Inputs;

/// <summary>Finds the neighbours that the options ask for.</summary>
internal static class GraphReader
{
    /// <summary>The neighbours of all units; units without a place get none and are marked.</summary>
    internal static Outcome<Neighbours> Read(Run run, Subject subject, List<Warning> warnings)
    {
        var settings = run.Shared.Graph;
        var given = new Option[] { settings.Contiguity, settings.File }.Where(run.IsGiven).ToArray();
        if (given.Length > 1)
            return WrongUse.With("one-graph", $"{given[0].Name} and {given[1].Name} do not go together.", given[0].Name, given[1].Name);
        if (run.Get(settings.File) is { } file)
            return NeighbourFile.Read(run, file, subject.Ids, warnings);

        if (subject.Geometries is null)
            return WrongUse.With("no-places", "Without a map the neighbours must come from --neighbours FILE, or from --x and --y with --knn or --distance.");
        MarkPlaceless(subject);
        return run.Stages.Measure("graph", () => ByBorder(run, subject));
    }

    private static Outcome<Neighbours> ByBorder(Run run, Subject subject)
    {
        if (!Array.Exists(subject.Geometries!, geometry => geometry is Polygon or MultiPolygon))
            return new Refusal("no-polygons", "The areas are no polygons, so they have no borders.", run.Get(run.Shared.Units.Areas) ?? "") { Expected = "polygons, or --knn K or --distance M" };

        var boundaries = BoundaryColumns.AreaBoundariesOf(subject.Geometries!);
        return run.Get(run.Shared.Graph.Contiguity) == "rook"
            ? Contiguity.Rook(boundaries, threads: run.Threads)
            : Contiguity.Queen(boundaries, threads: run.Threads);
    }

    private static void MarkPlaceless(Subject subject)
    {
        for (var unit = 0; subject.Points is null && unit < subject.Ids.Length; unit++)
            if (subject.Why[unit] == ExclusionReason.None && subject.Geometries![unit] is null or { IsEmpty: true })
                subject.Why[unit] = ExclusionReason.NoBoundary;
    }
}
