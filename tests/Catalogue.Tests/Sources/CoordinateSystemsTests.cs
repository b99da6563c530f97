// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;
using Schakel.Catalogue.Sources.Coordinates;

namespace Schakel.Catalogue.Tests.Sources;

public sealed class CoordinateSystemsTests
{
    // Points of the RDNAPTRANS test sheet (Kadaster): RD, then ETRS89. Seven parameters leave the correction grid out, hence the 0.25 m.
    public static TheoryData<string, double, double, double, double> KnownPoints { get; } = new()
    {
        { "Texel", 117380.12, 575040.34, 53.160753042, 4.824761912 },
        { "Noord-Groningen", 247380.56, 604580.78, 53.419482050, 6.776726674 },
        { "Amersfoort", 155000, 463000, 52.155172897, 5.387203657 },
        { "Zeeuws-Vlaanderen", 16460.91, 377380.23, 51.368607152, 3.397588595 },
        { "Zuid-Limburg", 182260.45, 311480.67, 50.792584916, 5.773795548 },
        { "Maasvlakte", 64640.89, 440700.0101, 51.947393898, 4.072887101 },
    };

    [Theory]
    [MemberData(nameof(KnownPoints))]
    public void Known_points_come_out_within_a_quarter_of_a_metre(string place, double x, double y, double latitude, double longitude)
    {
        var (foundX, foundY) = CoordinateSystems.Wgs84ToRd(longitude, latitude);

        Assert.True(Math.Sqrt(Math.Pow(foundX - x, 2) + Math.Pow(foundY - y, 2)) < 0.25, $"{place}: {foundX}, {foundY}");
    }

    [Fact]
    public void Amersfoort_is_the_origin_within_seven_centimetres()
    {
        var (x, y) = CoordinateSystems.Wgs84ToRd(5.387203657, 52.155172897);

        Assert.Equal(155000, x, 0.07);
        Assert.Equal(463000, y, 0.07);
    }

    [Fact]
    public void There_and_back_is_the_same_point_to_a_tenth_of_a_millimetre()
    {
        for (var x = 0.0; x <= 290_000; x += 29_000)
            for (var y = 300_000.0; y <= 630_000; y += 33_000)
            {
                var (longitude, latitude) = CoordinateSystems.RdToWgs84(x, y);
                var (backX, backY) = CoordinateSystems.Wgs84ToRd(longitude, latitude);

                Assert.Equal(x, backX, 1e-4);
                Assert.Equal(y, backY, 1e-4);
            }
    }

    // An independent implementation of the same formulas. It keeps the height of the other ellipsoid at zero, which makes 12 mm of difference.
    [Fact]
    public void The_library_ProjNET_gives_the_same_within_two_centimetres()
    {
        const string rd = """
            PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128],
            TOWGS84[565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],
            PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.15616055555555],PARAMETER["central_meridian",5.38763888888889],
            PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["metre",1]]
            """;
        var system = new CoordinateSystemFactory().CreateFromWkt(rd);
        var transform = new CoordinateTransformationFactory().CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, system).MathTransform;

        for (var longitude = 3.4; longitude < 7.2; longitude += 0.4)
            for (var latitude = 50.8; latitude < 53.5; latitude += 0.3)
            {
                var expected = transform.Transform([longitude, latitude]);
                var (x, y) = CoordinateSystems.Wgs84ToRd(longitude, latitude);

                Assert.Equal(expected[0], x, 0.02);
                Assert.Equal(expected[1], y, 0.02);
            }
    }

    [Theory]
    [InlineData("EPSG:28992", 28992)]
    [InlineData("urn:ogc:def:crs:EPSG::28992", 28992)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/28992", 28992)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", 4326)]
    [InlineData("EPSG:4258", 4258)]
    [InlineData("28992", 28992)]
    [InlineData("EPSG:25831", 25831)]
    [InlineData("nonsense", 0)]
    [InlineData("", 0)]
    [InlineData("""PROJCS["Rijksdriehoekstelsel_New",GEOGCS["GCS_Amersfoort"],UNIT["Meter",1.0]]""", 28992)]
    [InlineData("""PROJCS["unnamed",PROJECTION["Oblique_Stereographic"],PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["Meter",1.0]]""", 28992)]
    [InlineData("""PROJCS["ETRS89 / UTM zone 31N",GEOGCS["ETRS89",AUTHORITY["EPSG","4258"]],UNIT["metre",1],AUTHORITY["EPSG","25831"]]""", 25831)]
    [InlineData("""PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]]],UNIT["Meter",1.0]]""", 28992)]
    [InlineData("""GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],UNIT["Degree",0.0174532925199433]]""", 4326)]
    [InlineData("""PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984"],UNIT["Meter",1.0]]""", 3857)]
    public void A_coordinate_system_is_recognised_however_it_is_written(string text, int epsg) => Assert.Equal(epsg, CrsName.Of(text).Epsg);

    // The foot of the central meridian, and the Eiffel Tower as its encyclopaedia entry gives it in both systems.
    [Fact]
    public void Degrees_outside_the_Netherlands_become_metres_of_their_zone()
    {
        var (x, y) = TransverseMercator.FromDegrees(3, 0, 31, north: true);

        Assert.Equal(500_000, x, 1e-6);
        Assert.Equal(0, y, 1e-6);
        var (eiffelX, eiffelY) = TransverseMercator.FromDegrees(2.2945, 48.8582, TransverseMercator.Zone(2.29), north: true);
        Assert.Equal(448_252, eiffelX, 1.0);
        Assert.Equal(5_411_933, eiffelY, 1.0);
    }

    [Fact]
    public void Metres_of_a_zone_and_back_is_the_same_place()
    {
        for (var longitude = -1.0; longitude <= 8; longitude += 1.5)
            for (var latitude = -70.0; latitude <= 80; latitude += 10)
            {
                var (x, y) = TransverseMercator.FromDegrees(longitude, latitude, 31, latitude >= 0);
                var (backLongitude, backLatitude) = TransverseMercator.ToDegrees(x, y, 31, latitude >= 0);

                Assert.Equal(longitude, backLongitude, 1e-8);
                Assert.Equal(latitude, backLatitude, 1e-8);
            }
    }
}
