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
/// Puts a table without codes on the map by the names of its rows. Only where it is safe: the names must be those of one map, each
/// belong to one area, and a good part of the rows must be found. The country has a hundred wijken called Centrum; a town has one.
/// </summary>
internal sealed class AreaNames
{
    private const int FewestMatches = 5;
    private const double SmallestShare = 0.3;
    private readonly SortedDictionary<string, Dictionary<string, string?>> codeByName = new(StringComparer.Ordinal);

    internal AreaNames(IEnumerable<StoredDataset> datasets, ParquetFiles files)
    {
        foreach (var areas in datasets.SelectMany(dataset => dataset.Areas).Where(areas => areas.HasBoundaries && Level.Of(areas.Level).Rank >= Level.Of("buurt").Rank))
        {
            var (texts, _) = files.Read(areas.File.Name, ["code", "name"], [], areas.File.Rows);
            var known = codeByName.TryGetValue(areas.Level, out var names) ? names : codeByName[areas.Level] = new Dictionary<string, string?>(StringComparer.Ordinal);
            for (var i = 0; i < texts[0].Length; i++)
                if (texts[1][i] is { } name && ColumnSpelling.Compact(name) is { Length: > 0 } spelled && !known.TryAdd(spelled, texts[0][i]) && known[spelled] != texts[0][i])
                    known[spelled] = null;
        }
    }

    /// <summary>The table by name, with the names that were not found; or null when names do not carry it.</summary>
    internal (Outcome<RecognisedTable> Table, IReadOnlyList<string> NotFound)? Match(SourceTable table, int? year)
    {
        (CodeColumn Unit, string Level, int Found)? best = null;
        foreach (var column in table.Columns.OfType<TextColumn>())
            foreach (var (level, names) in codeByName)
            {
                string?[] codes = [.. column.Values.Select(cell => cell is null ? null : names.GetValueOrDefault(ColumnSpelling.Compact(cell)))];
                // A name that stands there twice ("Bavel" the village and "Bavel" the buurt) says nothing certain about either.
                var twice = codes.Where(code => code is not null).GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
                codes = [.. codes.Select(code => twice.Contains(code) ? null : code)];
                var found = codes.Count(code => code is not null);
                if (found >= FewestMatches && found >= SmallestShare * table.RowCount && found > (best?.Found ?? 0))
                    best = (new CodeColumn(column, codes, [.. codes.Select(code => code is null ? null : level)], IsOwn: true), level, found);
            }
        if (best is not { } match)
            return null;

        var text = (TextColumn)match.Unit.Column;
        var noted = table with { Notes = [.. table.Notes, $"{match.Found.Text()} of {table.RowCount.Text()} rows were found by name among the areas of level {match.Level}."] };
        var recognised = UnitTable.Recognise(noted, hasPolygons: false, match.Unit, [], TableYears.Of(table, year));
        return (recognised, [.. text.Values.Where((name, row) => name is not null && match.Unit.Codes[row] is null).Select(name => name!).Distinct(StringComparer.Ordinal)]);
    }
}
