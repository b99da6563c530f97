// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.WorkAreas;

public enum WorkAreaDecisionState
{
    Announced,
    InForce,
    Replaced,
}

/// <summary>Which division it became, chosen from at least two that differ.</summary>
public sealed class WorkAreaDecision : Living<WorkAreaDecisionState>
{
    private WorkAreaDecision()
    {
    }

    public Guid ProposalId { get; private set; }

    public string Because { get; private set; } = "";

    protected override Life<WorkAreaDecisionState> Life => Lives.WorkAreaDecision;

    public static Outcome<WorkAreaDecision> Announce(WorkAreaProposal chosen, IReadOnlyCollection<WorkAreaProposal> considered, string because, Act act)
    {
        if (Words.Missing(("because", because)) is { } missing)
            return missing;
        if (considered.All(other => other.Areas.DividesLike(chosen.Areas)))
            return new Reason("decision-needs-two-proposals", "Put at least two different proposals side by side before you decide.");
        if (!chosen.Decide(because, act).TryGet(out _, out var reason))
            return reason;

        var decision = new WorkAreaDecision { ProposalId = chosen.Id, Because = because.Trim() };
        decision.BeginAs(WorkAreaDecisionState.Announced, decision.Because, act);
        return decision;
    }

    public Outcome<HistoryEntry> PutInForce(string because, Act act) => Move(WorkAreaDecisionState.InForce, because, act);

    public Outcome<HistoryEntry> Replace(string because, Act act) => Move(WorkAreaDecisionState.Replaced, because, act);
}
