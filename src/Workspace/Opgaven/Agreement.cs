// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Networks;

namespace Schakel.Workspace.Opgaven;

/// <summary>What an opgave needs before people can agree on it; the screen shows the whole list, the refusal its first line.</summary>
public static class Agreement
{
    /// <param name="opgave">The opgave.</param>
    /// <param name="evidence">What the attached evidence says together; null = nothing attached.</param>
    /// <param name="judgements">All judgements on it.</param>
    /// <param name="approach">Its approach, if any.</param>
    /// <param name="plans">Its measuring plans.</param>
    /// <param name="seats">Its seats.</param>
    public static IReadOnlyList<Reason> Missing(
        Opgave opgave, ProblemEvidence? evidence, IReadOnlyCollection<Judgement> judgements, Approach? approach,
        IReadOnlyCollection<MeasuringPlan> plans, IReadOnlyCollection<Seat> seats)
    {
        var missing = new List<Reason>();
        if (evidence is null && string.IsNullOrWhiteSpace(opgave.NoFiguresBecause))
            missing.Add(new Reason("agreed-needs-evidence", "There is no evidence. Attach it, or say why there are no figures."));
        if (judgements.Where(judgement => judgement.State == JudgementState.Given).Select(judgement => judgement.Rater).Distinct().Take(2).Count() < 2)
            missing.Add(new Reason("agreed-needs-judgements", "At least two people judge before an opgave is agreed."));
        if (approach is null)
            missing.Add(new Reason("agreed-needs-approach", "There is no approach yet."));
        else
            missing.AddRange(approach.Missing());
        if (string.IsNullOrWhiteSpace(opgave.Expectation))
            missing.Add(new Reason("agreed-needs-expectation", "Write what can reasonably be expected."));
        if (approach is not null && evidence?.Waterbed == DisplacementRisk.High && approach.Roles.Levels.Any(role => role.Leads && !role.IsSupraLocal))
            missing.AddRange(Waterbed(approach, plans, seats));
        return missing;
    }

    // A local lead while the problem may move next door: measure around it, with somebody who oversees the surroundings.
    private static IEnumerable<Reason> Waterbed(Approach approach, IReadOnlyCollection<MeasuringPlan> plans, IReadOnlyCollection<Seat> seats)
    {
        var plan = plans.FirstOrDefault(plan => plan.State != MeasuringPlanState.Draft);
        if (plan is null)
        {
            yield return new Reason("waterbed-needs-plan", "The problem may move next door while a local level leads. Fix a measuring plan first.");
            yield break;
        }

        var partner = approach.Roles.Levels.Any(role => role.Level == plan.CatchmentLevel && role.Role != ApproachRole.None && role.Organisation is not null)
            || seats.Any(seat => seat.Level == plan.CatchmentLevel && seat.Organisation is not null);
        if (!partner)
            yield return new Reason("waterbed-needs-partner", $"Nobody at the level {plan.CatchmentLevel} takes part, the smallest that holds the surroundings.") { Arguments = [plan.CatchmentLevel] };
    }
}
