// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Schakel.Workspace.Storage;

/// <summary>One file. No row-level security here: the query filter is the only wall, so a file holds what one administrator may see.</summary>
public sealed class SqliteStore(DbContextOptions<SqliteStore> options, Guid tenant) : WorkspaceStore(options, tenant)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Geometry>().HaveConversion<Blob>();
    }

    // Order and comparison in the database need a number; the offset is always UTC.
    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class Blob() : ValueConverter<Geometry, byte[]>(
        geometry => new WKBWriter(ByteOrder.LittleEndian, true).Write(geometry), bytes => new WKBReader().Read(bytes));
}
