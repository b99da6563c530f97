// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources.Malformed;

public sealed class MalformedJsonTests
{
    private static readonly Dictionary<string, MalformedCase> cases = new()
    {
        ["JSON that breaks off"] = new(files => files.Text("a.geojson", MadeFiles.Features(MadeFiles.RdSquare)[..90]), "json-damaged") { Row = 1 },
        ["a comma too many on line 3"] = new(files => files.Text("a.geojson", "{\"type\":\"FeatureCollection\",\n\"features\":[\n,]}"), "json-damaged") { Row = 3 },
        ["a number that JSON does not know"] = new(files => files.Text("a.geojson", MadeFiles.Features("{\"type\":\"Point\",\"coordinates\":[NaN,1]}")), "json-damaged"),
        ["JSON of ten thousand levels"] = new(files => files.Text("a.geojson", MadeFiles.Features("{\"type\":\"Point\",\"coordinates\":" + new string('[', 10_000) + new string(']', 10_000) + "}")), "json-damaged"),
        ["a list of ten thousand levels"] = new(files => files.Text("a.json", new string('[', 10_000)), "not-geojson") { Row = 1 },
        ["only an opening brace"] = new(files => files.Text("a.geojson", "{"), "json-damaged"),
        ["an empty object"] = new(files => files.Text("a.geojson", "{}"), "not-geojson"),
        ["a settings file"] = new(files => files.Text("a.json", "{\"name\":\"x\",\"version\":1}"), "not-geojson"),
        ["a list of numbers"] = new(files => files.Text("a.json", "[1,2,3]"), "not-geojson") { Row = 1 },
        ["features that are no list"] = new(files => files.Text("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":{}}"), "not-geojson"),
        ["a feature that is a text"] = new(files => files.Text("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\"x\"]}"), "not-geojson") { Row = 1 },
        ["properties that are a list"] = new(files => files.Text("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":[1],\"geometry\":null}]}"), "not-geojson") { Row = 1 },
        ["no features"] = new(files => files.Text("a.geojson", MadeFiles.Features()), "no-rows"),
        ["a polygon nested as a line"] = new(files => files.Text("a.geojson", MadeFiles.Features(MadeFiles.RdSquare, "{\"type\":\"Polygon\",\"coordinates\":[[155000,463000],[155100,463000]]}")), "geometry-damaged") { Row = 2 },
        ["a polygon nested as a multipolygon"] = new(files => files.Text("a.geojson", MadeFiles.Features("{\"type\":\"Polygon\",\"coordinates\":[[[[155000,463000],[155100,463000]]]]}")), "geometry-damaged") { Row = 1 },
        ["a multipolygon nested as a polygon"] = new(files => files.Text("a.geojson", MadeFiles.Features(MadeFiles.RdSquare.Replace("Polygon", "MultiPolygon", StringComparison.Ordinal))), "geometry-damaged") { Row = 1 },
        ["a coordinate that is a text"] = new(files => files.Text("a.geojson", MadeFiles.Features("{\"type\":\"Point\",\"coordinates\":[\"155000\",463000]}")), "geometry-damaged") { Row = 1 },
        ["a coordinate that is null"] = new(files => files.Text("a.geojson", MadeFiles.Features("{\"type\":\"Point\",\"coordinates\":[null,463000]}")), "geometry-damaged") { Row = 1 },
        ["a coordinate beyond all numbers"] = new(files => files.Text("a.geojson", MadeFiles.Features("{\"type\":\"Point\",\"coordinates\":[1e999,463000]}")), "geometry-damaged") { Row = 1 },
        ["a position of one number"] = new(files => files.Text("a.geojson", MadeFiles.Features("{\"type\":\"Point\",\"coordinates\":[155000]}")), "geometry-damaged") { Row = 1 },
        ["a geometry without a type"] = new(files => files.Text("a.geojson", MadeFiles.Features("{\"coordinates\":[1,2]}")), "geometry-damaged") { Row = 1 },
        ["a geometry of an unknown type"] = new(files => files.Text("a.geojson", MadeFiles.Features("{\"type\":\"Circle\",\"coordinates\":[1,2]}")), "geometry-damaged") { Row = 1 },
        ["a geometry that is a text"] = new(files => files.Text("a.geojson", MadeFiles.Features("\"POINT(1 2)\"")), "geometry-damaged") { Row = 1 },
        ["RD that is explicitly called degrees"] = new(files => files.Text("a.geojson", MadeFiles.Features(MadeFiles.RdSquare).Replace("{\"type\":\"FeatureCollection\",", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},", StringComparison.Ordinal)), "metres-given-as-degrees"),
        ["degrees that are called RD"] = new(files => files.Text("a.geojson", MadeFiles.Features(MadeFiles.DegreeSquare).Replace("{\"type\":\"FeatureCollection\",", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:28992\"}},", StringComparison.Ordinal)), "degrees-given-as-rd"),
        ["half a character in a text"] = new(files => files.Text("a.geojson", MadeFiles.Features(MadeFiles.RdSquare).Replace("BU0", "\\ud800", StringComparison.Ordinal)), "json-damaged"),
        ["half a character in a name"] = new(files => files.Text("a.geojson", MadeFiles.Features(MadeFiles.RdSquare).Replace("code", "\\udc00", StringComparison.Ordinal)), "json-damaged"),
        ["TopoJSON with half a character"] = new(files => files.Text("a.topojson", "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"\\ud800\":{\"type\":\"GeometryCollection\",\"geometries\":[]}}}"), "json-damaged"),
        ["a new property in every row"] = new(files => files.Text("a.json", "[" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => "{\"c" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\":1}")) + "]"), "table-too-large"),
        ["open data without rows"] = new(files => files.Text("a.json", "{\"DataProperties\":[],\"value\":[]}"), "no-rows"),
        ["open data whose rows are no list"] = new(files => files.Text("a.json", "{\"DataProperties\":[],\"value\":7}"), "no-rows"),
        ["open data whose lists are no lists"] = new(files => files.Text("a.json", "{\"MeasureCodes\":7,\"Dimensions\":[],\"value\":[1,\"x\",null]}"), "no-rows"),
        ["open data that breaks off"] = new(files => files.Text("a.json", "{\"DataProperties\":[],\"value\":[{\"a\":1}"), "json-damaged") { Row = 1 },
        ["open data with half a character"] = new(files => files.Text("a.json", "{\"DataProperties\":[{\"Type\":\"Topic\",\"Key\":\"a\",\"Title\":\"\\ud800\"}],\"value\":[{\"a\":1}]}"), "json-damaged"),
        ["TopoJSON without objects"] = new(files => files.Text("a.topojson", "{\"type\":\"Topology\",\"arcs\":[]}"), "topology-damaged"),
        ["TopoJSON without arcs"] = new(files => files.Text("a.topojson", "{\"type\":\"Topology\",\"objects\":{}}"), "topology-damaged"),
        ["TopoJSON with an arc that is not there"] = new(files => files.Text("a.topojson", "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"arcs\":[[7]]}]}}}"), "topology-damaged") { Row = 1 },
        ["GeoJSON, which has no layers, with a layer"] = new(files => files.Text("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":null}]}"), "no-such-layer") { Layer = "b", Value = "b", Options = new ReadOptions { Layer = "b" } },
        ["TopoJSON with another layer"] = new(files => files.Text("a.topojson", "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{\"type\":\"GeometryCollection\",\"geometries\":[]}}}"), "no-such-layer") { Options = new ReadOptions { Layer = "b" } },
    };

    public static TheoryData<string> Names { get; } = [.. cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_with_what_is_wrong_and_where(string file) => cases[file].Check();

    [Fact]
    public void GeoJSON_in_Windows_1252_is_read_and_that_is_said()
    {
        using var files = new MadeFiles();
        var path = files.Bytes("a.geojson", System.Text.Encoding.Latin1.GetBytes(MadeFiles.Features(MadeFiles.RdSquare).Replace("BU0", "Chassé", StringComparison.Ordinal)));

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal("Chassé0", SharedFiles.Words(table, "code")[0]);
        Assert.Contains(table.Notes, note => note.Contains("1252", StringComparison.Ordinal));
    }

    [Fact]
    public void RD_without_a_coordinate_system_is_a_slip_that_is_understood()
    {
        using var files = new MadeFiles();

        var table = SharedFiles.Answer(SourceFile.Read(files.Text("a.geojson", MadeFiles.Features(MadeFiles.RdSquare, "null")), new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(155_050, table.Geometries![0]!.Centroid.X, 1e-6);
        Assert.Null(table.Geometries[1]);
        Assert.Contains("RD", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void One_feature_a_line_and_sequences_are_collections_too()
    {
        using var files = new MadeFiles();
        var feature = "{\"type\":\"Feature\",\"properties\":{\"code\":\"BU1\"},\"geometry\":" + MadeFiles.DegreeSquare + "}";

        foreach (var text in new[] { feature + "\n" + feature + "\n", "\u001e" + feature + "\n\u001e" + feature + "\n", "[" + feature + "," + feature + "]" })
        {
            var table = SharedFiles.Answer(SourceFile.Read(files.Text("a.geojson", text), new ReadOptions(), TestContext.Current.CancellationToken))[0];

            Assert.Equal(["BU1", "BU1"], SharedFiles.Words(table, "code"));
            Assert.InRange(table.Geometries![1]!.Centroid.X, 154_000, 156_000);
        }
    }

    [Fact]
    public void Features_may_have_different_properties_and_coordinates_may_come_before_the_type()
    {
        using var files = new MadeFiles();
        const string text = """
            {"features":[{"geometry":{"coordinates":[155000,463000,12.5],"type":"Point"},"properties":{"a":1},"type":"Feature"},
            {"type":"Feature","id":"x","properties":{"b":"geheim","a":null},"geometry":null}, {"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[]}}],"type":"FeatureCollection"}
            """;

        var table = SharedFiles.Answer(SourceFile.Read(files.Text("a.geojson", text), new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(["id", "a", "b"], table.Columns.Select(column => column.Name));
        Assert.Equal([1, double.NaN, double.NaN], SharedFiles.Figures(table, "a").Values);
        Assert.Equal([false, true, true], table.Geometries!.Select(geometry => geometry is null));
    }

    [Fact]
    public void Topojson_joins_shared_arcs_to_borders_that_fit_exactly()
    {
        using var files = new MadeFiles();
        const string text = """
            {"type":"Topology","transform":{"scale":[100,100],"translate":[155000,463000]},
            "arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]],
            "objects":{"buurt":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"BU1"}},{"type":"MultiPolygon","arcs":[[[2,-1]]],"properties":{"code":"BU2"}}]}}}
            """;

        var table = SharedFiles.Answer(SourceFile.Read(files.Text("a.topojson", text), new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal("buurt", table.Layer);
        Assert.Equal([10_000.0, 10_000], table.Geometries!.Select(geometry => geometry!.Area));
        Assert.Equal(100, table.Geometries![0]!.Intersection(table.Geometries[1]).Length);
    }

    [Fact]
    public void A_list_of_records_as_OData_gives_it_is_a_table()
    {
        using var files = new MadeFiles();
        const string text = """{"odata.metadata":"x","value":[{"WijkenEnBuurten":"BU03070000","AantalInwoners_5":"      25"},{"WijkenEnBuurten":"BU03070001","AantalInwoners_5":"       ."}]}""";

        var table = SharedFiles.Answer(SourceFile.Read(files.Text("a.json", text), new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal([25, double.NaN], SharedFiles.Figures(table, "AantalInwoners_5").Values);
        Assert.Null(table.Geometries);
    }
}
