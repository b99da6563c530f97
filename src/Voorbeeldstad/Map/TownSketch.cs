// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>The town as somebody drew it on the back of an envelope: in metres east and north of the market square.</summary>
/// <remarks>The drawing is fixed. A seed changes what happens to people in the town, never where its streets are.</remarks>
internal static class TownSketch
{
    /// <summary>Where the market square lies in RD (EPSG:28992): some 40 km out at sea, so that nobody mistakes it for a place.</summary>
    internal const double OriginX = 44_000, OriginY = 481_000;

    /// <summary>West to east; with a level crossing, the station tunnel and a viaduct.</summary>
    internal static readonly LineString Railway = Pen.Smooth(
        "-30000,1700 -12000,1400 -6000,1150 -3000,820 -1200,600 0,520 1500,430 3000,640 5000,980 9000,900 14000,1500 30000,2600");

    /// <summary>North to south; with the town bridge and a footbridge.</summary>
    internal static readonly LineString Canal = Pen.Smooth(
        "-2600,26000 -2100,12000 -1900,7000 -1500,4200 -1050,2300 -800,1000 -760,200 -820,-600 -650,-1500 -150,-2700 300,-4200 500,-6500 900,-12000 600,-26000");

    /// <summary>The old moat, from the railway round the old centre to the canal.</summary>
    internal static readonly LineString Moat = Pen.Smooth("430,700 470,420 650,120 690,-350 420,-800 -150,-1010 -600,-980 -1000,-900");

    internal static readonly Polygon RingRoad = Pen.Loop(
        "1900,300 1750,1300 1000,1950 -100,2080 -1200,1900 -2000,1200 -2150,300 -2050,-700 -1400,-1600 -400,-2000 700,-1850 1550,-1200 1900,-450");

    /// <summary>Where the last house stands; beyond it are the polders. In the east the town runs on into Nevenstad.</summary>
    internal static readonly Polygon BuiltUp = Pen.Loop(
        "5600,1900 4700,2500 3300,2500 2500,3250 1500,3480 700,3200 -300,3230 -1500,3250 -2700,2600 -3300,1700 -3350,800 -3550,-300 -3050,-1500 -2300,-2500 -1200,-3050 200,-3150 1500,-2900 2700,-2300 3500,-1750 5600,-1500");

    internal static readonly Polygon Border = Pen.Ditches(
        "4450,-200 4350,1200 4650,2400 4000,3900 2300,5000 400,5300 -1500,5100 -3500,4700 -5100,3500 -5600,1700 -5300,0 -5500,-1800 -4400,-3500 -2600,-4600 -500,-4900 1500,-4700 3200,-4000 4200,-2600", 1);

    /// <summary>Around the station on the border with Nevenstad.</summary>
    internal static readonly Polygon BorderStation = Pen.Loop("3700,1000 3950,1500 4450,1650 5000,1450 5150,900 4950,400 4400,200 3850,450");

    internal static readonly Polygon Lake = Pen.Loop(
        "-3300,5900 -3700,4900 -4500,4350 -5400,4700 -6000,5600 -6600,6500 -6200,7300 -5200,7400 -4200,7000");

    /// <summary>Three docks.</summary>
    internal static readonly Polygon Harbour = Pen.Straight(
        "-3060,260 -2250,200 -2240,90 -2760,110 -2750,-30 -2240,-70 -2230,-180 -2740,-160 -2730,-300 -2230,-350 -2220,-440 -3050,-400");

    /// <summary>Main roads that divide the wijken.</summary>
    internal static readonly LineString NorthRoad = Pen.Smooth("560,300 800,900 1050,1500 1350,2200 1900,3200 2400,4100");

    internal static readonly LineString StationRoad = Pen.Smooth("560,-300 900,-700 1400,-1100 2000,-1450");

    internal static readonly LineString ForestRoad = Pen.Smooth("1600,1450 2600,1750 3700,1950 5100,2100");

    internal static readonly LineString ReedRoad = Pen.Smooth("1700,-700 2700,-650 3700,-800 5000,-750");

    internal static readonly LineString DockRoad = Pen.Smooth("-1900,-750 -2600,-700 -4000,-640");

    internal static readonly LineString QuayStreet = Pen.Smooth("-2300,-650 -1500,-830 -700,-900");

    internal static readonly LineString EastBank = Pen.Smooth("80,-1800 520,-2400 760,-3400");

    internal static readonly LineString WestBank = Pen.Smooth("-1150,-1650 -1080,-2400 -950,-3400");

    /// <summary>How far the region reaches.</summary>
    internal static readonly Polygon Region = Pen.Ditches(
        "21500,-1500 20800,5200 18500,11500 12500,15600 5500,17500 -1500,16800 -8500,17300 -15500,15500 -20500,10500 -21500,3500 -20500,-3500 -17500,-10500 -11500,-15800 -5000,-18800 3000,-20800 9500,-18000 16000,-14500 20000,-8500", 2);
}
