// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Approaches;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.History;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Members;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;
using Schakel.Workspace.Tasks;
using static Schakel.Workspace.Demo.DemoStories;
using static Schakel.Workspace.Demo.DemoTown;

namespace Schakel.Workspace.Demo;

/// <summary>Plays one opgave of the demo town, in the order in which it happened.</summary>
internal sealed class DemoOpgave(
    WorkspaceStore store, ContactSeal seal, DemoPeople people, DemoClock time, IDemoFigures? figures, Dictionary<string, MunicipalTask> tasks,
    Dictionary<string, Vision> visions, Dictionary<string, Opgave> opgaven, OpgaveStory story)
{
    private const int HandledAfterDays = 120;

    private static readonly SignalPoint somewhere = new(155_050, 463_050);

    private readonly List<Judgement> judgements = [];
    private readonly List<Seat> seats = [];
    private readonly List<Signal> linked = [];
    private readonly List<PublishedEvidence> evidence = [];
    private Opgave opgave = null!;
    private Approach? approach;
    private MeasuringPlan? plan;

    // What agreement asks is there before it: on the day of exploring, or else of opening.
    private int PreparedOn => story.History.FirstOrDefault(move => move.To == OpgaveState.Explored)?.DaysAgo ?? story.History[0].DaysAgo;

    private string Opener => story.History[0].Who;

    internal void Plan()
    {
        foreach (var move in story.History)
            time.Plan(move.DaysAgo, () => Move(move));
        time.Plan(PreparedOn, Prepare);
        foreach (var signal in story.Signals)
            time.Plan(Math.Min(signal.DaysAgo, story.History[0].DaysAgo), () => Give(signal));
        if (story.History[0].DaysAgo > HandledAfterDays)
            time.Plan(HandledAfterDays, () => linked.ForEach(signal => Must(signal.Close("Dit hoort bij de opgave. De melder weet dat.", time.At(HandledAfterDays, people.Acting(Opener))))));
        if (story.MeasuringPlan?.Measured is { } measured)
            time.Plan(measured.DaysAgo, () => Measure(measured));
        foreach (var handover in story.Handovers)
            time.Plan(handover.DaysAgo, () => HandOver(handover));
        foreach (var gap in story.Gaps)
            time.Plan(gap.DaysAgo, () => Ask(gap));
        time.Plan(Math.Min(20, PreparedOn), () => new DemoResidents(store, seal, people, time, story).Play(opgave.Id, Opener));
        if (story.Public is { } told)
            time.Plan(Math.Min(20, PreparedOn), () => store.Add(Must(PublicStory.Tell(
                opgave.Id, told.Title, told.What, told.Became, told.NextNews, told.Positions, time.At(Math.Min(20, PreparedOn), people.Acting(Opener))))));
        if (story.YieldText is { } yield)
            time.Plan(story.History[^1].DaysAgo, () => Refuse(opgave.TellYield(yield, time.At(story.History[^1].DaysAgo, people.Acting(story.History[^1].Who)))));
    }

    private void Move(MoveStory move)
    {
        var act = time.At(move.DaysAgo, people.Acting(move.Who));
        if (move.From is null)
        {
            opgave = opgaven[story.Id] = Must(Opgave.Open(story.Title, story.Story, act));
            opgave.StartAt(story.Places.FirstOrDefault()?.Level);
            store.Add(opgave);
            foreach (var place in story.Places)
                store.Add(Must(OpgavePlace.Area(opgave.Id, place.Level, place.Code, figures?.NameOf(place.Code) ?? place.Code, act)));
            return;
        }

        switch (move.To)
        {
            case OpgaveState.Agreed:
                Must(opgave.Agree(move.Because, Agreement.Missing(opgave, Figures(), judgements, approach, plan is null ? [] : [plan], seats), act));
                if (approach!.State == ApproachState.Draft)
                    Must(approach.Agree(move.Because, act));
                break;
            case OpgaveState.Closed:
                Must(opgave.Close(story.Outcome ?? OpgaveOutcome.Unknown, move.Because, [], null, act));
                break;
            default:
                Must(opgave.MoveTo(move.To, move.Because, act));
                break;
        }
    }

    private void Prepare()
    {
        var act = time.At(PreparedOn, people.Acting(Opener));
        Publish(act);
        foreach (var given in story.Judgements)
        {
            var judgement = Must(Judgement.Give(opgave.Id, Level(given.Level), given.Cause, given.Lever, given.Kind, given.Authority, given.Because, time.At(PreparedOn, people.Acting(given.Person))));
            judgements.Add(judgement);
            store.Add(judgement);
        }

        if (story.Expectation is { } expectation)
            Refuse(opgave.Expect(expectation, act));
        foreach (var position in story.Positions)
            store.Add(Must(Position.Of(opgave.Id, position.Group, position.Text, act)));
        Shape(act);
        Sit(act);
        foreach (var use in story.Visions ?? [])
            store.Add(Must(VisionUse.Of(opgave.Id, visions[use.Vision], [], use.Because, act)));
        Part(act);
        if (story.MeasuringPlan is { } planned)
            Draft(planned);
    }

    private void Publish(Act act)
    {
        foreach (var indicator in story.Indicators)
            if (figures?.EvidenceOn(indicator) is { } shown)
            {
                var published = Must(PublishedEvidence.Publish(indicator, shown, act));
                // The same figures under two opgaven are one piece of evidence.
                published = store.ChangeTracker.Entries<PublishedEvidence>().Select(entry => entry.Entity).FirstOrDefault(known => known.Hash == published.Hash) ?? published;
                store.Add(published);
                evidence.Add(published);
                store.Add(EvidenceUse.Of(opgave.Id, published, story.Title, act));
            }

        if (evidence.Count == 0)
            Refuse(opgave.SayNoFigures(story.NoFiguresBecause ?? "De cijfers zijn hier nog niet geladen.", act));
    }

    private void Shape(Act act)
    {
        var ladder = LadderLevels.Known;
        Advice? advice = null;
        if (judgements.Count > 0 && Advice.Make(opgave.Id, opgave.Title, ladder, judgements, evidence, act).TryGet(out advice, out _))
            store.Add(advice);
        if (story.Roles.Length == 0 && story.Chain.Length == 0)
            return;

        approach = Approach.Draft(opgave.Id, act);
        store.Add(approach);
        foreach (var role in story.Roles)
        {
            var overruled = story.Overrulings.FirstOrDefault(overruling => overruling.Level == role.Level);
            var because = overruled?.Because ?? story.Judgements.FirstOrDefault(given => given.Level == role.Level)?.Because ?? story.Title;
            if (overruled is not null && advice is not null)
                store.Add(Must(Overruling.Of(advice, role.Level, overruled.To, overruled.Because, time.At(PreparedOn, people.Acting(overruled.By)))));
            Refuse(approach.SetRole(Level(role.Level), role.Role, role.Organisation is { } id ? people.Organisation(id).Id : null, because, act));
        }

        // Interventions make conditions, conditions ease the problem: the order of the story turned round.
        var steps = story.Chain.Select((step, number) => new ChainStep(number + 1, step.Step, step.Text, step.Level, null)).ToList();
        Refuse(approach.SetChain(new Chain(steps, [.. steps.Skip(1).Select(step => new ChainArrow(step.Number, step.Number - 1))]), story.Title, act));
    }

    private void Sit(Act act)
    {
        foreach (var place in story.Seats.Concat(story.EmptySeats))
        {
            var seat = Must(Seat.For(opgave.Id, null, place.Sector, act));
            if (people.OrganisationOf(place.Person, place.Organisation) is { } organisation)
                seat.Take(organisation.Id, organisation.Name, act);
            else if (place.Because is { } because)
                Refuse(seat.LeaveEmpty(because, act));
            seats.Add(seat);
            store.Add(seat);
        }
    }

    private void Part(Act act)
    {
        foreach (var part in story.Parts)
        {
            var opened = opgaven[part.Id] = Must(Opgave.Open(part.Title, part.Title, act));
            opened.StartAt(part.Levels.FirstOrDefault());
            store.Add(opened);
            store.Add(Must(OpgaveLink.Between(opened, opgave, LinkKind.PartOf, story.Title, [], act)));
        }
    }

    private void Draft(PlanStory planned)
    {
        var act = time.At(PreparedOn, people.Acting(planned.By));
        plan = Must(MeasuringPlan.Draft(opgave.Id, planned.Indicator, planned.Areas, Year(planned.Before), Year(planned.After), planned.PartnerLevel, act));
        if (Counting is { } counting && counting.In(planned.Indicator, planned.Areas, plan.Before).TryGet(out var before, out _))
            Refuse(plan.Count(before, counting.SourceOf(planned.Indicator, plan.Before)));
        if (planned.State != MeasuringPlanState.Draft)
            Must(plan.Fix(planned.Text, act));
        store.Add(plan);
    }

    // Without figures there is nothing to measure, and the plan waits.
    private void Measure(MeasuredStory told)
    {
        if (plan is not { } planned || Counting is not { } counting || !counting.Both(planned).TryGet(out var counts, out _))
            return;

        var act = time.At(told.DaysAgo, people.Acting(told.By));
        var measurement = Must(Measurement.Await(planned, counting.SourceOf(planned.Indicator, planned.After), act));
        Must(measurement.Report(counts, told.Because, act));
        store.Add(measurement);
    }

    private ZoneCounting? Counting => figures is { Counted: { } counted } ? new ZoneCounting(counted) : null;

    private static PlanPeriod Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private void Give(SignalStory told)
    {
        var about = told.Task is { } id ? tasks[id] : null;
        var visitor = Actor.Visitor(store.Tenant);
        var day = Math.Min(told.DaysAgo, story.History[0].DaysAgo);
        var point = story.Places.Select(place => place.Code).Prepend(told.Area).OfType<string>().Select(code => figures?.MiddleOf(code)).FirstOrDefault(middle => middle is not null) ?? somewhere;
        var signal = Must(Signal.Receive(told.From, told.Text, point, told.Contact, seal, about, time.At(day, visitor)));
        store.Add(signal);
        if (told.Open)
            return;
        var act = time.At(day, people.Acting(told.AnsweredBy ?? Opener));
        if (about is { Owner: { } owner })
        {
            // By itself, at once: nobody has to know who the owner is.
            Must(signal.Route(owner, about, told.Copy is { } copy ? people.Home(copy).Id : null, about.Name, time.At(day, visitor)));
            if (told.Answer is { } answer)
            {
                Must(signal.Reply(answer, act));
                Must(signal.Close(answer, act));
                // Long ago: the nightly eraser has been by.
                if (day > HandledAfterDays)
                    signal.EraseContact();
            }
        }
        else
        {
            Must(signal.Link(opgave.Id, told.Category, act));
            // What was heard long ago has been handled; whether the opgave is solved is another matter.
            linked.Add(signal);
        }
    }

    private void HandOver(HandoverStory asked)
    {
        var (from, to) = asked.Way switch
        {
            HandoverWay.Down or HandoverWay.FromHome => ("gemeente", "wijk"),
            HandoverWay.Sideways => ("wijk", "wijk"),
            _ => ("wijk", "gemeente"),
        };
        var handover = Must(Handover.Ask(
            opgave, asked.Kind, people.Home(asked.From), Level(from), people.Home(asked.To), Level(to), asked.Because, null, [], time.At(asked.DaysAgo, people.Acting(asked.From))));
        store.Add(handover);
        if (asked.State == HandoverState.Asked)
            return;

        var answering = time.At(Math.Max(0, asked.DaysAgo - 4), people.Acting(asked.To));
        var words = asked.Answer ?? asked.Because;
        if (asked.State == HandoverState.Declined)
        {
            Must(handover.Decline(words, answering));
            return;
        }

        Must(handover.Accept(asked.State == HandoverState.Accepted ? words : asked.Because, answering));
        if (asked.State == HandoverState.Returned)
            Must(handover.Return(words, answering));
        else if (asked.State == HandoverState.Completed)
            Must(handover.Complete(words, answering));
    }

    private void Ask(GapStory asked)
    {
        var gap = Must(PolicyGap.Raise(asked.Text, people.Home(asked.To), opgave.Id, time.At(asked.DaysAgo, people.Acting(asked.RaisedBy))));
        store.Add(gap);
        if (asked.State == PolicyGapState.Raised)
            return;

        var answering = time.At(Math.Max(0, asked.DaysAgo - 10), people.Acting(asked.To));
        Must(gap.Receive("We hebben de vraag gelezen.", answering));
        if (asked.State == PolicyGapState.Explained)
            Must(gap.Explain(asked.Answer ?? "", answering));
        else if (asked.State == PolicyGapState.Adopted)
            Must(gap.Adopt(asked.Answer ?? "", answering));
    }

    private Analysis.Advice.ProblemEvidence? Figures() => evidence.Count == 0 ? null : AdviceMaking.Combined([.. evidence.Select(published => Must(published.Figures()))]);

    private static LadderLevel Level(string id) => Must(LadderLevels.Known.Require(id));

    private static void Refuse(Analysis.Reason? refusal)
    {
        if (refusal is not null)
            throw new InvalidDataException($"The demo town breaks a rule: {refusal.Code}: {refusal.Detail}");
    }
}
