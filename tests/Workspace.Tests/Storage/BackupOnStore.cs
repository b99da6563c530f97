// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Schakel.Workspace.Backups;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

public sealed class BackupOnSqlite(SqliteUnderTest store) : BackupOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class BackupOnPostgres(PostgresUnderTest store, PostgresServer server) : BackupOnStore(store), IClassFixture<PostgresUnderTest>
{
    private readonly PostgresUnderTest store = store;

    [Fact]
    public async Task A_backup_of_one_kind_of_store_goes_back_into_the_other()
    {
        var town = await Filled(store);
        var onFile = StoreSetting.OfFile(Path.Combine(Folder, "hersteld.workspace"));
        var onServer = new StoreSetting(null, await server.Empty(), Path.Combine(Folder, "another key"));
        var first = Path.Combine(Folder, "eerste.backup");
        var second = Path.Combine(Folder, "tweede.backup");
        var third = Path.Combine(Folder, "derde.backup");

        Answer(await WorkspaceBackup.Write(town.Stores, first, withKey: false, town.Clock, Cancel));
        Answer(await WorkspaceRestore.Read(first, onFile, Cancel));
        Answer(await WorkspaceBackup.Write(new StoreFactory(onFile), second, withKey: false, town.Clock, Cancel));
        Answer(await WorkspaceRestore.Read(second, onServer, Cancel));
        Answer(await WorkspaceBackup.Write(new StoreFactory(onServer), third, withKey: false, town.Clock, Cancel));

        Assert.Equal(Parts(first), Parts(second));
        Assert.Equal(Parts(first), Parts(third));
        Refused("store-not-empty", await WorkspaceRestore.Read(first, onServer, Cancel));
    }
}

/// <summary>A backup holds everything as it was at one moment, and goes back only whole.</summary>
public abstract class BackupOnStore(StoreUnderTest store) : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("schakel backup ").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_restored_is_what_was_backed_up_and_work_goes_on()
    {
        var town = await Filled(store);
        var target = StoreSetting.OfFile(Path.Combine(Folder, "hersteld.workspace"));

        var written = Answer(await WorkspaceBackup.Write(town.Stores, Folder + "/", withKey: true, town.Clock, Cancel));
        Answer(await WorkspaceRestore.Read(written.File, target, Cancel));

        Assert.True(written.Rows["History"] > 10);
        var restored = new StoreFactory(target);
        var again = Answer(await WorkspaceBackup.Write(restored, Path.Combine(Folder, "weer.backup"), withKey: true, town.Clock, Cancel));
        Assert.Equal(Parts(written.File), Parts(again.File));
        // With the key the contacts open, the guards stand, and the history goes on where it was.
        var room = new Workroom(restored, ContactSeal.At(target.KeyFile), town.Clock);
        await using var open = restored.For(town.Tenant);
        Assert.Equal("a@example.org", ContactSeal.At(target.KeyFile).Open((await open.Offers.SingleAsync(Cancel)).Id, (await open.Offers.SingleAsync(Cancel)).Contact!));
        await Assert.ThrowsAnyAsync<Exception>(() => open.History.ExecuteDeleteAsync(Cancel));
        Answer(await new Opgaven.OpgaveWork(room).Open(town["coordinator"], "Verder", "Wat?", null, Cancel));
    }

    [Fact]
    public async Task A_damaged_backup_or_a_place_that_is_taken_restores_nothing()
    {
        var town = await Filled(store);
        var file = Answer(await WorkspaceBackup.Write(town.Stores, Path.Combine(Folder, "goed.backup"), withKey: false, town.Clock, Cancel)).File;
        var target = StoreSetting.OfFile(Path.Combine(Folder, "hersteld.workspace"));
        var whole = await File.ReadAllBytesAsync(file, Cancel);

        await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)], Cancel);
        Refused("backup-damaged", await WorkspaceRestore.Read(file, target, Cancel));
        await File.WriteAllBytesAsync(file, whole, Cancel);
        await using (var archive = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, Cancel))
        {
            archive.GetEntry("Organisations.jsonl")!.Delete();
            await using var forged = new StreamWriter(await archive.CreateEntry("Organisations.jsonl").OpenAsync(Cancel));
            await forged.WriteLineAsync("{}");
        }

        Refused("backup-damaged", await WorkspaceRestore.Read(file, target, Cancel));
        await File.WriteAllBytesAsync(file, whole, Cancel);
        await using (var archive = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, Cancel))
        {
            archive.GetEntry("manifest.json")!.Delete();
            await using var later = new StreamWriter(await archive.CreateEntry("manifest.json").OpenAsync(Cancel));
            await later.WriteLineAsync("""{"form":"schakel-workspace-9","made":"2030-01-01T00:00:00+00:00","schema":"First","rows":{},"parts":{}}""");
        }

        Refused("backup-other-version", await WorkspaceRestore.Read(file, target, Cancel));
        await File.WriteAllTextAsync(file, "geen backup", Cancel);
        Refused("backup-damaged", await WorkspaceRestore.Read(file, target, Cancel));
        Refused("file-not-found", await WorkspaceRestore.Read(Path.Combine(Folder, "nergens"), target, Cancel));
        Assert.Equal(["goed.backup"], Directory.GetFiles(Folder).Select(Path.GetFileName));

        await File.WriteAllBytesAsync(file, whole, Cancel);
        await File.WriteAllTextAsync(target.File!, "van een ander", Cancel);
        Refused("store-not-empty", await WorkspaceRestore.Read(file, target, Cancel));
        Assert.Equal("van een ander", await File.ReadAllTextAsync(target.File!, Cancel));
    }

    [Fact]
    public async Task The_key_is_in_a_backup_only_when_asked_for()
    {
        var town = await Filled(store);

        var without = Answer(await WorkspaceBackup.Write(town.Stores, Path.Combine(Folder, "zonder.backup"), withKey: false, town.Clock, Cancel));

        Assert.False(without.HasKey);
        Assert.DoesNotContain("key", Parts(without.File).Keys);
        await using var archive = await ZipFile.OpenReadAsync(without.File, Cancel);
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancel));
            Assert.DoesNotContain("a@example.org", await reader.ReadToEndAsync(Cancel), StringComparison.Ordinal);
        }
    }

    /// <summary>Two municipalities with work in most tables.</summary>
    private protected static async Task<TestMunicipality> Filled(StoreUnderTest store)
    {
        var (town, other) = (await In(store), await In(store));
        foreach (var place in new[] { town, other })
        {
            var opgave = await place.WithApproach();
            Answer(await place.Opgaven.AddDrawing(place["coordinator"], opgave.Id, "Het plein", "POLYGON ((155000 463000, 155100 463000, 155100 463100, 155000 463000))", Cancel));
            Answer(await place.Judgements.Advise(place["coordinator"], opgave.Id, Cancel));
            Answer(await place.Opgaven.Agree(place["coordinator"], opgave.Id, null, "Zo doen we het", Cancel));
        }

        Answer(await new OfferWork(town.Room).Make(town.Visitor, "koffie", 500, "E1550N4630", "a@example.org", consent: true, Cancel));
        Answer(await new Peers.PeerWork(town.Room).Offer(town["coordinator"], other.Tenant, "Onze ladder", "Wij hebben kernen", Cancel));
        return town;
    }

    protected static SortedDictionary<string, string> Parts(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        using var stream = archive.GetEntry("manifest.json")!.Open();
        using var document = System.Text.Json.JsonDocument.Parse(stream);
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in document.RootElement.GetProperty("parts").EnumerateObject())
            parts[part.Name] = part.Value.GetString()!;
        return parts;
    }
}
