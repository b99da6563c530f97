// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;

namespace Schakel.Writers.GeoPackages;

/// <summary>A database that is written from beginning to end, by one writer, in one transaction.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    internal SqliteWriter(string path, string pragmas)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        // Nobody sees the file before it is whole, so a journal would only cost time.
        Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA encoding = 'UTF-8'; " + pragmas);
        transaction = connection.BeginTransaction();
    }

    internal void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql);
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    internal SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Names of tables and columns cannot be parameters; they are quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    internal void Close()
    {
        transaction.Commit();
        connection.Close();
    }

    /// <summary>The name as SQL takes it literally.</summary>
    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The text as SQL takes it literally, where a parameter cannot stand.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
