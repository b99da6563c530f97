// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>The areas as they were in one year. One buurt was split in <see cref="TownPlan.SplitYear"/>; before, it had the code of its first half.</summary>
/// <param name="Year">Year of the map.</param>
/// <param name="Buurten">By code.</param>
internal sealed record Vintage(int Year, IReadOnlyList<Buurt> Buurten)
{
    internal static Vintage Of(int year)
    {
        var buurten = People.Settlement.BuurtenIn(year);
        return year >= TownPlan.SplitYear ? new Vintage(year, buurten) : new Vintage(year, Whole(buurten));
    }

    /// <summary>For each buurt of 2024, the buurt it was part of.</summary>
    internal int[] Places { get; } = [.. Landscape.Drawn.Buurten.Select(buurt => Index(Buurten, buurt))];

    internal static bool IsSplit(Buurt buurt) => buurt.Name is TownPlan.SplitOf or TownPlan.SplitOff;

    private static int Index(IReadOnlyList<Buurt> all, Buurt buurt)
    {
        var name = buurt.Name == TownPlan.SplitOff && all.All(other => other.Name != TownPlan.SplitOff) ? TownPlan.SplitOf : buurt.Name;
        return all.Index().Single(other => other.Item.Name == name && other.Item.Wijk == buurt.Wijk).Index;
    }

    private static List<Buurt> Whole(IReadOnlyList<Buurt> buurten)
    {
        var halves = buurten.Where(IsSplit).ToArray();
        var first = halves.Single(half => half.Name == TownPlan.SplitOf);
        var whole = first with
        {
            Shape = (Polygon)CoverageUnion.Union(Pen.Paper.CreateGeometryCollection([.. halves.Select(half => half.Shape)])),
            Residents = halves.Sum(half => half.Residents),
            Dwellings = halves.Sum(half => half.Dwellings),
            Households = halves.Sum(half => half.Households),
        };
        return [.. buurten.Where(buurt => buurt.Name != TownPlan.SplitOff).Select(buurt => buurt == first ? whole : buurt)];
    }
}
