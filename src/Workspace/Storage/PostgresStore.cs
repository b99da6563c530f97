// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NetTopologySuite.Geometries;

namespace Schakel.Workspace.Storage;

/// <summary>A schema on PostgreSQL with PostGIS, where row-level security guards every table once more.</summary>
public sealed class PostgresStore(DbContextOptions<PostgresStore> options, Guid tenant) : WorkspaceStore(options, tenant)
{
    internal const string Schema = "workspace";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
        configurationBuilder.Properties<Geometry>().HaveColumnType("geometry(Geometry,28992)");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.HasPostgresExtension("postgis");
        base.OnModelCreating(modelBuilder);
    }

    // PostgreSQL keeps microseconds: cut here, so that what is read back equals what was written.
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        moment => new DateTimeOffset(moment.UtcTicks / 10 * 10, TimeSpan.Zero), moment => moment.ToUniversalTime());
}
