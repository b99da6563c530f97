// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>How much of the differences between the units of a level is still there in another year.</summary>
/// <param name="Level">Level id.</param>
/// <param name="Persistent">[rate²] variance that two years have in common; may come out below 0 by chance.</param>
/// <param name="Within">[rate²] variance in each year, chance included where the level is the finest.</param>
/// <param name="Value">[0..1] the part that persists; above 1 and below 0 it is clipped.</param>
/// <param name="Unclipped">[no unit] before clipping.</param>
public sealed record LevelStability(string Level, Figure Persistent, IReadOnlyList<Figure> Within, Figure Value, Figure Unclipped);

/// <summary>Stability between years that lie a number of years apart.</summary>
/// <param name="Lag">How many columns apart: 1 = the next year.</param>
/// <param name="Pairs">Number of pairs of years that it rests on.</param>
/// <param name="Levels">Finest first.</param>
public sealed record LagStability(int Lag, int Pairs, IReadOnlyList<LevelStability> Levels);

/// <summary>Is it the same places each year?</summary>
public static class ScaleStability
{
    /// <summary>Is it the same places each year, level by level?</summary>
    /// <remarks>
    /// <para><b>Definition.</b> The moment equations of the scale profile with products of two years in place of squares: chance of two years is independent and drops out, so that
    /// no sampling variance is needed. Value = σ²(t, t') / √(σ²(t, t) · σ²(t', t')), the denominators with chance: a reliability. Over several pairs of years that lie equally
    /// far apart, the persistent variances and the denominators are averaged before they are divided.</para>
    /// <para><b>Units.</b> Variances in rate²; values 0 to 1.</para>
    /// <para><b>Shapes.</b> Two or more columns of rates, one value a unit in each, in the order of the tree; years equally far apart, oldest first.</para>
    /// <para><b>Missing values.</b> Not accepted: leave out units that lack a year, and list them.</para>
    /// <para><b>No answer.</b> <c>no-variation</c>: in some year all rates are equal. Within an answer: <c>not-identifiable</c>: no group of the level has a sister;
    /// <c>no-variance-within-year</c>: a year shows no variance at this level, so nothing can persist.</para>
    /// <para><b>Cost.</b> O(n · levels · years²).</para>
    /// <para><b>Source.</b> Searle, Casella and McCulloch (1992), <i>Variance Components</i>, for the equations.</para>
    /// <para><b>Checked against.</b> An independent Python computation: <c>reference/scale-profile/a5-two-years.json</c>.</para>
    /// </remarks>
    /// <param name="tree">The units and their groups.</param>
    /// <param name="rates">[rate] a column a year, finite.</param>
    /// <param name="weights">[persons] one a unit, above 0; empty = each unit counts once.</param>
    /// <returns>One row a lag, from 1 up.</returns>
    /// <exception cref="ArgumentException">Fewer than two years, or the lengths differ, or a value is not in its range.</exception>
    public static Outcome<IReadOnlyList<LagStability>> Compute(UnitTree tree, IReadOnlyList<double[]> rates, ReadOnlySpan<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rates.Count, 2);
        foreach (var column in rates)
        {
            Require.SameLength(column.Length, tree.UnitCount, nameof(rates));
            Require.Finite(column, nameof(rates));
        }

        if (!weights.IsEmpty)
        {
            Require.SameLength(weights.Length, tree.UnitCount, nameof(weights));
            Require.Finite(weights, nameof(weights));
            Require.Positive(weights, nameof(weights));
        }

        for (var year = 0; year < rates.Count; year++)
            if (tree.UnitCount == 0 || !rates[year].AsSpan().ContainsAnyExcept(rates[year][0]))
                return new Reason("no-variation", $"All {tree.UnitCount} rates of year {year + 1} are equal.") { Arguments = [tree.UnitCount] };

        var takesPart = Enumerable.Range(0, tree.Levels.Count).Select(level => tree.GroupCounts[level] > 0).ToArray();
        var fitTree = FitTree.Of(tree, takesPart);
        var equations = new MomentEquations(fitTree, weights.IsEmpty ? MomentWeight.Equal(tree.UnitCount) : weights, []);
        var components = Components(fitTree, equations, rates);
        return new Outcome<IReadOnlyList<LagStability>>(
            [.. Enumerable.Range(1, rates.Count - 1).Select(lag => new LagStability(lag, rates.Count - lag, [.. Enumerable.Range(0, tree.Levels.Count).Select(level => Row(tree, level, lag, components))]))]);
    }

    // By year and year: the raw components of all levels.
    private static double[,][] Components(FitTree tree, MomentEquations equations, IReadOnlyList<double[]> rates)
    {
        var components = new double[rates.Count, rates.Count][];
        var (first, second, truncated) = (new double[tree.NodeCount], new double[tree.NodeCount], new double[tree.LevelCount]);
        for (var a = 0; a < rates.Count; a++)
            for (var b = a; b < rates.Count; b++)
            {
                for (var unit = 0; unit < rates[a].Length; unit++)
                    (first[tree.NodeOf[0][unit]], second[tree.NodeOf[0][unit]]) = (rates[a][unit], rates[b][unit]);
                components[a, b] = new double[tree.LevelCount];
                equations.SolveProducts(first, second, components[a, b], truncated);
            }

        return components;
    }

    private static LevelStability Row(UnitTree tree, int level, int lag, double[,][] components)
    {
        var years = components.GetLength(0);
        if (double.IsNaN(components[0, 0][level]) || tree.GroupCounts[level] == 0)
        {
            Figure missing = new Reason("not-identifiable", $"No group of level {tree.Levels[level]} has a sister, so its variance cannot be told from its parent's.") { Arguments = [tree.Levels[level]] };
            return new LevelStability(tree.Levels[level], missing, [.. Enumerable.Repeat(missing, years)], missing, missing);
        }

        Figure[] within = [.. Enumerable.Range(0, years).Select(year => Figure.Of(components[year, year][level]))];
        var (persistent, whole, hasVariance) = (0.0, 0.0, true);
        for (var year = 0; year + lag < years; year++)
        {
            var (early, late) = (components[year, year][level], components[year + lag, year + lag][level]);
            hasVariance &= early > 0 && late > 0;
            persistent += components[year, year + lag][level] / (years - lag);
            whole += hasVariance ? Math.Sqrt(early * late) / (years - lag) : 0;
        }

        if (!hasVariance)
        {
            Figure missing = new Reason("no-variance-within-year", $"A year shows no variance between the units of level {tree.Levels[level]}, so nothing can persist.") { Arguments = [tree.Levels[level]] };
            return new LevelStability(tree.Levels[level], persistent, within, missing, missing);
        }

        return new LevelStability(tree.Levels[level], persistent, within, Math.Clamp(persistent / whole, 0, 1), persistent / whole);
    }
}
