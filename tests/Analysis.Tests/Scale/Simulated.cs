// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Tests.Scale;

/// <summary>Maps with a known truth: 300 buurten in 60 wijken in 15 gemeenten, with binomial cases (methods, N.2 and N.3).</summary>
internal sealed class Simulated
{
    private static readonly int[] wijk = [.. Enumerable.Range(0, 300).Select(buurt => buurt / 5)];
    private static readonly int[] gemeente = [.. Enumerable.Range(0, 300).Select(buurt => buurt / 20)];

    private Simulated(double[] rates, double[] noise, double[] population) => (Rates, Noise, Population) = (rates, noise, population);

    internal static UnitTree Tree { get; } = Answers.Of(UnitTree.Create(["buurt", "wijk", "gemeente"], 300, [wijk, gemeente]));

    internal double[] Rates { get; }

    internal double[] Noise { get; }

    internal double[] Population { get; }

    internal static Simulated Draw(int seed, double mean, double buurtDeviation, double wijkDeviation, double gemeenteDeviation)
    {
        var random = new RandomSequence(seed);
        var byGemeente = Effects(ref random, 15, gemeenteDeviation);
        var byWijk = Effects(ref random, 60, wijkDeviation);
        var byBuurt = Effects(ref random, 300, buurtDeviation);
        var (cases, population) = (new double[300], new double[300]);
        for (var i = 0; i < 300; i++)
        {
            population[i] = 300 + random.NextInt(2200);
            var chance = Math.Clamp(mean + byGemeente[gemeente[i]] + byWijk[wijk[i]] + byBuurt[i], 0, 1);
            for (var person = 0; person < (int)population[i]; person++)
                if (random.NextDouble() < chance)
                    cases[i]++;
        }

        return new Simulated([.. cases.Zip(population, (y, n) => y / n)], SamplingVariance.OfProportion(population, cases.Sum() / population.Sum()), population);
    }

    private static double[] Effects(ref RandomSequence random, int count, double deviation)
    {
        var effects = new double[count];
        foreach (ref var effect in effects.AsSpan())
            effect = deviation * random.NextNormal();
        return effects;
    }
}
