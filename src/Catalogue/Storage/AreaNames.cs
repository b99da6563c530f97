// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage;

/// <summary>
/// Puts a table without codes on the map by the names of its rows. Only where it is safe: the names must be those of one map of one town, each
/// belong to one area, a good part of the rows must be found, and no other town may come near. The country has a hundred wijken called Centrum; a town has one.
/// </summary>
internal sealed class AreaNames
{
    private const int FewestMatches = 5;
    private const double SmallestShare = 0.3;

    // Noord, Oost, Zuid, West and Centrum are everywhere: the town that is meant stands out.
    private const double SecondTown = 0.5;

    private readonly List<NamedMap> maps = [];

    internal AreaNames(IEnumerable<StoredDataset> datasets, ParquetFiles files)
    {
        foreach (var areas in datasets.SelectMany(dataset => dataset.Areas).Where(areas => areas.HasBoundaries && Level.Of(areas.Level).Rank >= Level.Of("buurt").Rank))
        {
            var (texts, _) = files.Read(areas.File.Name, ["code", "name"], [], areas.File.Rows);
            foreach (var ofTown in Enumerable.Range(0, texts[0].Length).GroupBy(row => OwnCode.TownOf(texts[0][row]!) ?? areas.File.Name, StringComparer.Ordinal))
                maps.Add(new NamedMap(areas.Level, ofTown.Key, areas.Year, AreaCode.LevelOf(texts[0][ofTown.First()]!) is null, areas.File.Name, CodesOf(ofTown, texts)));
        }
    }

    /// <summary>The table by name, with the names that were not found; or null when names do not carry it.</summary>
    internal (Outcome<RecognisedTable> Table, IReadOnlyList<string> NotFound)? Match(SourceTable table, int? year)
    {
        var found = new List<(TextColumn Column, NamedMap Map, string?[] Codes, int Count)>();
        foreach (var column in table.Columns.OfType<TextColumn>())
        {
            string?[] spelled = [.. column.Values.Select(cell => cell is null ? null : ColumnSpelling.Compact(cell))];
            foreach (var map in maps)
                if (map.Find(spelled) is var codes && codes.Count(code => code is not null) is var count && count >= FewestMatches && count >= SmallestShare * table.RowCount)
                    found.Add((column, map, codes, count));
        }
        if (found.Count == 0)
            return null;

        // The map with most of the names; of equal ones that of CBS, then the newest.
        var best = found.OrderByDescending(match => match.Count).ThenBy(match => match.Map.IsOwn).ThenByDescending(match => match.Map.Year).ThenBy(match => match.Map.File, StringComparer.Ordinal).First();
        if (found.Exists(match => match.Map.Town != best.Map.Town && match.Map.Level == best.Map.Level && match.Count > SecondTown * best.Count))
            return null;

        var unit = new CodeColumn(best.Column, best.Codes, [.. best.Codes.Select(code => code is null ? null : best.Map.Level)], IsOwn: true);
        var noted = table with { Notes = [.. table.Notes, $"{best.Count.Text()} of {table.RowCount.Text()} rows were found by name among the areas of level {best.Map.Level}."] };
        var recognised = UnitTable.Recognise(noted, hasPolygons: false, unit, [], TableYears.Of(table, year));
        return (recognised, [.. best.Column.Values.Where((name, row) => name is not null && best.Codes[row] is null).Select(name => name!).Distinct(StringComparer.Ordinal)]);
    }

    private static Dictionary<string, string?> CodesOf(IEnumerable<int> rows, string?[][] texts)
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (texts[1][row] is { } name && ColumnSpelling.Compact(name) is { Length: > 0 } spelled && !known.TryAdd(spelled, texts[0][row]) && known[spelled] != texts[0][row])
                known[spelled] = null;
        return known;
    }

    /// <summary>The names of one level of one town in one map; null for a name that two areas have.</summary>
    private sealed record NamedMap(string Level, string Town, int Year, bool IsOwn, string File, Dictionary<string, string?> Codes)
    {
        internal string?[] Find(string?[] spelled)
        {
            string?[] codes = [.. spelled.Select(name => name is null ? null : Codes.GetValueOrDefault(name))];
            // A name that stands there twice ("Bavel" the village and "Bavel" the buurt) says nothing certain about either.
            var twice = codes.Where(code => code is not null).GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
            return twice.Count == 0 ? codes : [.. codes.Select(code => twice.Contains(code) ? null : code)];
        }
    }
}
