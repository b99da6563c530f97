// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Reach;

/// <summary>Reach of one level under one budget.</summary>
/// <param name="Level">Level id.</param>
/// <param name="BudgetShare">[0..1] share of the residents served.</param>
/// <param name="Reach">[0..1] share of the cases among them, as the same figures show it: too rosy where counts are small.</param>
/// <param name="HonestReach">[0..1] the same, ranked and counted on different figures.</param>
/// <param name="NoiseReach">[0..1] honest reach of maps of pure chance, counted the same way: about the budget.</param>
/// <param name="NoiseApparent">[0..1] apparent reach of maps of pure chance: how much of <see cref="Reach"/> small numbers give by themselves.</param>
/// <param name="Gain">(reach − budget)/(1 − budget): 0 is no better than drawing lots, 1 is everything.</param>
/// <param name="HonestGain">The same from the honest reach.</param>
/// <param name="Missed">[cases] outside, by the apparent reach.</param>
/// <param name="Class"><c>strong</c>, <c>moderate</c>, <c>weak</c> or <c>none</c> by the honest gain; null when that is missing.</param>
public sealed record ReachRow(
    string Level, double BudgetShare, double Reach, Figure HonestReach, Figure NoiseReach, Figure NoiseApparent,
    double Gain, Figure HonestGain, double Missed, string? Class);

/// <summary>Whole units only, for no policy can pick 0.64 of a wijk.</summary>
/// <param name="Level">Level id.</param>
/// <param name="BudgetShare">[0..1].</param>
/// <param name="Groups">0-based numbers of the chosen units, in the order in which they were taken.</param>
/// <param name="Population">[persons] inside.</param>
/// <param name="CasesInside">[cases].</param>
/// <param name="CasesOutside">[cases].</param>
/// <param name="RateInside">[cases per person]; missing with <c>nothing-fits</c>.</param>
/// <param name="RateOutside">[cases per person]; missing with <c>nothing-outside</c>.</param>
/// <param name="UnaffectedPerAffected">[persons] inside without the problem for each one with it; missing with <c>nothing-fits</c> or <c>no-cases</c>.</param>
/// <param name="HotOutside">0-based numbers of the units of the next finer level that lie outside although their rate is at least 1.25 times the overall one.</param>
/// <param name="HotLevel">Level id of these; null at the finest level.</param>
public sealed record WholeUnitChoice(
    string Level, double BudgetShare, IReadOnlyList<int> Groups, double Population, double CasesInside, double CasesOutside,
    Figure RateInside, Figure RateOutside, Figure UnaffectedPerAffected, IReadOnlyList<int> HotOutside, string? HotLevel)
{
    /// <summary>0-based numbers of the units of the same level that lie outside although their rate is at least 1.25 times the overall one.</summary>
    public IReadOnlyList<int> HotBeside { get; init; } = [];
}

/// <summary>Unevenness of one level.</summary>
/// <param name="Level">Level id.</param>
/// <param name="Gini">[0..1].</param>
/// <param name="GeneralisedGini">[0..1] corrected for more units than cases.</param>
public sealed record LevelGini(string Level, double Gini, double GeneralisedGini);

/// <summary>What acting on the top of each level reaches, and whom it misses.</summary>
/// <param name="Method"><c>two-years</c> or <c>thinning</c>: how honest reach was found.</param>
/// <param name="Rows">One a level and budget, finest level first.</param>
/// <param name="Ginis">One a level.</param>
/// <param name="WholeUnits">One a level and budget.</param>
/// <param name="Warnings"><c>selection-optimism</c>, <c>ranked-raw</c>.</param>
public sealed record ReachResult(
    string Method, IReadOnlyList<ReachRow> Rows, IReadOnlyList<LevelGini> Ginis, IReadOnlyList<WholeUnitChoice> WholeUnits, IReadOnlyList<Warning> Warnings);
