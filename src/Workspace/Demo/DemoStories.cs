// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Peers;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Reflections;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;
using Schakel.Workspace.Tasks;
using Schakel.Workspace.WorkAreas;

namespace Schakel.Workspace.Demo;

/// <summary>What people do in the demo town, as it stands in the files beside the generator. Nothing holds a date: everything counts back from a first start.</summary>
/// <param name="open">Opens <c>people</c>, <c>organisations</c>, …</param>
/// <param name="openOpgave">Opens an opgave by its id.</param>
/// <param name="opgaven">Ids of the opgaven.</param>
public sealed class DemoStories(Func<string, Stream> open, Func<string, Stream> openOpgave, IReadOnlyList<string> opgaven)
{
    internal OrganisationStory[] Organisations => Read<OrganisationFile>(open("organisations")).Organisations;

    internal PersonStory[] People => Read<PeopleFile>(open("people")).People;

    internal LadderStory[] Ladders => Read<LadderFile>(open("ladders")).Ladders;

    internal DirectionStory[] Directions => Read<DirectionFile>(open("directions")).Directions;

    internal VisionStory[] Visions => Read<VisionFile>(open("visions")).Visions;

    internal TaskStory[] Tasks => Read<TaskFile>(open("tasks")).Tasks;

    internal PlaceStory[] Places => Read<PlaceFile>(open("places")).Places;

    internal WorkAreaFile WorkAreas => Read<WorkAreaFile>(open("workAreas"));

    internal CraftFile Craft => Read<CraftFile>(open("craft"));

    internal OpgaveStory[] Opgaven => [.. opgaven.Select(id => Read<OpgaveStory>(openOpgave(id)))];

    private static T Read<T>(Stream stream)
    {
        using (stream)
            return JsonSerializer.Deserialize<T>(stream, CanonicalJson.Options) ?? throw new InvalidDataException("A story file is empty.");
    }

    internal sealed record OrganisationFile(OrganisationStory[] Organisations);

    internal sealed record OrganisationStory(string Id, string Name, string Sector, string Area, bool Tenant);

    internal sealed record PeopleFile(PersonStory[] People);

    internal sealed record PersonStory(string Id, string Function, string Organisation, string Right, string Sector, string Area);

    internal sealed record LadderFile(LadderStory[] Ladders);

    internal sealed record LadderStory(string Municipality, string Name, RungStory[] Levels);

    internal sealed record RungStory(string Level, string Word, bool SupraLocal);

    internal sealed record DirectionFile(DirectionStory[] Directions);

    internal sealed record DirectionStory(string By, CoreValue[] CoreValues, string Text);

    internal sealed record VisionFile(VisionStory[] Visions);

    internal sealed record VisionStory(string Id, string Theme, string Area, string[] With, string Text);

    internal sealed record TaskFile(TaskStory[] Tasks);

    internal sealed record TaskStory(string Id, string Name, Steering Steering, string Owner, string Room, string? Because, EarlierTaskStory? Before);

    internal sealed record EarlierTaskStory(string Room, string Because);

    internal sealed record PlaceFile(PlaceStory[] Places);

    internal sealed record PlaceStory(string Title, string Code, string Contact, DateOnly Since);

    internal sealed record WorkAreaFile(ProposalStory[] Proposals, HandEditStory[] HandEdits);

    internal sealed record ProposalStory(string Id, string Title, DivisionStory[] Areas, string Because);

    internal sealed record DivisionStory(string Name, string[] Codes);

    internal sealed record HandEditStory(string Proposal, string By, string Unit, string From, string To, int DaysAgo, string Because);

    internal sealed record CraftFile(PeerGroupStory[] PeerGroups, CraftOfferStory[] Offers, ReflectionStory[] Reflections, ScaleStory[] ScaleExperiences);

    internal sealed record PeerGroupStory(string[] Members, string Theme, string Because, string[]? Notes);

    internal sealed record CraftOfferStory(CraftKind Kind, string By, string Title, string Text, string Reach);

    internal sealed record ReflectionStory(string Author, ReflectionState State, string? Opgave, int DaysAgo, string Text);

    internal sealed record ScaleStory(string Author, string Area, ExperiencedSize Size, string Because, int DaysAgo);

    internal sealed record OpgaveStory(
        string Id, string Title, OpgaveOutcome? Outcome, string Story, AreaStory[] Places, string[] Indicators, string? NoFiguresBecause,
        JudgementStory[] Judgements, RoleStory[] Roles, OverrulingStory[] Overrulings, StepStory[] Chain, string? Expectation, string? YieldText,
        PositionStory[] Positions, PartStory[] Parts, LinkStory[] Links, SeatStory[] Seats, SeatStory[] EmptySeats, HandoverStory[] Handovers,
        GapStory[] Gaps, SignalStory[] Signals, InvitationStory[] Invitations, InitiativeStory[] Initiatives, OfferStory[] Offers,
        ChallengeStory[] ChallengeRequests, ToldStory? Public, PlanStory? MeasuringPlan, MoveStory[] History, VisionUseStory[]? Visions);

    internal sealed record AreaStory(string Level, string Code);

    internal sealed record JudgementStory(string Person, string Level, int Cause, int Lever, Authority Authority, LeverKind Kind, string Because);

    internal sealed record RoleStory(string Level, ApproachRole Role, string? Organisation);

    internal sealed record OverrulingStory(string Level, ApproachRole To, string By, string Because);

    internal sealed record StepStory(ChainPart Step, string Text, string? Level);

    internal sealed record PositionStory(string Group, string Text);

    internal sealed record PartStory(string Id, string Title, string[] Levels);

    internal sealed record LinkStory(LinkKind Kind, string To, string Because);

    internal sealed record SeatStory(string Sector, string? Person, string? Organisation, string? Because);

    internal sealed record HandoverStory(HandoverKind Kind, HandoverWay Way, string From, string To, HandoverState State, int DaysAgo, string Because, string? Answer);

    internal sealed record GapStory(PolicyGapState State, string RaisedBy, string To, int DaysAgo, string Text, string? Answer);

    internal sealed record SignalStory(
        int DaysAgo, SignalSource From, string Category, string Text, string? Task, string? Answer, string? AnsweredBy, string? Copy, string? Area, string? Contact, bool Open);

    internal sealed record VisionUseStory(string Vision, string Because);

    internal sealed record ToldStory(string Title, string What, string? Became, string? NextNews, bool Positions);

    internal sealed record InvitationStory(InvitationState State, string Title, string Text, int DaysAgo);

    internal sealed record InitiativeStory(InvitationState State, string Title, string Text, int DaysAgo);

    internal sealed record OfferStory(OfferState State, string Theme, int RadiusInMetres, int DaysAgo);

    internal sealed record ChallengeStory(ChallengeState State, string Title, string Text, string? Answer, int DaysAgo);

    internal sealed record PlanStory(Measuring.MeasuringPlanState State, string By, int DaysAgo, string Indicator, Measuring.PlanAreas Areas, int Before, int After, string PartnerLevel, string Text, MeasuredStory? Measured);

    internal sealed record MeasuredStory(string By, int DaysAgo, string Because);

    internal sealed record MoveStory(int DaysAgo, string Who, OpgaveState? From, OpgaveState To, string Because);
}
