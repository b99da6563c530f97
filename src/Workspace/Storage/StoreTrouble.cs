// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Npgsql;

namespace Schakel.Workspace.Storage;

/// <summary>What is wrong around the store, as opposed to a mistake in the program: it passes, and then the program goes on without a restart.</summary>
public enum StoreTrouble
{
    /// <summary>The database does not answer, or its file is not there.</summary>
    Gone,

    /// <summary>There is no room left to write.</summary>
    Full,

    /// <summary>Somebody else holds the store longer than we wait.</summary>
    Busy,
}

/// <summary>Tells from an exception whether the store, or the disk, is in trouble.</summary>
public static class StoreTroubles
{
    // Result codes of SQLite (www.sqlite.org/rescode.html), and errno of Linux and macOS for a disk or quota without room.
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14, NoSpace = 28, FileTooLarge = 27, LinuxQuota = 122, MacQuota = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static StoreTrouble? Of(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            StoreTrouble? trouble = fault switch
            {
                SqliteException sqlite => Of(sqlite.SqliteErrorCode),
                PostgresException postgres => Of(postgres),
                // Npgsql throws this itself when there is no connection, and wraps what broke one.
                NpgsqlException => StoreTrouble.Gone,
                StoreGoneException => StoreTrouble.Gone,
                IOException { HResult: NoSpace or FileTooLarge or LinuxQuota or MacQuota or WindowsDiskFull } => StoreTrouble.Full,
                _ => null,
            };
            if (trouble is not null)
                return trouble;
        }

        return null;
    }

    private static StoreTrouble? Of(int code) => code switch
    {
        Full => StoreTrouble.Full,
        Busy or Locked => StoreTrouble.Busy,
        ReadOnly or InputOutput or CannotOpen => StoreTrouble.Gone,
        _ => null,
    };

    private static StoreTrouble? Of(PostgresException postgres) => postgres.SqlState switch
    {
        PostgresErrorCodes.DiskFull => StoreTrouble.Full,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => StoreTrouble.Busy,
        // Connection lost, too many connections, the server stops, starts, crashed, or reads only; a database that was taken away.
        { } state when state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal)
            || state.StartsWith("58", StringComparison.Ordinal) || state is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InvalidCatalogName => StoreTrouble.Gone,
        _ => null,
    };
}

/// <summary>The store was asked for and does not answer.</summary>
public sealed class StoreGoneException : Exception
{
    public StoreGoneException()
    {
    }

    public StoreGoneException(string message)
        : base(message)
    {
    }

    public StoreGoneException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
