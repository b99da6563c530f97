// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Advice;

/// <summary>A level with its medians and what follows from them.</summary>
/// <param name="Judgement">What was said about it.</param>
/// <param name="Cause">Median O.</param>
/// <param name="Lever">Median V.</param>
internal sealed record Rung(LevelJudgement Judgement, double Cause, double Lever)
{
    // Scores are sums of a few products; equal ones may differ in the last bits.
    internal const double Tie = 1e-12;

    internal string Id => Judgement.Level.Id;

    internal bool IsSupraLocal => Judgement.Level.IsSupraLocal;

    internal bool IsLocal => !IsSupraLocal;

    internal Authority Authority => Judgement.Authority;

    internal LeverKind Kind => Judgement.Kind;

    internal bool CanAct => Lever >= 1 && Authority != Authority.None;

    internal bool Qualifies => Cause >= 2 && Lever >= 2 && Authority != Authority.None && Kind == LeverKind.Direct;

    internal bool MayLeadForNow => Cause >= 1 && CanAct && Kind == LeverKind.Direct;

    internal double LeverInReach => Lever * AuthorityFactor;

    private double AuthorityFactor => Authority switch { Authority.Own => 1, Authority.Shared => 2.0 / 3, _ => 1.0 / 3 };

    internal static Rung From(LevelJudgement judgement) => new(judgement, Median(judgement.Cause), Median(judgement.Lever));

    /// <summary>Medians, and the middle class of what figures say; unknown counts as the middle.</summary>
    internal double Mid(in AdviceWeights weights) => Score(weights, Cause, Lever, Evidence(Judgement.Location, 0.5), Evidence(Judgement.Reach, 0.5));

    /// <summary>As <see cref="Mid"/>, had everything unknown turned out at its lowest or highest.</summary>
    internal double MidAtWorst(in AdviceWeights weights) => Score(weights, Cause, Lever, Evidence(Judgement.Location, 0), Evidence(Judgement.Reach, 0));

    /// <inheritdoc cref="MidAtWorst"/>
    internal double MidAtBest(in AdviceWeights weights) => Score(weights, Cause, Lever, Evidence(Judgement.Location, 1), Evidence(Judgement.Reach, 1));

    internal double Low(in AdviceWeights weights) => Score(
        weights, Judgement.Cause.Min(), Judgement.Lever.Min(), End(Judgement.Location, Judgement.Location.Low), End(Judgement.Reach, Judgement.Reach.Low));

    internal double High(in AdviceWeights weights) => Score(
        weights, Judgement.Cause.Max(), Judgement.Lever.Max(), End(Judgement.Location, Judgement.Location.High), End(Judgement.Reach, Judgement.Reach.High));

    /// <summary>Highest first; equals: the coarser one first.</summary>
    internal static int FirstByMidThenCoarse(IReadOnlyList<Rung> rungs, Func<Rung, bool> among, in AdviceWeights weights)
    {
        var best = -1;
        for (var i = 0; i < rungs.Count; i++)
            if (among(rungs[i]) && (best < 0 || rungs[i].Mid(weights) >= rungs[best].Mid(weights) - Tie))
                best = i; // Rungs run from fine to coarse, so the later of two equals is the coarser.
        return best;
    }

    private double Score(in AdviceWeights weights, double cause, double lever, double? location, double? reach)
    {
        var sum = (weights.Cause * cause / 3) + (weights.Lever * (lever / 3) * AuthorityFactor);
        var total = weights.Cause + weights.Lever;
        if (location is { } shows)
        {
            sum += weights.Location * shows;
            total += weights.Location;
        }

        if (reach is { } reached)
        {
            sum += weights.Reach * reached;
            total += weights.Reach;
        }

        return sum / total;
    }

    private static double? Evidence(EvidenceClass evidence, double whenUnknown) =>
        !evidence.IsApplicable ? null : evidence.Middle is { } middle ? middle / 3.0 : whenUnknown;

    private static double? End(EvidenceClass evidence, int end) => evidence.IsApplicable ? end / 3.0 : null;

    private static double Median(IReadOnlyList<int> ratings)
    {
        int[] sorted = [.. ratings];
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }
}
