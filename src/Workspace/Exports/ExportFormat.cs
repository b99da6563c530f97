// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Exports;

/// <summary>A form in which areas and figures are written.</summary>
/// <param name="Id">As the command line and addresses name it.</param>
/// <param name="Ending">Of file names, with the point.</param>
/// <param name="MediaType">For the web.</param>
/// <param name="HoldsShapes">Whether boundaries are in it.</param>
/// <param name="HoldsLevels">Whether one file holds all levels; otherwise each level has a file.</param>
public sealed record ExportFormat(string Id, string Ending, string MediaType, bool HoldsShapes, bool HoldsLevels)
{
    /// <summary>OGC GeoPackage.</summary>
    public static ExportFormat GeoPackage { get; } = new("gpkg", ".gpkg", "application/geopackage+sqlite3", true, true);

    /// <summary>GeoParquet 1.1.</summary>
    public static ExportFormat GeoParquet { get; } = new("geoparquet", ".parquet", "application/vnd.apache.parquet", true, false);

    /// <summary>RFC 7946.</summary>
    public static ExportFormat GeoJson { get; } = new("geojson", ".geojson", "application/geo+json", true, false);

    /// <summary>RFC 4180, with its description (W3C) in a file beside it.</summary>
    public static ExportFormat Csv { get; } = new("csv", ".csv", "text/csv", false, false);

    /// <summary>Excel workbook.</summary>
    public static ExportFormat Xlsx { get; } = new("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } = [GeoPackage, GeoParquet, GeoJson, Csv, Xlsx];

    /// <summary>The format that a file name asks for, or null.</summary>
    /// <param name="path">File name.</param>
    public static ExportFormat? ByName(string path)
    {
        bool Ends(string ending) => Path.GetExtension(path).Equals(ending, StringComparison.OrdinalIgnoreCase);
        return Ends(".geoparquet") ? GeoParquet : Ends(".json") ? GeoJson : All.FirstOrDefault(format => Ends(format.Ending));
    }

    /// <summary>The format of an id, or null.</summary>
    /// <param name="id">As the command line names it.</param>
    public static ExportFormat? ById(string id) => All.FirstOrDefault(format => format.Id == id);
}
