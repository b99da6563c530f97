// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using Schakel.Catalogue.Areas;
using Schakel.Web.Maps;

namespace Schakel.Hosts.Tests.Web;

/// <summary>Our tiles, read back by another program's reader.</summary>
public sealed class VectorTileTests
{
    private static readonly SmallTown town = new();

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(15)]
    public void Areas_come_back_with_their_code_at_their_place(int zoom)
    {
        var layer = Layer("buurt");
        var (column, row) = TileAt(zoom, 231_500, 581_000);

        var read = Read(VectorTile.Areas(layer, zoom, column, row), column, row, zoom).Layers.Single(found => found.Name == "areas");

        Assert.NotEmpty(read.Features);
        var pixel = 360 / Math.Pow(2, zoom) / 512;
        foreach (var feature in read.Features)
        {
            Assert.True(feature.Geometry.IsValid);
            var code = (string)feature.Attributes["code"];
            var square = town.Boundaries(Areas("buurt"))[code[^1] - '1']!.Centroid;
            var (longitude, latitude) = Mercator.ToDegrees(square.X, square.Y);
            if (zoom <= 11)
                Assert.True(feature.Geometry.Centroid.Distance(new Point(longitude, latitude)) < 3 * pixel, code);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(14)]
    public void No_tears_open_between_neighbours(int zoom)
    {
        var (column, row) = TileAt(zoom, 231_500, 581_000);
        var areas = Read(VectorTile.Areas(Layer("buurt"), zoom, column, row), column, row, zoom).Layers.Single().Features.Select(feature => feature.Geometry).ToArray();

        var together = NetTopologySuite.Operation.OverlayNG.CoverageUnion.Union(new GeometryCollection([.. areas]));

        Assert.Equal(together.Area, areas.Sum(area => area.Area), together.Area * 1e-9);
        Assert.Equal(0, together switch { Polygon whole => whole.NumInteriorRings, _ => 0 });
    }

    [Fact]
    public void Names_stand_inside_their_area()
    {
        var (column, row) = TileAt(10, 231_500, 581_000);

        var names = Read(VectorTile.Names(Layer("wijk"), 10, column, row), column, row, 10).Layers.Single();

        Assert.Equal(["Centrum", "Noord"], names.Features.Select(feature => (string)feature.Attributes["name"]).Order());
    }

    [Fact]
    public void A_tile_where_nothing_lies_is_empty() => Assert.Empty(VectorTile.Areas(Layer("buurt"), 10, 0, 0));

    [Fact]
    public void The_same_tile_is_the_same_bytes()
    {
        var (column, row) = TileAt(12, 231_500, 581_000);

        Assert.Equal(VectorTile.Areas(Layer("buurt"), 12, column, row), VectorTile.Areas(Layer("buurt"), 12, column, row));
    }

    [Theory]
    [InlineData(155_000, 463_000, 5.387203657, 52.155172897)] // Amersfoort
    [InlineData(233_456, 581_789, 6.5611, 53.2164)] // Groningen, Martinikerkhof
    public void The_map_draws_within_metres_of_where_things_are(double x, double y, double longitude, double latitude)
    {
        var drawn = Mercator.ToDegrees(x, y);

        Assert.InRange(drawn.Longitude, longitude - 0.01, longitude + 0.01);
        Assert.InRange(drawn.Latitude, latitude - 0.01, latitude + 0.01);
    }

    private static MapLayer Layer(string level) => MapLayer.Of(Areas(level), town.Boundaries(Areas(level)));

    private static AreaLayer Areas(string level) => town.Areas(level, null).TryGet(out var areas, out _) ? areas : throw new InvalidOperationException(level);

    private static (int Column, int Row) TileAt(int zoom, double x, double y)
    {
        var (worldX, worldY) = Mercator.ToWorld(x, y);
        return ((int)(worldX * Math.Pow(2, zoom)), (int)(worldY * Math.Pow(2, zoom)));
    }

    private static NetTopologySuite.IO.VectorTiles.VectorTile Read(byte[] tile, int column, int row, int zoom)
    {
        using var stream = new MemoryStream(tile);
        return new MapboxTileReader().Read(stream, new NetTopologySuite.IO.VectorTiles.Tiles.Tile(column, row, zoom));
    }
}
