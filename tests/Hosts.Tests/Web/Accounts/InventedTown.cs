// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Schakel.Voorbeeldstad.Stories;
using Schakel.Workspace.Demo;
using Schakel.Workspace.Members;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>A workspace on disk with the people of Voorbeeldstad and Kleindorp, in a folder with a space in its name; filled once, copied for each test.</summary>
internal sealed class InventedTown : IDisposable
{
    private static readonly Lazy<Task<string>> filled = new(Fill);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel accounts ");

    private InventedTown()
    {
    }

    internal string File => Path.Combine(folder.FullName, "een stad.workspace");

    internal StoreFactory Stores => new(StoreSetting.OfFile(File));

    internal static Guid Voorbeeldstad => DemoTown.TenantOf("GM9901");

    internal static Guid Kleindorp => DemoTown.TenantOf("GM9904");

    internal static async Task<InventedTown> Make()
    {
        var from = await filled.Value;
        var town = new InventedTown();
        System.IO.File.Copy(from, town.File);
        System.IO.File.Copy(from + ".key", town.File + ".key");
        return town;
    }

    internal ServedSite Served(params (string Name, string Value)[] settings) => new(new SmallTown(), [("Schakel:Workspace", File), .. settings]);

    internal async Task<Member> Who(string function, Guid? tenant = null)
    {
        await using var store = Stores.For(tenant ?? Voorbeeldstad);
        return await store.Members.AsNoTracking().SingleAsync(member => member.Function == function, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<string> Fill()
    {
        var folder = Directory.CreateTempSubdirectory("schakel town ");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var setting = StoreSetting.OfFile(Path.Combine(folder.FullName, "town.workspace"));
        var stores = new StoreFactory(setting);
        Assert.True((await stores.Open(Guid.Empty, CancellationToken.None)).TryGet(out var store, out _));
        await store.DisposeAsync();
        var stories = new DemoStories(StoryFiles.Open, StoryFiles.OpenOpgave, StoryFiles.Opgaven);
        await new DemoTown(stores, ContactSeal.At(setting.KeyFile), TimeProvider.System, stories, null).Fill(CancellationToken.None);
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"Data Source={setting.File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearAllPools();
        return setting.File!;
    }
}
