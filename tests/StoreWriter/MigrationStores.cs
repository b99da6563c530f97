// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore.Design;
using Schakel.Workspace.Storage;

namespace Schakel.StoreWriter;

/// <summary>Tells the tool that writes migrations which stores there are: <c>dotnet ef migrations add NAME --context SqliteStore</c>.</summary>
internal sealed class SqliteForMigrations : IDesignTimeDbContextFactory<SqliteStore>
{
    public SqliteStore CreateDbContext(string[] args) => (SqliteStore)new StoreFactory(StoreSetting.OfFile("migrations.workspace")).For(Guid.Empty);
}

/// <summary>The same for PostgreSQL; no server is asked.</summary>
internal sealed class PostgresForMigrations : IDesignTimeDbContextFactory<PostgresStore>
{
    public PostgresStore CreateDbContext(string[] args) => (PostgresStore)new StoreFactory(new StoreSetting(null, "Host=localhost", "none")).For(Guid.Empty);
}
