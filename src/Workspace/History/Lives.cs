// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Approaches;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Peers;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Reflections;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.WorkAreas;

namespace Schakel.Workspace.History;

/// <summary>The life of everything, in one table. What is not here cannot happen.</summary>
public static class Lives
{
    public static Life<OpgaveState> Opgave { get; } = new("opgave", new()
    {
        [OpgaveState.Noticed] = [OpgaveState.Explored, OpgaveState.Closed],
        [OpgaveState.Explored] = [OpgaveState.Agreed, OpgaveState.Closed],
        [OpgaveState.Agreed] = [OpgaveState.Underway, OpgaveState.Explored, OpgaveState.Closed],
        [OpgaveState.Underway] = [OpgaveState.Learned, OpgaveState.Explored, OpgaveState.Closed],
        [OpgaveState.Learned] = [OpgaveState.Explored, OpgaveState.Closed],
        [OpgaveState.Closed] = [OpgaveState.Explored],
    });

    public static Life<SignalState> Signal { get; } = new("signal", new()
    {
        [SignalState.Received] = [SignalState.Linked, SignalState.Routed, SignalState.Answered],
        [SignalState.Linked] = [SignalState.Closed],
        [SignalState.Routed] = [SignalState.Closed],
        [SignalState.Answered] = [SignalState.Closed],
        [SignalState.Closed] = [SignalState.Received],
    });

    public static Life<JudgementState> Judgement { get; } = new("judgement", new() { [JudgementState.Given] = [JudgementState.Revised] });

    public static Life<AdviceState> Advice { get; } = new("advice", new() { [AdviceState.Computed] = [AdviceState.Stale] });

    public static Life<ApproachState> Approach { get; } = new("approach", new()
    {
        [ApproachState.Draft] = [ApproachState.Agreed],
        [ApproachState.Agreed] = [ApproachState.Revised],
        [ApproachState.Revised] = [ApproachState.Revised],
    });

    public static Life<MeasuringPlanState> MeasuringPlan { get; } = new("measuringPlan", new()
    {
        [MeasuringPlanState.Draft] = [MeasuringPlanState.Fixed],
        [MeasuringPlanState.Fixed] = [MeasuringPlanState.Amended],
        [MeasuringPlanState.Amended] = [MeasuringPlanState.Amended],
    });

    public static Life<MeasurementState> Measurement { get; } = new("measurement", new()
    {
        [MeasurementState.Awaited] = [MeasurementState.Done, MeasurementState.Unreliable],
    });

    public static Life<WorkAreaProposalState> WorkAreaProposal { get; } = new("workAreaProposal", new()
    {
        [WorkAreaProposalState.Proposed] = [WorkAreaProposalState.Adjusted, WorkAreaProposalState.Decided, WorkAreaProposalState.SetAside],
        [WorkAreaProposalState.Adjusted] = [WorkAreaProposalState.Adjusted, WorkAreaProposalState.Decided, WorkAreaProposalState.SetAside],
    });

    public static Life<WorkAreaDecisionState> WorkAreaDecision { get; } = new("workAreaDecision", new()
    {
        [WorkAreaDecisionState.Announced] = [WorkAreaDecisionState.InForce],
        [WorkAreaDecisionState.InForce] = [WorkAreaDecisionState.Replaced],
    });

    public static Life<HandoverState> Handover { get; } = new("handover", new()
    {
        [HandoverState.Asked] = [HandoverState.Accepted, HandoverState.Declined, HandoverState.Withdrawn],
        [HandoverState.Accepted] = [HandoverState.Completed, HandoverState.Returned],
    });

    public static Life<InvitationState> Invitation { get; } = Open("invitation");

    public static Life<InvitationState> Initiative { get; } = Open("initiative");

    public static Life<PeerGroupState> PeerGroup { get; } = new("peerGroup", new()
    {
        [PeerGroupState.Forming] = [PeerGroupState.Meeting],
        [PeerGroupState.Meeting] = [PeerGroupState.Ended],
    });

    public static Life<ChallengeState> Challenge { get; } = new("challengeRequest", new()
    {
        [ChallengeState.Submitted] = [ChallengeState.InConversation],
        [ChallengeState.InConversation] = [ChallengeState.Granted, ChallengeState.PartlyGranted, ChallengeState.Refused, ChallengeState.Withdrawn],
    });

    public static Life<OfferState> Offer { get; } = new("offer", new()
    {
        [OfferState.Open] = [OfferState.Paused, OfferState.Expired, OfferState.Withdrawn],
        [OfferState.Paused] = [OfferState.Open, OfferState.Expired, OfferState.Withdrawn],
    });

    public static Life<AskState> Ask { get; } = new("ask", new() { [AskState.Sent] = [AskState.Yes, AskState.No, AskState.NoAnswer] });

    public static Life<PolicyGapState> PolicyGap { get; } = new("policyGap", new()
    {
        [PolicyGapState.Raised] = [PolicyGapState.Received],
        [PolicyGapState.Received] = [PolicyGapState.Adopted, PolicyGapState.Explained, PolicyGapState.Forwarded],
        [PolicyGapState.Forwarded] = [PolicyGapState.Raised],
    });

    public static Life<ReflectionState> Reflection { get; } = new("reflection", new()
    {
        [ReflectionState.Private] = [ReflectionState.Shared],
        [ReflectionState.Shared] = [ReflectionState.Private],
    });

    public static Life<ForceState> Direction { get; } = Force("direction");

    public static Life<ForceState> Vision { get; } = Force("vision");

    public static Life<ForceState> MunicipalTask { get; } = Force("municipalTask");

    /// <summary>Begins in force: what is not public is not kept as a draft beside the opgave.</summary>
    public static Life<ForceState> PublicStory { get; } = new("publicStory", new() { [ForceState.InForce] = [ForceState.Replaced] });

    public static Life<ForceState> Ladder { get; } = Force("ladder");

    private static Life<ForceState> Force(string kind) => new(kind, new()
    {
        [ForceState.Draft] = [ForceState.InForce],
        [ForceState.InForce] = [ForceState.Replaced],
    });

    private static Life<InvitationState> Open(string kind) => new(kind, new()
    {
        [InvitationState.Draft] = [InvitationState.Open],
        [InvitationState.Open] = [InvitationState.Underway],
        [InvitationState.Underway] = [InvitationState.Ended],
        [InvitationState.Ended] = [InvitationState.Open],
    });
}
