// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

public sealed class OpgaveOnSqlite(SqliteUnderTest store) : OpgaveOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class OpgaveOnPostgres(PostgresUnderTest store) : OpgaveOnStore(store), IClassFixture<PostgresUnderTest>;

/// <summary>From a shared problem to an agreed approach, through the use cases, on a real store.</summary>
public abstract class OpgaveOnStore(StoreUnderTest store)
{
    [Fact]
    public async Task An_opgave_starts_at_any_level_or_at_none_and_needs_no_wijk()
    {
        var town = await In(store);

        foreach (var level in new[] { null, "cell", "buurt", "wijk", "regio", "eu" })
        {
            var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Iets", "Wat zien we?", level, Cancel));

            Assert.Equal(level, opgave.HolderLevel);
        }

        var drawn = Answer(await town.Opgaven.Open(town["coordinator"], "Plein", "Wat zien we?", null, Cancel));
        Answer(await town.Opgaven.AddDrawing(town["coordinator"], drawn.Id, "Het plein", "POLYGON ((155000 463000, 155100 463000, 155100 463100, 155000 463000))", Cancel));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal(5000, (await open.OpgavePlaces.SingleAsync(place => place.OpgaveId == drawn.Id, Cancel)).Outline!.Area);
        Refused("place-not-understood", await town.Opgaven.AddDrawing(town["coordinator"], drawn.Id, "Elders", "POINT (5.4 52.1)", Cancel));
        Refused("level-not-on-ladder", await town.Opgaven.Open(town["coordinator"], "Iets", "Wat?", "kern", Cancel));
    }

    [Fact]
    public async Task What_is_missing_is_listed_and_refuses_agreement_until_it_is_there()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Overlast", "Wat zien we?", "buurt", Cancel));
        Answer(await town.Opgaven.Move(town["coordinator"], opgave.Id, null, OpgaveState.Explored, "kijken", Cancel));

        var missing = Answer(await town.Opgaven.MissingForAgreement(town["coordinator"], opgave.Id, Cancel)).Select(reason => reason.Code);

        Assert.Equal(["agreed-needs-evidence", "agreed-needs-judgements", "agreed-needs-approach", "agreed-needs-expectation"], missing);
        Refused("agreed-needs-evidence", await town.Opgaven.Agree(town["coordinator"], opgave.Id, null, "Zo doen we het", Cancel));

        var ready = await town.WithApproach();
        var agreed = Answer(await town.Opgaven.Agree(town["coordinator"], ready.Id, null, "Zo doen we het", Cancel));

        Assert.Equal(OpgaveState.Agreed, agreed.State);
        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal(ApproachState.Agreed, (await open.Approaches.SingleAsync(approach => approach.OpgaveId == ready.Id, Cancel)).State);
    }

    [Fact]
    public async Task An_approach_without_anybody_above_the_wijk_is_not_agreed()
    {
        var town = await In(store);
        var opgave = await town.Judged();
        Answer(await town.Approaches.SetRole(town["coordinator"], opgave.Id, null, "buurt", ApproachRole.Lead, town.Wijkteam.Id, "Daar is de oorzaak", Cancel));

        Refused("approach-needs-supra-local", await town.Opgaven.Agree(town["coordinator"], opgave.Id, null, "Zo", Cancel));
        Answer(await town.Approaches.SetRole(town["coordinator"], opgave.Id, null, "rijk", ApproachRole.AgendaSetting, town.Jeugd.Id, "Alleen vragen", Cancel));
        Refused("approach-needs-supra-local", await town.Opgaven.Agree(town["coordinator"], opgave.Id, null, "Zo", Cancel));
        Answer(await town.Approaches.SetRole(town["coordinator"], opgave.Id, null, "stadsdeel", ApproachRole.Counterpart, null, "Iemand van het stadsdeel", Cancel));
        Refused("approach-needs-supra-local", await town.Opgaven.Agree(town["coordinator"], opgave.Id, null, "Zo", Cancel));

        Answer(await town.Approaches.SetRole(town["coordinator"], opgave.Id, null, "stadsdeel", ApproachRole.Counterpart, town.Jeugd.Id, "Jeugd doet mee", Cancel));
        Assert.Equal(OpgaveState.Agreed, Answer(await town.Opgaven.Agree(town["coordinator"], opgave.Id, null, "Zo", Cancel)).State);
    }

    [Fact]
    public async Task What_others_judge_stays_blind_until_ones_own_is_given()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Overlast", "Wat zien we?", "buurt", Cancel));
        Answer(await town.Judgements.Give(town["coordinator"], opgave.Id, "buurt", 3, 2, LeverKind.Direct, Authority.Own, "Ik sta er elke avond", Cancel));

        var before = Answer(await town.Judgements.View(town["colleague"], opgave.Id, Cancel)).Single(level => level.Level == "buurt");
        Assert.False(before.IsOpen);
        Assert.Null(before.Cause);
        Assert.Empty(before.Reasonings);

        Answer(await town.Judgements.Give(town["colleague"], opgave.Id, "buurt", 1, 2, LeverKind.Direct, Authority.Own, "Het komt van school", Cancel));

        var after = Answer(await town.Judgements.View(town["colleague"], opgave.Id, Cancel)).Single(level => level.Level == "buurt");
        Assert.Equal(new Spread(1, 2, 3), after.Cause);
        Assert.Equal(2, after.Reasonings.Count);
        Refused("judgement-needs-reasoning", await town.Judgements.Give(town["colleague"], opgave.Id, "wijk", 1, 1, LeverKind.Direct, Authority.Own, " ", Cancel));
    }

    [Fact]
    public async Task Advice_sets_nothing_recomputes_to_the_byte_and_grows_stale_with_a_new_judgement()
    {
        var town = await In(store);
        var opgave = await town.Judged();

        Refused("no-advice", await town.Judgements.Show(town["colleague"], opgave.Id, Cancel));
        Refused("judge-first", await town.Judgements.Advise(town["adviser"], opgave.Id, Cancel));
        // Made on a machine with a decimal comma, read on one without.
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
        var advice = Answer(await town.Judgements.Advise(town["colleague"], opgave.Id, Cancel));
        CultureInfo.CurrentCulture = culture;
        Refused("judge-first", await town.Judgements.Show(town["adviser"], opgave.Id, Cancel));
        var shown = Answer(await town.Judgements.Show(town["director"], opgave.Id, Cancel));

        Assert.Equal(advice.Hash, shown.Advice.Hash);
        Assert.Equal("buurt", shown.Result.Lead);
        Assert.Equal(shown.Readings.Precise.Keys, shown.Readings.Flexible.Keys);
        await using (var open = town.Stores.For(town.Tenant))
            Assert.False(await open.Approaches.AnyAsync(approach => approach.OpgaveId == opgave.Id, Cancel));

        Answer(await town.Judgements.Give(town["colleague"], opgave.Id, "buurt", 0, 3, LeverKind.Direct, Authority.Own, "Bij nader inzien", Cancel));

        var stale = Answer(await town.Judgements.Show(town["colleague"], opgave.Id, Cancel));
        Assert.Equal(AdviceState.Stale, stale.Advice.State);
        Assert.Equal("buurt", stale.Result.Lead); // Still what it was made from: the judgement it names is kept.
        Assert.NotEqual(advice.Hash, Answer(await town.Judgements.Advise(town["colleague"], opgave.Id, Cancel)).Hash);
    }

    [Fact]
    public async Task Choosing_otherwise_than_both_readings_keeps_rule_choice_and_reason_side_by_side()
    {
        var town = await In(store);
        var opgave = await town.Judged();
        Answer(await town.Judgements.Advise(town["coordinator"], opgave.Id, Cancel));

        Answer(await town.Approaches.SetRole(town["coordinator"], opgave.Id, null, "buurt", ApproachRole.Lead, town.Wijkteam.Id, "Zoals het advies", Cancel));
        Assert.Empty(Answer(await town.Judgements.Show(town["coordinator"], opgave.Id, Cancel)).Overrulings);
        Refused("overruling-needs-reason", await town.Approaches.SetRole(town["coordinator"], opgave.Id, null, "gemeente", ApproachRole.Lead, town.Jeugd.Id, "", Cancel));
        Answer(await town.Approaches.SetRole(town["coordinator"], opgave.Id, null, "gemeente", ApproachRole.Lead, town.Jeugd.Id, "Jeugd heeft de jongerenwerkers", Cancel));

        var overruling = Assert.Single(Answer(await town.Judgements.Show(town["coordinator"], opgave.Id, Cancel)).Overrulings);
        Assert.Equal((ApproachRole.Lead, "Jeugd heeft de jongerenwerkers"), (overruling.Choice, overruling.Because));
        Assert.NotEqual(ApproachRole.Lead, overruling.Flexible);
    }

    [Fact]
    public async Task The_second_of_two_who_save_sees_both_versions_and_nothing_is_lost()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Overlast", "Wat zien we?", "buurt", Cancel));
        var seen = opgave.Version;

        Answer(await town.Opgaven.Expect(town["coordinator"], opgave.Id, seen, "Minder overlast", Cancel));
        var conflict = Assert.IsType<Conflict>(Refused("someone-saved-first", await town.Opgaven.Expect(town["colleague"], opgave.Id, seen, "Rust na elf uur", Cancel)));

        Assert.Equal([new BothVersions("Expectation", "Minder overlast", "Rust na elf uur")], conflict.Differences);
        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal("Minder overlast", (await open.Opgaven.SingleAsync(row => row.Id == opgave.Id, Cancel)).Expectation);
        Assert.Equal("Rust na elf uur", Answer(await town.Opgaven.Expect(town["colleague"], opgave.Id, conflict.CurrentVersion, "Rust na elf uur", Cancel)).Expectation);
    }

    [Fact]
    public async Task Who_comes_second_with_a_move_that_is_no_longer_possible_hears_why()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Overlast", "Wat zien we?", "buurt", Cancel));
        Answer(await town.Opgaven.Close(town["coordinator"], opgave.Id, opgave.Version, OpgaveOutcome.NotOurs, "Niet van ons", null, Cancel));

        var late = Refused("move-not-possible", await town.Opgaven.Move(town["coordinator"], opgave.Id, opgave.Version, OpgaveState.Underway, "Beginnen", Cancel));

        Refused("opgave-closed", await town.Judgements.Give(town["coordinator"], opgave.Id, "buurt", 1, 1, LeverKind.Direct, Authority.Own, "Toch", Cancel));
        Assert.Equal("Wat gesloten is, kan niet aan de gang worden.", Workspace.Texts.ReasonTexts.Of(late, Workspace.Texts.Language.Dutch));
    }

    [Fact]
    public async Task Two_who_save_at_the_same_moment_both_end_well_one_of_them_with_both_versions()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Overlast", "Wat zien we?", "buurt", Cancel));

        var ends = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(
            () => town.Opgaven.Expect(town["coordinator"], opgave.Id, opgave.Version, $"Verwachting {number}", Cancel))));

        Assert.Single(ends, end => end.TryGet(out _, out _));
        Assert.All(ends.Where(end => !end.TryGet(out _, out _)), end => Refused("someone-saved-first", end));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal(1, await open.History.CountAsync(line => line.Subject == opgave.Id && line.What == "expectation", Cancel));
    }

    [Fact]
    public async Task Nobody_makes_a_circle_of_parts_not_even_two_at_the_same_moment()
    {
        var town = await In(store);
        var one = Answer(await town.Opgaven.Open(town["coordinator"], "Een", "Wat?", null, Cancel));
        var other = Answer(await town.Opgaven.Open(town["coordinator"], "Ander", "Wat?", null, Cancel));

        var ends = await Task.WhenAll(
            Task.Run(() => town.Opgaven.Link(town["coordinator"], one.Id, other.Id, LinkKind.PartOf, "hoort erbij", Cancel)),
            Task.Run(() => town.Opgaven.Link(town["coordinator"], other.Id, one.Id, LinkKind.PartOf, "hoort erbij", Cancel)));

        Assert.Single(ends, end => end.TryGet(out _, out _));
        Refused("part-of-itself", ends.Single(end => !end.TryGet(out _, out _)));
    }
}
