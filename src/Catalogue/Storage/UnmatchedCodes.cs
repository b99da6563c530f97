// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Storage;

/// <summary>Codes in tables of figures for which no map has a boundary, as far as there is a map of their level at all; and names that were looked up in vain.</summary>
internal static class UnmatchedCodes
{
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(
        ParquetFiles files, IReadOnlyList<StoredDataset> datasets, Manifest manifest, IReadOnlyDictionary<string, IReadOnlyList<string>> names)
    {
        var drawn = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var unmatched = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var ofFile in datasets.Where(dataset => dataset.Kind == "figures").GroupBy(dataset => dataset.Path, StringComparer.Ordinal))
        {
            var codes = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var figures in ofFile.SelectMany(dataset => dataset.Figures).DistinctBy(figures => figures.File.Name))
            {
                if (!drawn.TryGetValue(figures.Level, out var known))
                    drawn[figures.Level] = known = Drawn(files, manifest, figures.Level);
                if (known.Count == 0)
                    continue;
                var (texts, _) = files.Read(figures.File.Name, ["code"], [], figures.File.Rows);
                codes.UnionWith(texts[0].Where(code => !known.Contains(code!))!);
            }
            codes.UnionWith(names.GetValueOrDefault(ofFile.Key) ?? []);
            if (codes.Count > 0)
                unmatched[ofFile.Key] = [.. codes];
        }
        return unmatched;
    }

    private static HashSet<string> Drawn(ParquetFiles files, Manifest manifest, string level)
    {
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in manifest.Layers.Where(layer => layer.Level == level && layer.Maps.Count > 0))
        {
            var (texts, _) = files.Read(layer.File.Name, ["code", "map"], [], layer.File.Rows);
            for (var i = 0; i < texts[0].Length; i++)
                if (texts[1][i] is not null)
                    drawn.Add(texts[0][i]!);
        }
        return drawn;
    }
}
