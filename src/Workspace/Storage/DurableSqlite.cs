// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Schakel.Workspace.Storage;

/// <summary>What SQLite must do at every open: flush before it says yes, check references, and wait for its turn.</summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    private const string Pragmas = "pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
