// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage.Assembly;

/// <summary>Reports where levels do not nest: a wijk that lies in two stadsdelen. Analyses that need nesting fall away there.</summary>
internal static class NestingCheck
{
    internal static IEnumerable<string> Run(IEnumerable<LayerDraft> drafts, string[] levels)
    {
        foreach (var draft in drafts.OrderBy(draft => Array.IndexOf(levels, draft.Level)).ThenBy(draft => draft.Year))
            for (var middle = Array.IndexOf(levels, draft.Level) + 1; middle < levels.Length; middle++)
                for (var coarse = middle + 1; coarse < levels.Length; coarse++)
                {
                    var first = new Dictionary<string, string>(StringComparer.Ordinal);
                    var split = new SortedSet<string>(StringComparer.Ordinal);
                    foreach (var area in draft.Areas.Values)
                        if (area.Parents[middle] is { } inner && area.Parents[coarse] is { } outer && !first.TryAdd(inner, outer) && first[inner] != outer)
                            split.Add(inner);
                    if (split.Count > 0)
                        yield return $"{levels[middle]} does not nest in {levels[coarse]} ({draft}): {split.Count.Text()} lie in more than one, such as {string.Join(", ", split.Take(5))}.";
                }
    }
}
