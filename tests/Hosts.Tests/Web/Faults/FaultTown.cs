// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schakel.Hosts.Tests.Web.Accounts;
using Schakel.Voorbeeldstad.Stories;
using Schakel.Workspace.Demo;
using Schakel.Workspace.Members;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;
using Schakel.Workspace.Tests.Storage;

namespace Schakel.Hosts.Tests.Web.Faults;

/// <summary>Voorbeeldstad on the store of a test: a SQLite file, or a database on PostgreSQL.</summary>
internal sealed class FaultTown : IAsyncDisposable
{
    private readonly InventedTown? file;
    private readonly DirectoryInfo? keys;

    private FaultTown(StoreSetting setting, InventedTown? file, DirectoryInfo? keys) => (Setting, this.file, this.keys) = (setting, file, keys);

    internal StoreSetting Setting { get; }

    internal StoreFactory Stores => new(Setting);

    /// <param name="kind">SQLite or PostgreSQL.</param>
    /// <param name="server">For the latter.</param>
    /// <param name="disk">Where the data lie; null = wherever.</param>
    internal static async Task<FaultTown> On(string kind, PostgresServer server, string? disk = null)
    {
        if (kind == "SQLite")
        {
            var town = await InventedTown.Make();
            if (disk is null)
                return new FaultTown(StoreSetting.OfFile(town.File), town, null);
            var there = Path.Combine(disk, Path.GetFileName(town.File));
            foreach (var part in new[] { "", ".key" })
                File.Copy(town.File + part, there + part);
            return new FaultTown(StoreSetting.OfFile(there), town, null);
        }

        if (PostgresServer.Missing is { } missing)
            Assert.Skip(missing);
        var keys = Directory.CreateTempSubdirectory("schakel keys ");
        var setting = new StoreSetting(null, await server.Copy(disk), Path.Combine(keys.FullName, "de sleutel.key"));
        var stories = new DemoStories(StoryFiles.Open, StoryFiles.OpenOpgave, StoryFiles.Opgaven);
        await new DemoTown(new StoreFactory(setting), ContactSeal.At(setting.KeyFile), TimeProvider.System, stories, null).Fill(TestContext.Current.CancellationToken);
        return new FaultTown(setting, null, keys);
    }

    internal Task<RealSite> Serve(params (string Name, string Value)[] settings) => RealSite.Start(Setting.File ?? Setting.Connection!, Setting.KeyFile, null, settings);

    internal async Task<Member> Who(string function)
    {
        await using var store = Stores.For(InventedTown.Voorbeeldstad);
        return await store.Members.AsNoTracking().SingleAsync(member => member.Function == function, TestContext.Current.CancellationToken);
    }

    /// <summary>A browser without a screen, of somebody who is signed in.</summary>
    internal async Task<Visit> SignIn(RealSite site, string function) => await new Visit(site.Address).As(await Who(function));

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        file?.Dispose();
        keys?.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
