// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Storage;

/// <summary>The indicators of all sources together.</summary>
internal static class IndicatorList
{
    /// <summary>All figures, the source that goes first where two give the same first.</summary>
    internal static IEnumerable<StoredFigures> Figures(Manifest manifest) => manifest.Datasets.SelectMany(dataset => dataset.Figures).Concat(manifest.Derived);

    internal static IReadOnlyList<Indicator> Of(Manifest manifest)
    {
        var figures = Figures(manifest).SelectMany(part => part.Present.Select(pair => (Id: pair.Key, part.Level, part.Year, Present: pair.Value))).ToLookup(part => part.Id, StringComparer.Ordinal);
        // The newest source names the column and is cited.
        var newest = new Dictionary<string, StoredDataset>(StringComparer.Ordinal);
        foreach (var dataset in manifest.Datasets.OrderByDescending(dataset => dataset.Years.Count == 0 ? 0 : dataset.Years[^1]).ThenBy(dataset => dataset.Precedence).ThenBy(dataset => dataset.Sha256, StringComparer.Ordinal))
            foreach (var id in dataset.Columns.Keys)
                newest.TryAdd(id, dataset);
        return [.. manifest.Meanings.Select(meaning =>
        {
            var parts = figures[meaning.Id].ToList();
            var dataset = newest[meaning.Id];
            return meaning with
            {
                Column = dataset.Columns[meaning.Id],
                Source = meaning.Source.Length > 0 ? meaning.Source : dataset.Attribution, Licence = meaning.Licence.Length > 0 ? meaning.Licence : dataset.Licence,
                Years = [.. parts.Where(part => part.Present > 0).Select(part => part.Year).Distinct().Order()],
                Values = new SortedDictionary<string, int>(parts.GroupBy(part => part.Level, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(part => part.Present), StringComparer.Ordinal), StringComparer.Ordinal),
            };
        })];
    }

    /// <summary>Each meaning once. Two tables may guess differently about an unknown column; the one that assumes least wins, whichever came first.</summary>
    internal static IReadOnlyList<Indicator> Meanings(IReadOnlyCollection<StoredDataset> datasets, IEnumerable<StoredDataset> added, IEnumerable<Indicator> earlier)
    {
        var used = datasets.SelectMany(dataset => dataset.Columns.Keys).ToHashSet(StringComparer.Ordinal);
        return [.. added.SelectMany(dataset => dataset.Indicators).Select(indicator => (Indicator: indicator, IsNew: true)).Concat(earlier.Select(indicator => (Indicator: indicator, IsNew: false)))
            .Where(known => used.Contains(known.Indicator.Id)).GroupBy(known => known.Indicator.Id, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.OrderByDescending(known => known.Indicator.Recognised).ThenByDescending(known => known.Indicator.Recognised && known.IsNew)
                .ThenByDescending(known => known.Indicator.Kind).ThenBy(known => known.Indicator.TitleNl, StringComparer.Ordinal).First().Indicator with { Column = "", Years = [], Values = new Dictionary<string, int>() })];
    }

    /// <summary>Ids first; then names of columns, as far as they point to one indicator.</summary>
    internal static Dictionary<string, Indicator> ByName(IReadOnlyList<Indicator> indicators, Manifest manifest)
    {
        var byName = new Dictionary<string, Indicator>(StringComparer.Ordinal);
        foreach (var indicator in indicators)
            byName.TryAdd(ColumnSpelling.Compact(indicator.Id), indicator);
        var byId = indicators.ToDictionary(indicator => indicator.Id, StringComparer.Ordinal);
        foreach (var (id, column) in manifest.Datasets.SelectMany(dataset => dataset.Columns).DistinctBy(pair => pair.Value))
            byName.TryAdd(ColumnSpelling.Compact(column), byId[id]);
        return byName;
    }
}
