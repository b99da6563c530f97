// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Advice;

/// <summary>What a judgement is about.</summary>
public enum AdviceCriterion
{
    /// <summary>How strong the cause is at a level.</summary>
    Cause,

    /// <summary>What can be done at a level.</summary>
    Lever,
}

/// <summary>Confidence in an advice, 0 to 3 or more things missing.</summary>
public enum ConfidenceGrade
{
    /// <summary>Stevig: nothing missing.</summary>
    A,

    /// <summary>Redelijk zeker: one thing missing.</summary>
    B,

    /// <summary>Een richting, geen bewijs: two.</summary>
    C,

    /// <summary>Een vermoeden om over te praten: three or more.</summary>
    D,
}

/// <summary>A score with what raters and figures leave open. Never shown to end users as a number.</summary>
/// <param name="Low">[0..1].</param>
/// <param name="Mid">[0..1].</param>
/// <param name="High">[0..1].</param>
public sealed record AdviceScore(double Low, double Mid, double High);

/// <summary>One judgement, a step higher or lower, that would bring another lead.</summary>
/// <param name="Level">Whose judgement changes.</param>
/// <param name="Criterion">Which one.</param>
/// <param name="Step">1 or −1.</param>
/// <param name="Lead">Who leads then; null = nobody.</param>
public sealed record AdviceFlip(string Level, AdviceCriterion Criterion, int Step, string? Lead);

/// <summary>What is missing, and what would resolve it.</summary>
/// <param name="Item">i … vi.</param>
/// <param name="Text">What would resolve it.</param>
public sealed record MissingEvidence(string Item, Sentence Text);

/// <summary>What to keep in mind with a local role.</summary>
/// <param name="Code"><c>c1</c> overestimation, <c>c2</c> waterbed, <c>c3</c> indirect.</param>
/// <param name="Severity">c1: heavy, light, unknown. c2: low, medium, high, unknown. c3: null.</param>
/// <param name="Level">The local level.</param>
/// <param name="Text">What it means.</param>
public sealed record AdviceCaveat(string Code, string? Severity, string Level, Sentence Text);

/// <summary>A portfolio of roles over levels, in two readings, with what it hangs on.</summary>
/// <param name="Precise">Level → role, acting locally only on local causes.</param>
/// <param name="Flexible">Level → role, partial and indirect solutions too.</param>
/// <param name="Lead">The lead or provisional lead of the flexible reading; null = none yet, look for levers first.</param>
/// <param name="Scores">Level → score, for the order only.</param>
/// <param name="Acceptability">Candidate → share of the 84 weightings in which it comes first.</param>
/// <param name="Changes">Number of one-step changes of a judgement that were tried.</param>
/// <param name="Unchanged">[0..1] share of them that keep the lead.</param>
/// <param name="Flips">Those that do not.</param>
/// <param name="Grade">Confidence.</param>
/// <param name="MissingEvidence">What was counted for the grade.</param>
/// <param name="Caveats">With every local role of the flexible reading.</param>
/// <param name="LeadCondition"><c>waterbed</c> when a local level leads while the waterbed risk is high; else null.</param>
/// <param name="Warnings"><c>unexplained-local-pattern</c>.</param>
/// <param name="Story">The advice in sentences.</param>
public sealed record ScaleAdviceResult(
    IReadOnlyDictionary<string, ApproachRole> Precise, IReadOnlyDictionary<string, ApproachRole> Flexible, string? Lead,
    IReadOnlyDictionary<string, AdviceScore> Scores, IReadOnlyDictionary<string, double> Acceptability,
    int Changes, double Unchanged, IReadOnlyList<AdviceFlip> Flips, ConfidenceGrade Grade, IReadOnlyList<MissingEvidence> MissingEvidence,
    IReadOnlyList<AdviceCaveat> Caveats, string? LeadCondition, IReadOnlyList<Warning> Warnings, IReadOnlyList<Sentence> Story);
