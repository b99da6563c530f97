// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>What a column of a GeoPackage holds.</summary>
internal enum GeoPackageType
{
    Text,
    Integer,
    Real,
}

/// <summary>A column of a layer.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Type">What it holds.</param>
internal sealed record GeoPackageColumn(string Name, GeoPackageType Type);

/// <summary>One feature.</summary>
/// <param name="Shape">In the coordinate system of the file.</param>
/// <param name="Values">One a column; null is an empty cell.</param>
internal sealed record GeoPackageFeature(Geometry Shape, IReadOnlyList<object?> Values);

/// <summary>Writes a GeoPackage (OGC 12-128r18, version 1.3) in RD New: layers of features, as QGIS and GDAL open them.</summary>
/// <remarks>The file is written under another name and put in place when it is whole. It holds no clock, so that equal content gives equal tables.</remarks>
internal sealed class GeoPackageFile : IDisposable
{
    private const string changed = "2024-12-31T00:00:00.000Z";

    private const string rdNew =
        """
        PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128,AUTHORITY["EPSG","7004"]],AUTHORITY["EPSG","6289"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4289"]],PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555556],PARAMETER["central_meridian",5.38763888888889],PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","28992"]]
        """;

    private const string wgs84 =
        """
        GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]
        """;

    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly GeoPackageGeoWriter blobs = new() { HandleOrdinates = Ordinates.XY };

    internal GeoPackageFile(string path)
    {
        this.path = path;
        File.Delete(path + ".part");
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path + ".part", Pooling = false }.ToString());
        connection.Open();
        Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300");
        transaction = connection.BeginTransaction();
        Run(
            """
            CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
              organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
            CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
              last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
              CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
            CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
              srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
              CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
              CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
            """);
        System("Undefined cartesian SRS", -1, "NONE", "undefined");
        System("Undefined geographic SRS", 0, "NONE", "undefined");
        System("WGS 84 geodetic", 4326, "EPSG", wgs84);
        System("Amersfoort / RD New", 28992, "EPSG", rdNew);
    }

    /// <summary>Adds a layer of features.</summary>
    /// <param name="name">Table name.</param>
    /// <param name="geometryType">For example <c>MULTIPOLYGON</c>.</param>
    /// <param name="columns">Attributes.</param>
    /// <param name="features">In the order in which they are stored, from fid 1.</param>
    internal void AddLayer(string name, string geometryType, IReadOnlyList<GeoPackageColumn> columns, IEnumerable<GeoPackageFeature> features)
    {
        var table = Quoted(name);
        Run($"CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {geometryType}{string.Concat(columns.Select(column =>
            $", {Quoted(column.Name)} {(column.Type switch { GeoPackageType.Text => "TEXT", GeoPackageType.Integer => "INTEGER", _ => "REAL" })}"))})");

        using var insert = Command(
            $"INSERT INTO {table} (geom{string.Concat(columns.Select(column => ", " + Quoted(column.Name)))}) VALUES (@geom{string.Concat(columns.Index().Select(column => $", @c{column.Index}"))})");
        var shape = insert.Parameters.Add("@geom", SqliteType.Blob);
        var cells = columns.Index().Select(column => insert.Parameters.Add($"@c{column.Index}", column.Item.Type switch
        {
            GeoPackageType.Text => SqliteType.Text,
            GeoPackageType.Integer => SqliteType.Integer,
            _ => SqliteType.Real,
        })).ToArray();

        var extent = new Envelope();
        foreach (var feature in features)
        {
            extent.ExpandToInclude(feature.Shape.EnvelopeInternal);
            shape.Value = blobs.Write(feature.Shape);
            for (var i = 0; i < cells.Length; i++)
                cells[i].Value = feature.Values[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }

        Run(
            "INSERT INTO gpkg_contents VALUES (@name, 'features', @name, '', @changed, @minX, @minY, @maxX, @maxY, 28992)",
            ("@name", name), ("@changed", changed), ("@minX", extent.MinX), ("@minY", extent.MinY), ("@maxX", extent.MaxX), ("@maxY", extent.MaxY));
        Run("INSERT INTO gpkg_geometry_columns VALUES (@name, 'geom', @type, 28992, 0, 0)", ("@name", name), ("@type", geometryType));
    }

    /// <summary>Puts the file in place.</summary>
    internal void Finish()
    {
        transaction.Commit();
        connection.Close();
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Leaves nothing half-written behind.</summary>
    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
        File.Delete(path + ".part");
    }

    private void System(string name, int number, string organisation, string definition) => Run(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (@name, @number, @organisation, @number, @definition, NULL)",
        ("@name", name), ("@number", number), ("@organisation", organisation), ("@definition", definition.Trim()));

    private void Run(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql);
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns cannot be parameters; they are our own, and quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static string Quoted(string name) => string.Create(CultureInfo.InvariantCulture, $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
}
