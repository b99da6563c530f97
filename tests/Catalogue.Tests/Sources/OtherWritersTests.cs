// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using MiniExcelLibs;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.IO.Esri;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources;

/// <summary>Files that libraries of others wrote: our readers must not only understand what our own tests write.</summary>
public sealed class OtherWritersTests
{
    private static readonly string[] shapes =
    [
        "POLYGON((155000 463000, 155100 463000, 155100 463100, 155000 463100, 155000 463000), (155010 463010, 155020 463010, 155020 463020, 155010 463010))",
        "MULTIPOLYGON(((155100 463000, 155200 463000, 155200 463100, 155100 463000)), ((156000 463000, 156100 463000, 156100 463100, 156000 463000)))",
    ];

    private static readonly System.Text.Json.JsonSerializerOptions geoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    private static List<Feature> Features(Func<Geometry, Geometry> change) =>
        [.. shapes.Select((wkt, i) => new Feature(change(new WKTReader().Read(wkt)), new AttributesTable { { "BU_CODE", $"BU0307000{i}" }, { "NAAM", "Chassé" }, { "AANT_INW", 10 * i }, { "DICHTHEID", 1.5 * i } }))];

    private static void SameShapes(SourceTable table)
    {
        var reader = new WKTReader();
        Assert.Equal(["BU03070000", "BU03070001"], SharedFiles.Words(table, "BU_CODE"));
        Assert.Equal("Chassé", SharedFiles.Words(table, "NAAM")[1]);
        Assert.Equal([0, 10], SharedFiles.Figures(table, "AANT_INW").Values);
        Assert.Equal([0, 1.5], SharedFiles.Figures(table, "DICHTHEID").Values);
        for (var i = 0; i < shapes.Length; i++)
            Assert.True(table.Geometries![i]!.EqualsTopologically(reader.Read(shapes[i])));
    }

    [Fact]
    public void A_shapefile_of_NetTopologySuite()
    {
        using var files = new MadeFiles();
        Shapefile.WriteAllFeatures(Features(shape => shape is Polygon one ? new MultiPolygon([one]) : shape), files.Path("a.shp"), """PROJCS["Amersfoort_RD_New"]""", Encoding.UTF8);

        SameShapes(SharedFiles.Answer(SourceFile.Read(files.Path("a.shp"), new ReadOptions(), TestContext.Current.CancellationToken))[0]);
    }

    [Fact]
    public void GeoJSON_of_NetTopologySuite()
    {
        using var files = new MadeFiles();
        var collection = new FeatureCollection();
        foreach (var feature in Features(shape => shape))
            collection.Add(feature);
        var path = files.Text("a.geojson", System.Text.Json.JsonSerializer.Serialize(collection, geoJson));

        SameShapes(SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0]);
    }

    [Fact]
    public void A_workbook_of_MiniExcel()
    {
        using var files = new MadeFiles();
        var rows = Enumerable.Range(0, 3).Select(i => new { code = $"BU{i}", aantal = i * 2.5, dag = new DateTime(2015, 12, 31, 0, 0, 0, DateTimeKind.Unspecified), waar = i == 1 });
        MiniExcel.SaveAs(files.Path("a.xlsx"), rows);

        var table = SharedFiles.Answer(SourceFile.Read(files.Path("a.xlsx"), new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(["BU0", "BU1", "BU2"], SharedFiles.Words(table, "code"));
        Assert.Equal([0, 2.5, 5], SharedFiles.Figures(table, "aantal").Values);
        Assert.StartsWith("2015-12-31", SharedFiles.Words(table, "dag")[0], StringComparison.Ordinal);
    }
}
