// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Writers.GeoPackages;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>The squares of 100 m of one year, with the reports of litter in them.</summary>
internal static class SquaresFile
{
    /// <summary>What CBS writes in squares for fewer than five.</summary>
    private const int secret = -99997;

    internal static void Write(string directory, TownFigures figures, int year)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cbs_vk100_{year}_v1");
        using var file = TownMap.Begin(Path.Combine(directory, name + ".gpkg"));
        var reports = figures.Littered[year - Map.TownPlan.FirstYear];
        file.AddLayer(
            new(name[..^3], "POLYGON",
            [
                new("crs28992res100m", GeoPackageType.Text), new("aantal_inwoners", GeoPackageType.WholeNumber),
                new("aantal_woningen", GeoPackageType.WholeNumber), new("zwerfafval", GeoPackageType.WholeNumber),
            ]),
            figures.Cells.Index().Where(cell => cell.Item.Since <= year).Select(cell => new GeoPackageFeature(cell.Item.Square,
            [
                cell.Item.Code, cell.Item.Residents == 0 ? secret : cell.Item.Residents, cell.Item.Dwellings == 0 ? secret : cell.Item.Dwellings,
                reports[cell.Index] ?? secret,
            ])));
        file.Finish();
    }
}
