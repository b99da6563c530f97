// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using static Schakel.Writers.GeoPackages.SqliteWriter;

namespace Schakel.Writers.GeoPackages;

/// <summary>Puts features into the table of a layer and their boxes into its tree.</summary>
internal sealed class LayerRows : IDisposable
{
    private readonly GeometryBlob blobs;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand? insertBox;
    private readonly SqliteParameter? shape;
    private readonly SqliteParameter[] cells, box;
    private long number;

    internal LayerRows(SqliteWriter database, GeoPackageLayer layer)
    {
        blobs = new GeometryBlob(layer.Epsg);
        var names = layer.Columns.Select(column => Quoted(column.Name)).Prepend("fid");
        var places = layer.Columns.Index().Select(column => string.Create(CultureInfo.InvariantCulture, $"@c{column.Index}")).Prepend("@fid");
        if (layer.GeometryType is not null)
        {
            (names, places) = (names.Prepend(GeoPackageLayer.GeometryColumn), places.Prepend("@geom"));
            database.Run(SpatialIndex.Create(layer.Name, GeoPackageLayer.GeometryColumn));
            insertBox = database.Command(SpatialIndex.Insert(layer.Name, GeoPackageLayer.GeometryColumn));
        }
        insert = database.Command($"INSERT INTO {Quoted(layer.Name)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)})");
        if (layer.GeometryType is not null)
            shape = insert.Parameters.Add("@geom", SqliteType.Blob);
        insert.Parameters.Add("@fid", SqliteType.Integer);
        cells = [.. layer.Columns.Index().Select(column => insert.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"@c{column.Index}"), column.Item.Type switch
        {
            GeoPackageType.Text => SqliteType.Text,
            GeoPackageType.WholeNumber => SqliteType.Integer,
            _ => SqliteType.Real,
        }))];
        box = insertBox is null ? [] : [.. SpatialIndex.Parameters.Select(name => insertBox.Parameters.Add(name, name == "@id" ? SqliteType.Integer : SqliteType.Real))];
    }

    /// <summary>The box around everything so far.</summary>
    internal Envelope Extent { get; } = new();

    internal void Add(GeoPackageFeature feature)
    {
        number++;
        insert.Parameters["@fid"].Value = number;
        if (shape is not null)
            shape.Value = feature.Shape is null ? DBNull.Value : blobs.Write(feature.Shape);
        for (var i = 0; i < cells.Length; i++)
            cells[i].Value = feature.Values[i] ?? DBNull.Value;
        insert.ExecuteNonQuery();
        if (insertBox is null || feature.Shape is null || feature.Shape.IsEmpty)
            return;

        var around = feature.Shape.EnvelopeInternal;
        Extent.ExpandToInclude(around);
        box[0].Value = number;
        box[1].Value = around.MinX;
        box[2].Value = around.MaxX;
        box[3].Value = around.MinY;
        box[4].Value = around.MaxY;
        insertBox.ExecuteNonQuery();
    }

    public void Dispose()
    {
        insert.Dispose();
        insertBox?.Dispose();
    }
}
