// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using DuckDB.NET.Data;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources;

public sealed class ParquetTests
{
    private const string Rd = """{"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","geometry_types":[],"crs":{"type":"ProjectedCRS","name":"Amersfoort / RD New","id":{"authority":"EPSG","code":28992}}}}}""";

    private static string Write(MadeFiles files, string name, string select, string? geo = null)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var made = files.Path("made.parquet");
        command.CommandText = $"COPY ({select}) TO '{made}' (FORMAT parquet{(geo is null ? "" : $", KV_METADATA {{geo: '{geo}'}}")})";
        command.ExecuteNonQuery();
        File.Move(made, files.Path(name));
        return files.Path(name);
    }

    private static string Hex(string wkt) => Convert.ToHexString(MadeFiles.Wkb(wkt));

    [Fact]
    public void A_table_has_figures_text_dates_and_gaps()
    {
        using var files = new MadeFiles();
        var path = Write(files, "tabel [1] 'x'.parquet", """
            SELECT * FROM (VALUES ('BU1', 1, 2.5::DOUBLE, 3.25::DECIMAL(9,2), true, DATE '2015-12-31', TIMESTAMP '2015-12-31 10:00:00', -99997),
            (NULL, NULL, 'nan'::DOUBLE, 1::DECIMAL(9,2), false, NULL, NULL, 4)) AS t(code, i, d, m, b, dag, tijd, n)
            """);

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(["BU1", null], SharedFiles.Words(table, "code"));
        Assert.Equal([1, double.NaN], SharedFiles.Figures(table, "i").Values);
        Assert.Equal([MissingReason.Present, MissingReason.Unknown], SharedFiles.Figures(table, "d").Missing);
        Assert.Equal([3.25, 1], SharedFiles.Figures(table, "m").Values);
        Assert.Equal([1, 0], SharedFiles.Figures(table, "b").Values);
        Assert.Equal("2015-12-31", SharedFiles.Words(table, "dag")[0]);
        Assert.Equal("2015-12-31 10:00:00", SharedFiles.Words(table, "tijd")[0]);
        Assert.Equal([double.NaN, 4], SharedFiles.Figures(table, "n").Values);
        Assert.Null(table.Geometries);
    }

    [Fact]
    public void GeoParquet_in_RD_has_borders()
    {
        using var files = new MadeFiles();
        var path = Write(files, "a.parquet", $"SELECT 'BU1' AS bu_code, from_hex('{Hex(MadeFiles.Squares[0])}') AS geometry UNION ALL SELECT 'BU2', NULL", Rd);

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions { Columns = ["bucode"] }, TestContext.Current.CancellationToken))[0];

        Assert.Equal(28992, table.Srid);
        Assert.Equal("bu_code", Assert.Single(table.Columns).Name);
        Assert.Equal(10_000, table.Geometries!.Single(geometry => geometry is not null)!.Area);
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void GeoParquet_without_a_coordinate_system_is_longitude_and_latitude()
    {
        using var files = new MadeFiles();
        var path = Write(files, "a.parquet", $"SELECT 'BU1' AS code, from_hex('{Hex("POINT(5.387203657 52.155172897)")}') AS geometry",
            """{"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB"}}}""");

        var table = SharedFiles.Answer(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken))[0];

        Assert.Equal(155_000, table.Geometries![0]!.Coordinate.X, 0.1);
    }

    [Theory]
    [InlineData("not json", "file-damaged")]
    [InlineData("""{"columns":{}}""", "file-damaged")]
    [InlineData("""{"primary_column":"geometry","columns":{"geometry":{"encoding":"point"}}}""", "format-not-read")]
    public void Metadata_that_does_not_tell_the_geometry_is_refused(string geo, string code)
    {
        using var files = new MadeFiles();
        var path = Write(files, "a.parquet", $"SELECT 'BU1' AS code, from_hex('{Hex(MadeFiles.Squares[0])}') AS geometry", geo);

        Assert.False(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken).TryGet(out _, out var reason));
        Assert.Equal(code, reason.Code);
    }

    [Fact]
    public void A_geometry_that_is_none_names_its_row()
    {
        using var files = new MadeFiles();
        var path = Write(files, "a.parquet", "SELECT 'BU1' AS code, from_hex('0102') AS geometry", Rd);

        Assert.False(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken).TryGet(out _, out var reason));
        Assert.Equal(("geometry-damaged", 1L, "geometry"), (reason.Code, ((Refusal)reason).Row, ((Refusal)reason).Column));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(300)]
    public void A_file_that_breaks_off_or_has_its_middle_overwritten_is_refused(int at)
    {
        using var files = new MadeFiles();
        var path = Write(files, "a.parquet", "SELECT i, i::VARCHAR AS t FROM range(5000) AS r(i)");

        files.Changed("a.parquet", bytes =>
        {
            bytes.AsSpan(bytes.Length - at, 12).Fill(0xEE);
            return bytes;
        });
        Assert.False(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken).TryGet(out _, out var overwritten));
        files.Changed("a.parquet", bytes => bytes[..^at]);
        Assert.False(SourceFile.Read(path, new ReadOptions(), TestContext.Current.CancellationToken).TryGet(out _, out var cut));

        Assert.Equal(("file-damaged", "file-damaged"), (overwritten.Code, cut.Code));
    }
}
