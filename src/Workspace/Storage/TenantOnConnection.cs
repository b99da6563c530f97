// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Schakel.Workspace.Storage;

/// <summary>Tells PostgreSQL at every open whose rows these are; also when nobody's, because connections come from a pool.</summary>
internal sealed class TenantOnConnection : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        await Set(connection, ((WorkspaceStore)eventData.Context!).Tenant, cancellationToken);

    internal static async Task Set(DbConnection connection, Guid tenant, CancellationToken cancel)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = "select set_config('schakel.tenant', @tenant, false)";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("tenant", tenant == Guid.Empty ? "" : tenant.ToString());
            command.Parameters.Add(parameter);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    // Synchronous opening would leave the tenant of whoever had the connection before.
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        throw new NotSupportedException("Open the store asynchronously.");
}
