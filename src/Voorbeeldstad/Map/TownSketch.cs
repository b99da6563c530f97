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
        "1750,250 1650,1050 1150,1600 300,1750 -700,1620 -1500,1350 -1900,700 -1950,-150 -1750,-950 -1050,-1500 -200,-1750 700,-1680 1350,-1250 1700,-550");

    /// <summary>Where the last house stands; beyond it are the polders. In the east the town runs on into Nevenstad.</summary>
    internal static readonly Polygon BuiltUp = Pen.Ditches(
        "5600,1700 4700,2050 3700,2250 3300,2800 2500,3150 1800,2900 1200,3050 300,2900 -500,3000 -1000,2650 -1250,2050 -1700,2300 -2500,2750 -3200,2250 -3100,1500 -2750,900 -3000,500 -3350,100 -3250,-500 -2700,-750 -2900,-1500 -2500,-2150 -1850,-2250 -1350,-1850 -1050,-2450 -550,-3050 150,-3150 600,-2650 900,-2150 1600,-2500 2500,-2650 3200,-2100 3600,-1450 5600,-1300", 3);

    internal static readonly Polygon Border = Pen.Ditches(
        "4350,-300 4250,900 4500,1800 4300,2700 3600,3300 3300,4300 1700,4500 700,5100 -900,4700 -2300,5000 -3600,4600 -5100,3500 -5000,2300 -5600,1500 -5200,100 -5400,-1300 -4300,-2100 -4100,-3300 -2600,-4300 -900,-4100 300,-4800 1800,-4300 2500,-3500 3700,-3200 4100,-1900", 1);

    /// <summary>Around the station on the border with Nevenstad.</summary>
    internal static readonly Polygon BorderStation = Pen.Straight(
        "3700,380 3760,1420 4420,1520 5020,1330 4930,330 4300,220");

    internal static readonly Polygon Lake = Pen.Ditches(
        "-2900,4700 -3350,4000 -3300,3500 -3900,3050 -4700,3200 -5000,2900 -5500,3500 -5700,4300 -6600,4900 -6500,5600 -5600,6000 -5000,6700 -4200,6300 -3900,5500", 4);

    /// <summary>Two docks.</summary>
    internal static readonly Polygon Harbour = Pen.Straight(
        "-3060,190 -2320,70 -2300,-30 -2760,30 -2790,-150 -2260,-250 -2220,-360 -3020,-220");

    /// <summary>Main roads that divide the wijken.</summary>
    internal static readonly LineString NorthRoad = Pen.Smooth(
        "560,300 800,850 1000,1400 1250,2000 1800,2850 2200,3600");

    internal static readonly LineString StationRoad = Pen.Smooth(
        "560,-300 900,-650 1350,-950 1900,-1150");

    internal static readonly LineString ForestRoad = Pen.Smooth(
        "1350,1300 2300,1650 3300,1850 4000,2100 5000,2300");

    internal static readonly LineString ReedRoad = Pen.Smooth(
        "1500,-600 2400,-520 3300,-680 5000,-600");

    internal static readonly LineString DockRoad = Pen.Smooth("-1650,-800 -2600,-700 -4000,-640");

    internal static readonly LineString QuayStreet = Pen.Smooth("-2300,-650 -1500,-830 -700,-900");

    internal static readonly LineString EastBank = Pen.Smooth(
        "80,-1600 520,-2100 760,-2900");

    internal static readonly LineString WestBank = Pen.Smooth(
        "-1050,-1350 -1150,-1900 -1250,-2600");

    /// <summary>How far the region reaches.</summary>
    internal static readonly Polygon Region = Pen.Ditches(
        "20500,-3500 19800,3800 21500,9500 17000,13500 11500,13200 7500,17500 500,16200 -6500,18200 -13500,17000 -17500,13000 -19500,6500 -18200,-1500 -19500,-8000 -14500,-13500 -8500,-14800 -3500,-19500 3500,-20500 8500,-17500 14500,-16500 17500,-10500", 2);
}
