// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>Where the units come from: a map, a table, or both joined by code.</summary>
internal sealed class UnitSettings(SettingFactory make)
{
    internal Setting<string?> Areas { get; } = make.Text("--areas", Topic.Units, "FILE[:LAYER]", make.Say[
        "Kaart met gebieden: GeoPackage, shapefile (.shp of .zip), GeoJSON, TopoJSON of GeoParquet. Het coördinatenstelsel komt uit het bestand.",
        "Map of areas: GeoPackage, shapefile (.shp or .zip), GeoJSON, TopoJSON or GeoParquet. The coordinate system comes from the file."]);

    internal Setting<string?> Id { get; } = make.Text("--id", Topic.Units, "COLUMN", make.Say[
        "Kolom van de kaart met de code van het gebied. Zonder deze optie: de enige kolom die op een code lijkt (statcode, bu_code, …).",
        "Column of the map with the code of the area. Without it: the only column that looks like a code (statcode, bu_code, …)."]);

    internal Setting<string?> Table { get; } = make.Text("--table", Topic.Units, "FILE", make.Say[
        "Tabel met cijfers: CSV (elk scheidingsteken, decimale komma), StatLine, XLSX of Parquet.",
        "Table with figures: CSV (any delimiter, decimal comma), StatLine, XLSX or Parquet."]);

    internal Setting<string?> TableId { get; } = make.Text("--table-id", Topic.Units, "COLUMN", make.Say[
        "Kolom van de tabel met de code. Codes worden vergeleken zonder spaties eromheen.",
        "Column of the table with the code. Codes are compared without surrounding blanks."]);

    internal Setting<string?> X { get; } = make.Text("--x", Topic.Units, "COLUMN", make.Say[
        "Kolom met de x-coördinaat in meters, voor eenheden zonder grens.", "Column with the x coordinate in metres, for units without a boundary."]);

    internal Setting<string?> Y { get; } = make.Text("--y", Topic.Units, "COLUMN", make.Say[
        "Kolom met de y-coördinaat in meters.", "Column with the y coordinate in metres."]);

    internal ISetting[] All => [Areas, Id, Table, TableId, X, Y];
}
