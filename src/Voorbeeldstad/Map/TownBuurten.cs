// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Analysis.Numerics;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>Divides the blocks of the town into buurten and lets people move in.</summary>
internal static class TownBuurten
{
    internal static IEnumerable<Buurt> Of(Gemeente home, List<Polygon> land)
    {
        var blocks = TownBlocks.Of(land);
        for (var w = 0; w < TownPlan.Wijken.Count; w++)
        {
            var plan = TownPlan.Wijken[w];
            var number = string.Create(CultureInfo.InvariantCulture, $"{home.Code[2..]}{w:00}");
            var wijk = new Wijk("WK" + number, plan.Name, home, plan.Stadsdeel);
            var random = new RandomSequence(2009, 1_000 + w);
            var shapes = new List<(BuurtPlan Plan, Polygon Shape)>();
            foreach (var block in plan.Blocks)
                shapes.AddRange(block.Buurten.Zip(Knife.Divide(Whole(block.Key, blocks[block.Key]), block.Buurten.Length, ref random)));

            var residents = Spread(plan.Residents, [.. shapes.Select(buurt => buurt.Plan.Residents)], [.. shapes.Select(buurt => buurt.Shape.Area)], ref random);
            var dwellings = Spread(
                plan.Dwellings,
                [.. residents.Select(people => people < 100 ? Fives(people * 0.45) : (int?)null)],
                [.. residents.Select(people => (double)people)], ref random, power: 1);
            for (var b = 0; b < shapes.Count; b++)
            {
                yield return new Buurt(
                    string.Create(CultureInfo.InvariantCulture, $"BU{number}{b:00}"), shapes[b].Plan.Name, wijk, shapes[b].Shape, plan.Built)
                { Residents = residents[b], Dwellings = dwellings[b], Households = Buurt.HouseholdsIn(dwellings[b]) };
            }
        }
    }

    /// <summary>Divides a total, in fives; what is fixed stays fixed, the rest goes by size and a little chance.</summary>
    internal static int[] Spread(int total, int?[] given, double[] sizes, ref RandomSequence random, double power = 0.6)
    {
        var weights = new double[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
            weights[i] = given[i] is null ? Math.Pow(sizes[i], power) * (0.8 + (0.4 * random.NextDouble())) : 0;

        var rest = total - given.Sum(number => number ?? 0);
        var all = weights.Sum();
        var exact = weights.Select(weight => rest / 5.0 * weight / all).ToArray();
        var result = given.Select((number, i) => number ?? 5 * (int)exact[i]).ToArray();
        // Largest remainders: what rounding down left over goes where it misses most.
        foreach (var i in Enumerable.Range(0, sizes.Length).Where(i => given[i] is null).OrderByDescending(i => exact[i] - (int)exact[i]).Take((total - result.Sum()) / 5))
            result[i] += 5;
        return result;
    }

    private static int Fives(double number) => 5 * (int)Math.Round(number / 5, MidpointRounding.AwayFromZero);

    private static Polygon Whole(string block, IEnumerable<Polygon> pieces) => pieces.ToList() is [var only]
        ? only
        : throw new InvalidOperationException($"Block {block} lies in {pieces.Count()} pieces: {string.Join("; ", pieces.Select(piece => piece.Centroid))}.");
}
