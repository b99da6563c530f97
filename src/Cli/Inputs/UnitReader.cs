// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Catalogue.Sources;

namespace Schakel.Cli.Inputs;

/// <summary>Reads the units that the options name: a map, a table, or a map with a table joined by code.</summary>
internal static class UnitReader
{
    /// <summary>Reads the units.</summary>
    /// <param name="run">The run.</param>
    /// <param name="columns">The columns that will be asked for, so that no others need to be read.</param>
    /// <param name="borders">Whether the borders of the areas are needed.</param>
    /// <param name="codes">Column that names the units of a table or map alone when no option does.</param>
    internal static Outcome<Units> Read(Run run, string[] columns, bool borders = false, string? codes = null)
    {
        var settings = run.Shared.Units;
        var (areas, table) = (run.Get(settings.Areas), run.Get(settings.Table));
        if (areas is null && table is null)
            return WrongUse.With("no-units", "Say which units: --areas FILE, --table FILE, or --catalogue DIR.");

        var (map, figures) = run.Stages.Measure("read", () => ReadBoth(run, columns, borders));
        if (map is not null && !map.TryGet(out _, out var reason))
            return reason;
        if (figures is not null && !figures.TryGet(out _, out reason))
            return reason;

        var (readMap, readTable) = (Answer(map), Answer(figures));

        // Only the asked columns were read; who asks for one that is not there is shown all.
        if (readTable is not null && (run.Get(settings.TableId) is { } id ? [id, .. columns] : columns)
                .Any(column => readTable.Find(column) is null && readMap?.Table.Find(column) is null)
            && TableReader.Read(run, settings.Table.Name, table!).TryGet(out var whole, out _))
            readTable = whole;
        foreach (var read in new[] { readMap?.Table, readTable }.OfType<SourceTable>())
            TableReader.Remember(run, read);
        return run.Stages.Measure("join", () =>
            readMap is null ? Alone(run, readTable!, codes) : readTable is null ? OfMap(run, readMap, codes) : Joined(run, readMap, readTable));
    }

    // Map and table are read at the same time, unless one core is all there is.
    private static (Outcome<ReadMap>? Map, Outcome<SourceTable>? Table) ReadBoth(Run run, string[] columns, bool borders)
    {
        var settings = run.Shared.Units;
        var (areas, table) = (run.Get(settings.Areas), run.Get(settings.Table));
        Outcome<ReadMap>? map = null;
        Outcome<SourceTable>? figures = null;
        Action readMap = () => map = areas is null ? null : MapReader.Read(run, areas, columns, borders);
        Action readTable = () => figures = table is null ? null : TableReader.Read(run, settings.Table.Name, table, run.Get(settings.TableId) is { } id ? [id, .. columns] : null);
        if (run.Threads == 1)
        {
            readMap();
            readTable();
        }
        else
        {
            Parallel.Invoke(readMap, readTable);
        }

        return (map, figures);
    }

    private static T? Answer<T>(Outcome<T>? outcome)
        where T : class => outcome is not null && outcome.TryGet(out var answer, out _) ? answer : null;

    private static Outcome<Units> OfMap(Run run, ReadMap map, string? codes)
    {
        if (!Coded(map.Table, run.Shared.Units.Id.Name, run.Get(run.Shared.Units.Id) ?? codes).TryGet(out var rows, out var reason))
            return reason;

        return new Units(rows.Ids, map.Table, rows.Places, null, [], null) { Warnings = rows.Warnings, Borders = map.Borders(rows.Places) };
    }

    private static Outcome<Units> Alone(Run run, SourceTable table, string? codes)
    {
        if (!Coded(table, run.Shared.Units.TableId.Name, run.Get(run.Shared.Units.TableId) ?? run.Get(run.Shared.Units.Id) ?? codes).TryGet(out var rows, out var reason))
            return reason;

        return new Units(rows.Ids, null, [], table, rows.Places, null) { Warnings = rows.Warnings };
    }

    private static Outcome<Units> Joined(Run run, ReadMap map, SourceTable table)
    {
        if (!Coded(map.Table, run.Shared.Units.Id.Name, run.Get(run.Shared.Units.Id)).TryGet(out var areas, out var reason))
            return reason;
        if (!Coded(table, run.Shared.Units.TableId.Name, run.Get(run.Shared.Units.TableId)).TryGet(out var rows, out reason))
            return reason;

        var places = new int[areas.Ids.Length];
        List<string> without = [], unused = [];
        var taken = new bool[rows.Ids.Length];
        for (var area = 0; area < places.Length; area++)
        {
            var at = Array.BinarySearch(rows.Ids, areas.Ids[area], StringComparer.Ordinal);
            places[area] = at < 0 ? -1 : rows.Places[at];
            if (at < 0)
                without.Add(areas.Ids[area]);
            else
                taken[at] = true;
        }

        for (var row = 0; row < taken.Length; row++)
            if (!taken[row])
                unused.Add(rows.Ids[row]);

        var matched = places.Length - without.Count;
        if (matched == 0)
            return NoMatch(map.Table, table, areas.Ids, rows.Ids);

        return new Units(areas.Ids, map.Table, areas.Places, table, places, new JoinReport(matched, without, unused))
        {
            Warnings = [.. areas.Warnings, .. rows.Warnings],
            Borders = map.Borders(areas.Places),
        };
    }

    private static Refusal NoMatch(SourceTable map, SourceTable table, string[] areas, string[] rows)
    {
        var (first, other) = (areas.Length > 0 ? areas[0] : "", rows.Length > 0 ? rows[0] : "");
        return new Refusal("no-match", $"No code of {table.Path} is a code of {map.Path}: the map has codes like '{first}', the table like '{other}'.", table.Path)
        {
            Value = other,
            Expected = $"codes like '{first}'",
            Arguments = [table.Path, map.Path, first, other],
        };
    }

    private static Outcome<CodedRows> Coded(SourceTable table, string option, string? asked)
    {
        if (!CodeColumn.Find(table, option, asked).TryGet(out var column, out var reason))
            return reason;
        var codes = CodeColumn.Codes(column);
        if (!CodeColumn.Index(table, column, codes).TryGet(out var places, out reason))
            return reason;
        if (places.Count == 0)
            return new Refusal("no-rows", "There are no rows with a code.", table.Path) { Layer = table.Layer, Column = column.Name, Expected = "a code in each row" };

        var ids = places.Keys.ToArray();
        Array.Sort(ids, StringComparer.Ordinal);
        var lacking = codes.Count(code => code is null);
        return new CodedRows(ids, Array.ConvertAll(ids, id => places[id]), lacking == 0
            ? []
            : [new Warning("rows-without-code", $"Rows without a code in {table.Path} were left out: {lacking}.") { Arguments = [lacking, table.Path] }]);
    }

    /// <summary>The rows of a table by code, sorted.</summary>
    private sealed record CodedRows(string[] Ids, int[] Places, IReadOnlyList<Warning> Warnings);
}
