// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using Schakel.Writers.GeoPackages;

namespace Schakel.Writers.Tests.GeoPackages;

public sealed class GeoPackageFileTests : IDisposable
{
    private static readonly DateTimeOffset changed = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly string folder = Directory.CreateTempSubdirectory("writers met spatie ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Gdal_opens_a_layer_without_a_complaint_and_finds_its_extent_index_and_values()
    {
        var path = Write("kaart.gpkg");

        var dump = Programs.Gdal("ogrinfo", "-al", path, "buurten met spatie");

        Assert.Contains("Feature Count: 3", dump, StringComparison.Ordinal);
        Assert.Contains("Geometry: Multi Polygon", dump, StringComparison.Ordinal);
        Assert.Contains("Extent: (1000.125000, 2000.500000) - (1300.125000, 2100.500000)", dump, StringComparison.Ordinal);
        Assert.Contains("ID[\"EPSG\",28992]", dump, StringComparison.Ordinal);
        Assert.Contains("code (String) = 0003", dump, StringComparison.Ordinal);
        Assert.Contains("aandeel (Real) = 0.1", dump, StringComparison.Ordinal);
        Assert.Contains("aandeel (Real) = (null)", dump, StringComparison.Ordinal);
        Assert.Contains("= 1", Programs.Gdal("ogrinfo", "-q", "-sql", "SELECT HasSpatialIndex('buurten met spatie', 'geom') AS found", path), StringComparison.Ordinal);
        Assert.Equal("ok", Scalar(path, "PRAGMA integrity_check"));
        Assert.Equal("ok", Scalar(path, "SELECT rtreecheck('rtree_buurten met spatie_geom')"));
        Assert.Equal(0L, Scalar(path, "SELECT count(*) FROM pragma_foreign_key_check"));
        Assert.Equal(0x47504B47L, Scalar(path, "PRAGMA application_id"));
    }

    [Fact]
    public void The_index_stays_right_when_gdal_changes_and_removes_shapes()
    {
        var path = Write("kaart.gpkg");

        Programs.Gdal("ogrinfo", "-q", "-sql", "DELETE FROM \"buurten met spatie\" WHERE code = '0001'", path);
        Programs.Gdal("ogrinfo", "-q", "-sql", "UPDATE \"buurten met spatie\" SET geom = (SELECT geom FROM \"buurten met spatie\" WHERE code = '0003') WHERE code = '0002'", path);

        Assert.Equal(2L, Scalar(path, "SELECT count(*) FROM \"rtree_buurten met spatie_geom\""));
        Assert.Equal(2L, Scalar(path, "SELECT count(*) FROM \"rtree_buurten met spatie_geom\" WHERE minx BETWEEN 1199 AND 1201"));
    }

    [Fact]
    public void Descriptions_of_columns_styles_and_metadata_stand_where_programs_look_for_them()
    {
        var path = Write("kaart.gpkg");

        Assert.Equal("Aandeel 'mensen'", Scalar(path, "SELECT title FROM gpkg_data_columns WHERE column_name = 'aandeel'"));
        Assert.Equal("<qgis/>", Scalar(path, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'buurten met spatie' AND useAsDefault = 1"));
        Assert.Equal("{}", Scalar(path, "SELECT m.metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON r.md_file_id = m.id WHERE r.reference_scope = 'geopackage'"));
        Assert.Equal("<a/>", Scalar(path, "SELECT m.metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON r.md_file_id = m.id WHERE r.table_name = 'buurten met spatie'"));
        Assert.Equal("2025-03-01T12:00:00.000Z", Scalar(path, "SELECT DISTINCT last_change FROM gpkg_contents"));
    }

    [Fact]
    public void Equal_content_gives_equal_bytes()
    {
        var first = File.ReadAllBytes(Write("a.gpkg"));
        CultureInfo.CurrentCulture = new CultureInfo("nl-NL");

        Assert.Equal(first, File.ReadAllBytes(Write("b.gpkg")));
    }

    [Fact]
    public void A_layer_without_features_opens_too()
    {
        var path = Path.Combine(folder, "leeg.gpkg");
        using (var file = new GeoPackageFile(path, changed))
        {
            file.AddLayer(new("leeg", "POINT", [new("naam", GeoPackageType.Text)]), [], Stop);
            file.Finish();
        }

        Assert.Contains("Feature Count: 0", Programs.Gdal("ogrinfo", "-al", "-so", path), StringComparison.Ordinal);
        Assert.Equal(DBNull.Value, Scalar(path, "SELECT min_x FROM gpkg_contents"));
    }

    [Fact]
    public void A_file_that_is_given_up_leaves_nothing_and_one_that_is_there_is_not_replaced_unasked()
    {
        var path = Path.Combine(folder, "kaart.gpkg");
        using (var file = new GeoPackageFile(path, changed))
            file.AddLayer(new("leeg", "POINT", []), [], Stop);
        Assert.Empty(Directory.GetFiles(folder));

        File.WriteAllText(path, "van een ander");
        using (var file = new GeoPackageFile(path, changed))
            Assert.Throws<IOException>(() => file.Finish(overwrite: false));

        Assert.Equal("van een ander", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_told_before_the_work()
    {
        Assert.ThrowsAny<IOException>(() => new GeoPackageFile(Path.Combine(folder, "nergens", "kaart.gpkg"), changed));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_coordinate_system_that_is_not_written_is_refused()
    {
        using var file = new GeoPackageFile(Path.Combine(folder, "kaart.gpkg"), changed);

        Assert.Throws<ArgumentException>(() => file.AddLayer(new("x", "POINT", []) { Epsg = 3857 }, [], Stop));
    }

    private string Write(string name)
    {
        var path = Path.Combine(folder, name);
        using var file = new GeoPackageFile(path, changed);
        file.AddLayer(
            new("buurten met spatie", "MULTIPOLYGON", [new("code", GeoPackageType.Text), new("aandeel", GeoPackageType.Number) { Title = "Aandeel 'mensen'", Description = "per 1" }, new("aantal", GeoPackageType.WholeNumber)]),
            [
                new(Square(1000.125, 2000.5), ["0001", 0.1, 12]),
                new(Square(1100.125, 2000.5), ["0002", null, null]),
                new(Square(1200.125, 2000.5), ["0003", 1.0 / 3, 9_007_199_254_740_993]),
            ],
            Stop);
        file.AddLayer(new("zonder kaart", null, [new("a", GeoPackageType.Text)]), [new(null, ["x"])], Stop);
        file.AddMetadata(null, "https://example.org", "application/json", "{}");
        file.AddMetadata("buurten met spatie", "http://mrcc.com/qgis.dtd", "text/xml", "<a/>");
        file.AddStyle(new("buurten met spatie", "aandeel", "<qgis/>", "<sld/>") { IsDefault = true });
        file.Finish();
        return path;
    }

    private static MultiPolygon Square(double x, double y) => new(
        [new Polygon(new LinearRing([new(x, y), new(x + 100, y), new(x + 100, y + 100), new(x, y + 100), new(x, y)]))]);

    private static object? Scalar(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
