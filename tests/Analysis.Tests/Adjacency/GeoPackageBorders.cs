// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Tests.Adjacency;

/// <summary>Just enough of a GeoPackage for tests and benchmarks of Analysis, which itself reads no files.</summary>
internal sealed class GeoPackageBorders
{
    private readonly List<double> x = [];
    private readonly List<double> y = [];
    private readonly List<int> ringStarts = [0];
    private readonly List<int> areaStarts = [0];

    internal List<string> Ids { get; } = [];

    internal AreaBoundaries Boundaries => new([.. x], [.. y], [.. ringStarts], [.. areaStarts]);

    internal static GeoPackageBorders Read(string file, string layer, string id)
    {
        var borders = new GeoPackageBorders();
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of layers and columns come from the test itself.
        command.CommandText = $"select \"{id}\", geom from \"{layer}\" order by \"{id}\"";
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            borders.Ids.Add(rows.GetString(0).Trim());
            var blob = (byte[])rows.GetValue(1);
            int[] envelopes = [0, 32, 48, 48, 64];
            borders.Geometry(blob, 8 + envelopes[(blob[3] >> 1) & 7]);
            borders.areaStarts.Add(borders.ringStarts.Count - 1);
        }

        return borders;
    }

    /// <summary>Reads a polygon or collection of well-known binary (little-endian, as GDAL writes it) and returns the place behind it.</summary>
    private int Geometry(ReadOnlySpan<byte> blob, int place)
    {
        if (blob[place] != 1)
            throw new NotSupportedException("Only little-endian geometries are read here.");
        var type = Integer(blob, place + 1);
        var count = Integer(blob, place + 5);
        place += 9;
        for (var part = 0; part < count; part++)
            place = type == 3 ? Ring(blob, place) : Geometry(blob, place);
        return place;
    }

    private int Ring(ReadOnlySpan<byte> blob, int place)
    {
        var count = Integer(blob, place);
        place += 4;
        for (var point = 0; point < count; point++, place += 16)
        {
            x.Add(BinaryPrimitives.ReadDoubleLittleEndian(blob[place..]));
            y.Add(BinaryPrimitives.ReadDoubleLittleEndian(blob[(place + 8)..]));
        }

        ringStarts.Add(x.Count);
        return place;
    }

    private static int Integer(ReadOnlySpan<byte> blob, int place) => BinaryPrimitives.ReadInt32LittleEndian(blob[place..]);
}
