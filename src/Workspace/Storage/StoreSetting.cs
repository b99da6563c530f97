// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Npgsql;
using Schakel.Analysis;

namespace Schakel.Workspace.Storage;

/// <summary>Where the workspace is kept: a SQLite file, or a database on PostgreSQL.</summary>
/// <param name="File">The file; null on PostgreSQL.</param>
/// <param name="Connection">Connection string; null on SQLite. Passwords come from PGPASSWORD or a password file, as with psql.</param>
/// <param name="KeyFile">The key that seals contacts.</param>
public sealed record StoreSetting(string? File, string? Connection, string KeyFile)
{
    private const string Extension = ".workspace";

    /// <summary>The file beside a catalogue: <c>town.catalogue</c> has <c>town.workspace</c>.</summary>
    public static StoreSetting Beside(string catalogue)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(catalogue));
        return OfFile(Path.ChangeExtension(folder, null) + Extension);
    }

    public static StoreSetting OfFile(string file) => new(Path.GetFullPath(file), null, Path.GetFullPath(file) + ".key");

    /// <param name="text">A file name, or a connection string with <c>Host=</c>.</param>
    /// <param name="keyFile">Where the key is; needed on PostgreSQL.</param>
    public static Outcome<StoreSetting> Read(string text, string? keyFile)
    {
        if (!text.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return keyFile is null ? OfFile(text) : OfFile(text) with { KeyFile = Path.GetFullPath(keyFile) };
        if (keyFile is null)
            return new Reason("key-file-not-named", "On PostgreSQL, say where the key file is that seals contacts.");
        try
        {
            return new StoreSetting(null, new NpgsqlConnectionStringBuilder(text).ConnectionString, Path.GetFullPath(keyFile));
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            return new Reason("store-setting-not-understood", "This is not a connection string of PostgreSQL.");
        }
    }
}
