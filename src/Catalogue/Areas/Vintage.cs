// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Areas;

/// <summary>Which edition of the areas serves a year.</summary>
internal static class Vintage
{
    /// <summary>
    /// The edition that is shown when nobody asks for a year: the newest; or the undated one, when that draws by itself as many areas or more, for it is taken as current.
    /// A town's undated map does not hide the country's.
    /// </summary>
    /// <param name="editions">Year, boundaries in all, and those that its own maps draw.</param>
    internal static int Current(IReadOnlyCollection<(int Year, int Boundaries, int Drawn)> editions)
    {
        var newest = editions.MaxBy(edition => edition.Year);
        foreach (var edition in editions)
            if (edition.Year == TableYears.Unknown && edition.Drawn > 0 && edition.Drawn >= newest.Boundaries)
                return edition.Year;
        return newest.Year;
    }

    /// <summary>All editions, the one that serves a year best first: that year, the latest before it, undated, the earliest after it. For the unknown year: undated, then the newest.</summary>
    internal static IReadOnlyList<int> InOrder(IReadOnlyCollection<int> vintages, int year) => year == TableYears.Unknown
        ? [.. vintages.OrderBy(vintage => vintage != TableYears.Unknown).ThenByDescending(vintage => vintage)]
        : [.. vintages.OrderBy(vintage => vintage == TableYears.Unknown ? 1 : vintage <= year ? 0 : 2).ThenBy(vintage => vintage <= year ? -vintage : vintage)];

    /// <summary>That year, else the latest before it, else the undated edition, else the earliest after it. For the unknown year: the undated one, else the newest.</summary>
    internal static int Nearest(IReadOnlyCollection<int> vintages, int year)
    {
        var isUndated = vintages.Contains(TableYears.Unknown);
        if (year == TableYears.Unknown)
            return isUndated ? TableYears.Unknown : vintages.Max();
        if (vintages.Where(vintage => vintage != TableYears.Unknown && vintage <= year).DefaultIfEmpty(-1).Max() is var before && before > 0)
            return before;
        return isUndated ? TableYears.Unknown : vintages.Min();
    }
}
