// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Tests.Sources;

namespace Schakel.Catalogue.Tests.Areas;

public sealed class BoundaryColumnsTests
{
    [Fact]
    public void Shells_and_holes_of_all_parts_become_rings_of_their_area()
    {
        var reader = new WKTReader();
        Geometry?[] areas =
        [
            reader.Read("POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))"),
            null,
            reader.Read("MULTIPOLYGON(((10 0, 12 0, 12 2, 10 0)), ((20 0, 22 0, 22 2, 20 0)))"),
            reader.Read("POINT(1 1)"),
        ];

        var boundaries = BoundaryColumns.AreaBoundariesOf(areas);

        Assert.Equal([0, 2, 2, 4, 4], boundaries.AreaStarts);
        Assert.Equal([0, 5, 9, 13, 17], boundaries.RingStarts);
        Assert.Equal([0.0, 9, 9, 0, 0], boundaries.X[..5]);
        Assert.Equal([10.0, 12, 12, 10], boundaries.X[9..13]);
    }

    [Fact]
    public void The_middle_of_nothing_is_not_a_place()
    {
        var (x, y) = BoundaryColumns.CentroidsOf([new WKTReader().Read("POLYGON((0 0, 4 0, 4 2, 0 2, 0 0))"), null]);

        Assert.Equal([2, double.NaN], x);
        Assert.Equal([1, double.NaN], y);
    }

    [Theory]
    [InlineData("geo/nl_buurt_2024_benaderd.gpkg", "buurt_2024", "bu_code")]
    [InlineData("geo/nl_regio_2022.gpkg", "wijk_2022", "code")]
    [InlineData("geo/nl_regio_2022.gpkg", "provincie_2022", "code")]
    [InlineData("geo/groningen_2017.gpkg", "buurt_2017", "BU_CODE")]
    [InlineData("geo/haaglanden_zonder_denhaag_wijk.gpkg", "wijk", "wk_code")]
    [InlineData("geo/amsterdam_buurt.gpkg", "buurt", "CBS_Buurtcode")]
    public void The_direct_way_gives_what_the_full_reader_gives(string file, string layer, string id)
    {
        var path = SharedFiles.Path(file);

        var direct = SharedFiles.Answer(BoundaryColumns.Read(path, layer, id, [], TestContext.Current.CancellationToken));
        var table = Assert.Single(SharedFiles.Read(file, new ReadOptions { Layer = layer }));
        var full = BoundaryColumns.AreaBoundariesOf(table.Geometries!);

        Assert.Equal(SharedFiles.Words(table, id), direct.Codes);
        Assert.Equal(full.X, direct.Boundaries.X);
        Assert.Equal(BoundaryColumns.HolesOf(table.Geometries!), direct.IsHole);
        var (middles, columns) = (BoundaryColumns.CentroidsOf(table.Geometries!), RingCentroids.Of(direct.Boundaries, direct.IsHole));
        Assert.Equal(middles.X, columns.X);
        Assert.Equal(middles.Y, columns.Y);
        Assert.Equal(full.Y, direct.Boundaries.Y);
        Assert.Equal(full.RingStarts, direct.Boundaries.RingStarts);
        Assert.Equal(full.AreaStarts, direct.Boundaries.AreaStarts);
        Assert.Equal((table.Sha256, table.Srid, table.Layer), (direct.Sha256, direct.Srid, direct.Layer));
    }

    [Fact]
    public void The_layer_need_not_be_named_when_only_one_has_the_column()
    {
        var table = SharedFiles.Answer(BoundaryColumns.Read(SharedFiles.Path("geo/groningen_2017.gpkg"), null, "bu_code", ["aant_inw"], TestContext.Current.CancellationToken));

        Assert.Equal("buurt_2017", table.Layer);
        Assert.Equal("AANT_INW", Assert.IsType<NumberColumn>(Assert.Single(table.Columns)).Name);
    }

    [Theory]
    [InlineData("geo/groningen_2017.gpkg", null, "GM_CODE", "layer-not-named")]
    [InlineData("geo/groningen_2017.gpkg", "wijk_2017", "GM_CODE", "duplicate-code")]
    [InlineData("geo/groningen_2017.gpkg", "wijk_2017", "no", "no-such-column")]
    [InlineData("geo/groningen_2017.gpkg", "no", "GM_CODE", "no-such-layer")]
    [InlineData("kerncijfers/nl_kerncijfers_2024.csv", null, "code", "no-boundaries")]
    public void What_cannot_be_read_is_said(string file, string? layer, string id, string code)
    {
        var read = BoundaryColumns.Read(SharedFiles.Path(file), layer, id, [], TestContext.Current.CancellationToken);

        Assert.False(read.TryGet(out _, out var reason));
        Assert.Equal(code, Assert.IsType<Refusal>(reason).Code);
    }

    [Fact]
    public void Other_formats_go_through_the_full_reader()
    {
        var table = SharedFiles.Answer(BoundaryColumns.Read(SharedFiles.Path("raw/groningen_buurt2017_shp.zip"), null, "BU_CODE", [], TestContext.Current.CancellationToken));

        Assert.Equal(108, table.Codes.Length);
        Assert.All(table.HasBoundary, Assert.True);
    }
}
