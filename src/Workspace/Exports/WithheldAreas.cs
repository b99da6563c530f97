// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Exports;

/// <summary>Of which areas a figure may not be given to everybody: too few people are behind it, or it would give another one away (module J).</summary>
public static class WithheldAreas
{
    // A catalogue that was opened does not change, and every picture of a figure asks the same.
    private static readonly ConditionalWeakTable<CatalogueFolder, ConcurrentDictionary<(string Indicator, int Year), Lazy<IReadOnlyDictionary<string, IReadOnlySet<string>>>>> known = [];

    /// <summary>Looks at one figure in one year, over all levels of the catalogue at once.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="indicator">The figure.</param>
    /// <param name="year">Year of the figure.</param>
    /// <returns>Codes by level; a level of which nothing is withheld is absent.</returns>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(CatalogueFolder catalogue, Indicator indicator, int year)
    {
        return known.GetOrCreateValue(catalogue).GetOrAdd((indicator.Id, year), _ => new Lazy<IReadOnlyDictionary<string, IReadOnlySet<string>>>(() => Decide(catalogue, indicator, year))).Value;
    }

    private static Dictionary<string, IReadOnlySet<string>> Decide(CatalogueFolder catalogue, Indicator indicator, int year)
    {
        var protection = FigureProtection.Of(catalogue, indicator, year, decide: true);
        var present = new ExportCell(1, null);
        var withheld = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var rung in catalogue.Levels)
        {
            if (!catalogue.Areas(rung.Level.Id, year).TryGet(out var layer, out _) || LevelFigures.Of(catalogue, indicator, layer, year) is not { } figures)
                continue;
            var codes = figures.Codes
                .Where((code, area) => figures.Missing[area] == Catalogue.Columns.MissingReason.Present && protection.Shown(rung.Level.Id, code, present).Missing is not null)
                .ToHashSet(StringComparer.Ordinal);
            if (codes.Count > 0)
                withheld[rung.Level.Id] = codes;
        }

        return withheld;
    }
}
