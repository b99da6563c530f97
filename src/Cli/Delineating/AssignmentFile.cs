// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Delineating;

/// <summary>A plan that people or programs made: which unit is in which area, row by row and not yet judged.</summary>
/// <param name="Rows">Unit and area; rows without an area are not in any.</param>
internal sealed record AssignmentFile(IReadOnlyList<(string Id, string Area)> Rows)
{
    private const string UnitColumn = "id";

    internal static Outcome<AssignmentFile> Read(Run run, Setting<string?> option, string areaColumn)
    {
        if (!OwnTable.Read(run, option.Name, run.Get(option)!).TryGet(out var table, out var reason))
            return reason;
        if (!table.Codes(UnitColumn).TryGet(out var ids, out reason))
            return reason;
        if (!table.Words(areaColumn).TryGet(out var areas, out reason))
            return reason;
        return new AssignmentFile([.. Enumerable.Range(0, ids.Length).Where(row => areas[row] is not null).Select(row => (ids[row], areas[row]!))]);
    }

    /// <summary>Without the units that do not take part: nothing can be said about them.</summary>
    internal AssignmentFile Without(IReadOnlyList<Exclusion> excluded)
    {
        var left = excluded.Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        return new AssignmentFile([.. Rows.Where(row => !left.Contains(row.Id))]);
    }

    /// <summary>The area of each unit, the first one where it stands twice; −1 where it is in none. Areas are numbered in the order of the units.</summary>
    internal int[] AreasOf(string[] ids)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, area) in Rows)
            first.TryAdd(id, area);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Array.ConvertAll(ids, id =>
        {
            if (!first.TryGetValue(id, out var area))
                return -1;
            if (!numbers.TryGetValue(area, out var number))
                numbers[area] = number = numbers.Count;
            return number;
        });
    }
}
