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

/// <summary>220 drawings. Around the footbridge both banks are one place, a third of a wijk large; elsewhere people draw what lies around their house.</summary>
internal static class Drawings
{
    internal const int Count = 220, AtFootbridge = 130;

    private static readonly string[] ages = ["18-29", "30-44", "45-64", "65+"];

    internal static IReadOnlyList<Drawing> Draw(IReadOnlyList<Cell> cells, int seed)
    {
        var random = new RandomSequence(seed, 60);
        var bridge = BarrierFile.Footbridge;
        var near = cells.Where(cell => Middle(cell).Distance(bridge) < 520).ToArray();
        var wider = cells.Where(cell => Middle(cell).Distance(bridge) < 1_000).ToArray();
        var drawings = new Drawing[Count];
        for (var i = 0; i < Count; i++)
        {
            var home = Middle(Pick(i < AtFootbridge ? near : wider, ref random));
            // At the bridge people draw the same place, whichever bank they live on; elsewhere the own house is the middle.
            var centre = i < AtFootbridge
                ? new Coordinate(bridge.X + (0.2 * (home.X - bridge.X)), bridge.Y + (0.2 * (home.Y - bridge.Y)))
                : home;
            var radius = i < AtFootbridge ? 515 : 440;
            var age = ages[random.NextInt(ages.Length)];
            drawings[i] = new Drawing(
                $"R{i + 1:000}", home, age, random.NextDouble() < 0.55 ? "huur" : "koop",
                Pen.Round(centre.X - TownSketch.OriginX, centre.Y - TownSketch.OriginY, radius * (0.8 + (0.4 * random.NextDouble())), ref random));
        }

        return drawings;
    }

    internal static Coordinate Middle(Cell cell) => new(cell.Corner.X + (Cell.Side / 2), cell.Corner.Y + (Cell.Side / 2));

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
