// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Scanning;

/// <summary>Events by area and day; each area lies in the middle of its events.</summary>
/// <param name="Ids">Areas, sorted (ordinal).</param>
/// <param name="Centres">[m] one an area.</param>
/// <param name="Reports">0-based area and day of each event that has both, and a place.</param>
/// <param name="WithoutArea">Events without an area.</param>
/// <param name="WithoutDay">Events with an area but without a day.</param>
/// <param name="WithoutPlace">Events with both, but without a place.</param>
internal sealed record PlacedEvents(
    string[] Ids, IReadOnlyList<(double X, double Y)> Centres, IReadOnlyList<(int Area, DateOnly Day)> Reports, int WithoutArea, int WithoutDay, int WithoutPlace)
{
    internal static Outcome<PlacedEvents> From(OwnTable table, string id, string date, string xColumn, string yColumn)
    {
        if (!table.Words(id).TryGet(out var areas, out var reason))
            return reason;
        if (!table.Days(date).TryGet(out var days, out reason))
            return reason;
        if (!table.Coordinates(xColumn).TryGet(out var x, out reason))
            return reason;
        if (!table.Coordinates(yColumn).TryGet(out var y, out reason))
            return reason;

        bool IsUsable(int row) => areas[row] is not null && days[row] is not null && x.IsPresent(row) && y.IsPresent(row);
        int[] used = [.. Enumerable.Range(0, table.Count).Where(IsUsable)];
        string[] ids = [.. used.Select(row => areas[row]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var reports = Array.ConvertAll(used, row => (Area: Array.BinarySearch(ids, areas[row], StringComparer.Ordinal), Day: days[row]!.Value));

        // From the first place of an area, and sorted, so that neither the order of the rows nor the size of the numbers shows in the last digits.
        var centres = new (double X, double Y)[ids.Length];
        foreach (var area in Enumerable.Range(0, used.Length).GroupBy(at => reports[at].Area))
            centres[area.Key] = (Middle(area.Select(at => x.Values[used[at]])), Middle(area.Select(at => y.Values[used[at]])));

        return new PlacedEvents(
            ids, centres, reports, areas.Count(area => area is null), Enumerable.Range(0, table.Count).Count(row => areas[row] is not null && days[row] is null),
            Enumerable.Range(0, table.Count).Count(row => areas[row] is not null && days[row] is not null && !(x.IsPresent(row) && y.IsPresent(row))));
    }

    private static double Middle(IEnumerable<double> places)
    {
        double[] sorted = [.. places.Order()];
        return sorted[0] + sorted.Average(place => place - sorted[0]);
    }
}
