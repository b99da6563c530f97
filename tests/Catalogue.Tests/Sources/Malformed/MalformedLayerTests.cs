// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources.Malformed;

public sealed class MalformedLayerTests
{
    private const string BowTie = "POLYGON((155000 463000, 155100 463100, 155100 463000, 155000 463100, 155000 463000))";
    private const string Degrees = "POLYGON((5.38 52.15, 5.39 52.15, 5.39 52.16, 5.38 52.16, 5.38 52.15))";
    private const string Exchanged = "POLYGON((463000 155000, 463000 155100, 463100 155100, 463100 155000, 463000 155000))";

    private static readonly Dictionary<string, MalformedCase> cases = new()
    {
        ["a GeoPackage that was cut off"] = new(files => Cut(files, files.GeoPackage("a.gpkg"), 9000), "file-damaged"),
        ["a GeoPackage of one page"] = new(files => Cut(files, files.GeoPackage("a.gpkg"), 4096), "file-damaged"),
        ["a GeoPackage of a hundred bytes"] = new(files => Cut(files, files.GeoPackage("a.gpkg"), 100), "file-damaged"),
        ["a GeoPackage with its pages overwritten"] = new(files => Overwritten(files, files.GeoPackage("a.gpkg")), "file-damaged"),
        ["a database that is no GeoPackage"] = new(files => files.GeoPackage("a.gpkg", sql: "DROP TABLE gpkg_contents"), "not-a-geopackage"),
        ["a layer that is not there"] = new(files => files.GeoPackage("a.gpkg"), "no-such-layer") { Layer = "wijk", Value = "wijk", Options = new ReadOptions { Layer = "wijk" } },
        ["a layer whose table is gone"] = new(files => files.GeoPackage("a.gpkg", sql: "DROP TABLE buurt"), "file-damaged") { Layer = "buurt" },
        ["a layer without its geometry column"] = new(files => files.GeoPackage("a.gpkg", sql: "ALTER TABLE buurt RENAME COLUMN geom TO shape"), "file-damaged") { Layer = "buurt" },
        ["a layer that nobody describes"] = new(files => files.GeoPackage("a.gpkg", sql: "DELETE FROM gpkg_geometry_columns"), "file-damaged") { Layer = "buurt" },
        ["a GeoPackage without layers"] = new(files => files.GeoPackage("a.gpkg", sql: "DELETE FROM gpkg_contents"), "no-layers"),
        ["a GeoPackage with tiles only"] = new(files => files.GeoPackage("a.gpkg", sql: "UPDATE gpkg_contents SET data_type = 'tiles'"), "no-layers"),
        ["a layer with no rows"] = new(files => files.GeoPackage("a.gpkg", shapes: []), "no-rows"),
        ["a coordinate system that is not defined"] = new(files => files.GeoPackage("a.gpkg", srs: 31370), "unknown-coordinate-system") { Value = "31370" },
        ["degrees called RD"] = new(files => files.GeoPackage("a.gpkg", shapes: [Degrees]), "degrees-given-as-rd"),
        ["latitude and longitude called RD"] = new(files => files.GeoPackage("a.gpkg", shapes: ["POLYGON((52.15 5.38, 52.15 5.39, 52.16 5.39, 52.15 5.38))"]), "degrees-given-as-rd"),
        ["RD called degrees"] = new(files => files.GeoPackage("a.gpkg", srs: 4326), "metres-given-as-degrees"),
        ["y before x"] = new(files => files.GeoPackage("a.gpkg", shapes: [Exchanged]), "axes-swapped"),
        ["the whole world in degrees"] = new(files => files.GeoPackage("a.gpkg", srs: 4326, shapes: ["POLYGON((-170 -60, 170 -60, 170 60, -170 60, -170 -60))"]), "area-too-wide"),
        ["a geometry without its magic letters"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob(MadeFiles.Wkb(MadeFiles.Squares[0])), [1, 2, 3, 4, 5, 6, 7, 8, 9]]), "geometry-damaged") { Row = 2, Column = "geom", Value = "0102030405060708" },
        ["a geometry that breaks off"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob(MadeFiles.Wkb(MadeFiles.Squares[0])[..60])]), "geometry-damaged") { Row = 1 },
        ["a geometry of four billion points"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob([1, 3, 0, 0, 0, 1, 0, 0, 0, 255, 255, 255, 255])]), "geometry-damaged") { Row = 1 },
        ["a geometry of four billion parts"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob([1, 6, 0, 0, 0, 255, 255, 255, 255])]), "geometry-damaged") { Row = 1 },
        ["a collection inside a collection inside …"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob(Nested(5000))]), "geometry-damaged") { Row = 1 },
        ["a coordinate that is not a number"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob(WithNumber(double.NaN))]), "geometry-damaged") { Row = 1 },
        ["an infinite coordinate"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob(WithNumber(double.PositiveInfinity))]), "geometry-damaged") { Row = 1 },
        ["a coordinate that is nowhere on earth"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob(WithNumber(double.MaxValue))]), "coordinates-nowhere"),
        ["a curve"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob([1, 10, 0, 0, 0, 0, 0, 0, 0])]), "curved-geometry") { Row = 1 },
        ["an unknown type of geometry"] = new(files => files.GeoPackage("a.gpkg", blobs: [MadeFiles.Blob([1, 99, 0, 0, 0, 0, 0, 0, 0])]), "geometry-damaged") { Row = 1 },
        ["a view that never ends"] = new(files => files.GeoPackage("a.gpkg", sql:
            "DROP TABLE buurt; CREATE VIEW buurt AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT NULL AS geom, i AS bu_code FROM n"), "table-too-large"),
    };

    private static readonly Dictionary<string, MalformedCase> shapefiles = new()
    {
        ["a shapefile without its table"] = new(files => Without(files, ".dbf"), "file-part-missing"),
        ["a table that is shorter than its shapes"] = new(files => files.Shapefile("a", codes: ["BU1"]), "file-parts-differ"),
        ["a table that is longer than its shapes"] = new(files => files.Shapefile("a", codes: ["BU1", "BU2", "BU3"]), "file-parts-differ"),
        ["a table that was cut off"] = new(files => Changed(files, ".dbf", bytes => bytes[..^12]), "file-damaged") { Row = 2 },
        ["a table without a header"] = new(files => Changed(files, ".dbf", bytes => bytes[..20]), "file-damaged"),
        ["a table with impossible lengths"] = new(files => Changed(files, ".dbf", bytes => [.. bytes[..8], 0, 0, 0, 0, .. bytes[12..]]), "file-damaged"),
        ["a field outside its row"] = new(files => Changed(files, ".dbf", bytes => [.. bytes[..48], 250, .. bytes[49..]]), "file-damaged"),
        ["shapes that were cut off"] = new(files => Changed(files, ".shp", bytes => bytes[..^30]), "file-damaged") { Row = 2 },
        ["shapes that end after the first"] = new(files => Changed(files, ".shp", bytes => bytes[..236]), "file-damaged"),
        ["a shape with an impossible length"] = new(files => Changed(files, ".shp", bytes => [.. bytes[..104], 0x7F, 255, 255, 255, .. bytes[108..]]), "file-damaged") { Row = 1 },
        ["a shape with a billion points"] = new(files => Changed(files, ".shp", bytes => [.. bytes[..148], 255, 255, 255, 63, .. bytes[152..]]), "file-damaged") { Row = 1 },
        ["a shape of an unknown type"] = new(files => Changed(files, ".shp", bytes => [.. bytes[..108], 77, 0, 0, 0, .. bytes[112..]]), "file-damaged") { Row = 1 },
        ["a shapefile in feet"] = new(files => files.Shapefile("a", prj: """PROJCS["NAD83 / Texas",GEOGCS["NAD83"],UNIT["US survey foot",0.3048006]]"""), "unknown-coordinate-system"),
        ["degrees with an RD projection"] = new(files => files.Shapefile("a", wkt: [Degrees]), "degrees-given-as-rd"),
        ["another layer than the one in the file"] = new(files => files.Shapefile("a"), "no-such-layer") { Options = new ReadOptions { Layer = "b" } },
    };

    public static TheoryData<string> Names { get; } = [.. cases.Keys];

    public static TheoryData<string> ShapefileNames { get; } = [.. shapefiles.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_with_what_is_wrong_and_where(string file) => cases[file].Check();

    [Theory]
    [MemberData(nameof(ShapefileNames))]
    public void A_shapefile_is_refused_with_what_is_wrong_and_where(string file) => shapefiles[file].Check();

    [Fact]
    public void A_polygon_that_crosses_itself_is_repaired_and_that_is_said()
    {
        using var files = new MadeFiles();

        var table = SharedFiles.Answer(SourceFile.Read(files.GeoPackage("a.gpkg", shapes: [BowTie, MadeFiles.Squares[1]]), new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.True(table.Geometries![0]!.IsValid);
        Assert.Equal(5000, table.Geometries[0]!.Area, 1e-6);
        Assert.Contains("feature 1", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_border_around_nothing_is_no_border()
    {
        using var files = new MadeFiles();
        string[] shapes =
        [
            "POLYGON((155000 463000, 155100 463000, 155000 463000, 155000 463000))", "POLYGON EMPTY", MadeFiles.Squares[0],
            "GEOMETRYCOLLECTION(POLYGON EMPTY, LINESTRING EMPTY, POINT EMPTY)", "MULTIPOLYGON(EMPTY)", "GEOMETRYCOLLECTION(POINT(155000 463000), " + MadeFiles.Squares[0] + ", POLYGON EMPTY)",
        ];

        var table = SharedFiles.Answer(SourceFile.Read(files.GeoPackage("a.gpkg", shapes: shapes), new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal([true, true, false, true, true, false], table.Geometries!.Select(geometry => geometry is null));
        Assert.Equal(10_000, table.Geometries![5]!.Area);
    }

    [Fact]
    public void Latitude_before_longitude_is_put_right_and_that_is_said()
    {
        using var files = new MadeFiles();
        var path = files.GeoPackage("a.gpkg", srs: 4326, shapes: ["POLYGON((52.15 5.38, 52.15 5.39, 52.16 5.39, 52.15 5.38))"]);

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(28992, table.Srid);
        Assert.InRange(table.Geometries![0]!.Centroid.X, 154_000, 156_000);
        Assert.Contains(table.Notes, note => note.Contains("Latitude", StringComparison.Ordinal));
    }

    [Fact]
    public void Places_outside_the_Netherlands_get_metres_of_their_own()
    {
        using var files = new MadeFiles();
        var path = files.GeoPackage("a.gpkg", srs: 4326, shapes: ["POLYGON((-83.0 39.9, -82.9 39.9, -82.9 40.0, -83.0 40.0, -83.0 39.9))"]);

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(32617, table.Srid);
        Assert.InRange(table.Geometries![0]!.Area, 9.3e7, 9.7e7);
        Assert.Equal(32617, table.Geometries[0]!.SRID);
    }

    [Fact]
    public void The_mercator_of_web_maps_becomes_RD()
    {
        using var files = new MadeFiles();
        var path = files.GeoPackage("a.gpkg", srs: 3857, shapes: ["POLYGON((599000 6824000, 600000 6824000, 600000 6825000, 599000 6824000))"]);

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(28992, table.Srid);
        Assert.InRange(table.Geometries![0]!.Centroid.Y, 460_000, 470_000);
    }

    [Fact]
    public void The_zone_of_UTM_that_the_Netherlands_lie_in_becomes_RD()
    {
        using var files = new MadeFiles();
        var path = files.GeoPackage("a.gpkg", srs: 32631, shapes: ["POLYGON((663000 5781000, 664000 5781000, 664000 5782000, 663000 5781000))"]);
        var abroad = files.GeoPackage("b.gpkg", srs: 32631, shapes: ["POLYGON((663000 4781000, 664000 4781000, 664000 4782000, 663000 4781000))"]);

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];
        var kept = SharedFiles.Answer(SourceFile.Read(abroad, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal((28992, 32631), (table.Srid, kept.Srid));
        Assert.InRange(table.Geometries![0]!.Centroid.X, 150_000, 160_000);
        Assert.Equal(500_000, table.Geometries[0]!.Area, 500.0);
        Assert.Equal(4_781_000, kept.Geometries![0]!.EnvelopeInternal.MinY);
    }

    [Fact]
    public void Changes_that_are_not_written_yet_are_mentioned()
    {
        using var files = new MadeFiles();
        var path = files.GeoPackage("a b.gpkg");
        files.Text("a b.gpkg-wal", "x");

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Contains("-wal", Assert.Single(table.Notes), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(files.Folder).Length);
    }

    [Fact]
    public void A_shapefile_without_projection_is_recognised_by_where_it_lies()
    {
        using var files = new MadeFiles();
        var path = Without(files, ".prj");

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(28992, table.Srid);
        Assert.Equal(155_050, table.Geometries![0]!.Centroid.X, 1e-6);
        Assert.Contains(table.Notes, note => note.Contains("no coordinate system", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hole_belongs_to_the_shell_around_it_and_height_is_left_out()
    {
        using var files = new MadeFiles();
        var path = files.Shapefile("a", ["POLYGON((155000 463000, 155100 463000, 155100 463100, 155000 463100, 155000 463000), (155010 463010, 155010 463020, 155020 463020, 155020 463010, 155010 463010))"]);

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(9900, table.Geometries![0]!.Area, 1e-6);
        Assert.Equal("BU03070000", SharedFiles.Words(table, "BU_CODE")[0]);
        Assert.Equal(10, SharedFiles.Figures(table, "AANT_INW").Values[0]);
    }

    private static string Cut(MadeFiles files, string path, int length) => files.Changed(Path.GetFileName(path), bytes => bytes[..length]);

    private static string Overwritten(MadeFiles files, string path) => files.Changed(Path.GetFileName(path), bytes =>
    {
        bytes.AsSpan(4096).Fill(0xA5);
        return bytes;
    });

    private static byte[] Nested(int depth)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < depth; i++)
            bytes.AddRange([1, 7, 0, 0, 0, 1, 0, 0, 0]);
        return [.. bytes];
    }

    private static byte[] WithNumber(double value)
    {
        var wkb = MadeFiles.Wkb(MadeFiles.Squares[0]);
        BinaryPrimitives.WriteDoubleLittleEndian(wkb.AsSpan(29), value);
        return wkb;
    }

    private static string Without(MadeFiles files, string extension)
    {
        var path = files.Shapefile("a");
        File.Delete(files.Path("a" + extension));
        return path;
    }

    private static string Changed(MadeFiles files, string extension, Func<byte[], byte[]> change)
    {
        var path = files.Shapefile("a");
        files.Changed("a" + extension, change);
        return path;
    }
}
