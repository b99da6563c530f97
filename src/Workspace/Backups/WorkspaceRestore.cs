// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Backups;

/// <summary>Puts a backup back, into an empty place and only when every part has the hash that the backup says.</summary>
public static class WorkspaceRestore
{
    private const int RowsAtOnce = 500;

    public static async Task<Outcome<BackupReport>> Read(string file, StoreSetting setting, CancellationToken cancel)
    {
        if (!File.Exists(file))
            return new Refusal("file-not-found", "There is no such file.", file) { Expected = "the name of an existing file" };
        if (setting.File is { } target && File.Exists(target))
            return NotEmpty();

        ZipArchive archive;
        try
        {
            archive = await ZipFile.OpenReadAsync(file, cancel);
        }
        catch (InvalidDataException)
        {
            return Damaged(Path.GetFileName(file));
        }

        using (archive)
        {
            if (!Check(archive).TryGet(out var manifest, out var reason))
                return reason;
            // A key that lies there may belong to these contacts; another one is never replaced.
            if (manifest.Parts.ContainsKey(WorkspaceBackup.KeyName) && File.Exists(setting.KeyFile)
                && (await File.ReadAllTextAsync(setting.KeyFile, cancel)).Trim() != Lines(archive, WorkspaceBackup.KeyName).First())
                return NotEmpty();
            return setting.File is null
                ? await Fill(new StoreFactory(setting), archive, manifest, file, cancel)
                : await IntoFile(setting, archive, manifest, file, cancel);
        }
    }

    // A file is filled beside its place, and takes the place when it is whole.
    private static async Task<Outcome<BackupReport>> IntoFile(StoreSetting setting, ZipArchive archive, WorkspaceBackup.Manifest manifest, string file, CancellationToken cancel)
    {
        var writing = $"{setting.File}.{Guid.NewGuid():N}.writing";
        try
        {
            var filled = await Fill(new StoreFactory(setting with { File = writing }), archive, manifest, file, cancel);
            await Settle(writing, cancel);
            if (filled.TryGet(out _, out _))
                File.Move(writing, setting.File!, overwrite: false);
            return filled;
        }
        finally
        {
            foreach (var left in new[] { writing, writing + "-wal", writing + "-shm" })
                File.Delete(left);
        }
    }

    // Everything in the one file: the log is folded in before the file moves.
    private static async Task Settle(string file, CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        SqliteConnection.ClearAllPools();
        await using (connection)
        {
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma wal_checkpoint(truncate)";
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static async Task<Outcome<BackupReport>> Fill(StoreFactory stores, ZipArchive archive, WorkspaceBackup.Manifest manifest, string file, CancellationToken cancel)
    {
        if (!(await stores.Open(Guid.Empty, cancel)).TryGet(out var store, out var reason))
            return reason;

        await using (store)
        {
            var schema = TableRows.MigrationName([.. await store.Database.GetAppliedMigrationsAsync(cancel)]);
            if (schema != manifest.Schema)
                return new Reason("backup-other-version", $"This backup has tables of '{manifest.Schema}'; this program has '{schema}'.") { Arguments = [manifest.Schema, schema] };
            if (await store.Municipalities.AnyAsync(cancel))
                return NotEmpty();

            store.KeepsQuiet = true;
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            var lastLine = 0L;
            foreach (var type in TableRows.TypesInOrder(store.Model))
            {
                var waiting = 0;
                foreach (var line in Lines(archive, type.GetTableName()! + ".jsonl"))
                {
                    var row = TableRows.Read(store, type, line);
                    lastLine = row is History.HistoryEntry told ? Math.Max(lastLine, told.Number) : lastLine;
                    if (TableRows.OwnerOf(store, type, row) is var tenant && tenant != store.Tenant)
                    {
                        // What waited is of the municipality before, and PostgreSQL lets nobody else write it.
                        store.Entry(row).State = EntityState.Detached;
                        await Save(store, cancel);
                        await TableRows.Enter(store, tenant, cancel);
                        store.Entry(row).State = EntityState.Added;
                    }

                    if (++waiting % RowsAtOnce == 0)
                        await Save(store, cancel);
                }

                await Save(store, cancel);
            }

            // The next line of the history comes after the last one; SQLite sees that by itself.
            if (store is PostgresStore && lastLine > 0)
                await store.Database.ExecuteSqlAsync($"select setval(pg_get_serial_sequence('workspace.\"History\"', 'Number'), {lastLine})", cancel);
            await transaction.CommitAsync(cancel);
        }

        var hasKey = manifest.Parts.ContainsKey(WorkspaceBackup.KeyName);
        if (hasKey)
            ContactSeal.Put(stores.Setting.KeyFile, Lines(archive, WorkspaceBackup.KeyName).First());
        return new BackupReport(file, manifest.Rows, hasKey);
    }

    private static async Task Save(WorkspaceStore store, CancellationToken cancel)
    {
        await store.SaveChangesAsync(cancel);
        store.ChangeTracker.Clear();
    }

    private static Outcome<WorkspaceBackup.Manifest> Check(ZipArchive archive)
    {
        WorkspaceBackup.Manifest? manifest;
        try
        {
            if (archive.GetEntry(WorkspaceBackup.ManifestName) is not { } entry)
                return Damaged(WorkspaceBackup.ManifestName);
            using var stream = entry.Open();
            manifest = JsonSerializer.Deserialize<WorkspaceBackup.Manifest>(stream, CanonicalJson.Options);
            if (manifest is null || manifest.Parts is null)
                return Damaged(WorkspaceBackup.ManifestName);
            if (manifest.Form != WorkspaceBackup.Form)
                return new Reason("backup-other-version", $"This backup has the form '{manifest.Form}'; this program reads '{WorkspaceBackup.Form}'.") { Arguments = [manifest.Form, WorkspaceBackup.Form] };
            foreach (var (name, hash) in manifest.Parts)
            {
                if (archive.GetEntry(name) is not { } part)
                    return Damaged(name);
                using var bytes = part.Open();
                if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash)
                    return Damaged(name);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException)
        {
            return Damaged(WorkspaceBackup.ManifestName);
        }

        return manifest;
    }

    private static IEnumerable<string> Lines(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static Reason NotEmpty() => new("store-not-empty", "There is a workspace here already. Choose an empty place.");

    private static Reason Damaged(string part) => new("backup-damaged", $"This backup is damaged: {part}.") { Arguments = [part] };
}
