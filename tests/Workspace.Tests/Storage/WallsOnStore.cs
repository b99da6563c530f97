// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

public sealed class WallsOnSqlite(SqliteUnderTest store) : WallsOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class WallsOnPostgres(PostgresUnderTest store) : WallsOnStore(store), IClassFixture<PostgresUnderTest>
{
    private readonly PostgresUnderTest store = store;

    [Fact]
    public async Task Row_level_security_hides_the_rows_of_another_municipality_even_without_our_filter()
    {
        var (one, other) = (await In(store), await In(store));
        Answer(await one.Opgaven.Open(one["coordinator"], "Van ons", "Wat?", null, Cancel));
        await using var open = other.Stores.For(other.Tenant);
        await using var nobody = other.Stores.For(Guid.Empty);

        Assert.Empty(await open.Opgaven.IgnoreQueryFilters().ToListAsync(Cancel));
        Assert.Empty(await open.History.IgnoreQueryFilters().Where(line => line.Tenant == one.Tenant).ToListAsync(Cancel));
        Assert.Empty(await nobody.Members.IgnoreQueryFilters().ToListAsync(Cancel));
        Assert.Equal(0, await open.Members.IgnoreQueryFilters().Where(member => member.Tenant == one.Tenant).ExecuteUpdateAsync(set => set.SetProperty(member => member.Function, "gekaapt"), Cancel));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => open.Database.ExecuteSqlAsync(
            $"insert into workspace.\"Organisations\" (\"Id\", \"Name\", \"Sector\", \"Tenant\", \"Version\", \"Since\") values ({Guid.NewGuid()}, 'x', 'y', {one.Tenant}, 1, now())", Cancel));
        Assert.Equal("42501", refused.SqlState);
    }

    [Fact]
    public async Task Every_table_of_a_municipality_is_guarded_and_forced()
    {
        var town = await In(store);
        await using var open = town.Stores.For(town.Tenant);

        var unguarded = await open.Database.SqlQueryRaw<string>("""
            select c.relname as "Value" from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'workspace' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
            """).ToListAsync(Cancel);

        Assert.Equal(["__Migrations"], unguarded);
        // Another municipality may be seen by name, and not touched.
        var other = await In(store);
        Assert.Equal(0, await open.Municipalities.Where(municipality => municipality.Id == other.Tenant).ExecuteUpdateAsync(set => set.SetProperty(municipality => municipality.Name, "gekaapt"), Cancel));
        Assert.Equal(1, await open.Municipalities.CountAsync(municipality => municipality.Id == other.Tenant, Cancel));
    }

    [Fact]
    public async Task A_role_that_could_look_past_the_guard_is_refused()
    {
        var town = await In(store);
        var strong = new StoreFactory(town.Stores.Setting with { Connection = store.Server.AsSuperuser(town.Stores.Setting.Connection!) + ";Pooling=false" });

        Refused("store-role-too-strong", await strong.Open(Guid.Empty, Cancel));
    }
}

/// <summary>What a store refuses, whoever asks: other municipalities, and rewriting what is written once.</summary>
public abstract class WallsOnStore(StoreUnderTest store)
{
    [Fact]
    public async Task Nothing_of_another_municipality_is_found_changed_or_linked()
    {
        var (one, other) = (await In(store), await In(store));
        var ours = Answer(await one.Opgaven.Open(one["coordinator"], "Van ons", "Wat?", null, Cancel));
        var theirs = Answer(await other.Opgaven.Open(other["coordinator"], "Van hen", "Wat?", null, Cancel));

        Refused("no-such-item", await other.Opgaven.Expect(other["coordinator"], ours.Id, null, "Overnemen", Cancel));
        Refused("no-such-item", await other.Opgaven.Link(other["coordinator"], theirs.Id, ours.Id, LinkKind.PartOf, "erbij", Cancel));
        Refused("no-such-item", await other.Stories.OfOpgave(other["coordinator"], ours.Id, Cancel));
        Refused("no-such-item", await other.Judgements.View(other["coordinator"], ours.Id, Cancel));
        await using var open = other.Stores.For(other.Tenant);
        Assert.Equal([theirs.Id], await open.Opgaven.Select(opgave => opgave.Id).ToListAsync(Cancel));
    }

    [Fact]
    public async Task An_actor_who_left_may_nothing()
    {
        var town = await In(store);
        var work = new Workspace.Members.AccountWork(town.Room);
        var colleague = town.MemberOf("colleague");
        Answer(await work.Leave(town["administrator"], colleague.Id, null, Cancel));
        await using var open = town.Stores.For(town.Tenant);
        var left = (await open.Members.SingleAsync(member => member.Id == colleague.Id, Cancel)).Acting();

        Refused("not-allowed", await town.Opgaven.Open(left, "Nog iets", "Wat?", null, Cancel));
        Refused("not-allowed", await town.Stories.OfPlace(left, "BU1", Cancel));
    }

    [Fact]
    public async Task The_database_itself_refuses_to_rewrite_history_and_what_is_written_once()
    {
        var town = await In(store);
        var opgave = await town.Judged();
        await using var open = town.Stores.For(town.Tenant);
        var before = await open.History.Where(line => line.Opgave == opgave.Id).Select(line => line.Because).ToListAsync(Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => open.History.Where(line => line.Opgave == opgave.Id).ExecuteUpdateAsync(set => set.SetProperty(line => line.Because, "anders"), Cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => open.History.Where(line => line.Opgave == opgave.Id).ExecuteDeleteAsync(Cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => open.PublishedEvidence.ExecuteUpdateAsync(set => set.SetProperty(evidence => evidence.Content, "{}"), Cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => open.EvidenceUses.ExecuteDeleteAsync(Cancel));

        await using var again = town.Stores.For(town.Tenant);
        Assert.Equal(before, await again.History.Where(line => line.Opgave == opgave.Id).Select(line => line.Because).ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_store_refuses_a_changed_position_before_the_database_does()
    {
        var town = await In(store);
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Plein", "Wat?", null, Cancel));
        Answer(await town.Opgaven.AddPosition(town["coordinator"], opgave.Id, "jongeren", "Wij willen een dak", Cancel));
        await using var open = town.Stores.For(town.Tenant);
        open.Remove(await open.Positions.SingleAsync(position => position.OpgaveId == opgave.Id, Cancel));

        await Assert.ThrowsAsync<InvalidOperationException>(() => open.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task Guards_that_a_killed_start_did_not_reach_are_put_in_place_by_the_next()
    {
        var town = await In(store);
        if (town.Stores.IsPostgres)
            Assert.Skip("The ordinary role does not own the tables; see the test on an empty database.");
        var opgave = Answer(await town.Opgaven.Open(town["coordinator"], "Plein", "Wat?", null, Cancel));
        await using var open = town.Stores.For(town.Tenant);
        await open.Database.ExecuteSqlRawAsync("drop trigger \"History_delete\"", Cancel);

        await Answer(await town.Stores.Open(town.Tenant, Cancel)).DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => open.History.Where(line => line.Subject == opgave.Id).ExecuteDeleteAsync(Cancel));
    }

    [Fact]
    public async Task Files_with_personal_data_are_for_their_owner_alone()
    {
        var town = await In(store);
        if (town.Stores.IsPostgres || OperatingSystem.IsWindows())
            Assert.Skip("Files of a SQLite workspace.");
        _ = store.Seal;

        foreach (var file in new[] { town.Stores.Setting.File!, town.Stores.Setting.KeyFile })
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused_unchanged()
    {
        var town = await In(store);
        await using var open = town.Stores.For(town.Tenant);
        if (town.Stores.IsPostgres)
            Assert.Skip("The ordinary role cannot write the list of migrations; the rule is the same code.");
        await open.Database.ExecuteSqlRawAsync("insert into \"__EFMigrationsHistory\" values ('29990101000000_Future', '99.0')", Cancel);

        try
        {
            Refused("store-newer", await town.Stores.Open(Guid.Empty, Cancel));
        }
        finally
        {
            await open.Database.ExecuteSqlRawAsync("delete from \"__EFMigrationsHistory\" where \"MigrationId\" = '29990101000000_Future'", Cancel);
        }
    }
}
