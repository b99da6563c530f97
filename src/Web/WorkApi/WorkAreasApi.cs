// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Reading;
using Schakel.Workspace.WorkAreas;

namespace Schakel.Web.WorkApi;

/// <summary>Work areas of human size: proposals side by side, a decision by two, teams with a contact, and how they find the size of their area.</summary>
public static class WorkAreasApi
{
    public sealed record AreaBody(string Name, IReadOnlyList<string> Units);

    public sealed record ProposeBody(string Name, IReadOnlyList<AreaBody> Areas, IReadOnlyList<UnitFigures> Units, string? OverBecause = null);

    public sealed record AdjustBody(IReadOnlyList<AreaBody> Areas, IReadOnlyList<UnitFigures> Units, string Because, string? OverBecause = null);

    public sealed record DecideBody(Guid Chosen, IReadOnlyList<Guid> Considered, Guid With, string Because);

    public sealed record TeamBody(string Name, Guid Organisation, string AreaCode, int? Residents, string Contact, DateOnly? Since);

    public sealed record ExperienceBody(string AreaCode, ExperiencedSize Size, string Because);

    /// <summary>A proposal, with sums that were counted here; null where a unit is not known, which is not 0.</summary>
    public sealed record ProposalAnswer(Guid Id, string Name, WorkAreaProposalState State, IReadOnlyList<ProposedArea> Areas, string? OverBecause);

    public sealed record DecisionAnswer(Guid Id, Guid Proposal, WorkAreaDecisionState State, string Because, DateTimeOffset Since);

    /// <summary>A team: who residents turn to, and since when. No figure about what it does.</summary>
    public sealed record TeamAnswer(Guid Id, string Name, Guid Organisation, string AreaCode, string Contact, DateOnly ContactSince);

    public sealed record ExperienceAnswer(Guid Id, string AreaCode, ExperiencedSize Size, string Because);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Work areas");
        routes.List("/work-area-proposals", WorkAction.ReadOpgave, "ListWorkAreaProposals", "Ways to divide the municipality, by name.", asked => All<WorkAreaProposal, ProposalAnswer>(asked, known => known.Name, Answer), proposal => proposal.Id);
        routes.Make<ProposeBody, ProposalAnswer>("/work-area-proposals", WorkAction.ProposeAreas, "ProposeWorkAreas", "Proposes a division; every unit in exactly one area, over a ceiling only with a reason.", async (asked, body) =>
            !Division(body.Areas, body.Units).TryGet(out var division, out var reason) ? reason
            : Say(await asked.Work<WorkAreaWork>().Propose(asked.Actor, body.Name, division.Areas, body.Units, body.OverBecause, asked.Cancel)), "/work-area-proposals/");
        routes.Read<ProposalAnswer>("/work-area-proposals/{id}", WorkAction.ReadOpgave, "GetWorkAreaProposal", "One proposal.", async asked =>
            Say(await asked.Work<ItemReading>().OneOf<WorkAreaProposal>(asked.Actor, WorkAction.ReadOpgave, asked.Id, _ => true, asked.Cancel)));
        routes.Change<AdjustBody, ProposalAnswer>(HttpMethods.Put, "/work-area-proposals/{id}/areas", WorkAction.ProposeAreas, "AdjustWorkAreas", "Divides otherwise, by hand; it is counted again.", async (asked, body) =>
            !Division(body.Areas, body.Units).TryGet(out var division, out var reason) ? reason
            : Say(await asked.Work<WorkAreaWork>().Adjust(asked.Actor, asked.Id, asked.Seen, division.Areas, body.Units, body.OverBecause, body.Because, asked.Cancel)));
        routes.List("/work-area-decisions", WorkAction.ReadOpgave, "ListWorkAreaDecisions", "What was decided.", asked => All<WorkAreaDecision, DecisionAnswer>(asked, _ => "", Answer), decision => decision.Id);
        routes.Make<DecideBody, DecisionAnswer>("/work-area-decisions", WorkAction.DecideAreas, "DecideWorkAreas", "A coordinator and a policy adviser (with) decide together, with at least two different proposals side by side.", Decide);
        routes.List("/teams", WorkAction.ReadOpgave, "ListTeams", "Frontline teams, by name.", asked => All<FrontlineTeam, TeamAnswer>(asked, team => team.Name, Answer), team => team.Id);
        routes.Make<TeamBody, TeamAnswer>("/teams", WorkAction.KeepNetwork, "FormTeam", "Forms a team for at most as many residents as its ceiling, with a contact and since when.", async (asked, body) =>
            (await asked.Work<WorkAreaWork>().Form(asked.Actor, body.Name, body.Organisation, body.AreaCode, body.Residents, body.Contact, body.Since, asked.Cancel)).TryGet(out var team, out var reason) ? Said.By(team, Answer(team), "/teams") : reason);
        routes.List("/scale-experiences", WorkAction.ReadOpgave, "ListScaleExperiences", "How teams find the size of their area, by area; never ranked, and by nobody.", asked => All<ScaleExperience, ExperienceAnswer>(asked, told => told.AreaCode, Answer), told => told.Id);
        routes.Make<ExperienceBody, ExperienceAnswer>("/scale-experiences", WorkAction.TellScale, "TellScaleExperience", "Tells whether an area is too large, right or too small, and why.", async (asked, body) =>
            (await asked.Work<WorkAreaWork>().Tell(asked.Actor, body.AreaCode, body.Size, body.Because, asked.Cancel)).TryGet(out var told, out var reason) ? Said.By(told, Answer(told), "/scale-experiences") : reason);
    }

    private static async Task<Outcome<Said<DecisionAnswer>>> Decide(Asked asked, DecideBody body)
    {
        if (!(await asked.Work<ItemReading>().OneOf<Member>(asked.Actor, WorkAction.DecideAreas, body.With, member => member.LeftAt == null, asked.Cancel)).TryGet(out var with, out var reason)
            || !(await asked.Work<WorkAreaWork>().Decide(asked.Actor, with, body.Chosen, body.Considered, body.Because, asked.Cancel)).TryGet(out var decision, out reason))
            return reason;
        return Said.By(decision, Answer(decision), "/work-area-decisions");
    }

    private static async Task<Outcome<IReadOnlyList<TAnswer>>> All<TItem, TAnswer>(Asked asked, Func<TItem, string> name, Func<TItem, TAnswer> say)
        where TItem : Workspace.History.Item =>
        (await asked.Work<ItemReading>().All(asked.Actor, WorkAction.ReadOpgave, _ => true, name, asked.Cancel)).TryGet(out var found, out var reason) ? new Outcome<IReadOnlyList<TAnswer>>([.. found.Select(say)]) : reason;

    // The counting takes codes and names for what they are; twice the same is no division.
    private static Outcome<DividedAreas> Division(IReadOnlyList<AreaBody> areas, IReadOnlyList<UnitFigures> units) =>
        areas.Count == 0 || areas.Select(area => area.Name).Distinct(StringComparer.Ordinal).Count() != areas.Count || units.Select(unit => unit.Code).Distinct(StringComparer.Ordinal).Count() != units.Count
            ? new Reason("division-not-whole", "Every unit belongs to exactly one area, and no area is empty.")
            : new DividedAreas(areas.ToDictionary(area => area.Name, area => area.Units, StringComparer.Ordinal));

    private sealed record DividedAreas(IReadOnlyDictionary<string, IReadOnlyList<string>> Areas);

    private static Outcome<Said<ProposalAnswer>> Say(Outcome<WorkAreaProposal> outcome) => outcome.TryGet(out var proposal, out var reason) ? Said.By(proposal, Answer(proposal), $"/work-area-proposals/{proposal.Id}") : reason;

    private static ProposalAnswer Answer(WorkAreaProposal proposal) => new(proposal.Id, proposal.Name, proposal.State, proposal.Areas.Areas, proposal.OverBecause);

    private static DecisionAnswer Answer(WorkAreaDecision decision) => new(decision.Id, decision.ProposalId, decision.State, decision.Because, decision.Since);

    private static TeamAnswer Answer(FrontlineTeam team) => new(team.Id, team.Name, team.Organisation, team.AreaCode, team.Contact, team.ContactSince);

    private static ExperienceAnswer Answer(ScaleExperience told) => new(told.Id, told.AreaCode, told.Size, told.Because);
}
