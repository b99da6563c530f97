// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Numerics;

namespace Schakel.Analysis.Regions;

/// <summary>The best plan of a small map, by looking at all of them: sets of units are bits of a number, and equal rests are only solved once.</summary>
internal sealed class ExactPlans
{
    /// <summary>[units] larger maps are searched instead.</summary>
    internal const int MostUnits = 20;

    // Only maps without any structure (all units touch all others, ceilings that hardly bind) need more; these are searched.
    private const long MostSets = 12_000_000, ManySets = 1_500_000;

    private readonly AreaMap map;
    private readonly AreaScoring scoring;
    private readonly int[] touching;
    private readonly sbyte[] needs;
    private readonly int[] places;
    private readonly int count;
    private readonly int[] inside, members = new int[MostUnits];
    private AreaParts[]? parts;
    private bool[]? isCounted;
    private long sets;

    internal ExactPlans(AreaMap map, AreaScoring scoring)
    {
        (this.map, this.scoring, count) = (map, scoring, map.Core.Length);
        touching = new int[count];
        for (var bit = 0; bit < count; bit++)
            foreach (var next in map.Of(map.Core[bit]))
                touching[bit] |= 1 << Array.BinarySearch(map.Core, next);
        (needs, places) = (new sbyte[1 << count], new int[1 << count]);
        inside = new int[map.Count];
    }

    /// <summary>Whether the work became more than is done exactly.</summary>
    internal bool IsGivenUp => sets > MostSets;

    /// <summary>Whether looking at everything once more for another wish would make somebody wait.</summary>
    internal bool IsTired => sets > ManySets;

    private int All => (1 << count) - 1;

    /// <summary>How many plans have the number of areas that was solved last.</summary>
    internal double Ways { get; private set; }

    /// <summary>The plan with so many areas and the lowest F, or null when there is none.</summary>
    /// <returns>By unit of the map: its area, −1 outside the core.</returns>
    internal int[]? Solve(int areas, double[] shares)
    {
        parts ??= new AreaParts[1 << count];
        isCounted ??= new bool[1 << count];
        var layers = new List<Layer> { new(places) };
        layers[0].Offer(All, 0, -1, 0, 1);
        layers[0].Close();
        for (var layer = 0; layer < areas; layer++)
        {
            var next = new Layer(places);
            for (var state = 0; state < layers[layer].Rests.Count; state++)
                Expand(layers[layer], state, areas - layer - 1, areas, shares, next);
            next.Close();
            if (next.Rests.Count == 0 || IsGivenUp)
                return null;
            layers.Add(next);
        }

        Ways = layers[areas].Ways[0];
        var areaOf = new int[map.Count];
        Array.Fill(areaOf, -1);
        for (var (layer, state) = (areas, 0); layer > 0; layer--)
        {
            for (var set = layers[layer].Sets[state]; set != 0; set &= set - 1)
                areaOf[map.Core[BitOperations.TrailingZeroCount(set)]] = layer - 1;
            state = layers[layer].Origins[state];
        }

        return areaOf;
    }

    private void Expand(Layer layer, int state, int left, int areas, double[] shares, Layer next)
    {
        var (rest, cost, ways) = (layer.Rests[state], layer.Costs[state], layer.Ways[state]);
        if (rest == 0)
            return;
        var first = rest & -rest;
        if (left == 0)
        {
            var (population, dwellings) = SizeOf(rest);
            if (map.Fits(population, dwellings) && Reach(first, rest) == rest)
                next.Offer(0, cost + Cost(rest, areas, shares), state, rest, ways);
            return;
        }

        var unit = map.Core[BitOperations.TrailingZeroCount(first)];
        Grow(first, touching[BitOperations.TrailingZeroCount(first)] & rest, first, map.Population[unit], map.Dwellings[unit]);

        // Every connected set with the first unit of the rest, once: a unit that was passed over stays out.
        void Grow(int set, int border, int passed, double population, double dwellings)
        {
            if (++sets > MostSets)
                return;
            var remaining = rest & ~set;
            if (BitOperations.PopCount((uint)remaining) >= left && Needs(remaining) <= left)
                next.Offer(remaining, cost + Cost(set, areas, shares), state, set, ways);
            for (border &= ~passed; border != 0;)
            {
                var bit = border & -border;
                border &= ~bit;
                passed |= bit;
                var place = BitOperations.TrailingZeroCount(bit);
                var (people, homes) = (population + map.Population[map.Core[place]], dwellings + map.Dwellings[map.Core[place]]);
                if (map.Fits(people, homes))
                    Grow(set | bit, border | (touching[place] & rest & ~passed), passed, people, homes);
            }
        }
    }

    // A bound on the areas that a rest needs: of each piece the sums divided by the ceilings.
    private int Needs(int rest)
    {
        if (needs[rest] != 0 || rest == 0)
            return needs[rest];
        var total = 0;
        for (var left = rest; left != 0;)
        {
            var piece = Reach(left & -left, left);
            var (population, dwellings) = SizeOf(piece);
            total += Math.Max(1, Math.Max(PackingBound.Boxes(population, map.MaxPopulation), PackingBound.Boxes(dwellings, map.MaxDwellings)));
            left &= ~piece;
        }

        return needs[rest] = (sbyte)total;
    }

    private int Reach(int start, int within)
    {
        var reached = start;
        for (var edge = start; edge != 0;)
        {
            var next = 0;
            for (; edge != 0; edge &= edge - 1)
                next |= touching[BitOperations.TrailingZeroCount(edge)];
            edge = next & within & ~reached;
            reached |= edge;
        }

        return reached;
    }

    private (double Population, double Dwellings) SizeOf(int set)
    {
        double population = 0, dwellings = 0;
        for (; set != 0; set &= set - 1)
        {
            var unit = map.Core[BitOperations.TrailingZeroCount(set)];
            population += map.Population[unit];
            dwellings += map.Dwellings[unit];
        }

        return (population, dwellings);
    }

    private double Cost(int set, int areas, double[] shares)
    {
        if (!isCounted![set])
        {
            var size = 0;
            for (var left = set; left != 0; left &= left - 1)
                members[size++] = map.Core[BitOperations.TrailingZeroCount(left)];
            var span = members.AsSpan(0, size);
            foreach (var unit in span)
                inside[unit] = 1;
            (parts![set], isCounted[set]) = (scoring.Of(span, inside, 1), true);
            foreach (var unit in span)
                inside[unit] = 0;
        }

        return scoring.Cost(parts![set], shares) + (shares[5] * parts[set].Emptiness / areas);
    }

    /// <summary>Rests that are left after so many areas, each with the cheapest way to come there.</summary>
    /// <param name="places">By rest: its place in the layer plus one; all 0 before and after.</param>
    private sealed class Layer(int[] places)
    {
        internal List<int> Rests { get; } = [];

        internal List<double> Costs { get; } = [];

        internal List<int> Origins { get; } = [];

        internal List<int> Sets { get; } = [];

        internal List<double> Ways { get; } = [];

        internal void Offer(int rest, double cost, int origin, int set, double ways)
        {
            if (places[rest] - 1 is >= 0 and var place)
            {
                Ways[place] += ways;
                if (cost < Costs[place])
                    (Costs[place], Origins[place], Sets[place]) = (cost, origin, set);
                return;
            }

            Rests.Add(rest);
            places[rest] = Rests.Count;
            Costs.Add(cost);
            Origins.Add(origin);
            Sets.Add(set);
            Ways.Add(ways);
        }

        /// <summary>Nothing more is offered.</summary>
        internal void Close()
        {
            foreach (var rest in Rests)
                places[rest] = 0;
        }
    }
}
