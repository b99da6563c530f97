// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Serialization;
using Schakel.Web.Texts;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Api;

/// <summary>Who is reached (B).</summary>
public sealed record ReachAnswer(string HonestMethod, IReadOnlyList<int> Years, IReadOnlyList<ReachRowAnswer> Levels)
{
    internal static ReachAnswer Of(ReachFinding found, ScreenTexts texts) => new(found.Result.Method, found.Units.Years, [.. found.Result.Rows.Select(row => ReachRowAnswer.Of(row, texts))]);
}

/// <summary>One level and one budget.</summary>
public sealed record ReachRowAnswer(string Level, double BudgetShare, double Reach, double? HonestReach, double? NoiseReach, double Gain, double? HonestGain, double Missed)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HonestReachReason { get; init; }

    internal static ReachRowAnswer Of(Analysis.Reach.ReachRow row, ScreenTexts texts) =>
        new(row.Level, row.BudgetShare, row.Reach, row.HonestReach.Value, row.NoiseReach.Value, row.Gain, row.HonestGain.Value, row.Missed) { HonestReachReason = row.HonestReach.InWords(texts) };
}

/// <summary>Whether other borders lead elsewhere (C).</summary>
public sealed record RobustnessAnswer(
    string Level, string Zones, string? Grade, bool SteppedDown, double Jaccard, OfficialAnswer Official, IReadOnlyList<ZoningAnswer> Scales, double? ScaleShare)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? GradeReason { get; init; }

    internal static RobustnessAnswer Of(BordersFinding found, ScreenTexts texts)
    {
        var result = found.Result;
        return new RobustnessAnswer(
            found.Level, found.Zones, result.Grade?.ToString(), result.SteppedDown, result.Jaccard, new OfficialAnswer(result.Official.Zones, result.Official.EtaSquared, result.Official.P),
            [.. result.Scales.Select(scale => new ZoningAnswer(scale.Zones, scale.Zonings, scale.IsExhaustive, scale.EtaSquared.Mean, scale.EtaSquared.Low, scale.EtaSquared.High))], result.ScaleShare.Value)
        {
            GradeReason = result.GradeReason is { } reason ? ReasonTexts.Of(reason, texts.Language) : null,
        };
    }
}

/// <summary>The official division among others.</summary>
public sealed record OfficialAnswer(int Zones, double EtaSquared, double P);

/// <summary>Random divisions into one number of zones.</summary>
public sealed record ZoningAnswer(int Zones, int Zonings, bool Exhaustive, double Mean, double Low, double High);

/// <summary>What goes with who lives there (D).</summary>
public sealed record CompositionAnswer(IReadOnlyList<string> Covariates, double? Pcv, double? Intercept, IReadOnlyList<CoefficientAnswer> Coefficients, IReadOnlyList<AdjustedLevelAnswer> Levels)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PcvReason { get; init; }

    internal static CompositionAnswer Of(CompositionFinding found, ScreenTexts texts) => found.Result.TryGet(out var adjusted, out var reason)
        ? new CompositionAnswer(found.Covariates, adjusted.Pcv.Value, adjusted.Intercept, [.. adjusted.Coefficients.Select(one => new CoefficientAnswer(one.Name, one.Estimate, one.StandardError))],
            [.. adjusted.Levels.Select(level => new AdjustedLevelAnswer(level.Level, level.Variance.Value, level.NullVariance.Value, level.Pcv.Value))])
        { PcvReason = adjusted.Pcv.InWords(texts) }
        : new CompositionAnswer(found.Covariates, null, null, [], []) { PcvReason = ReasonTexts.Of(reason, texts.Language) };
}

/// <summary>One figure that says who lives there.</summary>
public sealed record CoefficientAnswer(string Name, double Estimate, double StandardError);

/// <summary>One level, with composition held equal and without.</summary>
public sealed record AdjustedLevelAnswer(string Level, double? Variance, double? NullVariance, double? Pcv);

/// <summary>Clusters across borders (E), as far as they may be shown; how many are hidden is told.</summary>
public sealed record ClustersAnswer(string Level, IReadOnlyList<ClusterAnswer> Clusters, int Hidden)
{
    internal static ClustersAnswer Of(ScanFinding found)
    {
        var shown = found.Shown.ToArray();
        return new ClustersAnswer(
            found.Level,
            [.. shown.Select(entry => new ClusterAnswer(
                entry.Number, entry.Cluster.Cases, entry.Cluster.Expected, entry.Cluster.Ratio, entry.Cluster.P, entry.Cluster.Population.Value,
                entry.Crossing?.Index, [.. entry.Crossing?.Zones.Select(zone => found.ZoneCodes[zone.Zone]) ?? []]))],
            found.ClearOnes.Count() - shown.Length);
    }
}

/// <summary>One cluster; its squares are never listed.</summary>
public sealed record ClusterAnswer(int Number, double Cases, double Expected, double Ratio, double P, double? Population, double? CrossingIndex, IReadOnlyList<string> Zones);

/// <summary>How differences fade in larger surroundings (A.6).</summary>
public sealed record BespokeAnswer(string Level, int Buffer, IReadOnlyList<BespokePointAnswer> Curve, double? K50)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? K50Reason { get; init; }

    internal static BespokeAnswer Of(BespokeFinding found, ScreenTexts texts) => new(
        found.Level, found.Buffer, [.. found.Result.Curve.Select(point => new BespokePointAnswer(point.People, point.Variance.Value, point.RawVariance.Value, point.Noise, point.Share.Value, point.Excluded))],
        found.Result.HalfAt.Value)
    { K50Reason = found.Result.HalfAt.InWords(texts) };
}

/// <summary>One size of surroundings.</summary>
public sealed record BespokePointAnswer(double K, double? Variance, double? RawVariance, double Noise, double? Share, int Excluded);

/// <summary>What lasts over the years (A.5).</summary>
public sealed record StabilityAnswer(IReadOnlyList<int> Years, IReadOnlyList<LastingAnswer> Levels)
{
    internal static StabilityAnswer Of(StabilityFinding found, ScreenTexts texts) => new(
        found.Years, [.. found.Result.SelectMany(lag => lag.Levels.Select(level => new LastingAnswer(level.Level, lag.Lag, level.Value.Value) { ValueReason = level.Value.InWords(texts) }))]);
}

/// <summary>One level and one distance in years.</summary>
public sealed record LastingAnswer(string Level, int Lag, double? Value)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ValueReason { get; init; }
}
