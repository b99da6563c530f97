// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Voorbeeldstad.People;

namespace Schakel.Voorbeeldstad.Figures;

/// <summary>A measure with exact counts before and after: where it was taken, around it, and in places that look like them.</summary>
/// <param name="Name">File name part.</param>
/// <param name="Column">What is counted.</param>
/// <param name="Buurt">Name of the buurt where it was taken.</param>
/// <param name="ControlBuurt">Name of the buurt that it is compared with.</param>
/// <param name="Counts">Treated, control, ring, ring control; before and after.</param>
internal sealed record Waterbed(string Name, string Column, string Buurt, string ControlBuurt, IReadOnlyList<int> Counts)
{
    /// <summary>File name of what was registered day by day, without the year.</summary>
    internal required string Registered { get; init; }

    /// <summary>Of the random sequence.</summary>
    internal required int Stream { get; init; }

    /// <summary>[per resident and year] registered outside the zones.</summary>
    internal required double Elsewhere { get; init; }

    /// <summary>Days of the week on which it happens twice as often.</summary>
    internal required IReadOnlyList<DayOfWeek> Busy { get; init; }

    internal const int Before = 2023, After = 2024;

    /// <summary>Four fifths of the litter moved one street on.</summary>
    internal static readonly Waterbed Containers = new(
        "containers", "Bijplaatsingen", "Perronbuurt", "Seringenbuurt", [500, 300, 300, 300, 300, 460, 300, 300])
    {
        Registered = "bijplaatsingen",
        Stream = 70,
        Elsewhere = 0.015,
        Busy = [DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday],
    };

    /// <summary>Relief; a shift too small to be seen.</summary>
    internal static readonly Waterbed Square = new(
        "plein", "Overlastmeldingen", "Steigerbuurt", "Korenveld", [230, 110, 300, 309, 178, 205, 150, 150])
    {
        Registered = "overlast",
        Stream = 71,
        Elsewhere = 0.012,
        Busy = [DayOfWeek.Friday, DayOfWeek.Saturday],
    };

    internal PlantedWaterbed Truth => new(
        Counts, Counts[1] - Counts[0] - (Counts[3] - Counts[2]), Counts[5] - Counts[4] - (Counts[7] - Counts[6]));

    /// <summary>Zone, square, and the counts before and after: the nine squares at the middle of a buurt, and the ring of sixteen around them.</summary>
    internal IEnumerable<(string Zone, string Cell, int Before, int After)> Rows(IReadOnlyList<Cell> cells)
    {
        var treated = Nearest(cells, Buurt);
        var control = Nearest(cells, ControlBuurt);
        (string Zone, Cell[] Cells, int At)[] zones =
        [
            ("ingreep", treated[..9], 0), ("vergelijking", control[..9], 2), ("ring", treated[9..], 4), ("ring vergelijking", control[9..], 6),
        ];
        foreach (var (zone, members, at) in zones)
        {
            var before = Divide(Counts[at], members.Length);
            var after = Divide(Counts[at + 1], members.Length);
            for (var i = 0; i < members.Length; i++)
                yield return (zone, members[i].Code, before[i], after[i]);
        }
    }

    private static Cell[] Nearest(IReadOnlyList<Cell> cells, string buurt)
    {
        var middle = cells.First(cell => cell.Buurt.Name == buurt).Buurt.Shape.InteriorPoint.Coordinate;
        return [.. cells.OrderBy(cell => Centre(cell).Distance(middle)).ThenBy(cell => cell.Code, StringComparer.Ordinal).Take(25)];
    }

    private static Coordinate Centre(Cell cell) => new(cell.Corner.X + (Cell.Side / 2), cell.Corner.Y + (Cell.Side / 2));

    /// <summary>Exact in total, falling from the first place to the last.</summary>
    private static int[] Divide(int total, int places)
    {
        var result = new int[places];
        for (int i = 0, left = total, weight = places * (places + 3) / 2; i < places; weight -= places - i + 1, i++)
        {
            result[i] = i == places - 1 ? left : left * (places - i + 1) / weight;
            left -= result[i];
        }

        return result;
    }
}
