// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Advice;

/// <summary>Which level does what, by the rules of H.4.</summary>
internal static class RoleRules
{
    /// <summary>Roles in one reading.</summary>
    /// <param name="Roles">One a rung.</param>
    /// <param name="Lead">Index of the lead or provisional lead, −1 for none.</param>
    /// <param name="ByDuty">Whether the supra-local duty had to be called on.</param>
    internal sealed record Assignment(ApproachRole[] Roles, int Lead, bool ByDuty);

    internal static Assignment Assign(IReadOnlyList<Rung> rungs, bool precise, in AdviceWeights weights, double equalWithin)
    {
        var roles = new ApproachRole[rungs.Count];
        Array.Fill(roles, ApproachRole.None);
        var gate = precise ? Gate(rungs) : double.NegativeInfinity;
        bool Passes(Rung rung) => rung.IsSupraLocal || rung.Cause >= gate;

        var lead = FindLead(rungs, Passes, weights, out var qualified);
        for (var i = 0; i < rungs.Count; i++)
        {
            var rung = rungs[i];
            if (i == lead)
                roles[i] = qualified ? ApproachRole.Lead : ApproachRole.ProvisionalLead;
            else if (!Passes(rung))
                // Not a local cause: in the precise reading the place can find people, and no more.
                roles[i] = rung.Kind == LeverKind.Detect && rung.CanAct ? ApproachRole.FindingPlace : ApproachRole.None;
            else if (qualified && rung.Qualifies)
                roles[i] = rungs[lead].Mid(weights) - rung.Mid(weights) <= equalWithin + Rung.Tie ? ApproachRole.CoLead : ApproachRole.Partial;
            else
                roles[i] = Remaining(rung);
        }

        var duty = !rungs.Where((rung, i) => rung.IsSupraLocal && IsSupraLocalPart(roles[i])).Any();
        if (duty)
            roles[MostConcerned(rungs)] = ApproachRole.CounterpartByDuty;
        return new Assignment(roles, lead, duty);
    }

    /// <summary>The lead by rule 1, among the levels that may have a role at all.</summary>
    internal static int FindLead(IReadOnlyList<Rung> rungs, Func<Rung, bool> passes, in AdviceWeights weights, out bool qualified)
    {
        var lead = Rung.FirstByMidThenCoarse(rungs, rung => rung.Qualifies && passes(rung), weights);
        qualified = lead >= 0;
        if (qualified)
            return lead;

        var strongest = double.NegativeInfinity;
        foreach (var rung in rungs)
            if (rung.MayLeadForNow && passes(rung))
                strongest = Math.Max(strongest, rung.LeverInReach);
        return Rung.FirstByMidThenCoarse(rungs, rung => rung.MayLeadForNow && passes(rung) && rung.LeverInReach >= strongest - Rung.Tie, weights);
    }

    private static double Gate(IReadOnlyList<Rung> rungs)
    {
        var gate = 2.0;
        foreach (var rung in rungs)
            if (rung.IsSupraLocal)
                gate = Math.Max(gate, rung.Cause);
        return gate;
    }

    private static ApproachRole Remaining(Rung rung) => rung switch
    {
        { CanAct: true, Kind: LeverKind.Detect } => ApproachRole.FindingPlace,
        { CanAct: true, Kind: LeverKind.Enabling } => ApproachRole.Enabling,
        { CanAct: true, IsLocal: true, Kind: LeverKind.Direct, Cause: <= 1 } => ApproachRole.EnablingInstead,
        { CanAct: true, Lever: >= 2 } => ApproachRole.Partial,
        { CanAct: true } => ApproachRole.Supplementary,
        { IsSupraLocal: true, Cause: >= 2 } => ApproachRole.Counterpart,
        { Authority: Authority.None, Lever: >= 1 } => ApproachRole.AgendaSetting,
        _ => ApproachRole.None,
    };

    // Rule 4: setting an agenda, finding people or a small addition is not yet a supra-local part.
    private static bool IsSupraLocalPart(ApproachRole role) => role is ApproachRole.Lead or ApproachRole.ProvisionalLead or ApproachRole.CoLead
        or ApproachRole.Partial or ApproachRole.Enabling or ApproachRole.Counterpart;

    private static int MostConcerned(IReadOnlyList<Rung> rungs)
    {
        var best = -1;
        for (var i = 0; i < rungs.Count; i++)
        {
            if (!rungs[i].IsSupraLocal)
                continue;
            // From fine to coarse: only a strictly stronger claim takes over from a nearer level.
            if (best < 0 || rungs[i].Cause > rungs[best].Cause || (rungs[i].Cause == rungs[best].Cause && rungs[i].Lever > rungs[best].Lever))
                best = i;
        }

        return best;
    }
}
