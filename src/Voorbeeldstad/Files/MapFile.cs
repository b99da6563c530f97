// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Schakel.Voorbeeldstad.Map;
using Schakel.Writers.GeoPackages;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>The wijk- en buurtkaart of one year: buurten, wijken and gemeenten, with water and with the names that columns had that year.</summary>
internal static class MapFile
{
    /// <summary>What CBS writes where there is no figure.</summary>
    private const int none = -99997;

    private static readonly (string Old, string New, GeoPackageType Type)[] figures =
    [
        ("OAD", "omgevingsadressendichtheid", GeoPackageType.WholeNumber),
        ("STED", "stedelijkheid_adressen_per_km2", GeoPackageType.WholeNumber),
        ("BEV_DICHTH", "bevolkingsdichtheid_inwoners_per_km2", GeoPackageType.WholeNumber),
        ("AANT_INW", "aantal_inwoners", GeoPackageType.WholeNumber),
        ("AANTAL_HH", "aantal_huishoudens", GeoPackageType.WholeNumber),
        ("GEM_HH_GR", "gemiddelde_huishoudsgrootte", GeoPackageType.Number),
        ("WONINGEN", "woningvoorraad", GeoPackageType.WholeNumber),
        ("OPP_TOT", "oppervlakte_totaal_in_ha", GeoPackageType.WholeNumber),
        ("OPP_LAND", "oppervlakte_land_in_ha", GeoPackageType.WholeNumber),
        ("OPP_WATER", "oppervlakte_water_in_ha", GeoPackageType.WholeNumber),
    ];

    internal static void Write(string directory, Vintage vintage)
    {
        var old = vintage.Year < 2021;
        var name = string.Create(CultureInfo.InvariantCulture, $"wijkenbuurten_{vintage.Year}_v{(vintage.Year < 2023 ? 3 : 1)}.gpkg");
        using var file = TownMap.Begin(Path.Combine(directory, name));
        var buurten = vintage.Buurten;
        var year = vintage.Year.ToString(CultureInfo.InvariantCulture);
        var water = Landscape.Drawn.Water.GroupBy(part => part.Gemeente).Select(parts => (Gemeente: parts.Key, Shape: Merged(parts.Select(part => part.Shape)))).ToArray();

        file.AddLayer(new("buurten", "MULTIPOLYGON", Columns(old, "BU", "WK", "GM")),
        [
            .. buurten.Select(buurt => Feature(
                Merged([buurt.Shape]), [buurt.Code, buurt.Name, buurt.Wijk.Code, buurt.Wijk.Gemeente.Code, buurt.Wijk.Gemeente.Name, year + buurt.Code, Change(vintage, buurt)],
                buurt.Residents, buurt.Households, buurt.Dwellings, buurt.IsSecret)),
            .. water.Select(part => Wet(part.Shape, [$"BU{part.Gemeente.Code[2..]}9997", "", $"WK{part.Gemeente.Code[2..]}99", part.Gemeente.Code, part.Gemeente.Name, $"{year}BU{part.Gemeente.Code[2..]}9997", 1])),
        ]);
        file.AddLayer(new("wijken", "MULTIPOLYGON", Columns(old, "WK", "GM")),
        [
            .. buurten.GroupBy(buurt => buurt.Wijk).Select(wijk => Sum(wijk, [wijk.Key.Code, wijk.Key.Name, wijk.Key.Gemeente.Code, wijk.Key.Gemeente.Name, year + wijk.Key.Code, 1])),
            .. water.Select(part => Wet(part.Shape, [$"WK{part.Gemeente.Code[2..]}99", "", part.Gemeente.Code, part.Gemeente.Name, $"{year}WK{part.Gemeente.Code[2..]}99", 1])),
        ]);
        file.AddLayer(new("gemeenten", "MULTIPOLYGON", Columns(old, "GM")),
        [
            .. buurten.GroupBy(buurt => buurt.Wijk.Gemeente).Select(gemeente => Sum(gemeente, [gemeente.Key.Code, gemeente.Key.Name, year + gemeente.Key.Code, 1])),
            .. water.Select(part => Wet(part.Shape, [part.Gemeente.Code, part.Gemeente.Name, year + part.Gemeente.Code, 1])),
        ]);
        file.Finish();
    }

    private static GeoPackageColumn[] Columns(bool old, params ReadOnlySpan<string> levels)
    {
        var columns = new List<GeoPackageColumn>();
        foreach (var level in levels)
        {
            var newName = level switch { "BU" => "buurt", "WK" => "wijk", _ => "gemeente" };
            columns.Add(new(old ? level + "_CODE" : newName + "code", GeoPackageType.Text));
            if (level == levels[0] || level == "GM")
                columns.Add(new(old ? level + "_NAAM" : newName + "naam", GeoPackageType.Text));
        }

        columns.Add(new(old ? "JRSTATCODE" : "jaarstatcode", GeoPackageType.Text));
        columns.Add(new(old ? "IND_WBI" : "indelingswijziging_wijken_en_buurten", GeoPackageType.WholeNumber));
        columns.Add(new(old ? "H2O" : "water", GeoPackageType.Text));
        columns.AddRange(figures.Select(figure => new GeoPackageColumn(old ? figure.Old : figure.New, figure.Type)));
        return [.. columns];
    }

    private static GeoPackageFeature Sum(IEnumerable<Buurt> buurten, object?[] names) => Feature(
        Merged(buurten.Select(buurt => buurt.Shape)), names,
        buurten.Sum(buurt => buurt.Residents), buurten.Sum(buurt => buurt.Households), buurten.Sum(buurt => buurt.Dwellings), secret: false);

    private static GeoPackageFeature Feature(MultiPolygon shape, object?[] names, int residents, int households, int dwellings, bool secret)
    {
        var hectares = shape.Area / 10_000;
        var density = dwellings / hectares * 100;
        return new GeoPackageFeature(shape,
        [
            .. names, "NEE",
            residents == 0 ? none : (int)Math.Round(density),
            residents == 0 ? none : density switch { >= 2500 => 1, >= 1500 => 2, >= 1000 => 3, >= 500 => 4, _ => 5 },
            (int)Math.Round(residents / hectares * 100),
            residents,
            secret ? none : households,
            secret || households == 0 ? (double)none : Math.Round((double)residents / households, 1),
            secret ? none : dwellings,
            (int)Math.Round(hectares), (int)Math.Round(hectares), 0,
        ]);
    }

    private static GeoPackageFeature Wet(MultiPolygon shape, object?[] names)
    {
        var hectares = (int)Math.Round(shape.Area / 10_000);
        return new(shape, [.. names, "JA", none, none, none, none, none, (double)none, none, hectares, 0, hectares]);
    }

    /// <summary>1 = nothing changed, 2 = other borders under the same code, 3 = a new code.</summary>
    private static int Change(Vintage vintage, Buurt buurt) => vintage.Year == TownPlan.SplitYear && Vintage.IsSplit(buurt)
        ? buurt.Name == TownPlan.SplitOf ? 2 : 3
        : 1;

    /// <summary>Exactly the points of the parts, so that the borders of all levels fall together.</summary>
    private static MultiPolygon Merged(IEnumerable<Polygon> parts) => CoverageUnion.Union(Pen.Paper.CreateGeometryCollection([.. parts])) switch
    {
        Polygon polygon => Pen.Paper.CreateMultiPolygon([polygon]),
        var many => (MultiPolygon)many,
    };
}
