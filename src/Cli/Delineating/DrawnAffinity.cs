// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Perception;
using Schakel.Analysis.Regions;

namespace Schakel.Cli.Delineating;

/// <summary>How far residents see neighbouring units as one neighbourhood, for part R of the score.</summary>
/// <param name="Used">Drawings that hold the centre of a unit.</param>
/// <param name="SetAside">Drawings that do not, or are no usable polygon.</param>
/// <param name="Known">Pairs of neighbouring units that enough residents drew.</param>
internal sealed record DrawnAffinity(int Used, int SetAside, int Known)
{
    /// <summary>The same map with what residents drew; without a single pair that enough of them drew it stays as it is.</summary>
    /// <param name="graph">Who touches whom.</param>
    /// <param name="drawings">The rings of each drawing, [m].</param>
    /// <param name="x">[m] centre of each unit.</param>
    /// <param name="y">[m] as <paramref name="x"/>.</param>
    internal static (UnitGraph Graph, DrawnAffinity Told) On(UnitGraph graph, IReadOnlyList<IReadOnlyList<IReadOnlyList<(double X, double Y)>>> drawings, double[] x, double[] y)
    {
        var centres = x.Zip(y).ToArray();
        var drawn = new List<IReadOnlyList<int>>();
        foreach (var rings in drawings)
            if (rings.Count > 0 && DrawnPolygon.Compute(rings, centres).TryGet(out var polygon, out _))
                drawn.Add(polygon.Cells);
        if (drawn.Count == 0)
            return (graph, new DrawnAffinity(0, drawings.Count, 0));

        var weights = new double[drawn.Count];
        Array.Fill(weights, 1);
        (int A, int B)[] pairs = [.. graph.First.Zip(graph.Second)];
        var found = CellAffinity.Compute(new Drawings(graph.UnitCount, drawn), weights, pairs);
        double[] known = [.. found.Select(pair => pair.Value.Value).OfType<double>()];
        var told = new DrawnAffinity(drawn.Count, drawings.Count - drawn.Count, known.Length);
        if (known.Length == 0)
            return (graph, told);

        // Where hardly anybody drew, nothing is known: as likely as elsewhere, so that it neither joins nor divides.
        var usual = known.Average();
        double[] affinity = [.. found.Select(pair => pair.Value.Value ?? usual)];
        return (new UnitGraph(graph.UnitCount, pairs, graph.LengthInMetres, graph.Severity, graph.Removed, graph.Crossings, affinity), told);
    }
}
