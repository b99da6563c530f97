// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Advice;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.History;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Reflections;
using Schakel.Workspace.Tasks;
using static Schakel.Workspace.Tests.Invariants.Somebody;

namespace Schakel.Workspace.Tests.Invariants;

/// <summary>The rules of the domain (numbers as in its list) that need no store.</summary>
public sealed class InvariantTests
{
    private static readonly PlanAreas areas = new(["A"], ["B"], ["C"], ["D"]);
    private static readonly PlanPeriod before = new(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31)), after = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));

    private static LadderLevel Level(string id) => LadderLevels.Known.Find(id)!;

    private static Opgave Opened(string title = "Overlast") => Answer(Opgave.Open(title, "Wat zien we?", Doing));

    [Fact]
    public void Every_move_needs_a_reason_and_leaves_a_line()
    {
        var opgave = Opened();

        Refused("move-needs-reason", opgave.MoveTo(OpgaveState.Explored, "  ", Doing));
        Assert.Equal(OpgaveState.Noticed, opgave.State);
        Refused("move-not-possible", opgave.MoveTo(OpgaveState.Underway, "Snel beginnen", Doing));
        var line = Answer(opgave.MoveTo(OpgaveState.Explored, "Eerst kijken", Doing));

        Assert.Equal(("state", "noticed", "explored", "Eerst kijken", Doing.By.Member), (line.What, line.From, line.To, line.Because, line.By));
    }

    [Fact]
    public void Inv4_A_part_of_a_part_cannot_hold_the_whole_over_any_number_of_steps()
    {
        var opgaven = Enumerable.Range(0, 5).Select(number => Opened($"Opgave {number}")).ToList();
        var links = new List<OpgaveLink>();
        for (var i = 0; i < 4; i++)
            links.Add(Answer(OpgaveLink.Between(opgaven[i], opgaven[i + 1], LinkKind.PartOf, "hoort erbij", links, Doing)));

        Refused("part-of-itself", OpgaveLink.Between(opgaven[4], opgaven[0], LinkKind.PartOf, "rond", links, Doing));
        Refused("part-of-itself", OpgaveLink.Between(opgaven[2], opgaven[2], LinkKind.SamePlace, "zelf", links, Doing));
        Refused("link-twice", OpgaveLink.Between(opgaven[0], opgaven[1], LinkKind.PartOf, "weer", links, Doing));
        Answer(OpgaveLink.Between(opgaven[4], opgaven[0], LinkKind.MayCause, "een ander verband mag rond gaan", links, Doing));
    }

    [Fact]
    public void Inv4_Closing_says_what_happens_to_parts_that_are_open()
    {
        var (whole, part) = (Opened(), Opened("Deel"));

        Refused("open-parts-need-words", whole.Close(OpgaveOutcome.Better, "Het is rustiger", [part], null, Doing));
        Assert.Equal(OpgaveState.Noticed, whole.State);
        Answer(whole.Close(OpgaveOutcome.Better, "Het is rustiger", [part], "Het deel gaat zelf verder", Doing));

        Assert.Equal((OpgaveState.Closed, OpgaveOutcome.Better), (whole.State, whole.Outcome));
        Answer(whole.MoveTo(OpgaveState.Explored, "Toch weer", Doing));
        Refused("close-by-closing", whole.MoveTo(OpgaveState.Closed, "Klaar", Doing));
    }

    [Fact]
    public void Inv2_An_agreed_approach_cannot_lose_its_supra_local_role()
    {
        var approach = Approach.Draft(Guid.NewGuid(), Doing);
        var jeugd = Guid.NewGuid();
        Assert.Null(approach.SetRole(Level("buurt"), ApproachRole.Lead, jeugd, "daar", Doing));
        Refused("approach-needs-supra-local", approach.Agree("zo", Doing));
        Assert.Null(approach.SetRole(Level("gemeente"), ApproachRole.Counterpart, jeugd, "zij", Doing));
        Answer(approach.Agree("zo", Doing));

        Assert.Equal("approach-needs-supra-local", approach.SetRole(Level("gemeente"), ApproachRole.None, null, "toch niet", Doing)!.Code);
        Assert.Equal("approach-needs-supra-local", approach.SetRole(Level("gemeente"), ApproachRole.Counterpart, null, "zonder naam", Doing)!.Code);
        Assert.Equal(jeugd, approach.Roles.At("gemeente")!.Organisation);
        Assert.Null(approach.SetRole(Level("regio"), ApproachRole.Partial, jeugd, "ook de regio", Doing));
        Assert.Equal(ApproachState.Revised, approach.State);
    }

    [Theory]
    [InlineData(ApproachRole.Lead, true)]
    [InlineData(ApproachRole.ProvisionalLead, true)]
    [InlineData(ApproachRole.CoLead, true)]
    [InlineData(ApproachRole.Partial, true)]
    [InlineData(ApproachRole.Counterpart, true)]
    [InlineData(ApproachRole.CounterpartByDuty, true)]
    [InlineData(ApproachRole.AgendaSetting, false)]
    [InlineData(ApproachRole.FindingPlace, false)]
    [InlineData(ApproachRole.Supplementary, false)]
    public void Inv2_Which_roles_above_the_wijk_answer_the_duty(ApproachRole role, bool answers)
    {
        var approach = Approach.Draft(Guid.NewGuid(), Doing);
        Assert.Null(approach.SetRole(Level("regio"), role, Guid.NewGuid(), "omdat", Doing));

        Assert.Equal(answers, approach.Missing().Count == 0);
    }

    [Fact]
    public void Inv12_A_level_that_creates_conditions_needs_a_condition_in_the_chain()
    {
        var approach = Approach.Draft(Guid.NewGuid(), Doing);
        approach.SetRole(Level("wijk"), ApproachRole.Enabling, Guid.NewGuid(), "plek", Doing);
        approach.SetRole(Level("gemeente"), ApproachRole.Counterpart, Guid.NewGuid(), "stad", Doing);
        Refused("enabling-needs-condition", approach.Agree("zo", Doing));

        Assert.Null(approach.SetChain(new Chain(
            [new(1, ChainPart.Problem, "Overlast", null, null), new(2, ChainPart.Condition, "Een plek voor de avond", "wijk", "sport"), new(3, ChainPart.Intervention, "Sporthal open", null, null)],
            [new(3, 2), new(2, 1)]), "zo helpt het", Doing));

        Answer(approach.Agree("zo", Doing));
    }

    [Fact]
    public void A_chain_does_not_go_round_nor_lead_nowhere()
    {
        var approach = Approach.Draft(Guid.NewGuid(), Doing);
        ChainStep one = new(1, ChainPart.Problem, "Een", null, null), two = new(2, ChainPart.Condition, "Twee", null, null);

        Assert.Equal("chain-not-a-chain", approach.SetChain(new Chain([one, two], [new(1, 2), new(2, 1)]), "rond", Doing)!.Code);
        Assert.Equal("chain-not-a-chain", approach.SetChain(new Chain([one], [new(1, 9)]), "nergens", Doing)!.Code);
        Assert.Equal("chain-not-a-chain", approach.SetChain(new Chain([one, one], []), "dubbel", Doing)!.Code);
        Assert.Equal("text-missing", approach.SetChain(new Chain([one with { Text = " " }], []), "leeg", Doing)!.Code);
    }

    [Fact]
    public void Inv10_Figures_of_afterwards_wait_until_the_plan_is_fixed_and_a_later_change_brands_them()
    {
        var plan = Answer(MeasuringPlan.Draft(Guid.NewGuid(), "overlast", areas, before, after, "stadsdeel", Doing));
        Refused("plan-not-fixed", Measurement.Await(plan, "politie 2024", Doing));

        Answer(plan.Fix("samen vastgelegd", Doing with { At = new DateTimeOffset(2023, 12, 1, 0, 0, 0, TimeSpan.Zero) }));
        Assert.False(plan.AfterHadBegun);
        var measurement = Answer(Measurement.Await(plan, "politie 2024", Doing));
        Assert.False(measurement.AmendedAfterwards);
        Refused("move-not-possible", plan.Fix("nog eens", Doing));

        Answer(plan.Amend(areas with { Control = ["E"] }, before, after, "Controle viel weg", Doing));
        Assert.True(Answer(Measurement.Await(plan, "politie 2024", Doing)).AmendedAfterwards);
        var late = Answer(MeasuringPlan.Draft(Guid.NewGuid(), "overlast", areas, before, after, "stadsdeel", Doing));
        Answer(late.Fix("te laat", Doing));
        Assert.True(late.AfterHadBegun);
    }

    [Fact]
    public void Inv11_A_measurement_says_what_it_could_not_have_seen_inside_and_outside_apart()
    {
        var plan = Answer(MeasuringPlan.Draft(Guid.NewGuid(), "overlast", areas, before, after, "stadsdeel", Doing));
        Answer(plan.Fix("samen", Doing));
        var measurement = Answer(Measurement.Await(plan, "politie 2024", Doing));
        MeasuredChange inside = new(-129, -170, -88, 40), outside = new(27, -30, 84, 73);

        Refused("measurement-needs-smallest-effect", measurement.Report(inside, outside with { SmallestVisible = 0 }, "Minder dan 73", "gemeten", Doing));
        Refused("measurement-needs-smallest-effect", measurement.Report(inside with { Low = 0, High = -1 }, outside, "Minder dan 73", "gemeten", Doing));
        Refused("measurement-needs-smallest-effect", measurement.Report(inside, outside, " ", "gemeten", Doing));
        Answer(measurement.Report(inside, outside, "Minder dan 73 meldingen hadden we niet kunnen zien.", "gemeten", Doing));

        Assert.Equal((inside, outside), (measurement.Inside, measurement.Outside));
    }

    [Theory]
    [InlineData("A", "A", "C", "D")]
    [InlineData("A", "", "C", "D")]
    [InlineData("", "B", "C", "D")]
    [InlineData("A", "B", "", "D")]
    [InlineData("A", "B", "C", "")]
    [InlineData("A", "B", "C", "C")]
    public void A_plan_names_treated_ring_and_control_and_no_area_twice(string treated, string ring, string control, string ringControl) => Refused("plan-areas-not-usable", MeasuringPlan.Draft(
        Guid.NewGuid(), "overlast", new(Codes(treated), Codes(ring), Codes(control), Codes(ringControl)), before, after, "stadsdeel", Doing));

    [Fact]
    public void Inv13_A_task_that_is_steered_centrally_has_an_owner_and_says_what_room_there_is()
    {
        var owner = Guid.NewGuid();

        Refused("task-needs-owner", MunicipalTask.Draft("Strooien", Steering.Central, null, "we bellen terug", Doing));
        Refused("task-needs-room", MunicipalTask.Draft("Strooien", Steering.Mixed, owner, " ", Doing));
        Answer(MunicipalTask.Draft("Strooien", Steering.Central, owner, "we bellen terug", Doing));
        Answer(MunicipalTask.Draft("Groen", Steering.ByArea, null, null, Doing));
    }

    [Fact]
    public void Inv18_A_level_with_a_role_or_a_sector_in_the_chain_without_anybody_is_an_empty_seat_until_filled_or_left_empty_on_purpose()
    {
        var opgave = Guid.NewGuid();
        var approach = Approach.Draft(opgave, Doing);
        approach.SetRole(Level("wijk"), ApproachRole.Partial, null, "wie?", Doing);
        approach.SetChain(new Chain([new(1, ChainPart.Condition, "Rust", null, "gezondheid")], []), "zo", Doing);
        var seat = Answer(Seat.For(opgave, null, "gezondheid", Doing));

        Assert.Equal(2, Network.Of(approach, [seat]).Count(place => place.IsMissing));
        Assert.Equal("empty-seat-needs-reason", seat.LeaveEmpty("", Doing)!.Code);
        Assert.Null(seat.LeaveEmpty("De GGD schuift na de zomer aan", Doing));
        Assert.Equal("wijk", Assert.Single(Network.Of(approach, [seat]), place => place.IsMissing).Level);
        Refused("seat-for-nobody", Seat.For(opgave, " ", null, Doing));
    }

    [Fact]
    public void Inv19_Positions_stand_side_by_side_and_cannot_be_changed_counted_or_voted_on()
    {
        Assert.DoesNotContain(typeof(Position).GetProperties(), property => property.PropertyType == typeof(int) && property.Name != nameof(Item.Version));
        Assert.DoesNotContain(typeof(Position).GetMethods().Where(method => method.DeclaringType == typeof(Position)), method => !method.IsStatic && !method.IsSpecialName);
        Assert.True(typeof(INeverChanges).IsAssignableFrom(typeof(Position)));
    }

    [Fact]
    public void Inv22_Only_its_author_shares_a_reflection_and_takes_it_back()
    {
        var reflection = Answer(Reflection.Write("Ik wilde vooral rust.", null, Doing));
        var other = Acts(Workspace.Members.AccessRole.Coordinator);

        Assert.False(reflection.IsFor(other.By));
        Refused("reflection-of-another", reflection.Share(other));
        Answer(reflection.Share(Doing));
        Assert.True(reflection.IsFor(other.By));
        Refused("reflection-of-another", reflection.TakeBack(other));
        Answer(reflection.TakeBack(Doing));
        Assert.False(reflection.IsFor(other.By));
        Assert.Empty(Answer(Reflection.Write("Nog een", null, Doing)).Told);
    }

    [Fact]
    public void Inv23_A_gap_has_one_addressee_and_stays_unanswered_until_answered_in_words()
    {
        Refused("gap-needs-addressee", PolicyGap.Raise("De drempel is te hoog", null, null, Doing));
        var (debts, youth) = (Organisation("Schuldhulp"), Organisation("Jeugd"));
        var gap = Answer(PolicyGap.Raise("De drempel is te hoog", debts, null, Doing));

        Answer(gap.Receive("We kijken ernaar", Doing));
        Assert.True(gap.IsUnanswered);
        Refused("gap-needs-answer", gap.Explain("  ", Doing));
        Refused("gap-needs-addressee", gap.Forward(debts, "naar onszelf", Doing));
        Answer(gap.Forward(youth, "Dit is van Jeugd", Doing));
        Assert.Equal((PolicyGapState.Raised, youth.Id), (gap.State, gap.Addressee));
        Answer(gap.Receive("Gezien", Doing));
        Answer(gap.Adopt("We verlagen de drempel", Doing));

        Assert.False(gap.IsUnanswered);
    }

    [Fact]
    public void Inv24_The_sender_stays_responsible_until_it_is_accepted_and_again_when_it_comes_back()
    {
        var (team, home) = (Organisation("Wijkteam"), Organisation("Jeugd"));
        var handover = Answer(Handover.Ask(Opened(), HandoverKind.Whole, team, Level("wijk"), home, Level("gemeente"), "Te groot voor ons", null, [], Doing));

        Assert.Equal((team.Id, HandoverWay.Up), (handover.Responsible, handover.Way));
        Refused("handover-already-open", Handover.Ask(Opened(), HandoverKind.Whole, team, Level("wijk"), home, Level("regio"), "Ook", null, [handover], Doing));
        Refused("handover-needs-why-not", handover.Decline("", Doing));
        Answer(handover.Accept("Wij pakken het op", Doing));
        Assert.Equal(home.Id, handover.Responsible);
        Refused("handover-needs-why-not", handover.Return(" ", Doing));
        Answer(handover.Return("Het speelt toch bij jullie", Doing));

        Assert.Equal(team.Id, handover.Responsible);
        Refused("move-not-possible", handover.Accept("Toch", Doing));
    }

    [Fact]
    public void A_handover_knows_its_way_from_the_levels_and_from_whose_mother_it_is()
    {
        var mother = Organisation("Afdeling");
        var (team, partner) = (Organisation("Wijkteam", mother.Id), Organisation("Partner"));

        Assert.Equal(HandoverWay.Home, Way(team, "wijk", mother, "gemeente"));
        Assert.Equal(HandoverWay.FromHome, Way(mother, "gemeente", team, "wijk"));
        Assert.Equal(HandoverWay.Down, Way(team, "wijk", partner, "buurt"));
        Assert.Equal(HandoverWay.Sideways, Way(team, "wijk", partner, "wijk"));
        Refused("handover-to-oneself", Handover.Ask(Opened(), HandoverKind.Part, team, Level("wijk"), team, Level("wijk"), "zelf", null, [], Doing));
        Refused("return-date-past", Handover.Ask(Opened(), HandoverKind.Part, team, Level("wijk"), partner, Level("wijk"), "deel", new DateOnly(2020, 1, 1), [], Doing));

        static HandoverWay Way(Workspace.Members.Organisation from, string fromLevel, Workspace.Members.Organisation to, string toLevel) =>
            Answer(Handover.Ask(Opened(), HandoverKind.Support, from, Level(fromLevel), to, Level(toLevel), "help", null, [], Doing)).Way;
    }

    [Fact]
    public void Inv25_A_direction_has_a_core_value_and_no_number_or_person()
    {
        Refused("direction-needs-core-value", Direction.Draft("Naast bewoners staan", [], Doing));
        var direction = Answer(Direction.Draft("Naast bewoners staan", [CoreValue.Creativity, CoreValue.Networks, CoreValue.Networks], Doing));

        Assert.Equal([CoreValue.Networks, CoreValue.Creativity], direction.CoreValues.Values);
        Assert.DoesNotContain(typeof(Direction).GetProperties().Where(property => property.DeclaringType == typeof(Direction)), property =>
            property.PropertyType == typeof(int) || property.PropertyType == typeof(double) || property.PropertyType == typeof(Guid?) || property.PropertyType == typeof(Guid));
    }

    [Fact]
    public void A_vision_is_about_something() => Refused("vision-of-nothing", Vision.Draft(" ", null, "Mooi", Doing));

    [Fact]
    public void Text_of_nothing_or_without_end_is_refused_and_names_the_field()
    {
        Refused("text-missing", Opgave.Open(" ", "Wat?", Doing));
        Refused("text-too-long", Opgave.Open(new string('a', 201), "Wat?", Doing));
        Refused("text-too-long", Opgave.Open("Titel", new string('a', 4001), Doing));
        Assert.False(Opgave.Open("", "Wat?", Doing).TryGet(out _, out var reason));

        Assert.Equal("Vul in: titel.", Texts.ReasonTextsOf(reason!));
    }

    private static string[] Codes(string code) => code.Length == 0 ? [] : [code];

    private static class Texts
    {
        internal static string ReasonTextsOf(Analysis.Reason reason) => Workspace.Texts.ReasonTexts.Of(reason, Workspace.Texts.Language.Dutch);
    }
}
