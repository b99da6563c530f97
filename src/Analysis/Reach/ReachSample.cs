// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Reach;

/// <summary>The units that reach is computed on, and the way in which they are ranked.</summary>
internal sealed class ReachSample
{
    private readonly UnitTree tree;
    private readonly double[] population;
    private readonly ReachOptions options;
    private readonly HierarchicalRates? shrinkage;

    internal ReachSample(UnitTree tree, double[] cases, double[] population, ReachOptions options)
    {
        this.tree = tree;
        this.population = population;
        this.options = options;
        TotalPopulation = population.Sum();
        Levels = [.. Enumerable.Range(0, tree.Levels.Count).Select(level => new LevelUnits(tree, level, population))];
        if (options.Ranking == ReachRanking.EmpiricalBayes)
            shrinkage = HierarchicalRates.Fit(tree, Levels[0].Rates(cases), Noise(cases, 1), population);
    }

    internal LevelUnits[] Levels { get; }

    internal double TotalPopulation { get; }

    /// <summary>Whether the ranking leans on surroundings.</summary>
    internal bool IsShrunken => shrinkage is not null;

    /// <summary>Estimates behind the ranking; null when it is raw.</summary>
    internal UnitEstimates[]? Estimates(double[] cases, double part = 1) =>
        shrinkage?.Of(Whole(cases, part), Noise(cases, part));

    /// <summary>Per level, groups from high to low.</summary>
    /// <param name="cases">[cases] by unit; half of them after a thinning.</param>
    /// <param name="part">Which part of all cases this is: rates of half the cases are twice as noisy for their size.</param>
    internal int[][] Rank(double[] cases, double part = 1)
    {
        var estimates = Estimates(cases, part);
        var orders = new int[Levels.Length][];
        for (var level = 0; level < orders.Length; level++)
        {
            var counts = Levels[level].Sum(cases);
            orders[level] = LevelUnits.Rank(estimates is null ? Levels[level].Rates(counts) : estimates[level].Estimate, counts);
        }

        return orders;
    }

    /// <summary>[0..1] per level and budget, level by level: share of the cases reached in this order.</summary>
    internal double[] Reach(int[][] orders, double[] cases)
    {
        var budgets = options.Budgets;
        var total = cases.Sum();
        var reach = new double[Levels.Length * budgets.Count];
        for (var level = 0; level < Levels.Length; level++)
        {
            var counts = Levels[level].Sum(cases);
            for (var b = 0; b < budgets.Count; b++)
                reach[(level * budgets.Count) + b] = Levels[level].Fill(orders[level], counts, budgets[b] * TotalPopulation) / total;
        }

        return reach;
    }

    /// <summary>Mean reach over splits of these cases: ranked on one half, counted on the other.</summary>
    internal double[]? Thinned(double[] cases) => Mean(options.Thinnings, replicate =>
    {
        var chance = new RandomSequence(options.Seed, replicate);
        return Split(cases, ref chance);
    });

    /// <summary>Mean reach over maps of pure chance: apparent, and honest by one split each.</summary>
    internal (double[]? Apparent, double[]? Honest) PureChance(double totalCases)
    {
        // Streams of their own, so that more thinnings do not change the maps.
        const long FirstStream = 1_000_000;
        var rate = totalCases / TotalPopulation;
        double[] Draw(ref RandomSequence chance)
        {
            var cases = new double[population.Length];
            for (var i = 0; i < cases.Length; i++)
                cases[i] = PoissonDraw.Next(ref chance, population[i] * rate);
            return cases;
        }

        var apparent = Mean(options.NoiseMaps, map =>
        {
            var chance = new RandomSequence(options.Seed, FirstStream + map);
            var cases = Draw(ref chance);
            return cases.Sum() > 0 ? Reach(Rank(cases), cases) : null;
        });
        var honest = Mean(options.NoiseMaps, map =>
        {
            var chance = new RandomSequence(options.Seed, FirstStream + map);
            return Split(Draw(ref chance), ref chance);
        });
        return (apparent, honest);
    }

    private double[]? Split(double[] cases, ref RandomSequence chance)
    {
        double[] half = new double[cases.Length], rest = new double[cases.Length];
        for (var i = 0; i < cases.Length; i++)
        {
            half[i] = PoissonDraw.Half(ref chance, cases[i]);
            rest[i] = cases[i] - half[i];
        }

        return rest.AsSpan().ContainsAnyExcept(0.0) ? Reach(Rank(half, part: 0.5), rest) : null;
    }

    // Replicates each have a stream and a place of their own and are added up in order: the same bytes on any number of threads.
    private double[]? Mean(int replicates, Func<int, double[]?> replicate)
    {
        var found = new double[]?[replicates];
        InParallel.Pieces(replicates, 1, options.Threads, () => (from, upTo) =>
        {
            for (var r = from; r < upTo; r++)
                found[r] = replicate(r);
        });

        var used = found.OfType<double[]>().ToArray();
        if (used.Length == 0)
            return null;
        var mean = new double[used[0].Length];
        foreach (var reach in used)
            for (var i = 0; i < mean.Length; i++)
                mean[i] += reach[i] / used.Length;
        return mean;
    }

    // What chance adds to a rate, with the overall rate in place of the unit's own (which would be 0 for no cases).
    private double[] Noise(double[] cases, double part)
    {
        var rate = cases.Sum() / part / TotalPopulation;
        var ofOne = (options.Kind == RateKind.Proportion && rate < 1 ? rate * (1 - (part * rate)) : rate) / part;
        var noise = new double[population.Length];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = ofOne / population[i];
        return noise;
    }

    private double[] Whole(double[] cases, double part)
    {
        var rates = Levels[0].Rates(cases);
        foreach (ref var rate in rates.AsSpan())
            rate /= part;
        return rates;
    }
}
