// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Storage;

/// <summary>How many of the areas that a table names have a boundary, and how many events lie in an area: what a user checks first after an import.</summary>
internal sealed class MatchCounts(ParquetFiles files, Manifest manifest)
{
    private readonly Dictionary<string, HashSet<string>> drawn = new(StringComparer.Ordinal);

    internal IEnumerable<Dataset> Of(IEnumerable<StoredDataset> datasets) => datasets.Select(Of);

    private Dataset Of(StoredDataset stored)
    {
        var dataset = stored.AsDataset();
        if (stored.Events is { } events)
            return dataset with { Named = events.File.Rows, Matched = Math.Min(events.File.Rows, Counted(events.Indicator, stored.Years)) };
        var named = stored.Areas.GroupBy(areas => areas.Level, StringComparer.Ordinal).Select(ofLevel => (Level: ofLevel.Key,
            Codes: ofLevel.SelectMany(areas => files.Read(areas.File.Name, ["code"], [], areas.File.Rows).Texts[0]).OfType<string>().ToHashSet(StringComparer.Ordinal))).ToList();
        return named.Count == 0 ? dataset : dataset with { Named = named.Sum(level => level.Codes.Count), Matched = named.Sum(level => level.Codes.Count(code => Drawn(level.Level).Contains(code))) };
    }

    // Events are counted at cells and at buurten; whoever lies in a cell lies in the country too.
    private int Counted(string indicator, IReadOnlyList<int> years)
    {
        var counted = manifest.Derived.Where(figures => figures.Present.ContainsKey(indicator) && years.Contains(figures.Year)).GroupBy(figures => figures.Level, StringComparer.Ordinal).ToList();
        return counted.Count == 0 ? 0 : counted.Max(ofLevel => ofLevel.Sum(figures => (int)files.Read(figures.File.Name, [], [indicator], figures.File.Rows).Numbers[0].Where(number => !double.IsNaN(number)).Sum()));
    }

    private HashSet<string> Drawn(string level)
    {
        if (drawn.TryGetValue(level, out var known))
            return known;
        known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in manifest.Layers.Where(layer => layer.Level == level && layer.Boundaries > 0))
        {
            var (texts, _) = files.Read(layer.File.Name, ["code", "map"], [], layer.File.Rows);
            known.UnionWith(Enumerable.Range(0, layer.File.Rows).Where(row => texts[1][row] is not null).Select(row => texts[0][row]!));
        }
        // A table may leave out the town of its own codes.
        known.UnionWith(OwnCode.Aliases(known).Where(pair => pair.Value is not null).Select(pair => pair.Key).ToList());
        return drawn[level] = known;
    }
}
