// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

/// <summary>What is not ours is refused in words and left as it was.</summary>
public sealed class ForeignStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("schakel foreign ").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_database_of_another_program_gets_no_tables_of_ours()
    {
        var file = Path.Combine(folder, "kaart.gpkg");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "create table gpkg_contents (name text)";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        var before = await File.ReadAllBytesAsync(file, Cancel);

        Refused("not-a-workspace", await new StoreFactory(StoreSetting.OfFile(file)).Open(Guid.Empty, Cancel));
        Refused("not-a-workspace", await new StoreFactory(StoreSetting.OfFile(file)).Find(Guid.Empty, Cancel));
        Assert.Equal(before, await File.ReadAllBytesAsync(file, Cancel));
    }

    [Fact]
    public async Task Looking_for_a_workspace_makes_none()
    {
        var setting = StoreSetting.OfFile(Path.Combine(folder, "nergens.workspace"));

        Refused("no-workspace", await new StoreFactory(setting).Find(Guid.Empty, Cancel));
        Refused("not-a-workspace", await new StoreFactory(StoreSetting.OfFile(folder)).Open(Guid.Empty, Cancel));
        Refused("store-unreachable", await new StoreFactory(new StoreSetting(null, "Host=127.0.0.1;Port=1;Username=x;Database=y", "k")).Open(Guid.Empty, Cancel));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kapot")]
    [InlineData("AAAA")]
    public async Task A_damaged_key_is_told_and_never_replaced(string content)
    {
        var file = Path.Combine(folder, "key");
        await File.WriteAllTextAsync(file, content, Cancel);

        Refused("key-damaged", ContactSeal.Read(file));
        Assert.Equal(content, await File.ReadAllTextAsync(file, Cancel));
    }

    [Fact]
    public void The_setting_of_a_store_is_a_file_or_a_connection_with_a_key_file()
    {
        Assert.Equal(Path.Combine(folder, "stad.workspace"), StoreSetting.Beside(Path.Combine(folder, "stad.catalogue") + "/").File);
        Refused("key-file-not-named", StoreSetting.Read("Host=db;Database=x", null));
        Refused("store-setting-not-understood", StoreSetting.Read("Host=db;Nonsense=1", "k"));
        Assert.Null(Answer(StoreSetting.Read("Host=db;Database=x", "k")).File);
    }
}
