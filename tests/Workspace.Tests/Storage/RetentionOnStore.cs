// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Workspace.Members;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Reflections;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Retention;
using Schakel.Workspace.Signals;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

public sealed class RetentionOnSqlite(SqliteUnderTest store) : RetentionOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class RetentionOnPostgres(PostgresUnderTest store) : RetentionOnStore(store), IClassFixture<PostgresUnderTest>;

/// <summary>Personal data go when their term has passed, one by one; everything else stays.</summary>
public abstract class RetentionOnStore(StoreUnderTest store)
{
    [Fact]
    public async Task Contact_and_text_of_a_signal_go_thirty_days_and_two_years_after_closing()
    {
        var town = await In(store);
        var signal = Answer(await town.Signals.Give(town.Visitor, SignalSource.Resident, "Buurman Jan stookt", new(155_037, 463_012), "a@example.org", null, null, Cancel));
        var piece = Answer(await town.Signals.Split(town["colleague"], signal.Id, "Stank van Jan", Cancel));
        Answer(await town.Signals.Reply(town["colleague"], signal.Id, null, "Wij gaan bij Jan langs", Cancel));
        town.Clock.Advance(TimeSpan.FromDays(100));
        Assert.True((await town.Eraser.Run(town.Tenant, Cancel)).IsNothing);
        Answer(await town.Signals.Close(town["colleague"], signal.Id, null, "Jan stookt niet meer", Cancel));

        town.Clock.Advance(TimeSpan.FromDays(29));
        Assert.True((await town.Eraser.Run(town.Tenant, Cancel)).IsNothing);
        town.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["signalContacts"]);
        // The piece was closed two years later; its words go by the first closing.
        town.Clock.Advance(TimeSpan.FromDays(731));
        Assert.Equal(2, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["signalTexts"]);
        Assert.True((await town.Eraser.Run(town.Tenant, Cancel)).IsNothing);

        await using var open = town.Stores.For(town.Tenant);
        Assert.All(await open.Signals.ToListAsync(Cancel), row => Assert.Equal(("", (byte[]?)null), (row.Text, row.Contact)));
        Assert.All(await open.History.Where(line => line.Subject == signal.Id || line.Subject == piece.Id).ToListAsync(Cancel), line => Assert.DoesNotContain("Jan", line.Because, StringComparison.Ordinal));
        Assert.DoesNotContain("Jan", (await open.Signals.SingleAsync(row => row.Id == signal.Id, Cancel)).Answer ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_that_nobody_closes_loses_contact_and_text_as_if_it_had_been_closed_after_a_year()
    {
        var town = await In(store);
        var signal = Answer(await town.Signals.Give(town.Visitor, SignalSource.Resident, "Lamp stuk bij Jan", new(155_037, 463_012), "a@example.org", null, null, Cancel));
        town.Clock.Advance(TimeSpan.FromDays(300));
        var piece = Answer(await town.Signals.Split(town["colleague"], signal.Id, "Ook bij de buren van Jan", Cancel));
        Assert.True((await town.Eraser.Run(town.Tenant, Cancel)).IsNothing);

        town.Clock.Advance(TimeSpan.FromDays(67));
        // The piece came in later and still goes by the first.
        Assert.Equal(2, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["signalsLeftOpen"]);
        town.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(1, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["signalContacts"]);
        town.Clock.Advance(TimeSpan.FromDays(735));
        await town.Eraser.Run(town.Tenant, Cancel);

        await using var open = town.Stores.For(town.Tenant);
        Assert.All(await open.Signals.ToListAsync(Cancel), row => Assert.Equal(("", (byte[]?)null), (row.Text, row.Contact)));
        // Only people say that something was handled.
        Assert.Equal(SignalState.Received, (await open.Signals.SingleAsync(row => row.Id == piece.Id, Cancel)).State);
    }

    [Fact]
    public void Terms_that_were_set_before_there_was_one_for_open_signals_have_the_default_and_not_nothing()
    {
        const string kept = """{"colleagueMonths":12,"signalContactDays":30,"signalTextMonths":24,"offerMonths":3,"drawingMonths":24,"requestMonths":12,"reflectionMonths":24,"securityLogMonths":6,"decisionFileYears":10}""";

        var terms = System.Text.Json.JsonSerializer.Deserialize<RetentionTerms>(kept, Schakel.Workspace.Storage.CanonicalJson.Options)!;

        Assert.Equal((3, 12), (terms.OfferMonths, terms.OpenSignalMonths));
        Assert.Null(terms.Check());
    }

    [Fact]
    public async Task Linking_or_taking_up_again_never_prolongs_a_term()
    {
        var town = await In(store);
        var signal = Answer(await town.Signals.Give(town.Visitor, SignalSource.Resident, "Lamp stuk", new(155_037, 463_012), "a@example.org", null, null, Cancel));
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Donker", "Wat?", null, Cancel));
        Answer(await town.Signals.Link(town["colleague"], signal.Id, null, opgave.Id, "hoort erbij", Cancel));
        Answer(await town.Signals.Close(town["colleague"], signal.Id, null, "klaar", Cancel));
        town.Clock.Advance(TimeSpan.FromDays(20));
        Answer(await town.Signals.Reopen(town["colleague"], signal.Id, null, "toch niet", Cancel));
        town.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal(1, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["signalContacts"]);
    }

    [Fact]
    public async Task A_colleague_who_left_becomes_a_function_after_a_year_also_in_the_story()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["colleague"], "Overlast", "Wat?", null, Cancel));
        Answer(await new AccountWork(town.Room).Leave(town["administrator"], town.MemberOf("colleague").Id, null, Cancel));
        town.Clock.Advance(TimeSpan.FromDays(364));
        Assert.Equal(0, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["colleagues"]);
        Assert.Equal("Naam van colleague", Answer(await town.Stories.OfOpgave(town["coordinator"], opgave.Id, Cancel))[0].Who);
        town.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["colleagues"]);
        Assert.Equal("colleague", Answer(await town.Stories.OfOpgave(town["coordinator"], opgave.Id, Cancel))[0].Who);
        await using var open = town.Stores.For(town.Tenant);
        var left = await open.Members.SingleAsync(member => member.Id == town.MemberOf("colleague").Id, Cancel);
        Assert.Equal((null, null, null), (left.Name, left.WorkEmail, left.Organisation));
        Assert.Empty(left.Roles.Roles);
    }

    [Fact]
    public async Task What_nobody_opened_or_answered_loses_its_contact_after_a_year_all_the_same()
    {
        var town = await In(store);
        var residents = new ResidentWork(town.Room);
        Answer(await residents.Start(town.Visitor, "Tuin", "Met elkaar", "BU9", "a@example.org", mayBePublic: true, Cancel));
        Answer(await residents.Challenge(town.Visitor, "Groen", "Met de straat", null, "a@example.org", mayBePublic: false, Cancel));
        town.Clock.Advance(TimeSpan.FromDays(300));
        var before = (await town.Eraser.Run(town.Tenant, Cancel)).Erased;
        town.Clock.Advance(TimeSpan.FromDays(70));

        var after = (await town.Eraser.Run(town.Tenant, Cancel)).Erased;

        Assert.Equal((0, 0, 1, 1), (before["initiatives"], before["challengeRequests"], after["initiatives"], after["challengeRequests"]));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Null((await open.Initiatives.SingleAsync(Cancel)).Contact);
        Assert.Null((await open.ChallengeRequests.SingleAsync(Cancel)).Contact);
    }

    [Fact]
    public async Task Offers_drawings_requests_and_reflections_go_by_their_own_terms()
    {
        var town = await In(store);
        var (offers, residents, reflections) = (new OfferWork(town.Room), new ResidentWork(town.Room), new ReflectionWork(town.Room));
        var withdrawn = Answer(await offers.Make(town.Visitor, "koffie", 500, "E1550N4630", "a@example.org", consent: true, Cancel));
        Answer(await offers.Make(town.Visitor, "klusje", 500, "E1550N4630", "a@example.org", consent: true, Cancel));
        var link = PrivateLink.New();
        Answer(await residents.Draw(town.Visitor, "POLYGON ((155000 463000, 155100 463000, 155100 463100, 155000 463000))", "E1550N4630", null, null, consent: true, Cancel, link));
        var request = Answer(await residents.Challenge(town.Visitor, "Groen", "Met de straat", null, "a@example.org", mayBePublic: true, Cancel));
        Answer(await residents.Talk(town["adviser"], request.Id, null, "praten", Cancel));
        Answer(await residents.Decide(town["adviser"], request.Id, null, ChallengeState.Granted, "ja", Cancel));
        var reflection = Answer(await reflections.Write(town["colleague"], "Ik leerde", null, Cancel));
        Answer(await reflections.Share(town["colleague"], reflection.Id, Cancel));
        Answer(await offers.Withdraw(town.Visitor, withdrawn.Id, Cancel));

        Assert.Equal(1, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["offers"]);
        town.Clock.Advance(TimeSpan.FromDays(367));
        var afterAYear = (await town.Eraser.Run(town.Tenant, Cancel)).Erased;
        town.Clock.Advance(TimeSpan.FromDays(367));
        var afterTwo = (await town.Eraser.Run(town.Tenant, Cancel)).Erased;

        Assert.Equal((1, 1, 0, 0), (afterAYear["offers"], afterAYear["challengeRequests"], afterAYear["drawings"], afterAYear["reflections"]));
        Assert.Equal((1, 1), (afterTwo["drawings"], afterTwo["reflections"]));
        Refused("no-such-item", await residents.WithdrawDrawing(town.Visitor, link, Cancel));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal("ja", (await open.ChallengeRequests.SingleAsync(Cancel)).Decision);
        Assert.False(await open.History.AnyAsync(line => line.Subject == reflection.Id, Cancel));
    }

    [Fact]
    public async Task A_reflection_goes_at_the_wish_of_its_author_alone_with_what_the_history_says_of_it()
    {
        var town = await In(store);
        var work = new ReflectionWork(town.Room);
        var reflection = Answer(await work.Write(town["colleague"], "Ik leerde", null, Cancel));
        Answer(await work.Share(town["colleague"], reflection.Id, Cancel));

        Refused("not-allowed", await work.Remove(town["coordinator"], reflection.Id, Cancel));
        Answer(await work.Remove(town["colleague"], reflection.Id, Cancel));
        await town.Eraser.Run(town.Tenant, Cancel);

        await using var open = town.Stores.For(town.Tenant);
        Assert.False(await open.Reflections.AnyAsync(Cancel));
        Assert.False(await open.History.AnyAsync(line => line.Subject == reflection.Id, Cancel));
    }

    [Fact]
    public async Task The_file_of_a_decision_goes_ten_years_after_the_opgave_closed_and_the_opgave_stays()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Gladheid", "Wat?", null, Cancel));
        Answer(await town.Opgaven.Close(town["coordinator"], opgave.Id, null, OpgaveOutcome.SteeredCentrally, "De stad strooit", null, Cancel));
        var open = Answer(await town.Opgaven.Open(town["coordinator"], "Loopt nog", "Wat?", null, Cancel));
        town.Clock.Advance(TimeSpan.FromDays(3700));

        Assert.Equal(1, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["decisionFiles"]);
        Assert.Empty(Answer(await town.Stories.OfOpgave(town["coordinator"], opgave.Id, Cancel)));
        Assert.NotEmpty(Answer(await town.Stories.OfOpgave(town["coordinator"], open.Id, Cancel)));
        await using var read = town.Stores.For(town.Tenant);
        Assert.Equal(OpgaveOutcome.SteeredCentrally, (await read.Opgaven.SingleAsync(row => row.Id == opgave.Id, Cancel)).Outcome);
        Assert.False(await read.EraserPasses.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Terms_are_settings_within_bounds()
    {
        var town = await In(store);
        var work = new MemberWork(town.Room);

        Refused("term-out-of-range", await work.SetTerms(town["administrator"], RetentionTerms.Default with { OfferMonths = 0 }, Cancel));
        Refused("not-allowed", await work.SetTerms(town["coordinator"], RetentionTerms.Default, Cancel));
        Answer(await work.SetTerms(town["administrator"], RetentionTerms.Default with { OfferMonths = 3 }, Cancel));
        Answer(await new OfferWork(town.Room).Make(town.Visitor, "koffie", 500, "E1550N4630", "a@example.org", consent: true, Cancel));
        town.Clock.Advance(TimeSpan.FromDays(95));

        Assert.Equal(1, (await town.Eraser.Run(town.Tenant, Cancel)).Erased["offers"]);
    }

    [Theory]
    [InlineData("2026-03-02T02:59:00+00:00", 1)]
    [InlineData("2026-03-02T03:00:00+00:00", 24 * 60)]
    [InlineData("2026-03-02T12:00:00+00:00", 15 * 60)]
    public void The_next_pass_is_at_three_at_night(string now, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), NightlyErasure.UntilNext(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
}
