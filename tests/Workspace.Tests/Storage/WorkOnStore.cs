// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Peers;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Reflections;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Tasks;
using Schakel.Workspace.WorkAreas;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

public sealed class WorkOnSqlite(SqliteUnderTest store) : WorkOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class WorkOnPostgres(PostgresUnderTest store) : WorkOnStore(store), IClassFixture<PostgresUnderTest>;

/// <summary>The rest of the work of an opgave and its surroundings, by way of the use cases, on a real store.</summary>
public abstract class WorkOnStore(StoreUnderTest store)
{
    [Fact]
    public async Task Inv9_A_local_lead_under_a_high_waterbed_risk_is_agreed_only_with_a_fixed_plan_and_a_partner_for_the_surroundings()
    {
        var town = await In(store);
        var opgave = await town.WithApproach(waterbed: "high");
        Refused("waterbed-needs-plan", await town.Opgaven.Agree(town["coordinator"], opgave.Id, null, "Zo", Cancel));

        var plan = Answer(await town.Plans.Draft(town["analyst"], opgave.Id, "overlast", new(["BU1"], ["BU2"], ["BU3"], ["BU9"]),
            new(new(2025, 1, 1), new(2025, 12, 31)), new(new(2026, 4, 1), new(2027, 3, 31)), "stadsdeel", Cancel));
        Refused("waterbed-needs-plan", await town.Opgaven.Agree(town["coordinator"], opgave.Id, null, "Zo", Cancel));
        Refused("not-allowed", await town.Plans.Fix(town["analyst"], town.MemberOf("colleague"), plan.Id, plan.Version, "alleen", Cancel));
        Answer(await town.Plans.Fix(town["analyst"], town.MemberOf("coordinator"), plan.Id, plan.Version, "samen", Cancel));
        Refused("waterbed-needs-partner", await town.Opgaven.Agree(town["coordinator"], opgave.Id, null, "Zo", Cancel));
        Answer(await new NetworkWork(town.Room).Take(town["coordinator"], opgave.Id, "stadsdeel", null, town.Jeugd.Id, Cancel));

        Assert.Equal(OpgaveState.Agreed, Answer(await town.Opgaven.Agree(town["coordinator"], opgave.Id, null, "Zo", Cancel)).State);
    }

    [Fact]
    public async Task Inv10_Figures_of_afterwards_are_not_loaded_before_the_plan_is_fixed_and_amending_brands_what_was_measured()
    {
        var town = await In(store);
        var opgave = await town.Judged();
        PlanPeriod before = new(new(2023, 1, 1), new(2023, 12, 31)), after = new(new(2024, 1, 1), new(2024, 12, 31));
        var plan = Answer(await town.Plans.Draft(town["analyst"], opgave.Id, "overlast", new(["BU1"], ["BU2"], ["BU3"], ["BU9"]), before, after, "stadsdeel", Cancel));
        Refused("plan-not-fixed", await town.Plans.Await(town["analyst"], plan.Id, "politie 2024", Cancel));
        Answer(await town.Plans.Fix(town["coordinator"], town.MemberOf("analyst"), plan.Id, null, "samen", Cancel));
        var measurement = Answer(await town.Plans.Await(town["analyst"], plan.Id, "politie 2024", Cancel));
        Answer(await town.Plans.Report(town["analyst"], measurement.Id, measurement.Version, new(-129, -170, -88, 40), new(27, -30, 84, 73), "Minder dan 73", "gemeten", Cancel));

        Answer(await town.Plans.Amend(town["analyst"], town.MemberOf("coordinator"), plan.Id, null, new(["BU1"], ["BU2"], ["BU4"], ["BU9"]), before, after, "controle viel weg", Cancel));

        await using var open = town.Stores.For(town.Tenant);
        var read = await open.Measurements.SingleAsync(row => row.Id == measurement.Id, Cancel);
        Assert.True(read.AmendedAfterwards);
        Assert.Equal(new MeasuredChange(27, -30, 84, 73), read.Outside);
        Assert.True((await open.MeasuringPlans.SingleAsync(row => row.Id == plan.Id, Cancel)).AfterHadBegun);
    }

    [Fact]
    public async Task An_opgave_goes_to_another_scale_and_comes_back_and_its_story_says_why()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Overlast", "Wat zien we?", "wijk", Cancel));

        Refused("not-allowed", await town.Handovers.Ask(town["adviser"], opgave.Id, HandoverKind.Whole, "wijk", town.Wijkteam.Id, "gemeente", "Niet van mij", null, Cancel));
        var asked = Answer(await town.Handovers.Ask(town["coordinator"], opgave.Id, HandoverKind.Whole, "wijk", town.Jeugd.Id, "gemeente", "Te groot voor ons", new DateOnly(2026, 6, 1), Cancel));
        Assert.Equal(HandoverWay.Home, asked.Way);
        Refused("handover-already-open", await town.Handovers.Ask(town["coordinator"], opgave.Id, HandoverKind.Whole, "wijk", town.Straatwerk.Id, "buurt", "Of zij", null, Cancel));
        Refused("not-allowed", await town.Handovers.Accept(town["coordinator"], asked.Id, asked.Version, "Zelf ja zeggen", Cancel));
        Answer(await town.Handovers.Accept(town["adviser"], asked.Id, asked.Version, "Jeugd pakt het op", Cancel));
        Assert.Equal((town.Jeugd.Id, "gemeente"), await HolderOf(town, opgave.Id));
        Refused("handover-needs-why-not", await town.Handovers.Return(town["adviser"], asked.Id, null, " ", Cancel));
        Answer(await town.Handovers.Return(town["adviser"], asked.Id, null, "Het speelt in één straat", Cancel));
        Assert.Equal((town.Wijkteam.Id, "wijk"), await HolderOf(town, opgave.Id));

        var story = Answer(await town.Stories.OfOpgave(town["colleague"], opgave.Id, Cancel));
        Assert.Equal(
            ["Wat zien we?", "Te groot voor ons", "Jeugd pakt het op", "Jeugd pakt het op", "Het speelt in één straat", "Het speelt in één straat"], story.Select(line => line.Because));
        Assert.Equal("Naam van adviser", story[2].Who);
        Assert.Equal("adviser", Answer(await town.Stories.OfOpgave(town["director"], opgave.Id, Cancel))[2].Who);
    }

    [Fact]
    public async Task A_partner_reads_only_opgaven_of_its_own_table()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Overlast", "Wat zien we?", null, Cancel));
        Answer(await town.Opgaven.AddArea(town["coordinator"], opgave.Id, "buurt", "BU1", "Havenbuurt", Cancel));

        Refused("not-allowed", await town.Stories.OfOpgave(town["partner"], opgave.Id, Cancel));
        Assert.Empty(Answer(await town.Stories.OfPlace(town["partner"], "BU1", Cancel)));
        Refused("not-allowed", await town.Judgements.Give(town["partner"], opgave.Id, "buurt", 1, 1, LeverKind.Direct, Authority.Own, "Wij zien dit", Cancel));
        Answer(await new NetworkWork(town.Room).Take(town["coordinator"], opgave.Id, null, "youth work", town.Straatwerk.Id, Cancel));

        Assert.NotEmpty(Answer(await town.Stories.OfOpgave(town["partner"], opgave.Id, Cancel)));
        Assert.NotEmpty(Answer(await town.Stories.OfPlace(town["partner"], "BU1", Cancel)));
        Answer(await town.Judgements.Give(town["partner"], opgave.Id, "buurt", 1, 1, LeverKind.Direct, Authority.Own, "Wij zien dit", Cancel));
        Refused("not-allowed", await town.Opgaven.Move(town["partner"], opgave.Id, null, OpgaveState.Explored, "verder", Cancel));
    }

    [Fact]
    public async Task A_professional_moves_an_opgave_only_when_the_own_organisation_leads()
    {
        var town = await In(store);
        var opgave = await town.WithApproach();
        Answer(await town.Opgaven.Agree(town["colleague"], opgave.Id, null, "Wij trekken", Cancel));

        Answer(await town.Approaches.SetRole(town["coordinator"], opgave.Id, null, "buurt", ApproachRole.Lead, town.Straatwerk.Id, "Straatwerk trekt", Cancel));

        Refused("not-allowed", await town.Opgaven.Move(town["colleague"], opgave.Id, null, OpgaveState.Underway, "beginnen", Cancel));
    }

    [Fact]
    public async Task A_private_reflection_is_not_there_for_who_knows_its_address()
    {
        var town = await In(store);
        var work = new ReflectionWork(town.Room);
        var reflection = Answer(await work.Write(town["colleague"], "Ik wilde vooral rust.", null, Cancel));

        Refused("no-such-item", await work.Read(town["coordinator"], reflection.Id, Cancel));
        Refused("not-allowed", await work.Share(town["coordinator"], reflection.Id, Cancel));
        Assert.Empty(Answer(await work.All(town["coordinator"], Cancel)));
        Answer(await work.Share(town["colleague"], reflection.Id, Cancel));
        Assert.Equal("Ik wilde vooral rust.", Answer(await work.Read(town["coordinator"], reflection.Id, Cancel)).Text);
        Answer(await work.TakeBack(town["colleague"], reflection.Id, Cancel));
        Refused("no-such-item", await work.Read(town["coordinator"], reflection.Id, Cancel));
    }

    [Fact]
    public async Task A_gap_is_answered_in_words_by_its_addressee_alone()
    {
        var town = await In(store);
        var work = new GapWork(town.Room);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Schulden", "Wat zien we?", null, Cancel));
        Refused("gap-needs-addressee", await work.Raise(town["coordinator"], opgave.Id, "De drempel is te hoog", null, Cancel));
        var gap = Answer(await work.Raise(town["coordinator"], opgave.Id, "De drempel is te hoog", town.Jeugd.Id, Cancel));

        Refused("not-allowed", await work.Receive(town["coordinator"], gap.Id, null, "zelf", Cancel));
        Answer(await work.Receive(town["adviser"], gap.Id, null, "We kijken", Cancel));
        Answer(await work.Forward(town["adviser"], gap.Id, null, town.Wijkteam.Id, "Van het wijkteam", Cancel));
        Refused("not-allowed", await work.Receive(town["adviser"], gap.Id, null, "niet meer van ons", Cancel));
    }

    [Fact]
    public async Task Inv14_A_complaint_on_a_central_task_reaches_its_owner_at_once_and_only_who_answers_sees_the_contact()
    {
        var town = await In(store);
        var direction = new DirectionWork(town.Room);
        var task = Answer(await direction.DraftTask(town["adviser"], "Strooien", Steering.Central, town.Jeugd.Id, "we bellen terug", Cancel));
        Refused("no-such-item", await town.Signals.Give(town.Visitor, SignalSource.Resident, "Glad", new(155_000, 463_000), null, task.Id, null, Cancel));
        Answer(await direction.PutTaskInForce(town["adviser"], task.Id, task.Version, "besloten", Cancel));
        Answer(await new WorkAreaWork(town.Room).Form(town["coordinator"], "Team Zuid", town.Wijkteam.Id, "BU1", 2500, "Loket", new DateOnly(2024, 1, 1), Cancel));

        var signal = Answer(await town.Signals.Give(town.Visitor, SignalSource.Resident, "De brug is glad", new(155_000, 463_000), "06-12345678", task.Id, "BU1", Cancel));

        Assert.Equal((SignalState.Routed, town.Jeugd.Id, town.Wijkteam.Id), (signal.State, signal.Owner, signal.AreaContact));
        Refused("not-allowed", await town.Signals.Contact(town["director"], signal.Id, Cancel));
        Assert.Equal("06-12345678", Answer(await town.Signals.Contact(town["adviser"], signal.Id, Cancel)));
        Refused("complaint-needs-answer", await town.Signals.Close(town["adviser"], signal.Id, signal.Version, "klaar", Cancel));
        Answer(await town.Signals.Reply(town["adviser"], signal.Id, signal.Version, "Er komt een zoutkist.", Cancel));
        Answer(await town.Signals.Close(town["adviser"], signal.Id, null, "gebeld", Cancel));
    }

    [Fact]
    public async Task A_no_to_a_question_leaves_no_trace()
    {
        var town = await In(store);
        var work = new OfferWork(town.Room);
        var offer = Answer(await work.Make(town.Visitor, "koffie", 500, "E1550N4630", "a@example.org", consent: true, Cancel));
        var ask = Answer(await work.Ask(town["colleague"], offer.Id, null, "Komt u?", Cancel));
        Assert.Equal("a@example.org", Answer(await work.Contact(town["colleague"], ask.Id, Cancel)));

        Answer(await work.SayNo(town.Visitor, ask.Id, Cancel));

        await using var open = town.Stores.For(town.Tenant);
        Assert.False(await open.Asks.AnyAsync(Cancel));
        Assert.False(await open.History.AnyAsync(line => line.Subject == ask.Id, Cancel));
        Assert.Single((await open.Offers.SingleAsync(Cancel)).Asked.At);
    }

    [Fact]
    public async Task Inv16_Areas_are_decided_by_two_roles_from_two_different_proposals()
    {
        var town = await In(store);
        var work = new WorkAreaWork(town.Room);
        UnitFigures[] units = [new("A", 100, 40), new("B", 100, 40)];
        var one = Answer(await work.Propose(town["analyst"], "Eén", new Dictionary<string, IReadOnlyList<string>> { ["een"] = ["A", "B"] }, units, null, Cancel));
        var two = Answer(await work.Propose(town["coordinator"], "Twee", new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["A"], ["b"] = ["B"] }, units, null, Cancel));

        Refused("not-allowed", await work.Decide(town["coordinator"], town.MemberOf("coordinator"), one.Id, [one.Id, two.Id], "zo", Cancel));
        Refused("decision-needs-two-proposals", await work.Decide(town["coordinator"], town.MemberOf("adviser"), one.Id, [one.Id], "zo", Cancel));
        Answer(await work.Decide(town["coordinator"], town.MemberOf("adviser"), one.Id, [one.Id, two.Id], "zo", Cancel));

        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal(WorkAreaProposalState.Decided, (await open.WorkAreaProposals.SingleAsync(row => row.Id == one.Id, Cancel)).State);
    }

    [Fact]
    public async Task Residents_start_ask_and_draw_without_an_account_and_the_page_of_a_place_names_a_contact()
    {
        var town = await In(store);
        var work = new ResidentWork(town.Room);
        Answer(await work.Draw(town.Visitor, "POLYGON ((155000 463000, 155100 463000, 155100 463100, 155000 463000))", "E1550N4630", null, null, consent: true, Cancel));
        var request = Answer(await work.Challenge(town.Visitor, "Wij doen het groen", "Met de straat", null, "a@example.org", mayBePublic: true, Cancel));
        Refused("not-allowed", await work.Decide(town.Visitor, request.Id, null, ChallengeState.Granted, "ja", Cancel));
        Refused("move-not-possible", await work.Decide(town["adviser"], request.Id, null, ChallengeState.Granted, "ja", Cancel));
        Answer(await work.Talk(town["adviser"], request.Id, null, "we praten", Cancel));
        Answer(await work.Decide(town["adviser"], request.Id, null, ChallengeState.PartlyGranted, "de perken wel, de bomen niet", Cancel));

        var page = Answer(await new PlaceReading(town.Room).Page(town.Visitor, ["BU9"], [], Cancel));

        Assert.Equal("Loket Proefstad, telefoon 14 099", page.Contact);
        Assert.Empty(page.GoingOn);
        Assert.Empty(Answer(await new PlaceReading(town.Room).Board(town.Visitor, Cancel)).Challenges);
        Answer(await work.MakePublic(town["adviser"], request.Id, Cancel));
        Assert.Equal("Wij doen het groen", Assert.Single(Answer(await new PlaceReading(town.Room).Board(town.Visitor, Cancel)).Challenges).Title);
    }

    [Fact]
    public async Task A_drawing_goes_at_once_by_its_private_link_without_a_trace_and_only_in_its_own_municipality()
    {
        var (town, elsewhere) = (await In(store), await In(store));
        var (work, mine, other) = (new ResidentWork(town.Room), PrivateLink.New(), PrivateLink.New());
        DrawnNeighbourhood drawn = await Draw(mine), kept = await Draw(other);

        Refused("no-such-item", await work.WithdrawDrawing(town.Visitor, PrivateLink.New(), Cancel));
        Refused("no-such-item", await work.WithdrawDrawing(elsewhere.Visitor, mine, Cancel));
        Refused("no-such-item", await work.DrawingBehind(elsewhere.Visitor, mine, Cancel));
        Assert.Equal(drawn.Id, Answer(await work.DrawingBehind(town.Visitor, mine, Cancel)).Id);
        Answer(await work.WithdrawDrawing(town.Visitor, mine, Cancel));

        Refused("no-such-item", await work.WithdrawDrawing(town.Visitor, mine, Cancel));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal(kept.Id, (await open.DrawnNeighbourhoods.SingleAsync(Cancel)).Id);
        Assert.False(await open.History.AnyAsync(line => line.Subject == drawn.Id, Cancel));

        async Task<DrawnNeighbourhood> Draw(PrivateLink link) => Answer(await work.Draw(
            town.Visitor, "POLYGON ((155000 463000, 155100 463000, 155100 463100, 155000 463000))", "E1550N4630", null, null, consent: true, Cancel, link));
    }

    [Fact]
    public async Task An_opgave_is_public_in_the_words_told_for_residents_and_no_longer_than_colleagues_let_it()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Hangjongeren", "Interne vraag", "buurt", Cancel));
        Answer(await town.Opgaven.AddArea(town["coordinator"], opgave.Id, "buurt", "BU9", "Uiterdijk", Cancel));
        Answer(await town.Opgaven.AddPosition(town["coordinator"], opgave.Id, "jongeren", "Wij willen een plek", Cancel));
        var (stories, reading) = (new PublicStoryWork(town.Room), new PlaceReading(town.Room));
        Assert.Empty(Answer(await reading.Page(town.Visitor, ["BU9"], [], Cancel)).GoingOn);

        Refused("not-allowed", await stories.Tell(town.Visitor, opgave.Id, "Ons plein", "Wij praten", null, null, showsPositions: false, Cancel));
        Answer(await stories.Tell(town["coordinator"], opgave.Id, "Ons plein", "Wij praten", null, null, showsPositions: false, Cancel));
        Answer(await stories.Tell(town["coordinator"], opgave.Id, "Samen op het plein", "Wij praten", "De hal is open", "april", showsPositions: true, Cancel));
        var item = Assert.Single(Answer(await reading.Page(town.Visitor, ["BU9"], [], Cancel)).GoingOn);

        Assert.Equal(("Samen op het plein", "De hal is open", "april"), (item.Title, item.Became, item.NextNews));
        Assert.Equal([new PublicPosition("jongeren", "Wij willen een plek")], item.Positions);
        Answer(await stories.TakeDown(town["coordinator"], opgave.Id, "Het is klaar", Cancel));
        Assert.Empty(Answer(await reading.Page(town.Visitor, ["BU9"], [], Cancel)).GoingOn);
    }

    [Fact]
    public async Task An_offer_is_found_by_its_private_link_alone_and_a_no_leaves_no_trace()
    {
        var town = await In(store);
        var (work, link) = (new OfferWork(town.Room), PrivateLink.New());
        var offer = Answer(await work.Leave(town.Visitor, "buiten", 800, 1, "E1550N4630", "a@example.org", consent: true, link, Cancel));
        Refused("no-such-item", await work.Behind(town.Visitor, PrivateLink.New(), Cancel));
        Assert.Equal(offer.Id, Assert.Single(Answer(await work.Open(town["colleague"], Cancel)).Offers).Id);
        Answer(await work.Ask(town["colleague"], offer.Id, null, "Helpt u planten?", Cancel));
        var behind = Answer(await work.Behind(town.Visitor, link, Cancel));

        Answer(await work.SayNo(town.Visitor, Assert.Single(behind.Asks).Id, Cancel));
        Refused("asked-as-often-as-chosen", await work.Ask(town["colleague"], offer.Id, null, "Nog eens?", Cancel));

        var board = Answer(await work.Open(town["colleague"], Cancel));
        Assert.Empty(board.Offers);
        Assert.Empty(board.Asks);
        Answer(await work.Withdraw(town.Visitor, offer.Id, Cancel));
        Refused("no-such-item", await work.Behind(town.Visitor, link, Cancel));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Null((await open.Offers.SingleAsync(Cancel)).Contact);
    }

    [Fact]
    public async Task Inv28_Of_an_exchange_the_other_municipality_sees_the_text_only_once_both_accepted()
    {
        var (one, other, third) = (await In(store), await In(store), await In(store));
        var offered = Answer(await new PeerWork(one.Room).Offer(one["coordinator"], other.Tenant, "Onze ladder", "Wij hebben kernen", Cancel));

        Assert.Equal([("Onze ladder", null)], Answer(await new PeerWork(other.Room).Exchanged(other["coordinator"], Cancel)));
        Answer(await new PeerWork(other.Room).Accept(other["coordinator"], offered.Id, accepts: true, Cancel));
        Assert.Equal([("Onze ladder", "Wij hebben kernen")], Answer(await new PeerWork(other.Room).Exchanged(other["coordinator"], Cancel)));
        Answer(await new PeerWork(one.Room).Accept(one["coordinator"], offered.Id, accepts: false, Cancel));
        Assert.Equal([("Onze ladder", null)], Answer(await new PeerWork(other.Room).Exchanged(other["coordinator"], Cancel)));
        Assert.Empty(Answer(await new PeerWork(third.Room).Exchanged(third["coordinator"], Cancel)));
        Refused("no-such-item", await new PeerWork(third.Room).Accept(third["coordinator"], offered.Id, accepts: true, Cancel));
    }

    [Fact]
    public async Task Notes_of_peers_are_for_the_members_of_the_group()
    {
        var town = await In(store);
        var work = new PeerWork(town.Room);
        var group = Answer(await work.Form(town["coordinator"], "Intervisie", [town.MemberOf("coordinator").Id, town.MemberOf("adviser").Id], Cancel));
        Answer(await work.Note(town["adviser"], group.Id, "Wat we leerden", Cancel));

        Refused("not-allowed", await work.Notes(town["colleague"], group.Id, Cancel));
        Assert.Equal("Wat we leerden", Assert.Single(Answer(await work.Notes(town["coordinator"], group.Id, Cancel))).Text);
    }

    [Fact]
    public async Task A_new_ladder_changes_nothing_that_was_made_with_the_old_one()
    {
        var town = await In(store);
        var opgave = await town.Judged();
        var advice = Answer(await town.Judgements.Advise(town["coordinator"], opgave.Id, Cancel));
        var work = new DirectionWork(town.Room);
        Refused("no-supra-local-level", await work.DraftLadder(town["administrator"], "Laag", [new("buurt", "buurt", 1, false)], Cancel));
        var ladder = Answer(await work.DraftLadder(town["administrator"], "Met kernen", [new("kern", "kern", 1, false), new("gemeente", "stad", 4, true)], Cancel));
        Answer(await work.PutLadderInForce(town["administrator"], ladder.Id, null, "besloten", Cancel));

        Assert.Equal("buurt", Answer(await town.Judgements.Show(town["coordinator"], opgave.Id, Cancel)).Result.Lead);
        Assert.Equal(advice.Hash, Answer(await town.Judgements.Show(town["coordinator"], opgave.Id, Cancel)).Advice.Hash);
        Refused("level-not-on-ladder", await town.Opgaven.Open(town["coordinator"], "Nieuw", "Wat?", "wijk", Cancel));
    }

    private static async Task<(Guid?, string?)> HolderOf(TestMunicipality town, Guid opgave)
    {
        await using var open = town.Stores.For(town.Tenant);
        var read = await open.Opgaven.SingleAsync(row => row.Id == opgave, Cancel);
        return (read.Holder, read.HolderLevel);
    }
}
