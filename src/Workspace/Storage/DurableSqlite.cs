// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Schakel.Workspace.Storage;

/// <summary>What SQLite must do at every open: flush before it says yes, check references, wait for its turn, and know its own file.</summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    private const string Pragmas = "pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        Check(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    // The driver has no asynchronous way of its own.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    // Every connection to the file that was is let go, so that the next one finds the file that is.
    private static void Check(DbConnection connection)
    {
        if (connection is not SqliteConnection sqlite || !MovedFile.Is(sqlite))
            return;
        SqliteConnection.ClearPool(sqlite);
        throw new StoreGoneException($"{sqlite.DataSource} was moved, removed or replaced.");
    }
}
