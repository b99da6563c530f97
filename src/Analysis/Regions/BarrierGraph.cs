// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Regions;

/// <summary>Units with their borders, and the lines that divide or join them.</summary>
/// <param name="Boundaries">[m] borders of the units.</param>
/// <param name="Population">[persons] ≥ 0; a link over land where nobody lives joins the units beyond.</param>
/// <param name="X">[m] where the people of each unit live on average, or else its centre.</param>
/// <param name="Y">[m] as <paramref name="X"/>.</param>
public sealed record BarrierMap(AreaBoundaries Boundaries, double[] Population, double[] X, double[] Y)
{
    /// <summary>What divides.</summary>
    public IReadOnlyList<BarrierLine> Barriers { get; init; } = [];

    /// <summary>Ways for walking and cycling, bridges and ferries.</summary>
    public IReadOnlyList<MapLine> Links { get; init; } = [];
}

/// <summary>Which units can be joined, and what that costs, given railways, roads, water and the ways over them.</summary>
public static class BarrierGraph
{
    /// <summary>[m] units with less common border do not touch.</summary>
    public const double LeastBorderInMetres = 10;

    /// <summary>[m] a barrier divides along the border that lies this near to it.</summary>
    public const double NearInMetres = 30;

    // The share of a common border that lies near a barrier from which it divides, and the steps in which that is measured.
    private const double DividedShare = 0.5, StepInMetres = 5;

    // How far beside a border one looks for the unit on the other side.
    private const double BesideInMetres = 0.5;

    /// <summary>Makes the map on which work areas are drawn.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Pairs: common border ≥ 10 m, or joined by a link. A barrier divides a pair when half or more of the common border lies within 30 m of it, or when it cuts
    /// the line between the two centres. A crossing is a link that passes from the one unit into the other, directly or over empty units, and meets a hard barrier there. Hard without
    /// crossings: removed. Hard with c crossings: severity 1/(1 + c). Soft: 0.3.</para>
    /// <para><b>Units.</b> Metres; severity 0 to 1.</para>
    /// <para><b>Shapes.</b> One unit for each area of the boundaries.</para>
    /// <para><b>Missing values.</b> A unit without rings touches nothing.</para>
    /// <para><b>Cost.</b> O(border/5 m), and a search for the other side where a barrier is near.</para>
    /// <para><b>Source.</b> Rules of our own (docs/methods/barrier-graph.md).</para>
    /// </remarks>
    /// <param name="map">Borders and lines.</param>
    /// <param name="threads">Number of cores to use; 0 for all. The graph does not depend on it.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentException">A column has another length, or a coordinate is not finite.</exception>
    public static UnitGraph Build(BarrierMap map, int threads = 0)
    {
        var count = map.Boundaries.AreaCount;
        foreach (var (column, name) in new[] { (map.Population, nameof(map.Population)), (map.X, nameof(map.X)), (map.Y, nameof(map.Y)) })
        {
            Require.SameLength(column.Length, count, name);
            Require.Finite(column, name);
        }

        foreach (var line in map.Links.Concat(map.Barriers.Select(barrier => barrier.Line)))
            line.Check();
        var hard = new LineGrid(map.Barriers.Where(barrier => barrier.Kind == BarrierKind.Hard).Select(barrier => barrier.Line), NearInMetres);
        var soft = new LineGrid(map.Barriers.Where(barrier => barrier.Kind == BarrierKind.Soft).Select(barrier => barrier.Line), NearInMetres);
        var locator = new UnitLocator(map.Boundaries);

        var borders = Borders(map.Boundaries, threads);
        var links = LinkCrossings.Of(map, locator, hard);
        var (nearHard, nearSoft) = (Near(map.Boundaries, locator, hard), Near(map.Boundaries, locator, soft));
        (int First, int Second)[] pairs = [.. borders.Keys.Union(links.Keys).Order()];
        var (lengths, severity, removed, crossings) = (new double[pairs.Length], new double[pairs.Length], new bool[pairs.Length], new int[pairs.Length]);
        for (var edge = 0; edge < pairs.Length; edge++)
        {
            var pair = pairs[edge];
            lengths[edge] = borders.GetValueOrDefault(pair);
            crossings[edge] = links.GetValueOrDefault(pair);
            if (Divides(hard, nearHard))
                (removed[edge], severity[edge]) = (crossings[edge] == 0, crossings[edge] == 0 ? 0 : 1.0 / (1 + crossings[edge]));
            else if (crossings[edge] > 0 && !borders.ContainsKey(pair))
                severity[edge] = 1.0 / (1 + crossings[edge]);
            else
                severity[edge] = Divides(soft, nearSoft) ? UnitGraph.SoftSeverity : 0;

            bool Divides(LineGrid lines, Dictionary<(int, int), double> near) => borders.ContainsKey(pair)
                && (near.GetValueOrDefault(pair) >= DividedShare * lengths[edge]
                    || lines.Crosses(map.X[pair.First], map.Y[pair.First], map.X[pair.Second], map.Y[pair.Second]));
        }

        return new UnitGraph(count, pairs, lengths, severity, removed, crossings);
    }

    private static Dictionary<(int First, int Second), double> Borders(AreaBoundaries boundaries, int threads)
    {
        var lengths = Contiguity.BorderLengths(boundaries, threads: threads);
        var borders = new Dictionary<(int, int), double>();
        for (var unit = 0; unit < lengths.AreaCount; unit++)
            for (var i = 0; i < lengths.DegreeOf(unit); i++)
                if (lengths.Of(unit)[i] > unit && lengths.WeightsOf(unit)[i] >= LeastBorderInMetres)
                    borders[(unit, lengths.Of(unit)[i])] = lengths.WeightsOf(unit)[i];
        return borders;
    }

    // How much of the border of each pair lies near a line: steps along the rings of the smaller unit, and who is on the other side.
    private static Dictionary<(int, int), double> Near(AreaBoundaries boundaries, UnitLocator locator, LineGrid lines)
    {
        var near = new Dictionary<(int, int), double>();
        for (var unit = 0; unit < boundaries.AreaCount && !lines.IsEmpty; unit++)
        {
            for (var ring = boundaries.AreaStarts[unit]; ring < boundaries.AreaStarts[unit + 1]; ring++)
            {
                for (var i = boundaries.RingStarts[ring] + 1; i < boundaries.RingStarts[ring + 1]; i++)
                {
                    // Most edges of a country lie far from every line; the others are walked in steps.
                    var (fromX, fromY, toX, toY) = (boundaries.X[i - 1], boundaries.Y[i - 1], boundaries.X[i], boundaries.Y[i]);
                    if (lines.MayBeNear(fromX, fromY, toX, toY))
                        Walk(unit, new MapLine([fromX, toX], [fromY, toY]));
                }
            }
        }

        return near;

        void Walk(int unit, MapLine edge)
        {
            foreach (var (x1, y1, x2, y2) in LineGrid.Steps(edge, StepInMetres))
            {
                var (x, y, dx, dy) = ((x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1);
                var length = Math.Sqrt((dx * dx) + (dy * dy));
                if (length <= 0 || !lines.IsNear(x, y))
                    continue;
                var (besideX, besideY) = (-dy / length * BesideInMetres, dx / length * BesideInMetres);
                var other = Math.Max(locator.At(x + besideX, y + besideY), locator.At(x - besideX, y - besideY));
                if (other > unit)
                    near[(unit, other)] = near.GetValueOrDefault((unit, other)) + length;
            }
        }
    }
}
