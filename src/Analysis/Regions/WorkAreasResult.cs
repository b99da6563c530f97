// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>What a plan is like, each part from 0 (good) to 1; a part without figures says why it is missing.</summary>
/// <param name="H">[0..1] share of the differences between units that lies within areas.</param>
/// <param name="K">[0..1] share of the border between units that is cut.</param>
/// <param name="B">[0..1] share of the residents outside the wijk that most of their area belongs to.</param>
/// <param name="R">[0..1] 1 − mean affinity, as residents draw it, of neighbouring units in one area.</param>
/// <param name="E">[0..1] share of the severity of barriers that lies inside areas.</param>
/// <param name="S">[0..1] mean over areas of how far below half full they are.</param>
/// <param name="F">[0..1] the weighted mean of the parts there are.</param>
public sealed record PlanScore(Figure H, Figure K, Figure B, Figure R, Figure E, Figure S, double F);

/// <summary>One way to divide the map.</summary>
/// <param name="Areas">[areas] how many.</param>
/// <param name="Gap">[areas] how many more than the lower bound.</param>
/// <param name="MaxPopulation">[persons] of the largest area.</param>
/// <param name="MaxDwellings">[dwellings] of the largest area.</param>
/// <param name="MeanPopulation">[persons] of an area where people live.</param>
/// <param name="MeanDwellings">[dwellings] of an area where people live.</param>
/// <param name="OverCeiling">0-based units that exceed a ceiling alone; each has an area of its own.</param>
/// <param name="CrossingsInside">[crossings] ways over barriers that lie inside areas.</param>
/// <param name="Score">What it is like.</param>
/// <param name="Assignment">By unit: 0-based area, numbered by first unit.</param>
/// <param name="VariationOfInformation">[nats] difference from each proposal, in their order; 0 from itself.</param>
public sealed record WorkAreaProposal(
    int Areas, int Gap, double MaxPopulation, double MaxDwellings, double MeanPopulation, double MeanDwellings, int[] OverCeiling,
    int CrossingsInside, PlanScore Score, int[] Assignment, double[] VariationOfInformation);

/// <summary>Units that stay together whatever the plan.</summary>
/// <param name="Units">Rising 0-based units, at least two.</param>
/// <param name="Share">[0.8..1] share of the proposals that has the two that are least often together in one area.</param>
public sealed record StableCore(int[] Units, double Share);

/// <summary>A border that some plans draw and others do not: something to talk about.</summary>
/// <param name="First">0-based unit.</param>
/// <param name="Second">0-based unit, larger.</param>
/// <param name="Share">[0.2..0.8] share of the proposals that has them in one area.</param>
public sealed record NegotiableEdge(int First, int Second, double Share);

/// <summary>Proposals for work areas, with a proof of how few there could be.</summary>
/// <param name="Units">Number of units.</param>
/// <param name="LowerBound">[areas] no feasible plan has fewer.</param>
/// <param name="BoundMethod"><c>exact</c>: there is a plan with so many. <c>sum</c>: residents or dwellings divided by their ceiling. <c>packing</c>: units that do not fit together.</param>
/// <param name="Proposals">By number of areas, then score; all different.</param>
/// <param name="StableCores">Units that are together in at least 0.8 of the proposals, by first unit.</param>
/// <param name="NegotiableEdges">Neighbouring units that are together in 0.2 to 0.8 of them.</param>
/// <param name="Warnings"><c>over-ceiling</c>, <c>weak-bound</c>, <c>time-limit</c>, <c>target-not-met</c>.</param>
/// <param name="Steps">[steps] merge-and-resplit steps done in search of fewer areas.</param>
public sealed record WorkAreasResult(
    int Units, int LowerBound, string BoundMethod, IReadOnlyList<WorkAreaProposal> Proposals, IReadOnlyList<StableCore> StableCores,
    IReadOnlyList<NegotiableEdge> NegotiableEdges, IReadOnlyList<Warning> Warnings, long Steps);
