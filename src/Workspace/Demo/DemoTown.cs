// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Peers;
using Schakel.Workspace.Reflections;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;
using Schakel.Workspace.Tasks;
using Schakel.Workspace.WorkAreas;

namespace Schakel.Workspace.Demo;

/// <summary>Fills an empty workspace with the people of the demo town and what they work on, dated back from now, by the same rules that hold for everybody.</summary>
public sealed class DemoTown(StoreFactory stores, ContactSeal seal, TimeProvider clock, DemoStories stories, IDemoFigures? figures)
{
    private const int TaskChangedDaysAgo = 290;

    /// <summary>Id of a municipality of the demo, by the code of its area.</summary>
    public static Guid TenantOf(string areaCode) => DemoClock.IdOf(areaCode);

    /// <summary>Fills the workspace; false when the demo town is there already.</summary>
    public async Task<bool> Fill(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var town in stories.Organisations.Where(organisation => organisation.Tenant))
        {
            var tenant = TenantOf(town.Area);
            await using var store = stores.For(tenant);
            if (await store.Municipalities.AnyAsync(municipality => municipality.Id == tenant, cancel))
                return false;

            await using var transaction = await store.Database.BeginTransactionAsync(StoreFactory.Isolation, cancel);
            store.Add(Must(Municipality.Found(tenant, town.Area, town.Name, $"{town.Name}, telefoon 14 0990")));
            var time = new DemoClock(now, town.Area);
            var people = DemoPeople.Of(tenant, town.Area, stories, time);
            store.AddRange(people.All);
            await store.SaveChangesAsync(cancel);
            PlanLadders(store, town.Area, people, time);
            // The first municipality is where the stories play; its neighbour has a ladder and a colleague.
            if (town == stories.Organisations.First(organisation => organisation.Tenant))
                PlanTown(store, people, time);
            await time.Play(() => store.SaveChangesAsync(cancel));
            await transaction.CommitAsync(cancel);
        }

        return true;
    }

    internal static T Must<T>(Outcome<T> outcome)
        where T : notnull => outcome.TryGet(out var answer, out var reason) ? answer : throw new InvalidDataException($"The demo town breaks a rule: {reason.Code}: {reason.Detail}");

    private void PlanLadders(WorkspaceStore store, string area, DemoPeople people, DemoClock time)
    {
        foreach (var story in stories.Ladders.Where(ladder => ladder.Municipality == area))
            time.Plan(720, () =>
            {
                var act = time.At(720, people.All.OfType<Member>().First().Acting());
                // A level of its own (a kern) lies between the known ones beside it.
                var rank = -1.0;
                var levels = story.Levels.Select(level => new LadderLevel(
                    level.Level, level.Word, rank = Analysis.Advice.AdviceLevel.Known(level.Level)?.Rank ?? rank + 0.5, level.SupraLocal)).ToList();
                var ladder = Must(Ladder.Draft(story.Name, levels, act));
                Must(ladder.PutInForce(story.Name, act));
                store.Add(ladder);
            });
    }

    private void PlanTown(WorkspaceStore store, DemoPeople people, DemoClock time)
    {
        var tasks = new Dictionary<string, MunicipalTask>();
        time.Plan(700, () =>
        {
            foreach (var story in stories.Tasks)
            {
                var act = time.At(700, people.Acting(story.Owner));
                tasks[story.Id] = Must(MunicipalTask.Draft(story.Name, story.Steering, people.Home(story.Owner).Id, story.Before?.Room ?? story.Room, act));
                Must(tasks[story.Id].PutInForce(story.Before?.Because ?? story.Name, act));
                store.Add(tasks[story.Id]);
            }
        });
        // What a complaint changed in a task: the version before it can still be read.
        foreach (var story in stories.Tasks.Where(story => story.Before is not null))
            time.Plan(TaskChangedDaysAgo, () =>
            {
                var act = time.At(TaskChangedDaysAgo, people.Acting(story.Owner));
                var next = Must(MunicipalTask.Draft(story.Name, story.Steering, people.Home(story.Owner).Id, story.Room, act));
                if (next.TakePlaceOf(tasks[story.Id]) is { } refusal)
                    throw new InvalidDataException(refusal.Detail);
                Must(next.PutInForce(story.Because ?? story.Name, act));
                Must(tasks[story.Id].Replace(story.Because ?? story.Name, act));
                store.Add(tasks[story.Id] = next);
            });
        var visions = new Dictionary<string, Vision>();
        PlanDirections(store, people, time, visions);
        var opgaven = new Dictionary<string, Opgave>();
        foreach (var story in stories.Opgaven)
            new DemoOpgave(store, seal, people, time, figures, tasks, visions, opgaven, story).Plan();
        PlanLinks(store, people, time, opgaven);
        PlanAreas(store, people, time);
        PlanCraft(store, people, time, opgaven);
    }

    private void PlanDirections(WorkspaceStore store, DemoPeople people, DemoClock time, Dictionary<string, Vision> visions) => time.Plan(690, () =>
    {
        foreach (var story in stories.Directions)
        {
            var act = time.At(690, people.Acting(story.By));
            var direction = Must(Direction.Draft(story.Text, story.CoreValues, act));
            Must(direction.PutInForce(story.Text, act));
            store.Add(direction);
        }

        foreach (var story in stories.Visions)
        {
            var act = time.At(690, people.Acting(story.With[0]));
            var vision = visions[story.Id] = Must(Vision.Draft(story.Area, story.Theme, story.Text, act));
            foreach (var with in story.With.Skip(1))
                vision.WrittenWith(people.Member(with).Function, act);
            Must(vision.PutInForce(story.Theme, act));
            store.Add(vision);
        }
    });

    private void PlanLinks(WorkspaceStore store, DemoPeople people, DemoClock time, Dictionary<string, Opgave> opgaven) => time.Plan(1, () =>
    {
        var links = store.ChangeTracker.Entries<OpgaveLink>().Select(entry => entry.Entity).ToList();
        foreach (var story in stories.Opgaven)
            foreach (var link in story.Links)
            {
                links.Add(Must(OpgaveLink.Between(opgaven[story.Id], opgaven[link.To], link.Kind, link.Because, links, time.At(1, people.Acting(story.History[0].Who)))));
                store.Add(links[^1]);
            }
    });

    private void PlanAreas(WorkspaceStore store, DemoPeople people, DemoClock time) => time.Plan(30, () =>
    {
        foreach (var story in stories.WorkAreas.Proposals)
        {
            var units = story.Areas.SelectMany(area => area.Codes).Distinct().Select(code => new UnitFigures(code, figures?.ResidentsOf(code), figures?.DwellingsOf(code))).ToList();
            var division = story.Areas.ToDictionary(area => area.Name, area => (IReadOnlyList<string>)[.. area.Codes]);
            var planner = stories.People.First(person => person.Right == "analyst").Id;
            var proposal = Must(WorkAreaProposal.Propose(story.Title, division, units, Ceilings.Default, story.Because, time.At(30, people.Acting(planner))));
            store.Add(proposal);
            foreach (var edit in stories.WorkAreas.HandEdits.Where(edit => edit.Proposal == story.Id))
            {
                var moved = story.Areas.ToDictionary(area => area.Name, area => (IReadOnlyList<string>)
                    [.. area.Codes.Where(code => code != edit.Unit), .. area.Name == edit.To ? new[] { edit.Unit } : []]);
                Must(proposal.Adjust(moved, units, Ceilings.Default, story.Because, edit.Because, time.At(edit.DaysAgo, people.Acting(edit.By))));
            }
        }

        foreach (var story in stories.Places)
            if (figures?.ResidentsOf(story.Code) is { } residents && residents <= Ceilings.Default.TeamResidents)
                store.Add(Must(FrontlineTeam.Form(
                    story.Title, people.Home(story.Contact).Id, story.Code, residents, people.Member(story.Contact).Function, story.Since, Ceilings.Default,
                    time.At(30, people.Acting(story.Contact)))));
    });

    private void PlanCraft(WorkspaceStore store, DemoPeople people, DemoClock time, Dictionary<string, Opgave> opgaven)
    {
        foreach (var story in stories.Craft.Reflections)
            time.Plan(story.DaysAgo, () =>
            {
                var act = time.At(story.DaysAgo, people.Acting(story.Author));
                var reflection = Must(Reflection.Write(story.Text, story.Opgave is { } id ? opgaven[id].Id : null, act));
                if (story.State == ReflectionState.Shared)
                    Must(reflection.Share(act));
                store.Add(reflection);
            });
        foreach (var story in stories.Craft.ScaleExperiences)
            time.Plan(story.DaysAgo, () => store.Add(Must(ScaleExperience.Tell(story.Area, story.Size, story.Because, time.At(story.DaysAgo, people.Acting(story.Author))))));
        foreach (var story in stories.Craft.Offers)
            time.Plan(150, () => store.Add(Must(CraftOffer.Make(story.Kind, story.Title, story.Text, story.Reach, time.At(150, people.Acting(story.By))))));
        foreach (var story in stories.Craft.PeerGroups)
            time.Plan(100, () =>
            {
                var known = story.Members.Where(people.Knows).ToList();
                var act = time.At(100, people.Acting(known[0]));
                var group = Must(PeerGroup.Form(story.Theme, [.. known.Select(person => people.Member(person).Id)], act));
                Must(group.MoveTo(PeerGroupState.Meeting, story.Because, act));
                store.Add(group);
                foreach (var note in story.Notes ?? [])
                    store.Add(Must(PeerNote.Write(group, note, act)));
                foreach (var other in stories.Organisations.Where(organisation => organisation.Tenant && TenantOf(organisation.Area) != store.Tenant))
                    store.Add(Must(Exchange.Offer(TenantOf(other.Area), story.Theme, story.Because, act)));
            });
    }
}
