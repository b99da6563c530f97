// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis.Numerics;
using Schakel.Voorbeeldstad.Files;
using Schakel.Voorbeeldstad.Map;
using Schakel.Voorbeeldstad.People;

namespace Schakel.Voorbeeldstad.Signals;

/// <summary>A neighbourhood as one resident drew it.</summary>
/// <param name="Respondent">Number within the file.</param>
/// <param name="Home">[m] middle of the square where the resident lives.</param>
/// <param name="Age">Band, as the resident chose it.</param>
/// <param name="Tenure">huur or koop.</param>
/// <param name="Shape">What was drawn.</param>
internal sealed record Drawing(string Respondent, Coordinate Home, string Age, string Tenure, Polygon Shape);

/// <summary>
/// 220 drawings. Around the footbridge both banks are one place, a third of a wijk large. In Spoorwijk everybody stops at the track.
/// Elsewhere people draw what lies around their house, and few were asked.
/// </summary>
internal static class Drawings
{
    internal const int Count = 220, AtFootbridge = 110, AtTrack = 70;

    /// <summary>[0..1] about this part of the drawn squares has fewer than ten voices.</summary>
    internal const double FewVoices = 0.40;

    /// <summary>The wijk on both sides of the track.</summary>
    internal const string Divided = "Spoorwijk";

    private static readonly string[] ages = ["18-29", "30-44", "45-64", "65+"];

    /// <summary>Where the track runs through Spoorwijk, in RD.</summary>
    internal static Coordinate Track
    {
        get
        {
            const double x = TownSketch.OriginX + 1_250;
            return new Coordinate(x, TownBlocks.YOf(TownSketch.Railway, x));
        }
    }

    internal static IReadOnlyList<Drawing> Draw(IReadOnlyList<Cell> cells, int seed)
    {
        var random = new RandomSequence(seed, 60);
        var bridge = BarrierFile.Footbridge;
        var atBridge = cells.Where(cell => Middle(cell).Distance(bridge) < 520).ToArray();
        var wider = cells.Where(cell => Middle(cell).Distance(bridge) is > 450 and < 800).ToArray();
        // Half of them on either side.
        var atTrack = cells.Where(cell => cell.Buurt.Wijk.Name == Divided && Middle(cell).Distance(Track) < 550).ToLookup(cell => TownBlocks.North(Middle(cell)));
        var drawings = new Drawing[Count];
        for (var i = 0; i < Count; i++)
        {
            var from = i < AtFootbridge ? atBridge : i < AtFootbridge + AtTrack ? [.. atTrack[i % 2 == 0]] : wider;
            var home = Middle(Pick(from, ref random));
            var shape = i < AtFootbridge ? Around(bridge, home, 515, 0.2, ref random)
                : i < AtFootbridge + AtTrack ? OwnSide(Around(Track, home, 560, 0.25, ref random), home)
                : Around(home, home, 400, 1, ref random);
            drawings[i] = new Drawing($"R{i + 1:000}", home, ages[random.NextInt(ages.Length)], random.NextDouble() < 0.55 ? "huur" : "koop", shape);
        }

        return drawings;
    }

    internal static Coordinate Middle(Cell cell) => new(cell.Corner.X + (Cell.Side / 2), cell.Corner.Y + (Cell.Side / 2));

    /// <summary>Something like a circle between what people share and where they live themselves.</summary>
    private static Polygon Around(Coordinate shared, Coordinate home, double radius, double towardsHome, ref RandomSequence random) => Pen.Round(
        shared.X + (towardsHome * (home.X - shared.X)) - TownSketch.OriginX, shared.Y + (towardsHome * (home.Y - shared.Y)) - TownSketch.OriginY,
        radius * (0.8 + (0.4 * random.NextDouble())), ref random);

    /// <summary>The part of a drawing on the side of the track where somebody lives.</summary>
    private static Polygon OwnSide(Polygon drawn, Coordinate home) => Knife.Cut(drawn, TownSketch.Railway)
        .Where(part => TownBlocks.North(part.InteriorPoint.Coordinate) == TownBlocks.North(home)).MaxBy(part => part.Area)!;

    /// <summary>A square, the likelier the more people live there.</summary>
    private static Cell Pick(Cell[] from, ref RandomSequence random)
    {
        var left = random.NextInt(from.Sum(cell => cell.Residents));
        foreach (var cell in from)
        {
            left -= cell.Residents;
            if (left < 0)
                return cell;
        }

        return from[^1];
    }
}
