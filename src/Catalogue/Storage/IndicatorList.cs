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
        var indicators = new List<Indicator>();
        // The newest source names the column and is cited.
        foreach (var known in manifest.Datasets.SelectMany(dataset => dataset.Indicators.Select(indicator => (Newest: dataset.Years.DefaultIfEmpty(0).Max(), dataset.Precedence, dataset.Sha256, Indicator: indicator)))
            .GroupBy(known => known.Indicator.Id, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var newest = known.OrderByDescending(source => source.Newest).ThenBy(source => source.Precedence).ThenBy(source => source.Sha256, StringComparer.Ordinal).First().Indicator;
            var parts = figures[known.Key].ToList();
            indicators.Add(newest with
            {
                Years = [.. parts.Where(part => part.Present > 0).Select(part => part.Year).Distinct().Order()],
                Values = new SortedDictionary<string, int>(parts.GroupBy(part => part.Level, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(part => part.Present), StringComparer.Ordinal), StringComparer.Ordinal),
            });
        }
        return indicators;
    }

    /// <summary>Ids first; then names of columns, as far as they point to one indicator.</summary>
    internal static Dictionary<string, Indicator> ByName(IReadOnlyList<Indicator> indicators, Manifest manifest)
    {
        var byName = new Dictionary<string, Indicator>(StringComparer.Ordinal);
        foreach (var indicator in indicators)
            byName.TryAdd(ColumnSpelling.Compact(indicator.Id), indicator);
        var byId = indicators.ToDictionary(indicator => indicator.Id, StringComparer.Ordinal);
        foreach (var indicator in manifest.Datasets.SelectMany(dataset => dataset.Indicators))
            byName.TryAdd(ColumnSpelling.Compact(indicator.Column), byId[indicator.Id]);
        return byName;
    }
}
