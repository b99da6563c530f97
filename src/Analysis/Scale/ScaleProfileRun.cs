// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>One computation of a scale profile: fit, choice of estimator, ranges, and the report of it.</summary>
internal sealed class ScaleProfileRun
{
    private const double ManySmallUnits = 0.20;
    private const double FewCases = 5;
    private const double OtherShare = 0.15;

    // Streams of the second bootstrap (no differences at the finest level) start here, far from those of the first.
    private const long StreamsWithoutDifferences = 1_000_000;

    private readonly UnitTree tree;
    private readonly ScaleProfileOptions options;
    private readonly LevelGuards guards;
    private readonly ScaleModel model;
    private readonly List<Warning> warnings = [];
    private readonly bool weightsKnown;
    private readonly MomentEquations moments;
    private readonly double[] raw;
    private readonly RestrictedFit fit;
    private readonly RestrictedEstimate reml;
    private readonly double[] curvature;
    private readonly bool byMoments;
    private readonly double[] variances;
    private readonly int[] reported;

    internal ScaleProfileRun(
        UnitTree tree, ReadOnlySpan<double> rates, ReadOnlySpan<double> samplingVariances, ReadOnlySpan<double> weights, ScaleProfileOptions options)
    {
        this.tree = tree;
        this.options = options;
        guards = LevelGuards.For(tree, options.AllLevels);
        weightsKnown = !weights.IsEmpty;
        var known = weightsKnown ? weights.ToArray() : MomentWeight.Equal(tree.UnitCount);
        model = new ScaleModel(FitTree.Of(tree, guards.TakesPart), rates, samplingVariances, known);

        fit = model.NewFit();
        reml = RestrictedEstimate.Search(fit, model.RateVariance);
        curvature = fit.Curvature;

        moments = new MomentEquations(model.Tree, MomentWeight.For(options.Weights, model, weightsKnown, warnings), model.SamplingVariances);
        (raw, var byMomentVariances) = SolveMoments(moments);
        byMoments = options.Estimator == ScaleEstimator.Moments || (options.Estimator == ScaleEstimator.Automatic && MostUnitsAreSmall());
        variances = byMoments ? byMomentVariances : reml.Variances;
        reported = [.. model.Fitted.Where(level => guards.Withheld[level] is null && !IsUnknown(level))];
        Compare(byMomentVariances);
    }

    internal ScaleProfileResult Report()
    {
        for (var level = 0; level < tree.Levels.Count; level++)
            if (guards.Withheld[level] is { } reason)
                warnings.Add(new Warning(reason.Code, reason.Detail) { Arguments = reason.Arguments });
        if (!byMoments && !reml.IsUnique)
            warnings.Add(new Warning("not-uniquely-determined", "Different starts of the search end at different splits; read the shares as one possibility."));

        var replicates = options.Intervals && options.Replicates > 0
            ? ScaleBootstrap.Run(model, variances, byMoments ? moments : null, curvature, options, firstStream: 0)
            : [];
        var intervals = model.Fitted.Select(Interval).ToArray();
        var ranges = new ShareRanges(replicates, reported, model.MeanNoise);
        var levels = Enumerable.Range(0, tree.Levels.Count).Select(level => Row(level, intervals, ranges)).ToArray();
        var noise = Noise(intervals, ranges);

        var nodes = new NodeEstimates(tree, model, fit.Likelihood, variances);
        var tau = model.SamplingVariances.Length == 0
            ? UnknownNoise()
            : PlaceEffect.TauSquared(options.Kind, model.Unscale(variances.Sum()), nodes.Pooled);
        return new ScaleProfileResult(
            byMoments ? "moments" : "reml", levels, [.. reported.Select(level => tree.Levels[level])], noise, nodes.Mean, nodes.MeanStandardError, tau,
            tau.Value is { } t ? PlaceEffect.MedianOddsRatio(t) : tau, tau.Value is { } u ? PlaceEffect.VariancePartition(u) : tau,
            [.. Enumerable.Range(0, tree.Levels.Count).Select(nodes.Of)], warnings);
    }

    private bool IsUnknown(int level) => byMoments && double.IsNaN(raw[level]);

    private (double[] Raw, double[] Truncated) SolveMoments(MomentEquations equations)
    {
        var mean = new double[model.Tree.NodeCount];
        for (var unit = 0; unit < model.Rates.Length; unit++)
            mean[model.Tree.NodeOf[0][unit]] = model.Rates[unit];
        var (all, truncated) = (new double[model.Tree.LevelCount], new double[model.Tree.LevelCount]);
        equations.Solve(mean, all, truncated);
        return (all, truncated);
    }

    // The normal picture of chance is poor where a unit expects a handful of cases.
    private bool MostUnitsAreSmall()
    {
        if (options.Kind == RateKind.Mean || !weightsKnown || model.SamplingVariances.Length == 0)
            return false;
        var rate = model.Rates.Zip(model.Weights, (r, w) => r * w).Sum() / model.Weights.Sum() / model.Scale;
        return model.Weights.Count(weight => weight * rate < FewCases) > ManySmallUnits * model.Weights.Length;
    }

    private void Compare(double[] byMomentVariances)
    {
        var differs = Differs(byMomentVariances);
        if (!differs && MomentWeight.Inverse(model) is { } inverse)
            differs = Differs(SolveMoments(new MomentEquations(model.Tree, inverse, model.SamplingVariances)).Truncated);
        if (differs)
            warnings.Add(new Warning("depends-on-method", "Two ways to estimate give shares that differ by more than 15 points; read the shares as rough."));
    }

    private bool Differs(double[] others)
    {
        var (own, other) = (reml.Variances.Sum(), others.Sum());
        return own > 0 && other > 0 && model.Fitted.Any(level => Math.Abs((reml.Variances[level] / own) - (others[level] / other)) > OtherShare);
    }

    private (int Level, double Low, double? High)? Interval(int level)
    {
        if (!options.Intervals || byMoments || guards.Withheld[level] is not null)
            return null;
        fit.Recall(curvature);
        var (low, high) = LikelihoodInterval.Of(fit, reml, level, model.RateVariance);
        return (level, low, high);
    }

    private LevelProfile Row(int level, (int Level, double Low, double? High)?[] intervals, ShareRanges ranges)
    {
        var (name, groups) = (tree.Levels[level], tree.GroupCounts[level]);
        var indicative = groups is >= LevelGuards.LeastGroups and < LevelGuards.EnoughGroups;
        var withheld = guards.Withheld[level] ?? (IsUnknown(level) ? NotIdentifiable(level) : null);
        if (withheld is not null)
            return new LevelProfile(name, groups, withheld, withheld, withheld, withheld, withheld, withheld, withheld, indicative, guards.MergedWith[level]);

        var (low, high) = Ends(level, intervals);
        var sum = reported.Sum(other => variances[other]);
        var (lowShare, highShare) = ranges.Of(level, options);
        return new LevelProfile(
            name, groups, model.Unscale(variances[level]),
            byMoments ? model.Unscale(raw[level]) : new Reason("only-for-moments", "Only the method of moments can give a variance below 0."),
            low, high, sum > 0 ? variances[level] / sum : NoDifferences(), sum > 0 ? lowShare : NoDifferences(), sum > 0 ? highShare : NoDifferences(), indicative, null);
    }

    private (Figure Low, Figure High) Ends(int level, (int Level, double Low, double? High)?[] intervals)
    {
        if (!options.Intervals)
            return (ShareRanges.NotAsked, ShareRanges.NotAsked);
        if (byMoments)
        {
            var reason = new Reason("only-for-reml", "The method of moments has no likelihood and so no profile interval; see the range of the share.");
            return (reason, reason);
        }

        var interval = intervals.First(found => found is { } row && row.Level == level)!.Value;
        return (model.Unscale(interval.Low), interval.High is { } high
            ? model.Unscale(high)
            : new Reason("unbounded", $"The data set no upper limit to the variance of level {tree.Levels[level]}.") { Arguments = [tree.Levels[level]] });
    }

    private NoiseProfile Noise((int Level, double Low, double? High)?[] intervals, ShareRanges ranges)
    {
        if (model.SamplingVariances.Length == 0)
            return new NoiseProfile(UnknownNoise(), UnknownNoise(), false, UnknownNoise(), UnknownNoise());

        // The rates differ, so that noise and true variance are never both 0.
        var total = model.MeanNoise + variances.Sum();
        var share = total > 0 ? model.MeanNoise / total : 1;
        var dominates = model.MeanNoise > 0 && (share >= 0.5 || FinestIsChance(intervals));
        if (dominates)
            warnings.Add(new Warning("mostly-noise", $"Differences between the units of level {tree.Levels[0]} are mostly chance; do not rank them.") { Arguments = [tree.Levels[0], share] });
        var (low, high) = ranges.OfNoise(options);
        return new NoiseProfile(model.Unscale(model.MeanNoise), share, dominates, low, high);
    }

    // The likelihood allows no difference at all, and maps without any give as much in more than one out of ten.
    private bool FinestIsChance((int Level, double Low, double? High)?[] intervals)
    {
        if (!options.Intervals || (!byMoments && !intervals.Any(found => found is { Level: 0, Low: 0 })))
            return false;
        if (variances[0] == 0)
            return true;
        if (options.Replicates == 0)
            return false;
        var without = (double[])variances.Clone();
        without[0] = 0;
        var replicates = ScaleBootstrap.Run(model, without, byMoments ? moments : null, curvature, options, StreamsWithoutDifferences);
        return ScaleBootstrap.P(replicates, level: 0, variances[0]) > 0.10;
    }

    private Reason NotIdentifiable(int level) => new("not-identifiable", $"No group of level {tree.Levels[level]} has a sister, so its variance cannot be told from its parent's.")
    {
        Arguments = [tree.Levels[level]],
    };

    private static Reason NoDifferences() => new("no-differences", "There are no differences beyond chance to divide over the levels.");

    private static Reason UnknownNoise() => new("sampling-variance-unknown", "The sampling variances are unknown, so chance cannot be told from true differences at the finest level.");
}
