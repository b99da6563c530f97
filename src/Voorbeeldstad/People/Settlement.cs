// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Schakel.Analysis.Numerics;
using Schakel.Voorbeeldstad.Map;

namespace Schakel.Voorbeeldstad.People;

/// <summary>Spreads the residents and dwellings of each buurt of the town over squares of 100 m.</summary>
internal static class Settlement
{
    /// <summary>Squares with fewer than five people, per polder: a farm here and there.</summary>
    private const int farms = 12;

    private static readonly Lazy<IReadOnlyList<Cell>> settled = new(Settle);

    /// <summary>The inhabited squares of the town, by code. Like the map they are always the same.</summary>
    internal static IReadOnlyList<Cell> Cells => settled.Value;

    /// <summary>The buurten of 2024 with the people who lived there at the start of a year.</summary>
    internal static IReadOnlyList<Buurt> BuurtenIn(int year)
    {
        var later = Cells.Where(cell => cell.Since > year).ToLookup(cell => cell.Buurt.Code, StringComparer.Ordinal);
        return [.. Landscape.Drawn.Buurten.Select(buurt => !later.Contains(buurt.Code) ? buurt : Smaller(buurt, later[buurt.Code]))];

        static Buurt Smaller(Buurt buurt, IEnumerable<Cell> unbuilt)
        {
            var dwellings = buurt.Dwellings - unbuilt.Sum(cell => cell.Dwellings);
            return buurt with
            {
                Residents = buurt.Residents - unbuilt.Sum(cell => cell.Residents),
                Dwellings = dwellings,
                Households = Buurt.HouseholdsIn(dwellings),
            };
        }
    }

    private static List<Cell> Settle()
    {
        var cells = new List<Cell>();
        var town = Landscape.Drawn.Buurten.Where(buurt => buurt.Wijk.Stadsdeel is not null).ToArray();
        for (var b = 0; b < town.Length; b++)
        {
            var random = new RandomSequence(2009, 2_000 + b);
            if (town[b].Residents > 0)
                cells.AddRange(Settle(town[b], ref random));
        }

        return [.. cells.OrderBy(cell => cell.Code, StringComparer.Ordinal)];
    }

    private static IEnumerable<Cell> Settle(Buurt buurt, ref RandomSequence random)
    {
        var places = new List<(Coordinate Corner, double Pull)>();
        foreach (var corner in Squares(buurt.Shape))
            places.Add((corner, Pull(corner) + random.NextDouble()));
        var ranked = places.OrderByDescending(place => place.Pull).Select(place => place.Corner).ToArray();

        var inhabited = Math.Clamp((int)Math.Round(buurt.Built * ranked.Length), 1, Math.Max(1, buurt.Residents / 10));
        var sizes = new double[inhabited];
        for (var i = 0; i < inhabited; i++)
            sizes[i] = 0.25 + random.NextDouble() + random.NextDouble();

        // Everybody who is counted lives with at least four others, in fives.
        var residents = TownBuurten.Spread(buurt.Residents - (5 * inhabited), new int?[inhabited], sizes, ref random, power: 1);
        var dwellings = TownBuurten.Spread(buurt.Dwellings, new int?[inhabited], [.. residents.Select(people => people + 5.0)], ref random, power: 1);
        var hidden = buurt.Built < 0.1 && !buurt.IsSecret ? Math.Min(farms, ranked.Length - inhabited) : 0;
        return [.. ranked.Take(inhabited + hidden).Select((corner, i) => new Cell(Cell.CodeAt(corner.X, corner.Y), corner, buurt)
        {
            Residents = i < inhabited ? residents[i] + 5 : 0,
            Dwellings = i < inhabited ? dwellings[i] : 0,
            Since = Since(buurt, i, inhabited),
        })];
    }

    /// <summary>New houses come at the edge, some each year.</summary>
    private static int Since(Buurt buurt, int rank, int inhabited)
    {
        var old = (int)(inhabited * (1 - TownPlan.NewSince2019(buurt.Name)));
        return rank < old || rank >= inhabited ? TownPlan.FirstYear : TownPlan.FirstYear + 1 + ((rank - old) * (TownPlan.LastYear - TownPlan.FirstYear) / (inhabited - old));
    }

    /// <summary>Squares whose middle lies in the area.</summary>
    private static IEnumerable<Coordinate> Squares(Polygon area)
    {
        var inside = new IndexedPointInAreaLocator(area);
        var box = area.EnvelopeInternal;
        for (var y = Down(box.MinY); y < box.MaxY; y += Cell.Side)
            for (var x = Down(box.MinX); x < box.MaxX; x += Cell.Side)
                if (inside.Locate(new Coordinate(x + (Cell.Side / 2), y + (Cell.Side / 2))) == Location.Interior)
                    yield return new Coordinate(x, y);

        static double Down(double metres) => Math.Floor(metres / Cell.Side) * Cell.Side;
    }

    /// <summary>Houses stand together, and so do playing fields: a slow wave over the land.</summary>
    private static double Pull(Coordinate corner) =>
        Math.Sin(corner.X / 210) + Math.Sin((corner.Y / 250) + (corner.X / 900));
}
