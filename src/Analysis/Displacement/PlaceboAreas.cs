// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Displacement;

/// <summary>A place where nothing was done, shaped like the real one.</summary>
/// <param name="Units">0-based indices, rising.</param>
/// <param name="Ring">0-based indices of the ring around it, rising; empty when the real one has none.</param>
/// <param name="Measurement">[events] its WDD against the same controls.</param>
public sealed record PlaceboArea(IReadOnlyList<int> Units, IReadOnlyList<int> Ring, double Measurement);

/// <summary>Which part of the map each role of the real measurement takes.</summary>
/// <param name="Treated">0-based indices; at least one.</param>
/// <param name="Ring">0-based indices; may be empty.</param>
/// <param name="Control">0-based indices.</param>
/// <param name="RingControl">0-based indices; empty exactly when the ring is.</param>
public sealed record MeasuredUnits(IReadOnlyList<int> Treated, IReadOnlyList<int> Ring, IReadOnlyList<int> Control, IReadOnlyList<int> RingControl);

/// <summary>Finds places where nothing was done that could have been chosen just as well.</summary>
public static class PlaceboAreas
{
    // F.4: comparable means a pre-level within a factor two.
    private const double LowestLevel = 0.5, HighestLevel = 2;

    /// <summary>Grows contiguous areas of the same number of units, outside everything that was measured.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> From each unit outside treated, ring and controls: grow by random neighbours to as many units as were treated;
    /// keep it when its count before is 0.5–2 times that of the treated area and no other has the same units; its ring is the nearest units
    /// around it (by steps), as many as the real ring has; WDDⱼ uses the real controls.</para>
    /// <para><b>Units.</b> Events.</para>
    /// <para><b>Shapes.</b> One count before and one after for each area of <paramref name="neighbours"/>.</para>
    /// <para><b>Missing values.</b> Not accepted: take such units out of the graph.</para>
    /// <para><b>No answer.</b> An empty list when nothing is comparable; <see cref="PlaceboTest"/> then says <c>too-few-placebos</c>.</para>
    /// <para><b>Cost.</b> O(attempts · units of the area · neighbours).</para>
    /// <para><b>Source.</b> Randomisation inference over places; the conditions are a convention of this library.</para>
    /// <para><b>Checked against.</b> Properties in the tests (contiguous, outside, comparable, same seed same areas).</para>
    /// </remarks>
    /// <param name="neighbours">Which unit borders which.</param>
    /// <param name="before">[events] ≥ 0.</param>
    /// <param name="after">[events] ≥ 0.</param>
    /// <param name="measured">The units of the real measurement.</param>
    /// <param name="attemptsPerUnit">How often an area is grown from each unit.</param>
    /// <param name="seed">The same seed gives the same areas.</param>
    /// <returns>The areas, in order of their first unit.</returns>
    public static IReadOnlyList<PlaceboArea> Find(
        Neighbours neighbours, ReadOnlySpan<double> before, ReadOnlySpan<double> after, MeasuredUnits measured, int attemptsPerUnit = 5, int seed = 2009)
    {
        Require.SameLength(before.Length, neighbours.AreaCount, nameof(before));
        Require.SameLength(after.Length, neighbours.AreaCount, nameof(after));
        Require.NotNegative(before, nameof(before));
        Require.NotNegative(after, nameof(after));
        ArgumentOutOfRangeException.ThrowIfZero(measured.Treated.Count);
        if (measured.Ring.Count == 0 != (measured.RingControl.Count == 0))
            throw new ArgumentException("A ring and its control are given together or not at all.", nameof(measured));

        var taken = new bool[neighbours.AreaCount];
        foreach (var unit in measured.Treated.Concat(measured.Ring).Concat(measured.Control).Concat(measured.RingControl))
            taken[unit] = true;

        var level = Sum(before, measured.Treated);
        var controlChange = Change(before, after, measured.Control) + Change(before, after, measured.RingControl);
        var found = new SortedDictionary<string, PlaceboArea>(StringComparer.Ordinal);
        for (var start = 0; start < neighbours.AreaCount; start++)
        {
            for (var attempt = 0; attempt < attemptsPerUnit && !taken[start]; attempt++)
            {
                var chance = new RandomSequence(seed, ((long)start * attemptsPerUnit) + attempt);
                if (Grow(neighbours, start, measured.Treated.Count, taken, ref chance) is not { } area)
                    continue;
                var count = Sum(before, area);
                if (count < LowestLevel * level || count > HighestLevel * level)
                    continue;
                if (Around(neighbours, area, measured.Ring.Count, taken) is not { } ring)
                    continue;

                var key = string.Join(',', area.Select(unit => unit.ToString("D9", System.Globalization.CultureInfo.InvariantCulture)));
                found.TryAdd(key, new PlaceboArea(area, ring, Change(before, after, area) + Change(before, after, ring) - controlChange));
            }
        }

        return [.. found.Values];
    }

    private static int[]? Grow(Neighbours neighbours, int start, int size, bool[] taken, ref RandomSequence chance)
    {
        var area = new List<int> { start };
        var border = new List<int>();
        var seen = new HashSet<int> { start };
        while (true)
        {
            foreach (var next in neighbours.Of(area[^1]))
                if (!taken[next] && seen.Add(next))
                    border.Add(next);
            if (area.Count == size)
                break;
            if (border.Count == 0)
                return null;
            var pick = chance.NextInt(border.Count);
            area.Add(border[pick]);
            border.RemoveAt(pick);
        }

        area.Sort();
        return [.. area];
    }

    private static int[]? Around(Neighbours neighbours, int[] area, int size, bool[] taken)
    {
        var seen = new HashSet<int>(area);
        var queue = new Queue<int>(area);
        var ring = new List<int>();
        while (ring.Count < size && queue.TryDequeue(out var unit))
        {
            foreach (var next in neighbours.Of(unit))
            {
                if (taken[next] || ring.Count == size || !seen.Add(next))
                    continue;
                ring.Add(next);
                queue.Enqueue(next);
            }
        }

        ring.Sort();
        return ring.Count == size ? [.. ring] : null;
    }

    private static double Sum(ReadOnlySpan<double> values, IReadOnlyList<int> units)
    {
        var sum = 0.0;
        foreach (var unit in units)
            sum += values[unit];
        return sum;
    }

    private static double Change(ReadOnlySpan<double> before, ReadOnlySpan<double> after, IReadOnlyList<int> units) => Sum(after, units) - Sum(before, units);
}
