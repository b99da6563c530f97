// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad.Figures;

/// <summary>A figure whose differences stem from buurt, wijk and gemeente.</summary>
/// <param name="Indicator">Id after import.</param>
/// <param name="Stream">Of the random sequence.</param>
/// <param name="Mean">[rate].</param>
/// <param name="Deviation">[rate] total standard deviation of the true rates.</param>
/// <param name="Buurt">[0..1] share of the variance.</param>
/// <param name="Wijk">[0..1] share of the variance.</param>
/// <param name="Gemeente">[0..1] share of the variance.</param>
/// <param name="Composition">[0..1] share of all variance that goes with who lives there.</param>
internal sealed record NestedFigure(
    string Indicator, int Stream, double Mean, double Deviation, double Buurt, double Wijk, double Gemeente, double Composition)
{
    internal static readonly NestedFigure Loneliness = new("eenzaamheid", 10, 0.11, 0.032, 0.25, 0.60, 0.15, 0);

    internal static readonly NestedFigure Debts = new("schulden", 20, 0.09, 0.024, 0.25, 0.20, 0.55, 0.70);

    /// <summary>Draws the true rates of the buurten that are published.</summary>
    internal TrueRates Draw(IReadOnlyList<Map.Buurt> buurten, int seed)
    {
        string[][] groups =
        [
            [.. buurten.Select(buurt => buurt.Code)], [.. buurten.Select(buurt => buurt.Wijk.Code)], [.. buurten.Select(buurt => buurt.Wijk.Gemeente.Code)],
        ];
        double[] variances = [.. new[] { Buurt, Wijk, Gemeente }.Select(share => share * Deviation * Deviation)];
        string[] levels = ["buurt", "wijk", "gemeente"];
        var planted = new PlantedProfile(Indicator, Mean, [.. levels.Zip(variances, KeyValuePair.Create)]);

        // A rate near 0 is thrown away together with the whole draw: cutting it off would change the variance.
        for (var attempt = 0; ; attempt++)
        {
            var random = new Analysis.Numerics.RandomSequence(seed, Stream + (1_000L * attempt));
            var effects = new List<IReadOnlyDictionary<string, double>>();
            var rates = Enumerable.Repeat(Mean, buurten.Count).ToArray();
            var explained = new double[buurten.Count];
            for (var level = 0; level < levels.Length; level++)
            {
                var codes = groups[level].Distinct(StringComparer.Ordinal).ToArray();
                var drawn = Figures.Effects.Draw(codes.Length, variances[level], Composition, ref random);
                var number = codes.Index().ToDictionary(code => code.Item, code => code.Index, StringComparer.Ordinal);
                effects.Add(codes.Zip(drawn.Total).ToDictionary(StringComparer.Ordinal));
                for (var i = 0; i < rates.Length; i++)
                {
                    rates[i] += drawn.Total[number[groups[level][i]]];
                    explained[i] += drawn.Explained[number[groups[level][i]]];
                }
            }

            if (rates.Min() > 0.1 * Mean)
                return new TrueRates(planted, groups[0], rates, effects, explained);
        }
    }
}
