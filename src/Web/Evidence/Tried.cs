// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Reach;
using Schakel.Analysis.Rezoning;
using Schakel.Workspace.Evidence;

namespace Schakel.Web.Evidence;

/// <summary>What came of what a reader tried out.</summary>
/// <param name="Reach">Under the budget of the reader; null when reach cannot be told.</param>
/// <param name="Borders">With the number of zones of the reader; null when borders cannot be tried.</param>
public sealed record Tried(ReachResult? Reach, RezoningResult? Borders)
{
    internal static Tried Of(Findings findings, Trial trial) => new(Reached(findings, trial), Bordered(findings, trial));

    private static ReachResult? Reached(Findings findings, Trial trial)
    {
        if (!ReachPart.Best(findings).TryGet(out var found, out _))
            return null;
        return trial.Budget != Trial.UsualBudget && ReachPart.WithBudgets(findings, [trial.Budget]).TryGet(out var other, out _) ? other : found.Result;
    }

    private static RezoningResult? Bordered(Findings findings, Trial trial)
    {
        if (!findings.Borders.TryGet(out var found, out _))
            return null;
        return trial.Zones is { } zones && zones < found.Units.Codes.Length && BordersPart.WithZones(found, [zones], findings).TryGet(out var tried, out _) ? tried : found.Result;
    }
}
