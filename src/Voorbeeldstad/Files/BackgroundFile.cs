// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using Schakel.Voorbeeldstad.Map;
using Schakel.Writers.GeoPackages;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>What helps to find one's way on the map: streets, water, woods and parks, in layers called as in TOP10NL.</summary>
internal static class BackgroundFile
{
    /// <summary>[m] half the width of the canal and of the moat.</summary>
    private const double canal = 16, moat = 11;

    internal static void Write(string path)
    {
        using var file = TownMap.Begin(path);
        file.AddLayer(new("terrein_vlak", "MULTIPOLYGON", [new("naam", GeoPackageType.Text), new("type", GeoPackageType.Text)]), Land());
        file.AddLayer(new("waterdeel_vlak", "MULTIPOLYGON", [new("naam", GeoPackageType.Text), new("type", GeoPackageType.Text)]), Water());
        file.AddLayer(new("wegdeel_hartlijn", "MULTILINESTRING", [new("naam", GeoPackageType.Text), new("type", GeoPackageType.Text)]),
            Streets.Draw().Select(street => new GeoPackageFeature(Lines(street.Line), [street.Name, street.Type])));
        file.Finish();
    }

    private static IEnumerable<GeoPackageFeature> Land()
    {
        var built = Streets.BuiltUp;
        yield return new(Areas(built), [null, "bebouwd gebied"]);
        foreach (var buurt in Landscape.Drawn.Buurten)
        {
            var kind = buurt.Name switch { "Stadspark" => "park", "Hoge Dennen" => "bos", "Industriehaven" => "bedrijventerrein", _ => null };
            if (kind is not null)
                yield return new(Areas(kind == "bedrijventerrein" ? buurt.Shape : Streets.Overlay(buurt.Shape, built, SpatialFunction.Difference)), [buurt.Name, kind]);
        }
    }

    private static IEnumerable<GeoPackageFeature> Water()
    {
        foreach (var (_, shape) in Landscape.Drawn.Water)
            yield return new(Areas(shape), [null, "plas"]);
        var banks = Streets.Precise(Streets.Overlay(TownSketch.Canal, TownSketch.Region, SpatialFunction.Intersection).Buffer(canal, 2));
        yield return new(Areas(banks), ["Stadskanaal", "kanaal"]);
        yield return new(Areas(Streets.Overlay(Streets.Precise(TownBlocks.Moat.Buffer(moat, 2)), banks, SpatialFunction.Difference)), ["Singel", "gracht"]);
    }

    private static MultiPolygon Areas(Geometry shape) => Pen.Paper.CreateMultiPolygon([.. Parts(Streets.Precise(shape)).OfType<Polygon>()]);

    private static MultiLineString Lines(Geometry shape) => Pen.Paper.CreateMultiLineString([.. Parts(shape).OfType<LineString>()]);

    private static IEnumerable<Geometry> Parts(Geometry shape) => Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN);
}
