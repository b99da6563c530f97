// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Storage;

/// <summary>Decoded columns, the least recently used leave first. Bounded by the number of figures, for a national cell map is large.</summary>
internal sealed class ColumnCache
{
    /// <summary>About 300 MB with codes shared between columns not counted; enough for 100 national indicators of one year.</summary>
    private const long MostFigures = 4_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(string File, string Indicator), LinkedListNode<((string, string) Key, IndicatorValues Column)>> byKey = [];
    private readonly LinkedList<((string, string) Key, IndicatorValues Column)> recent = new();
    private long figures;

    internal IndicatorValues Get((string File, string Indicator) key, Func<IndicatorValues> read)
    {
        lock (gate)
            if (byKey.TryGetValue(key, out var known))
            {
                recent.Remove(known);
                recent.AddFirst(known);
                return known.Value.Column;
            }

        // Two readers may decode the same column at once; both get equal values, and one of them stays.
        var column = read();
        lock (gate)
            if (byKey.TryAdd(key, recent.First is null ? recent.AddFirst((key, column)) : recent.AddBefore(recent.First, (key, column))))
            {
                figures += column.Values.Length;
                while (figures > MostFigures && recent.Last is { } oldest && oldest.Value.Key != key)
                {
                    recent.RemoveLast();
                    byKey.Remove(oldest.Value.Key);
                    figures -= oldest.Value.Column.Values.Length;
                }
            }
        return column;
    }
}
