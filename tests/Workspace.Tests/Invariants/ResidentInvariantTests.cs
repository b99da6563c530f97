// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Tasks;
using Schakel.Workspace.WorkAreas;
using static Schakel.Workspace.Tests.Invariants.Somebody;

namespace Schakel.Workspace.Tests.Invariants;

/// <summary>Rules about residents, signals and areas (numbers as in the list of the domain).</summary>
public sealed class ResidentInvariantTests
{
    private static readonly SignalPoint here = new(155_037, 463_012);

    [Fact]
    public void Inv14_A_complaint_on_a_central_task_goes_to_its_owner_and_closes_only_with_an_answer_when_the_reporter_can_be_reached()
    {
        var owner = Guid.NewGuid();
        var salt = Answer(MunicipalTask.Draft("Strooien", Steering.Central, owner, "we bellen terug", Doing));
        var complaint = Answer(Signal.Receive(SignalSource.Resident, "De brug is glad", here, "06-12345678", Seal, salt, Doing));

        Refused("complaint-goes-to-owner", complaint.Route(Guid.NewGuid(), salt, null, "doorgestuurd", Doing));
        Answer(complaint.Route(owner, salt, Guid.NewGuid(), "doorgestuurd", Doing));
        Refused("complaint-needs-answer", complaint.Close("afgehandeld", Doing));
        Answer(complaint.Reply("Er komt een zoutkist bij de brug.", Doing));
        Answer(complaint.Close("gebeld", Doing));

        var anonymous = Answer(Signal.Receive(SignalSource.Resident, "De brug is glad", here, null, Seal, salt, Doing));
        Answer(anonymous.Route(owner, salt, null, "doorgestuurd", Doing));
        Answer(anonymous.Close("gezien", Doing));
    }

    [Fact]
    public void The_place_of_a_signal_becomes_a_cell_of_100_metres_when_it_is_closed()
    {
        var signal = Answer(Signal.Receive(SignalSource.Professional, "Losse tegel", here, null, Seal, null, Doing));
        Answer(signal.Reply("Gemaakt", Doing));
        Answer(signal.Close("klaar", Doing));

        Assert.Equal((155_050, 463_050), (signal.X, signal.Y));
        Refused("place-not-understood", Signal.Receive(SignalSource.Resident, "Ver weg", new SignalPoint(5, 52), null, Seal, null, Doing));
    }

    [Fact]
    public void Inv26_A_piece_of_a_signal_takes_no_contact_along_and_its_term_is_that_of_the_first_closing()
    {
        var signal = Answer(Signal.Receive(SignalSource.Resident, "Lamp en tegel", here, "a@example.org", Seal, null, Doing));
        var piece = Answer(signal.Split("Tegel", Doing));
        var closed = Now.AddDays(3);
        signal.TermRunsFrom(closed);
        signal.TermRunsFrom(closed.AddDays(40));

        Assert.Null(piece.Contact);
        Assert.Equal(signal.Id, piece.SplitFrom);
        Assert.Equal(closed, signal.TermFrom);
        Assert.Equal(closed, Answer(signal.Split("Lamp", Doing)).TermFrom);
    }

    [Fact]
    public void A_contact_opens_only_with_its_key_and_for_its_item_and_equal_contacts_look_different()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        byte[] first = Seal.Seal(one, "a@example.org"), second = Seal.Seal(one, "a@example.org");

        Assert.Equal("a@example.org", Seal.Open(one, first));
        Assert.Null(Seal.Open(other, first));
        Assert.NotEqual(first, second);
        Assert.DoesNotContain("example", System.Text.Encoding.UTF8.GetString(first), StringComparison.Ordinal);
        first[^1] ^= 1;
        Assert.Null(Seal.Open(one, first));
        Assert.Null(Seal.Open(one, []));
    }

    [Fact]
    public void Inv15_A_proposal_over_a_ceiling_needs_a_reason_and_is_marked_and_unknown_is_not_zero()
    {
        UnitFigures[] units = [new("A", 6000, 2000), new("B", 5000, 2000), new("C", null, 100)];

        Refused("proposal-over-ceiling", WorkAreaProposal.Propose("Eén", Division(("een", "A,B"), ("twee", "C")), units, Ceilings.Default, null, Doing));
        Refused("proposal-over-ceiling", WorkAreaProposal.Propose("Eén", Division(("een", "A"), ("drie", "B"), ("twee", "C")), units, Ceilings.Default, null, Doing));
        Refused("division-not-whole", WorkAreaProposal.Propose("Eén", Division(("een", "A,B")), units, Ceilings.Default, "omdat", Doing));
        Refused("division-not-whole", WorkAreaProposal.Propose("Eén", Division(("een", "A,B"), ("twee", "B,C")), units, Ceilings.Default, "omdat", Doing));
        var marked = Answer(WorkAreaProposal.Propose("Eén", Division(("een", "A,B"), ("twee", "C")), units, Ceilings.Default, "Het spoor scheidt niet", Doing));

        Assert.All(marked.Areas.Areas, area => Assert.True(area.OverCeiling));
        Assert.Equal((11_000, null), (marked.Areas.Areas[0].Residents, marked.Areas.Areas[1].Residents));
        Refused("proposal-over-ceiling", marked.Adjust(Division(("een", "A,B"), ("twee", "C")), units, Ceilings.Default, " ", "anders", Doing));
    }

    [Fact]
    public void Inv16_A_decision_on_areas_had_two_proposals_that_differ_in_more_than_names()
    {
        UnitFigures[] units = [new("A", 100, 40), new("B", 100, 40)];
        var one = Answer(WorkAreaProposal.Propose("Eén", Division(("een", "A,B")), units, Ceilings.Default, null, Doing));
        var sameByAnotherName = Answer(WorkAreaProposal.Propose("Twee", Division(("twee", "B,A")), units, Ceilings.Default, null, Doing));
        var other = Answer(WorkAreaProposal.Propose("Drie", Division(("een", "A"), ("twee", "B")), units, Ceilings.Default, null, Doing));

        Refused("decision-needs-two-proposals", WorkAreaDecision.Announce(one, [], "zo", Doing));
        Refused("decision-needs-two-proposals", WorkAreaDecision.Announce(one, [one, sameByAnotherName], "zo", Doing));
        Answer(WorkAreaDecision.Announce(one, [one, other], "zo", Doing));

        Assert.Equal(WorkAreaProposalState.Decided, one.State);
    }

    [Fact]
    public void Inv17_A_team_covers_at_most_its_ceiling_and_shows_a_contact_and_since_when()
    {
        var organisation = Guid.NewGuid();
        var since = new DateOnly(2024, 1, 1);

        Refused("team-over-ceiling", FrontlineTeam.Form("Zuid", organisation, "BU1", 3001, "Loket", since, Ceilings.Default, Doing));
        Refused("team-over-ceiling", FrontlineTeam.Form("Zuid", organisation, "BU1", null, "Loket", since, Ceilings.Default, Doing));
        Refused("team-needs-contact", FrontlineTeam.Form("Zuid", organisation, "BU1", 3000, "Loket", null, Ceilings.Default, Doing));
        Refused("team-needs-contact", FrontlineTeam.Form("Zuid", organisation, "BU1", 3000, " ", since, Ceilings.Default, Doing));
        Assert.Equal(since, Answer(FrontlineTeam.Form("Zuid", organisation, "BU1", 3000, "Loket", since, Ceilings.Default, Doing)).ContactSince);
    }

    [Fact]
    public void Inv20_A_person_asks_at_most_twice_a_quarter_and_never_the_machine()
    {
        var offer = Answer(Offer.Make("koffie", 500, "E1550N4630", "a@example.org", consent: true, Seal, Doing));
        var machine = Doing with { By = Doing.By with { Member = null } };

        Refused("ask-by-person", Ask.Send(offer, null, "Komt u koffie schenken?", machine));
        Answer(Ask.Send(offer, null, "Komt u koffie schenken?", Doing));
        Answer(Ask.Send(offer, null, "En zondag?", Doing with { At = Now.AddDays(30) }));
        Refused("asked-too-often", Ask.Send(offer, null, "En maandag?", Doing with { At = Now.AddDays(60) }));
        Answer(Ask.Send(offer, null, "In de zomer?", Doing with { At = Now.AddMonths(3).AddDays(1) }));
        Answer(offer.Pause(Doing));
        Refused("offer-not-open", Ask.Send(offer, null, "Toch?", Doing with { At = Now.AddYears(1) }));
        Refused("consent-missing", Offer.Make("koffie", 500, "E1550N4630", "a@example.org", consent: false, Seal, Doing));
        Refused("radius-out-of-range", Offer.Make("koffie", 5, "E1550N4630", "a@example.org", consent: true, Seal, Doing));
    }

    [Fact]
    public void Inv21_A_surface_of_fewer_than_ten_drawings_is_not_shown()
    {
        var outline = new NetTopologySuite.Geometries.GeometryFactory().CreatePolygon();

        Refused("surface-too-few-contributors", DrawnSurface.Of(outline, 9, Doing));
        Answer(DrawnSurface.Of(outline, 10, Doing));
        Refused("drawing-not-a-polygon", DrawnNeighbourhood.Draw("LINESTRING (0 0, 1 1)", "E1550N4630", null, null, consent: true, Doing));
        Refused("drawing-not-a-polygon", DrawnNeighbourhood.Draw("onzin", "E1550N4630", null, null, consent: true, Doing));
        Refused("consent-missing", DrawnNeighbourhood.Draw("POLYGON ((0 0, 1 0, 1 1, 0 0))", "E1550N4630", null, null, consent: false, Doing));
    }

    [Fact]
    public void Inv27_A_place_page_says_who_to_turn_to_even_when_nothing_goes_on()
    {
        Refused("place-without-contact", Municipality.Found(Guid.NewGuid(), "GM0001", "Stad", " "));
        var page = PlacePage.Of(Answer(Municipality.Found(Guid.NewGuid(), "GM0001", "Stad", "Loket, 14 099")), null, [], [], [], new Dictionary<Guid, string>());

        Assert.Equal("Loket, 14 099", page.Contact);
        Assert.Empty(page.GoingOn);
    }

    private static Dictionary<string, IReadOnlyList<string>> Division(params (string Name, string Units)[] areas) =>
        areas.ToDictionary(area => area.Name, area => (IReadOnlyList<string>)area.Units.Split(','));
}
