// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Displacement;
using Schakel.Analysis.Rezoning;

namespace Schakel.Analysis.Advice;

/// <summary>A level as advice sees it: where it stands between fine and coarse, and on which side of the wijk.</summary>
/// <param name="Id">Level id.</param>
/// <param name="Rank">Rising from fine to coarse: cell 0, buurt 1, wijk 2, stadsdeel 3, gemeente 4, regio 5, provincie 6, rijk 7, eu 8; own levels anywhere between.</param>
/// <param name="IsSupraLocal">Above the wijk.</param>
public sealed record AdviceLevel(string Id, double Rank, bool IsSupraLocal)
{
    private static readonly string[] ladder = ["cell", "buurt", "wijk", "stadsdeel", "gemeente", "regio", "provincie", "rijk", "eu"];

    /// <summary>One of the nine levels that need no explanation.</summary>
    /// <param name="id">Level id.</param>
    /// <returns>The level, or null when it is an own one, whose rank and side its owner must give.</returns>
    public static AdviceLevel? Known(string id) =>
        Array.IndexOf(ladder, id) is >= 0 and var rank ? new AdviceLevel(id, rank, rank > 2) : null;
}

/// <summary>What people judge and figures show about one level.</summary>
/// <param name="Level">Which level.</param>
/// <param name="Cause">[0..3] one a rater: none, minor, substantial, main cause at this level.</param>
/// <param name="Lever">[0..3] one a rater: what can be done at this level.</param>
/// <param name="Authority">Who may decide.</param>
/// <param name="Kind">How the lever works.</param>
/// <param name="Location">Where the true differences show (A).</param>
/// <param name="Reach">What acting on the top of this level would reach (B).</param>
public sealed record LevelJudgement(
    AdviceLevel Level, IReadOnlyList<int> Cause, IReadOnlyList<int> Lever, Authority Authority, LeverKind Kind,
    EvidenceClass Location, EvidenceClass Reach);

/// <summary>What the figures say about the problem as a whole; null = unknown.</summary>
/// <param name="Maup">Robustness against other borders (C).</param>
/// <param name="Composition">[0..1] share of the differences that comes from who lives where (D).</param>
/// <param name="Noise">[0..1] share of what one sees that is chance (A).</param>
/// <param name="LocalShare">[0..1] share of the true differences at cell, buurt and wijk together (A).</param>
/// <param name="Waterbed">Forecast or measured class (F).</param>
public sealed record ProblemEvidence(RobustnessGrade? Maup, double? Composition, double? Noise, double? LocalShare, DisplacementRisk? Waterbed);

/// <summary>Everything that advice is made from.</summary>
/// <param name="Problem">What it is about, in words.</param>
/// <param name="Levels">In any order.</param>
/// <param name="Evidence">What the figures say.</param>
public sealed record AdviceCase(string Problem, IReadOnlyList<LevelJudgement> Levels, ProblemEvidence Evidence);

/// <summary>Weights of the score that orders levels; only their proportions count.</summary>
/// <param name="Cause">Where it comes from.</param>
/// <param name="Lever">Who can change it.</param>
/// <param name="Location">Where it shows.</param>
/// <param name="Reach">What acting there reaches.</param>
public readonly record struct AdviceWeights(double Cause, double Lever, double Location, double Reach)
{
    /// <summary>Cause and lever 70 %, place 30 %: where something shows is weaker ground than where it comes from and who can act.</summary>
    public static AdviceWeights Default { get; } = new(0.35, 0.35, 0.15, 0.15);
}
