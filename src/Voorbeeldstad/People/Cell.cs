// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Voorbeeldstad.Map;

namespace Schakel.Voorbeeldstad.People;

/// <summary>A square of 100 m where somebody lives.</summary>
/// <param name="Code">E….N….: hundreds of metres of the south-west corner.</param>
/// <param name="Corner">South-west corner in RD.</param>
/// <param name="Buurt">Where its middle lies.</param>
internal sealed record Cell(string Code, Coordinate Corner, Buurt Buurt)
{
    internal const int Side = 100;

    /// <summary>A multiple of 5, as CBS publishes; 0 where fewer than five people live, which CBS keeps secret.</summary>
    internal int Residents { get; init; }

    /// <summary>A multiple of 5; 0 where there are fewer than five, which CBS keeps secret.</summary>
    internal int Dwellings { get; init; }

    /// <summary>The first year in which people live here.</summary>
    internal int Since { get; init; }

    /// <summary>Code of the square that holds a place.</summary>
    internal static string CodeAt(double x, double y) =>
        string.Create(CultureInfo.InvariantCulture, $"E{Math.Floor(x / Side):0000}N{Math.Floor(y / Side):0000}");

    internal Polygon Square => Pen.Paper.CreatePolygon([
        Corner.Copy(), new(Corner.X + Side, Corner.Y), new(Corner.X + Side, Corner.Y + Side), new(Corner.X, Corner.Y + Side), Corner.Copy()]);
}
