// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;

namespace Schakel.Catalogue.Sources.Coordinates;

/// <summary>Brings the geometries of a layer to metres, and notices when a file does not hold what it says.</summary>
internal static class LayerCoordinates
{
    /// <summary>Longitudes and latitudes between which degrees are Dutch.</summary>
    private static readonly Envelope dutchDegrees = new(3.0, 7.5, 50.6, 53.8);

    /// <summary>The Netherlands with the Caribbean left out and the sea around it, in RD.</summary>
    private static readonly Envelope dutchMetres = new(-20_000, 310_000, 280_000, 650_000);

    /// <summary>Converts in place.</summary>
    /// <param name="geometries">Freshly read; their coordinates are overwritten.</param>
    /// <param name="crs">What the file says.</param>
    /// <param name="mayBeUndeclared">The format says degrees unless told otherwise (GeoJSON), so that RD coordinates are a common and harmless slip.</param>
    /// <param name="notes">Receives what was done.</param>
    /// <returns>EPSG number of the result; 0 when the system is unknown and the coordinates are kept.</returns>
    internal static int ToMetres(IReadOnlyList<Geometry?> geometries, CrsName crs, bool mayBeUndeclared, List<string> notes)
    {
        var extent = Extent(geometries);
        if (extent.IsNull)
            return crs.Kind is CrsKind.Rd or CrsKind.Unknown or CrsKind.Geographic ? CoordinateSystems.Rd : crs.Epsg;
        RequireEarth(extent);
        var kind = crs.Kind;
        if (kind == CrsKind.Unknown || (kind == CrsKind.Geographic && mayBeUndeclared))
        {
            if (dutchMetres.Contains(extent) && !IsDegrees(extent))
            {
                notes.Add(kind == CrsKind.Unknown
                    ? "The file names no coordinate system; its coordinates lie in the Netherlands as RD (EPSG:28992) and are read as such."
                    : "The file should hold longitude and latitude, but its coordinates are RD (EPSG:28992) and are read as such.");
                kind = CrsKind.Rd;
            }
            else if (kind == CrsKind.Unknown && (dutchDegrees.Contains(extent) || dutchDegrees.Contains(Swapped(extent))))
            {
                notes.Add("The file names no coordinate system; its coordinates lie in the Netherlands as longitude and latitude (EPSG:4326) and are read as such.");
                kind = CrsKind.Geographic;
            }
        }
        switch (kind)
        {
            case CrsKind.Rd:
                RequireMetres(extent, crs);
                return CoordinateSystems.Rd;
            case CrsKind.Geographic:
                return FromDegrees(geometries, extent, crs, notes);
            case CrsKind.WebMercator:
                Change(geometries, FromWebMercator);
                return FromDegrees(geometries, Extent(geometries), crs, notes);
            case CrsKind.Utm when IsDutch(extent, crs.Epsg):
                var (zone, north) = TransverseMercator.ZoneOf(crs.Epsg);
                Change(geometries, (x, y) => TransverseMercator.ToDegrees(x, y, zone, north));
                return FromDegrees(geometries, Extent(geometries), crs, notes);
            case CrsKind.Utm:
            case CrsKind.OtherMetric:
                notes.Add($"Coordinates are kept in the system of the file ({crs.Text}).");
                return crs.Epsg;
            case CrsKind.Unknown:
                notes.Add("The file names no coordinate system that is known here; its coordinates are taken as metres.");
                return 0;
            default:
                throw new InputRefused("unknown-coordinate-system", $"The coordinates are in {crs.Text}, which cannot be converted to metres here.")
                {
                    Value = crs.Text,
                    Expected = "EPSG:28992, EPSG:4326, EPSG:4258, EPSG:3857 or another system in metres",
                };
        }
    }

    private static int FromDegrees(IReadOnlyList<Geometry?> geometries, Envelope extent, CrsName crs, List<string> notes)
    {
        if (!IsDegrees(extent))
            throw new InputRefused("metres-given-as-degrees",
                string.Create(CultureInfo.InvariantCulture, $"The file says its coordinates are degrees ({crs.Text}), but they run from {extent.MinX:0.###}, {extent.MinY:0.###} to {extent.MaxX:0.###}, {extent.MaxY:0.###}."))
            {
                Expected = dutchMetres.Contains(extent) ? "EPSG:28992 as coordinate system of the file" : "longitude −180 to 180, latitude −90 to 90",
            };
        if (!dutchDegrees.Intersects(extent) && dutchDegrees.Contains(Swapped(extent)))
        {
            notes.Add("Latitude stood before longitude; they were exchanged.");
            Change(geometries, static (x, y) => (y, x));
            extent = Swapped(extent);
        }
        if (dutchDegrees.Intersects(extent) && extent.Width < 30)
        {
            Change(geometries, static (x, y) => RijksDriehoek.FromDegrees(x, y));
            notes.Add($"Coordinates were converted from {(crs.Epsg == 0 ? "EPSG:4326" : crs.Text)} to RD (EPSG:28992).");
            return CoordinateSystems.Rd;
        }
        if (extent.Width > 30 || extent.MaxY > 84 || extent.MinY < -80)
            throw new InputRefused("area-too-wide", string.Create(CultureInfo.InvariantCulture,
                $"The layer spans {extent.Width:0.#} degrees of longitude; no system in metres is fair over that width."))
            {
                Expected = "a layer in a metric system of its own (for Europe EPSG:3035)",
            };
        var zone = TransverseMercator.Zone(extent.Centre.X);
        var north = extent.Centre.Y >= 0;
        Change(geometries, (x, y) => TransverseMercator.FromDegrees(x, y, zone, north));
        var epsg = TransverseMercator.Epsg(zone, north);
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"The layer lies outside the Netherlands; coordinates were converted to UTM (EPSG:{epsg})."));
        return epsg;
    }

    /// <summary>Refuses what is nowhere on earth: no projection in metres or feet reaches as far as this.</summary>
    internal static void RequireEarth(Envelope extent)
    {
        const double Farthest = 5e8;
        if (extent.IsNull || (extent.MinX > -Farthest && extent.MaxX < Farthest && extent.MinY > -Farthest && extent.MaxY < Farthest))
            return;
        throw new InputRefused("coordinates-nowhere", string.Create(CultureInfo.InvariantCulture,
            $"Coordinates run from {extent.MinX}, {extent.MinY} to {extent.MaxX}, {extent.MaxY}; that is nowhere on earth."))
        { Expected = "metres or degrees" };
    }

    /// <summary>Refuses what is called RD and is not.</summary>
    internal static void RequireMetres(Envelope extent, CrsName crs)
    {
        if (extent.IsNull)
            return;
        var shown = string.Create(CultureInfo.InvariantCulture, $"{extent.MinX:0.###}, {extent.MinY:0.###} to {extent.MaxX:0.###}, {extent.MaxY:0.###}");
        if (dutchDegrees.Contains(extent) || dutchDegrees.Contains(Swapped(extent)))
            throw new InputRefused("degrees-given-as-rd", $"The file says its coordinates are RD metres ({crs.Text}), but they are degrees: {shown}.")
            {
                Expected = "metres of EPSG:28992, or EPSG:4326 as coordinate system of the file",
            };
        if (!dutchMetres.Intersects(extent) && dutchMetres.Contains(Swapped(extent)))
            throw new InputRefused("axes-swapped", $"The RD coordinates have y before x: {shown}.") { Expected = "x (0 to 300000) before y (300000 to 620000)" };
    }

    private static (double X, double Y) FromWebMercator(double x, double y)
    {
        const double Radius = 6378137;
        return (x / Radius * 180 / Math.PI, (2 * Math.Atan(Math.Exp(y / Radius)) - Math.PI / 2) * 180 / Math.PI);
    }

    private static bool IsDutch(Envelope extent, int epsg)
    {
        var (zone, north) = TransverseMercator.ZoneOf(epsg);
        var (longitude, latitude) = TransverseMercator.ToDegrees(extent.Centre.X, extent.Centre.Y, zone, north);
        return dutchDegrees.Contains(longitude, latitude);
    }

    private static bool IsDegrees(Envelope extent) => extent.MinX >= -180.001 && extent.MaxX <= 180.001 && extent.MinY >= -90.001 && extent.MaxY <= 90.001;

    private static Envelope Swapped(Envelope extent) => new(extent.MinY, extent.MaxY, extent.MinX, extent.MaxX);

    private static Envelope Extent(IReadOnlyList<Geometry?> geometries)
    {
        var extent = new Envelope();
        foreach (var geometry in geometries)
            if (geometry is not null)
                extent.ExpandToInclude(geometry.EnvelopeInternal);
        return extent;
    }

    private static void Change(IReadOnlyList<Geometry?> geometries, Func<double, double, (double X, double Y)> change)
    {
        // Each geometry is changed alone, so the order in which threads take them does not matter.
        Parallel.For(0, geometries.Count, i =>
        {
            if (geometries[i] is not { } geometry)
                return;
            geometry.Apply(new Changer(change));
            geometry.GeometryChanged();
        });
    }

    private sealed class Changer(Func<double, double, (double X, double Y)> change) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = change(seq.GetX(i), seq.GetY(i));
            seq.SetX(i, x);
            seq.SetY(i, y);
        }
    }
}
