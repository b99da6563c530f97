// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources.Coordinates;

namespace Schakel.Catalogue.Sources.GeoPackages;

/// <summary>A column as the database declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNumeric">Declared to hold numbers.</param>
/// <param name="IsRowNumber">The database's own row number, not something of the source.</param>
internal readonly record struct GeoPackageColumn(string Name, bool IsNumeric, bool IsRowNumber);

/// <summary>One layer or table that the GeoPackage announces.</summary>
/// <param name="Name">Table name.</param>
/// <param name="GeometryColumn">Column with the geometries, or null.</param>
/// <param name="Crs">Of the geometries.</param>
internal sealed record GeoPackageLayer(string Name, string? GeometryColumn, CrsName Crs)
{
    internal static List<GeoPackageLayer> All(SqliteFile file)
    {
        if (!file.HasTable("gpkg_contents"))
            throw new InputRefused("not-a-geopackage", "The file is a SQLite database, but no GeoPackage: it has no table gpkg_contents.")
            {
                Expected = "a GeoPackage, for example exported with QGIS",
            };
        var layers = new List<GeoPackageLayer>();
        var geometryColumns = GeometryColumns(file);
        using var rows = file.Query("SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid");
        while (rows.Next())
        {
            var (name, kind) = (rows.Text(0), rows.Text(1)?.ToUpperInvariant());
            // How QGIS draws a layer is no layer.
            if (name is null or "layer_styles" || kind is not ("FEATURES" or "ATTRIBUTES" or "ASPATIAL"))
                continue;
            if (!file.HasTable(name))
                throw new InputRefused("file-damaged", $"The GeoPackage announces the layer '{name}', but has no such table.") { Layer = name, Expected = "a complete GeoPackage" };
            var found = geometryColumns.GetValueOrDefault(name);
            if (found.Column is null && kind == "FEATURES")
                throw new InputRefused("file-damaged", $"The GeoPackage does not say which column of the layer '{name}' holds the geometry.")
                {
                    Layer = name,
                    Expected = "a row in gpkg_geometry_columns",
                };
            layers.Add(new GeoPackageLayer(name, found.Column, found.Column is null ? CrsName.Unknown : CrsOf(file, found.Srs)));
        }
        return layers;
    }

    internal static GeoPackageLayer Choose(List<GeoPackageLayer> layers, string wanted)
    {
        var found = layers.Find(layer => layer.Name == wanted)
            ?? layers.Find(layer => ColumnName.Plain(layer.Name) == ColumnName.Plain(wanted));
        return found ?? throw new InputRefused("no-such-layer", $"There is no layer '{wanted}' in the file.")
        {
            Layer = wanted,
            Value = wanted,
            Expected = string.Join(", ", layers.Select(layer => layer.Name)),
        };
    }

    internal List<GeoPackageColumn> Columns(SqliteFile file)
    {
        var columns = new List<GeoPackageColumn>();
        using var rows = file.Query("SELECT name, upper(type), pk FROM pragma_table_xinfo(?1) WHERE hidden <> 1 ORDER BY cid", Name);
        while (rows.Next())
        {
            var (name, type) = (rows.Text(0) ?? "", rows.Text(1) ?? "");
            columns.Add(new GeoPackageColumn(name, IsNumeric(type), type == "INTEGER" && rows.Integer(2) == 1));
        }
        // A row number stands alone: together with other key columns it is a real column.
        if (GeometryColumn is not null && !columns.Exists(column => column.Name == GeometryColumn))
        {
            var match = columns.FindIndex(column => string.Equals(column.Name, GeometryColumn, StringComparison.OrdinalIgnoreCase));
            if (match < 0)
                throw new InputRefused("file-damaged", $"The layer '{Name}' has no column '{GeometryColumn}', where its geometry should be.") { Layer = Name, Column = GeometryColumn };
            columns.RemoveAt(match);
        }
        return columns;
    }

    private static bool IsNumeric(string type) =>
        type is "BOOLEAN" or "TINYINT" or "SMALLINT" or "MEDIUMINT" or "INT" or "INTEGER" or "BIGINT" or "FLOAT" or "DOUBLE" or "REAL" or "NUMERIC" or "DECIMAL";

    private static Dictionary<string, (string? Column, long Srs)> GeometryColumns(SqliteFile file)
    {
        var found = new Dictionary<string, (string?, long)>(StringComparer.OrdinalIgnoreCase);
        if (!file.HasTable("gpkg_geometry_columns"))
            return found;
        using var rows = file.Query("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns");
        while (rows.Next())
            if (rows.Text(0) is { } table)
                found[table] = (rows.Text(1), rows.Integer(2));
        return found;
    }

    private static CrsName CrsOf(SqliteFile file, long srs)
    {
        if (srs is 0 or -1 || !file.HasTable("gpkg_spatial_ref_sys"))
            return srs > 0 && srs <= int.MaxValue ? CrsName.OfEpsg((int)srs) : CrsName.Unknown;
        using var rows = file.Query("SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = CAST(?1 AS INTEGER)",
            srs.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (!rows.Next())
            throw new InputRefused("unknown-coordinate-system", $"The layer refers to coordinate system {srs}, which the GeoPackage does not define.")
            {
                Value = srs.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Expected = "a row in gpkg_spatial_ref_sys",
            };
        var (organization, number) = (rows.Text(0), rows.Integer(1));
        return string.Equals(organization, "EPSG", StringComparison.OrdinalIgnoreCase) && number is > 0 and <= int.MaxValue
            ? CrsName.OfEpsg((int)number)
            : CrsName.Of(rows.Text(2));
    }
}
