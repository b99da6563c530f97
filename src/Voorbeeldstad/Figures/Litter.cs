// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Voorbeeldstad.People;

namespace Schakel.Voorbeeldstad.Figures;

/// <summary>Litter: nearly all differences lie between squares of 100 m. A street has containers, or it has not.</summary>
internal static class Litter
{
    internal const string Indicator = "zwerfafval";

    /// <summary>[rate] reports per resident and year.</summary>
    private const double mean = 0.030, deviation = 0.050;

    private const double cellShare = 0.85, buurtShare = 0.10, wijkShare = 0.05;

    /// <summary>Draws the true rates of the squares whose figure is published.</summary>
    internal static TrueRates Draw(IReadOnlyList<Cell> cells, int seed)
    {
        var buurten = cells.Select(cell => cell.Buurt).Distinct().ToArray();
        var wijken = buurten.Select(buurt => buurt.Wijk.Code).Distinct(StringComparer.Ordinal).ToArray();
        var people = cells.GroupBy(cell => cell.Buurt).ToDictionary(own => own.Key, own => own.Sum(cell => (double)cell.Residents));
        double[] variances = [.. new[] { cellShare, buurtShare, wijkShare }.Select(share => share * deviation * deviation)];
        for (var attempt = 0; ; attempt++)
        {
            var random = new RandomSequence(seed, 30 + (1_000L * attempt));
            var ofWijk = wijken.Zip(Skewed(wijken.Length, variances[2], ref random)).ToDictionary(StringComparer.Ordinal);
            var ofBuurt = buurten.Zip(Skewed(buurten.Length, variances[1], ref random)).ToDictionary();
            if (!IsEven(ofWijk.Values, wijken.Select(wijk => people.Where(pair => pair.Key.Wijk.Code == wijk).Sum(pair => pair.Value)), variances[2])
                || !IsEven(ofBuurt.Values, buurten.Select(buurt => people[buurt]), variances[1])
                || !AddUp(people, ofBuurt, ofWijk, variances))
                continue;
            var around = cells.Select(cell => mean + ofWijk[cell.Buurt.Wijk.Code] + ofBuurt[cell.Buurt]).ToArray();
            if (around.Min() < 0.12 * mean)
                continue;

            var ofCell = Containers(around, variances[0], ref random);
            var rates = around.Zip(ofCell, (surroundings, own) => surroundings + own).ToArray();
            if (rates.Min() <= 0 || !IsEven(cells, ofCell, variances[0]))
                continue;

            return new TrueRates(
                new PlantedProfile(Indicator, mean, [new("cell", variances[0]), new("buurt", variances[1]), new("wijk", variances[2])]),
                [.. cells.Select(cell => cell.Code)], rates,
                [
                    cells.Select(cell => cell.Code).Zip(ofCell).ToDictionary(StringComparer.Ordinal),
                    ofBuurt.ToDictionary(pair => pair.Key.Code, pair => pair.Value, StringComparer.Ordinal), ofWijk,
                ],
                new double[rates.Length]);
        }
    }

    /// <summary>Whether places with many and with few people differ as much: the same for buurten and wijken, of which there are fewer, so less exactly.</summary>
    private static bool IsEven(IEnumerable<double> effects, IEnumerable<double> people, double variance)
    {
        double[] values = [.. effects];
        return Math.Abs((Effects.VarianceOf(values, [.. people]) / variance * values.Length / (values.Length - 1)) - 1) < 0.10;
    }

    /// <summary>Whether wijken differ as much as their own effects and those of their buurten together make one expect: with so few of them,
    /// the one now and then undoes the other, and nobody could find either.</summary>
    private static bool AddUp(Dictionary<Map.Buurt, double> people, Dictionary<Map.Buurt, double> ofBuurt, Dictionary<string, double> ofWijk, double[] variances)
    {
        var (means, sizes, expected) = (new List<double>(), new List<double>(), variances[2]);
        var all = people.Values.Sum();
        foreach (var wijk in people.GroupBy(pair => pair.Key.Wijk.Code))
        {
            var size = wijk.Sum(buurt => buurt.Value);
            means.Add(ofWijk[wijk.Key] + wijk.Sum(buurt => buurt.Value / size * ofBuurt[buurt.Key]));
            sizes.Add(size);
            expected += variances[1] * size / all * wijk.Sum(buurt => buurt.Value / size * buurt.Value / size);
        }

        return Math.Abs((Effects.VarianceOf(means, sizes) / expected * means.Count / (means.Count - 1)) - 1) < 0.10;
    }

    /// <summary>Whether full and nearly empty squares differ as much. Effects with such a tail now and then fall together with size by accident;
    /// an analysis weighs squares by size, and would then find another variance than the one that was planted.</summary>
    private static bool IsEven(IReadOnlyList<Cell> cells, double[] effects, double variance)
    {
        Func<Cell, double>[] weights =
        [
            cell => cell.Residents,
            cell => Math.Pow(variance + (mean / cell.Residents), -2),
        ];
        return weights.All(weight =>
            Math.Abs((cells.Zip(effects, (cell, effect) => weight(cell) * effect * effect).Sum() / cells.Sum(weight) / variance) - 1) < 0.01);
    }

    /// <summary>Effects with a tail to the right: the lowest lies less than one deviation below the mean, so that there is room for squares below it.</summary>
    private static double[] Skewed(int count, double variance, ref RandomSequence random)
    {
        var drawn = new double[count];
        for (var i = 0; i < count; i++)
            drawn[i] = Math.Pow(random.NextDouble(), 3);
        var centre = drawn.Average();
        var scale = Math.Sqrt(variance / Effects.VarianceOf(drawn));
        return [.. drawn.Select(value => scale * (value - centre))];
    }

    /// <summary>A square with containers has about as many reports wherever it lies; a buurt with more reports has more such squares.</summary>
    private static double[] Containers(double[] around, double variance, ref RandomSequence random)
    {
        var height = variance / mean;
        var effects = new double[around.Length];
        for (var i = 0; i < around.Length; i++)
        {
            // Two heights with mean 0: most squares lie somewhat below their surroundings, some far above.
            var below = 0.85 * around[i];
            var share = below / (below + height);
            effects[i] = random.NextDouble() < share ? height : -below * (1 - (0.1 * random.NextDouble()));
        }

        // Centred in proportion to the surroundings, so that a low rate is not pushed below 0.
        var tilt = effects.Sum() / around.Sum();
        for (var i = 0; i < effects.Length; i++)
            effects[i] -= tilt * around[i];
        var scale = Math.Sqrt(variance / Effects.VarianceOf(effects));
        return [.. effects.Select(effect => scale * effect)];
    }
}
