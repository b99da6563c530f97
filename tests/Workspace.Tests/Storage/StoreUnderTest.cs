// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Tests.Storage;

/// <summary>A store for a class of tests; the same tests run on both kinds.</summary>
public abstract class StoreUnderTest : IAsyncLifetime
{
    private StoreFactory? stores;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("schakel store ").FullName;

    public StoreFactory Stores
    {
        get
        {
            if (stores is null)
                Assert.Skip(PostgresServer.Missing!);
            return stores;
        }
    }

    public ContactSeal Seal => ContactSeal.At(Stores.Setting.KeyFile);

    public async ValueTask InitializeAsync() => stores = await Make();

    public virtual ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<StoreFactory?> Make();

    internal static async Task<StoreFactory> Opened(StoreSetting setting)
    {
        var factory = new StoreFactory(setting);
        Assert.True((await factory.Open(Guid.Empty, CancellationToken.None)).TryGet(out var store, out var reason), reason?.Detail);
        await store.DisposeAsync();
        return factory;
    }
}

public sealed class SqliteUnderTest : StoreUnderTest
{
    protected override async Task<StoreFactory?> Make() => await Opened(StoreSetting.OfFile(Path.Combine(Folder, "een werkruimte.workspace")));
}

public sealed class PostgresUnderTest(PostgresServer server) : StoreUnderTest
{
    public PostgresServer Server => server;

    protected override async Task<StoreFactory?> Make()
    {
        if (PostgresServer.Missing is { } missing)
            return Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? throw new InvalidOperationException(missing) : null;
        return await Opened(new StoreSetting(null, await server.Copy(), Path.Combine(Folder, "a key")));
    }
}
