// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Schakel.Analysis;

namespace Schakel.Workspace.Storage;

/// <summary>Opens the store of a municipality, and brings a database up to date.</summary>
public sealed class StoreFactory
{
    private const int ConnectSeconds = 5;

    private readonly Func<Guid, WorkspaceStore> make;

    public StoreFactory(StoreSetting setting)
    {
        Setting = setting;
        if (setting.File is { } file)
        {
            // No new file when ours was taken away: an empty workspace looks like a lost one.
            var options = Sqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 15, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
            make = tenant => new SqliteStore(options, tenant);
            Queue = new SemaphoreSlim(1);
        }
        else
        {
            var options = Postgres(WithPatience(setting.Connection!));
            make = tenant => new PostgresStore(options, tenant);
        }
    }

    public StoreSetting Setting { get; }

    public bool IsPostgres => Setting.File is null;

    /// <summary>SQLite has one writer at a time and lets others knock until one is lucky; in this queue everybody's turn comes. Null on PostgreSQL.</summary>
    internal SemaphoreSlim? Queue { get; }

    public WorkspaceStore For(Guid tenant) => make(tenant);

    /// <summary>The workspace that is there, brought up to date; <c>no-workspace</c> when there is none, and then nothing is made.</summary>
    public async Task<Outcome<WorkspaceStore>> Find(Guid tenant, CancellationToken cancel)
    {
        if (Setting.File is { } file && !File.Exists(file))
            return NoWorkspace();
        if (await Refuse(cancel) is { } refusal)
            return refusal;
        await using (var looking = For(tenant))
            if (!await looking.Database.CanConnectAsync(cancel) || !(await looking.Database.GetAppliedMigrationsAsync(cancel)).Any())
                return NoWorkspace();
        return await Open(tenant, cancel);
    }

    /// <summary>Makes the tables, or brings them up to date, and puts the guards in place. Harmless when nothing is to be done.</summary>
    public async Task<Outcome<WorkspaceStore>> Open(Guid tenant, CancellationToken cancel)
    {
        if (await Refuse(cancel) is { } refusal)
            return refusal;
        if (Setting.File is { } file)
            PrivateFile.Make(file);
        var store = For(tenant);
        var known = store.GetService<IMigrationsAssembly>().Migrations.Keys;
        var applied = await store.Database.CanConnectAsync(cancel) ? (await store.Database.GetAppliedMigrationsAsync(cancel)).ToList() : [];
        if (applied.Except(known).FirstOrDefault() is { } newer)
        {
            await store.DisposeAsync();
            return new Reason("store-newer", $"This workspace was written by a newer program ({newer}). Use that version.") { Arguments = [newer] };
        }

        if (IsPostgres && await StoreGuards.RoleThatSeesAll(store, cancel) is { } role)
        {
            await store.DisposeAsync();
            return new Reason("store-role-too-strong", $"The database role {role} may see everything; row-level security does not hold for it. Use an ordinary role.") { Arguments = [role] };
        }

        if (known.Except(applied).Any())
        {
            await store.Database.MigrateAsync(cancel);
        }

        // Also when a start was killed between the two.
        if (!await StoreGuards.AreInPlace(store, cancel))
            await StoreGuards.Apply(store, cancel);

        return store;
    }

    // Who asks a page must hear within seconds that the database is gone, unless the setting says otherwise.
    private static string WithPatience(string connection)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connection };
        return said.ContainsKey("Timeout") ? connection : new NpgsqlConnectionStringBuilder(connection) { Timeout = ConnectSeconds }.ConnectionString;
    }

    private Reason NoWorkspace()
    {
        var place = Setting.File ?? "this database";
        return new Reason("no-workspace", $"There is no workspace at {place}.") { Arguments = [place] };
    }

    // What is something else is left alone: tables of ours in a stranger's file would damage it.
    private async Task<Reason?> Refuse(CancellationToken cancel)
    {
        if (Setting.File is not { } file)
        {
            try
            {
                await using var connection = new NpgsqlConnection(WithPatience(Setting.Connection!));
                await connection.OpenAsync(cancel);
                return null;
            }
            catch (NpgsqlException unreachable)
            {
                return new Reason("store-unreachable", $"The database cannot be reached: {unreachable.Message}") { Arguments = [unreachable.Message] };
            }
        }

        return await ForeignFile.Is(file, cancel) ? new Reason("not-a-workspace", $"{file} is no workspace.") { Arguments = [file] } : null;
    }

    internal static DbContextOptions<SqliteStore> Sqlite(string connection) => new DbContextOptionsBuilder<SqliteStore>()
        .UseSqlite(connection).AddInterceptors(new DurableSqlite()).Options;

    internal static DbContextOptions<PostgresStore> Postgres(string connection) => new DbContextOptionsBuilder<PostgresStore>()
        .UseNpgsql(connection, npgsql => npgsql.UseNetTopologySuite().MigrationsHistoryTable("__Migrations", PostgresStore.Schema))
        .AddInterceptors(new TenantOnConnection()).Options;

    /// <summary>Writers take turns, so that a rule that was checked still holds when it is written down.</summary>
    internal static IsolationLevel Isolation => IsolationLevel.Serializable;
}
