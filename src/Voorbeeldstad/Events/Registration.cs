// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.People;

namespace Schakel.Voorbeeldstad.Events;

/// <summary>
/// What the municipality registered day by day: in the zones of a waterbed measurement exactly the planted counts, elsewhere in the town what
/// chance gives, with the same rate before and after. A measure changes nothing where it was not taken.
/// </summary>
internal sealed class Registration
{
    internal Registration(Waterbed waterbed, IReadOnlyList<Cell> cells, int seed)
    {
        Waterbed = waterbed;
        var random = new RandomSequence(seed, waterbed.Stream);
        var counted = waterbed.Rows(cells).ToDictionary(row => row.Cell, StringComparer.Ordinal);
        var events = new List<DayEvent>();
        foreach (var cell in cells)
            foreach (var year in new[] { Waterbed.Before, Waterbed.After }.Where(year => cell.Since <= year))
            {
                var here = !counted.TryGetValue(cell.Code, out var row) ? Draw.Poisson(cell.Residents * waterbed.Elsewhere, ref random)
                    : year == Waterbed.Before ? row.Before : row.After;
                for (; here > 0; here--)
                    events.Add(In(cell, Day(year, waterbed.Busy, ref random), ref random));
            }

        Events = [.. events.OrderBy(happened => happened.Date).ThenBy(happened => happened.X).ThenBy(happened => happened.Y)];
    }

    internal Waterbed Waterbed { get; }

    /// <summary>By date.</summary>
    internal IReadOnlyList<DayEvent> Events { get; }

    /// <summary>Treated, control, ring, ring control; before and after: counted again from the days and places.</summary>
    internal int[] Counts(IReadOnlyList<Cell> cells)
    {
        string[] zones = [.. Waterbed.Rows(cells).Select(row => row.Zone).Distinct()];
        var zoneOf = Waterbed.Rows(cells).ToDictionary(row => row.Cell, row => Array.IndexOf(zones, row.Zone), StringComparer.Ordinal);
        var counts = new int[2 * zones.Length];
        foreach (var happened in Events)
            if (zoneOf.TryGetValue(Cell.CodeAt(happened.X, happened.Y), out var zone))
                counts[(2 * zone) + (happened.Date.Year == Waterbed.After ? 1 : 0)]++;
        return counts;
    }

    /// <summary>Inside a square, never on its edge.</summary>
    private static DayEvent In(Cell cell, DateOnly date, ref RandomSequence random) => new(
        date, (int)cell.Corner.X + 1 + random.NextInt(Cell.Side - 1), (int)cell.Corner.Y + 1 + random.NextInt(Cell.Side - 1));

    /// <summary>Any day of the year, twice as likely on the busy days of the week.</summary>
    private static DateOnly Day(int year, IReadOnlyList<DayOfWeek> busy, ref RandomSequence random)
    {
        while (true)
        {
            var day = new DateOnly(year, 1, 1).AddDays(random.NextInt(DateTime.IsLeapYear(year) ? 366 : 365));
            if (busy.Contains(day.DayOfWeek) || random.NextDouble() < 0.5)
                return day;
        }
    }
}
