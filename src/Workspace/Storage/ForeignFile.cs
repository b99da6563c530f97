// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;

namespace Schakel.Workspace.Storage;

/// <summary>Whether a file is something else than a workspace: no SQLite at all, or the database of another program.</summary>
internal static class ForeignFile
{
    private static ReadOnlySpan<byte> Beginning => "SQLite format 3\0"u8;

    /// <summary>An empty file, or none, is nobody's yet.</summary>
    internal static async Task<bool> Is(string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
            return Directory.Exists(file);
        var begin = new byte[Beginning.Length];
        int read;
        await using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            read = await stream.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, cancel);
        if (read == 0)
            return false;
        if (!begin.AsSpan().SequenceEqual(Beginning))
            return true;

        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 15 }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select exists (select 1 from sqlite_master where type = 'table') and not exists (select 1 from sqlite_master where name like '\\_\\_EFMigrations%' escape '\\')";
        return (long)(await command.ExecuteScalarAsync(cancel))! == 1;
    }
}
