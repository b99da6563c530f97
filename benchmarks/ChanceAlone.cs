// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Reach;
using Schakel.Analysis.Scale;

namespace Schakel.Benchmarks;

/// <summary>
/// How often does the library see something where there is nothing? The whole of what the tests do in a bounded form: maps of binomial chance at one rate,
/// and what the noise check, the false discovery rate and the honest reach make of them. Prints a row for each question, with the limit it has to keep.
/// </summary>
internal static class ChanceAlone
{
    private const int Seed = 2009;
    private const double Rate = 0.05;

    internal static void Print(TextWriter output, int maps)
    {
        output.WriteLine(Line($"# {maps} maps of chance alone, seed {Seed}"));
        output.WriteLine("question,answer,low,high,limit");
        PrintNoiseCheck(output, maps);
        PrintClusters(output, maps);
        PrintReach(output, maps);
    }

    // 300 buurten in 60 wijken in 15 gemeenten, 300 to 2,499 residents, one rate of 8 %.
    private static void PrintNoiseCheck(TextWriter output, int maps)
    {
        int[] wijk = [.. Enumerable.Range(0, 300).Select(buurt => buurt / 5)], gemeente = [.. Enumerable.Range(0, 300).Select(buurt => buurt / 20)];
        var tree = QuickRun.Answer(UnitTree.Create(["buurt", "wijk", "gemeente"], 300, [wijk, gemeente]));
        var declared = 0;
        for (var map = 0; map < maps; map++)
        {
            var (cases, population) = Draw(map, 300, 300, 2200, 0.08);
            double[] rates = [.. cases.Zip(population, (some, all) => some / all)];
            var noise = SamplingVariance.OfProportion(population, cases.Sum() / population.Sum());
            if (!QuickRun.Answer(ScaleProfile.Compute(tree, rates, noise, population, new ScaleProfileOptions { Seed = map })).Noise.Dominates)
                declared++;
        }

        Share(output, "noise check declares differences between buurten", declared, maps, "0.10");
    }

    // 12 × 12 areas, queen neighbours, 100 to 2,499 residents; standardised rates, and beside them raw ones, which small areas make restless.
    private static void PrintClusters(TextWriter output, int maps)
    {
        var graph = Neighbours.Grid(12, 12, queen: true).RowStandardised();
        var options = new LocalOptions { Permutations = 9999, IsSequential = true };
        var (standardised, raw, star, areas) = (0, 0, 0, 0);
        for (var map = 0; map < maps; map++)
        {
            var (cases, population) = Draw(map, 144, 100, 2400, Rate);
            var rates = QuickRun.Answer(RateStandardisation.Compute(cases, population)).Values;
            var found = QuickRun.Answer(LocalMoran.Compute(rates, graph, options with { Seed = map })).SignificantCount;
            standardised += found > 0 ? 1 : 0;
            areas += found;
            star += QuickRun.Answer(GetisOrd.Compute(rates, graph, true, options with { Seed = map })).SignificantCount > 0 ? 1 : 0;
            double[] plain = [.. cases.Zip(population, (some, all) => some / all)];
            raw += QuickRun.Answer(LocalMoran.Compute(plain, graph, options with { Seed = map })).SignificantCount > 0 ? 1 : 0;
        }

        Share(output, "a map with clusters: local Moran on standardised rates at q .10", standardised, maps, "0.12");
        Share(output, "a map with clusters: Gi* on standardised rates at q .10", star, maps, "0.12");
        Share(output, "a map with clusters: local Moran on raw rates at q .10", raw, maps, string.Empty);
        Share(output, "an area in a cluster: local Moran on standardised rates at q .10", areas, 144 * maps, string.Empty);
    }

    // 80 buurten, 100 to 2,499 residents; the top fifth of the residents.
    private static void PrintReach(TextWriter output, int maps)
    {
        var tree = QuickRun.Answer(UnitTree.Create(["buurt"], 80, []));
        foreach (var (name, ranking) in new[] { ("raw rates", ReachRanking.Raw), ("empirical-Bayes rates", ReachRanking.EmpiricalBayes) })
        {
            double[] honest = new double[maps], apparent = new double[maps], noise = new double[maps];
            for (var map = 0; map < maps; map++)
            {
                var (cases, population) = Draw(map, 80, 100, 2400, Rate);
                var row = QuickRun.Answer(TargetingReach.Compute(tree, cases, population, [], new ReachOptions { Ranking = ranking, Budgets = [0.2], Seed = map })).Rows[0];
                (honest[map], apparent[map], noise[map]) = (row.HonestReach.Value!.Value, row.Reach, row.NoiseReach.Value!.Value);
            }

            Mean(output, $"honest reach at .20 by {name}", honest, "0.19 to 0.21");
            Mean(output, $"apparent reach at .20 by {name}", apparent, string.Empty);
            Mean(output, $"honest reach of the maps of chance beside them by {name}", noise, "0.19 to 0.21");
        }
    }

    private static (double[] Cases, double[] Population) Draw(int map, int areas, int least, int span, double rate)
    {
        var chance = new RandomSequence(Seed, map);
        var (cases, population) = (new double[areas], new double[areas]);
        for (var area = 0; area < areas; area++)
        {
            population[area] = least + chance.NextInt(span);
            for (var resident = 0; resident < population[area]; resident++)
                cases[area] += chance.NextDouble() < rate ? 1 : 0;
        }

        return (cases, population);
    }

    // Wilson's interval: with none or all of the maps it still has a width.
    private static void Share(TextWriter output, string question, int count, int of, string limit)
    {
        const double z = 1.959963984540054;
        double p = count / (double)of, middle = (p + (z * z / (2 * of))) / (1 + (z * z / of));
        var half = z * Math.Sqrt((p * (1 - p) / of) + (z * z / (4.0 * of * of))) / (1 + (z * z / of));
        output.WriteLine(Line($"{question},{p:F4},{Math.Max(0, middle - half):F4},{Math.Min(1, middle + half):F4},{limit}"));
    }

    private static void Mean(TextWriter output, string question, double[] values, string limit)
    {
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
        output.WriteLine(Line($"{question},{mean:F4},{mean - (1.959963984540054 * error):F4},{mean + (1.959963984540054 * error):F4},{limit}"));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
