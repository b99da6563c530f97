// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Schakel.Voorbeeldstad.Stories;
using Schakel.Workspace.Demo;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Retention;
using Schakel.Workspace.Storage;
using Schakel.Workspace.Tests.Storage;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Demo;

public sealed class DemoOnSqlite(SqliteUnderTest store) : DemoOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class DemoOnPostgres(PostgresUnderTest store) : DemoOnStore(store), IClassFixture<PostgresUnderTest>;

/// <summary>The people of the demo town and their opgaven, played by the rules that hold for everybody.</summary>
public abstract class DemoOnStore(StoreUnderTest store)
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    private static Guid Town => DemoTown.TenantOf("GM9901");

    [Fact]
    public async Task Every_story_of_the_town_plays_once_and_reads_in_order()
    {
        var town = new DemoTown(store.Stores, store.Seal, clock, new DemoStories(StoryFiles.Open, StoryFiles.OpenOpgave, StoryFiles.Opgaven), null);
        await using (var before = store.Stores.For(Town))
            if (!await before.Municipalities.AnyAsync(municipality => municipality.Id == Town, Cancel))
                Assert.True(await town.Fill(Cancel));
        Assert.False(await town.Fill(Cancel));

        var room = new Workroom(store.Stores, store.Seal, clock);
        await using var open = store.Stores.For(Town);
        var square = await open.Opgaven.SingleAsync(opgave => opgave.Title == "Jongeren en overlast rond het plein", Cancel);
        var coordinator = (await open.Members.SingleAsync(member => member.Function == "wijkcoördinator Zuid", Cancel)).Acting();
        var story = Answer(await new History.StoryWork(room).OfOpgave(coordinator, square.Id, Cancel));
        Assert.Equal(OpgaveState.Explored, square.State);
        Assert.Equal(
            ["noticed", "explored", "agreed", "underway", "learned", "explored"],
            story.Where(line => line is { Kind: "opgave", What: "state" }).Select(line => line.To));
        Assert.Equal(story.Select(line => line.At).Order(), story.Select(line => line.At));
        Assert.All(story, line => Assert.True(line.At <= clock.GetUtcNow()));
        Assert.Equal("gezondheid", Assert.Single(Answer(await new NetworkWork(room).Table(coordinator, square.Id, Cancel)), seat => seat.IsMissing).Sector);
        Assert.Single(Answer(await new JudgementWork(room).Show(coordinator, square.Id, Cancel)).Overrulings);
        Assert.Equal(3, await open.Positions.CountAsync(position => position.OpgaveId == square.Id, Cancel));

        var ice = await open.Opgaven.SingleAsync(opgave => opgave.Title == "Gladheid", Cancel);
        Assert.Equal((OpgaveState.Closed, OpgaveOutcome.SteeredCentrally), (ice.State, ice.Outcome));
        Assert.Contains("zoutkist", ice.Yield, StringComparison.Ordinal);
        Assert.True(await open.PolicyGaps.AnyAsync(gap => gap.State == PolicyGapState.Explained, Cancel));
        Assert.Equal(2, await open.Directions.CountAsync(Cancel));
        Assert.True(await open.WorkAreaProposals.CountAsync(Cancel) >= 2);
        await using var neighbour = store.Stores.For(DemoTown.TenantOf("GM9904"));
        Assert.Contains((await neighbour.Ladders.SingleAsync(Cancel)).Rungs.Levels, level => level.Id == "kern");
        Assert.False(await neighbour.Opgaven.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_of_the_town_has_expired_on_the_day_it_is_first_started()
    {
        var town = new DemoTown(store.Stores, store.Seal, clock, new DemoStories(StoryFiles.Open, StoryFiles.OpenOpgave, StoryFiles.Opgaven), null);
        await town.Fill(Cancel);

        // The complaint about the bridge was closed long ago: only of that one the term runs, and it left no contact.
        var erased = (await new Eraser(store.Stores, clock).Run(Town, Cancel)).Erased;

        Assert.All(erased, kind => Assert.True(kind.Value == 0, $"{kind.Key}: {kind.Value}"));
    }
}
