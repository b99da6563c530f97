// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Backups;

/// <summary>What a backup holds.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Rows">Rows by table.</param>
/// <param name="HasKey">Whether the key that opens contacts is in it.</param>
public sealed record BackupReport(string File, IReadOnlyDictionary<string, long> Rows, bool HasKey);

/// <summary>
/// Writes a workspace into one file: a table a part, one JSON row a line, and a manifest with the hash of every part. The form is that of neither
/// store, so that a backup of one can be put back into the other.
/// </summary>
public static class WorkspaceBackup
{
    internal const string Form = "schakel-workspace-1", ManifestName = "manifest.json", KeyName = "key";

    /// <param name="stores">What to back up.</param>
    /// <param name="target">A file, or a folder in which a file with the moment in its name is made.</param>
    /// <param name="withKey">Puts the key that seals contacts in as well.</param>
    /// <param name="clock">Time.</param>
    /// <param name="cancel">To stop; nothing half-written is left.</param>
    public static async Task<Outcome<BackupReport>> Write(StoreFactory stores, string target, bool withKey, TimeProvider clock, CancellationToken cancel)
    {
        if (!(await stores.Find(Guid.Empty, cancel)).TryGet(out var found, out var reason))
            return reason;
        await found.DisposeAsync();
        var now = clock.GetUtcNow();
        var file = Directory.Exists(target) || target.EndsWith('/')
            ? Path.Combine(target, string.Create(CultureInfo.InvariantCulture, $"werkruimte-{now:yyyyMMdd-HHmmss}.backup")) : target;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var writing = $"{file}.{Guid.NewGuid():N}.writing";
        try
        {
            BackupReport report;
            var stream = new FileStream(writing, PrivateFile.Options);
            await using (stream)
            {
                report = await Write(stores, stream, file, withKey, now, cancel);
                stream.Flush(flushToDisk: true);
            }

            File.Move(writing, file, overwrite: true);
            return report;
        }
        finally
        {
            File.Delete(writing);
        }
    }

    private static async Task<BackupReport> Write(StoreFactory stores, Stream stream, string file, bool withKey, DateTimeOffset now, CancellationToken cancel)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using var store = stores.For(Guid.Empty);
        // One transaction: everything as it was at one moment, whoever writes meanwhile.
        await using var transaction = await Moment(store, cancel);
        var migrations = (await store.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        var tenants = await store.Municipalities.Select(municipality => municipality.Id).OrderBy(id => id).ToListAsync(cancel);

        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var type in TableRows.TypesInOrder(store.Model))
        {
            using var part = new HashedPart(archive, type.GetTableName()! + ".jsonl");
            foreach (var tenant in TableRows.HasTenant(type) ? tenants : [Guid.Empty])
            {
                await TableRows.Enter(store, tenant, cancel);
                rows[type.GetTableName()!] = rows.GetValueOrDefault(type.GetTableName()!) + await TableRows.Write(store, type, part, cancel);
            }

            parts[part.Name] = part.Close();
        }

        // A workspace in which nobody left a contact yet has no key.
        withKey = withKey && File.Exists(stores.Setting.KeyFile);
        if (withKey)
        {
            using var part = new HashedPart(archive, KeyName);
            part.Line((await File.ReadAllTextAsync(stores.Setting.KeyFile, cancel)).Trim());
            parts[part.Name] = part.Close();
        }

        using (var manifest = new HashedPart(archive, ManifestName))
            manifest.Line(JsonSerializer.Serialize(new Manifest(Form, now, TableRows.MigrationName(migrations), rows, parts), CanonicalJson.Options));
        return new BackupReport(file, rows, withKey);
    }

    private static async Task<IDbContextTransaction> Moment(WorkspaceStore store, CancellationToken cancel)
    {
        if (store is PostgresStore)
            return await store.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);

        // A deferred one only reads, so that writers go on meanwhile.
        await store.Database.OpenConnectionAsync(cancel);
        return (await store.Database.UseTransactionAsync(((SqliteConnection)store.Database.GetDbConnection()).BeginTransaction(deferred: true), cancel))!;
    }

    internal sealed record Manifest(string Form, DateTimeOffset Made, string Schema, IReadOnlyDictionary<string, long> Rows, IReadOnlyDictionary<string, string> Parts);
}
