// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using Schakel.Catalogue.Features;
using Schakel.Web.Maps;

namespace Schakel.Hosts.Tests.Web;

/// <summary>Water, streets and rails in tiles, read back by another program's reader.</summary>
public sealed class GroundTileTests
{
    private static readonly Gen<(double X, double Y)[]> tracks = Gen.Select(Gen.Double[220_000, 240_000], Gen.Double[570_000, 590_000]).Array[2, 12];

    [Fact]
    public void A_line_is_in_each_tile_it_crosses_and_nowhere_far_from_it() => tracks.Sample(
        track =>
        {
            const int zoom = 12;
            var line = new LineString([.. track.Select(point => new Coordinate(point.X, point.Y))]);
            var ground = GroundLayer.Of(new SmallTown { Ground = new Dictionary<string, IReadOnlyList<MapFeature>> { [FeatureKind.Barriers] = [new MapFeature(null, "rail", line)] } });
            var degrees = new LineString([.. track.Select(point => Mercator.ToDegrees(point.X, point.Y)).Select(point => new Coordinate(point.Longitude, point.Latitude))]);
            var middle = Mercator.ToWorld(track[0].X, track[0].Y);
            var (column, row) = ((int)(middle.X * (1 << zoom)), (int)(middle.Y * (1 << zoom)));

            var lines = Read(VectorTile.Ground(ground, zoom, column, row), column, row, zoom).Layers.Single(layer => layer.Name == "lines").Features;

            // Half a pixel of a tile of 512, and what a straight line in metres bends in degrees.
            var near = 2 * 360 / Math.Pow(2, zoom) / 512;
            Assert.All(lines, feature => Assert.True(feature.Geometry.Coordinates.All(point => degrees.Distance(new Point(point)) < near)));
            Assert.Equal("rail", Assert.Single(lines.Select(feature => (string)feature.Attributes["kind"]).Distinct()));
        },
        iter: 200);

    [Fact]
    public void Streets_wait_for_a_zoom_at_which_they_are_no_smear_and_what_no_style_knows_is_left_out()
    {
        var street = new LineString([new Coordinate(231_000, 581_000), new Coordinate(232_000, 581_000)]);
        var ground = GroundLayer.Of(new SmallTown
        {
            Ground = new Dictionary<string, IReadOnlyList<MapFeature>> { [FeatureKind.Background] = [new MapFeature("Kerkstraat", "straat", street), new MapFeature(null, "zeppelinbaan", street)] },
        });
        byte[] At(int zoom)
        {
            var (x, y) = Mercator.ToWorld(231_500, 581_000);
            return VectorTile.Ground(ground, zoom, (int)(x * (1 << zoom)), (int)(y * (1 << zoom)));
        }

        Assert.Empty(At(11));
        Assert.NotEmpty(At(13));
    }

    private static NetTopologySuite.IO.VectorTiles.VectorTile Read(byte[] bytes, int column, int row, int zoom) =>
        new MapboxTileReader().Read(new MemoryStream(bytes), new NetTopologySuite.IO.VectorTiles.Tiles.Tile(column, row, zoom));
}
