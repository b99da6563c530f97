// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using static Schakel.Writers.GeoPackages.SqliteWriter;

namespace Schakel.Writers.GeoPackages;

/// <summary>Writes a GeoPackage (OGC 12-128r18, version 1.3): layers of features with their index, descriptions, styles and metadata, as QGIS and GDAL open them.</summary>
/// <remarks>
/// The file is written under another name and put in place when it is whole. It holds no clock: the moment of change is given, so that
/// equal content gives equal bytes.
/// </remarks>
public sealed class GeoPackageFile : IDisposable
{
    private readonly NewFile file;
    private readonly SqliteWriter database;
    private readonly string changed;
    private readonly bool ownsFile;
    private bool describesColumns, hasMetadata, hasStyles;

    /// <summary>Begins the file.</summary>
    /// <param name="path">Where it will be.</param>
    /// <param name="changed">The moment of change that the file states: of its sources rather than of its making.</param>
    public GeoPackageFile(string path, DateTimeOffset changed)
        : this(new NewFile(path), changed) => ownsFile = true;

    /// <summary>Begins the file in a place that the caller will fill.</summary>
    /// <param name="file">Where it will be.</param>
    /// <param name="changed">The moment of change that the file states.</param>
    public GeoPackageFile(NewFile file, DateTimeOffset changed)
    {
        this.changed = changed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        this.file = file;
        database = new SqliteWriter(file.WorkPath, GeoPackageTables.Pragmas);
        database.Run(GeoPackageTables.Core);
        foreach (var (name, number, organisation, definition) in GeoPackageTables.CoordinateSystems)
            database.Run(
                "INSERT INTO gpkg_spatial_ref_sys VALUES (@name, @number, @organisation, @number, @definition, NULL)",
                ("@name", name), ("@number", number), ("@organisation", organisation), ("@definition", definition));
    }

    /// <summary>Adds a layer of features, or a table of attributes.</summary>
    /// <param name="layer">What it is called and holds.</param>
    /// <param name="features">In the order in which they are stored, from fid 1.</param>
    /// <param name="cancel">Stops the work.</param>
    public void AddLayer(GeoPackageLayer layer, IEnumerable<GeoPackageFeature> features, CancellationToken cancel = default)
    {
        if (!Array.Exists(GeoPackageTables.CoordinateSystems, system => system.Number == layer.Epsg))
            throw new ArgumentException($"EPSG:{layer.Epsg} is not among the coordinate systems that are written: 28992 and 4326.", nameof(layer));
        var geometry = layer.GeometryType is null ? "" : $", {GeoPackageLayer.GeometryColumn} {layer.GeometryType}";
        database.Run($"CREATE TABLE {Quoted(layer.Name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{geometry}{string.Concat(layer.Columns.Select(column =>
            $", {Quoted(column.Name)} {(column.Type switch { GeoPackageType.Text => "TEXT", GeoPackageType.WholeNumber => "INTEGER", _ => "REAL" })}"))})");

        var extent = Fill(layer, features, cancel);
        var box = extent.IsNull ? [null, null, null, null] : new object?[] { extent.MinX, extent.MinY, extent.MaxX, extent.MaxY };
        database.Run(
            "INSERT INTO gpkg_contents VALUES (@name, @kind, @title, @description, @changed, @minX, @minY, @maxX, @maxY, @system)",
            ("@name", layer.Name), ("@kind", layer.GeometryType is null ? "attributes" : "features"), ("@title", layer.Title ?? layer.Name),
            ("@description", layer.Description), ("@changed", changed), ("@minX", box[0]), ("@minY", box[1]), ("@maxX", box[2]), ("@maxY", box[3]),
            ("@system", layer.GeometryType is null ? null : layer.Epsg));
        if (layer.GeometryType is not null)
        {
            database.Run(
                "INSERT INTO gpkg_geometry_columns VALUES (@name, @column, @type, @system, 0, 0)",
                ("@name", layer.Name), ("@column", GeoPackageLayer.GeometryColumn), ("@type", layer.GeometryType), ("@system", layer.Epsg));
            database.Run(SpatialIndex.Finish(layer.Name, GeoPackageLayer.GeometryColumn));
        }
        Describe(layer);
    }

    /// <summary>Adds a description of the whole file (without a layer) or of one layer.</summary>
    /// <param name="layer">Name of the layer, or null.</param>
    /// <param name="standard">Address of the standard that the text follows.</param>
    /// <param name="mediaType">For example <c>text/xml</c> or <c>application/json</c>.</param>
    /// <param name="text">The description.</param>
    public void AddMetadata(string? layer, string standard, string mediaType, string text)
    {
        if (!hasMetadata)
            database.Run(GeoPackageTables.Metadata);
        hasMetadata = true;
        database.Run(
            "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES ('dataset', @standard, @type, @text)",
            ("@standard", standard), ("@type", mediaType), ("@text", text));
        database.Run(
            "INSERT INTO gpkg_metadata_reference VALUES (@scope, @layer, NULL, NULL, @changed, (SELECT max(id) FROM gpkg_metadata), NULL)",
            ("@scope", layer is null ? "geopackage" : "table"), ("@layer", layer), ("@changed", changed));
    }

    /// <summary>Adds a style that QGIS takes when the layer is opened.</summary>
    /// <param name="style">What it looks like.</param>
    public void AddStyle(LayerStyle style)
    {
        if (!hasStyles)
        {
            database.Run(GeoPackageTables.Styles);
            database.Run("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', '', @changed)", ("@changed", changed));
        }
        hasStyles = true;
        database.Run(
            """
            INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
            VALUES ('', '', @layer, @geometry, @name, @qml, @sld, @default, @description, '', NULL, @changed)
            """,
            ("@layer", style.Layer), ("@geometry", GeoPackageLayer.GeometryColumn), ("@name", style.Name), ("@qml", style.Qml), ("@sld", style.Sld),
            ("@default", style.IsDefault ? 1 : 0), ("@description", style.Description), ("@changed", changed));
    }

    /// <summary>Puts the file in place.</summary>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    public void Finish(bool overwrite = true)
    {
        Complete();
        file.Place(overwrite);
    }

    /// <summary>Completes the file and leaves it to the caller to put it in place.</summary>
    public void Complete() => database.Close();

    /// <summary>Leaves nothing half-written behind.</summary>
    public void Dispose()
    {
        database.Dispose();
        if (ownsFile)
            file.Dispose();
    }

    private Envelope Fill(GeoPackageLayer layer, IEnumerable<GeoPackageFeature> features, CancellationToken cancel)
    {
        using var rows = new LayerRows(database, layer);
        foreach (var feature in features)
        {
            cancel.ThrowIfCancellationRequested();
            rows.Add(feature);
        }
        return rows.Extent;
    }

    private void Describe(GeoPackageLayer layer)
    {
        foreach (var column in layer.Columns.Where(column => column.Title is not null || column.Description is not null))
        {
            if (!describesColumns)
                database.Run(GeoPackageTables.ColumnDescriptions);
            describesColumns = true;
            database.Run(
                "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES (@layer, @column, @title, @title, @description)",
                ("@layer", layer.Name), ("@column", column.Name), ("@title", column.Title), ("@description", column.Description));
        }
    }
}
