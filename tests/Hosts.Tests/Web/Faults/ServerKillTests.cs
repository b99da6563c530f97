// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schakel.Analysis.Numerics;
using Schakel.Hosts.Tests.Web.Accounts;
using Schakel.Workspace.Tests.Storage;

namespace Schakel.Hosts.Tests.Web.Faults;

/// <summary>
/// The real web program, killed without warning while people send forms. SCHAKEL_KILLS=100 for a thorough run; without it as many rounds as fit in
/// a short time. The next program starts while the one that will die is still at work: starting is what a round costs.
/// </summary>
public sealed class ServerKillTests
{
    private const int People = 4, Fewest = 5;
    private static readonly TimeSpan usual = TimeSpan.FromSeconds(25);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task No_form_that_was_acknowledged_is_lost_and_none_is_half_after_a_kill_at_any_moment(string kind)
    {
        await using var server = new PostgresServer();
        await using var town = await FaultTown.On(kind, server);
        var (random, watch) = (new RandomSequence(2009), Stopwatch.StartNew());
        var (opened, told) = (new ConcurrentBag<Guid>(), new ConcurrentBag<string>());
        var asked = Kills.Asked;

        var rounds = 0;
        var next = await town.Serve();
        using var visitor = await town.SignIn(next, "wijkcoördinator Zuid");
        var (cookies, token) = (visitor.CookieLine, Visit.TokenIn((await visitor.Get("/opgaven/nieuw")).Text));
        for (; asked is { } wanted ? rounds < wanted : rounds < Fewest || watch.Elapsed < usual; rounds++)
        {
            await using var dying = next;
            var before = opened.Count;
            var writing = Enumerable.Range(0, People).Select(_ => new FormWriter(dying.Address, cookies, token).Write(opened, told)).ToArray();
            var starting = town.Serve();
            while (opened.Count == before && !writing.All(writer => writer.IsCompleted))
                await Task.Delay(5, Cancel);
            next = await starting;
            await Task.Delay(TimeSpan.FromMilliseconds(300 * random.NextDouble()), Cancel);
            await dying.Kill();
            await Task.WhenAll(writing);
            Assert.True(opened.Count > before, "Nothing was written in this round.");
        }

        await next.DisposeAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {rounds} kills in {watch.Elapsed.TotalSeconds:F0} s, {opened.Count + told.Count} acknowledged forms"));
        await Check(town, opened, told);
    }

    private static async Task Check(FaultTown town, IEnumerable<Guid> opened, IEnumerable<string> told)
    {
        await using var read = town.Stores.For(InventedTown.Voorbeeldstad);
        var kept = await read.Opgaven.Where(opgave => opgave.Title.StartsWith(FormWriter.Title)).Select(opgave => opgave.Id).ToListAsync(Cancel);
        var positions = await read.Positions.Where(position => position.Group.StartsWith(FormWriter.Group)).ToListAsync(Cancel);
        var lines = (await read.History.ToListAsync(Cancel)).ToLookup(line => line.Subject);

        Assert.Empty(opened.Except(kept));
        Assert.Empty(told.Except(positions.Select(position => position.Group)));
        // None half and none twice: every row has the one line of the story that was written with it, and the other way round.
        Assert.All(kept, id => Assert.Single(lines[id]));
        Assert.All(positions, position => Assert.Single(lines[position.Id]));
        Assert.Equal(positions.Count, positions.Select(position => position.Group).Distinct().Count());
        Assert.All(positions, position => Assert.Contains(position.OpgaveId, kept));
        if (town.Setting.File is not null)
            Assert.Equal("ok", (await read.Database.SqlQueryRaw<string>("pragma integrity_check").ToListAsync(Cancel)).Single());
    }
}
