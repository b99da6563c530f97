// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Areas;

/// <summary>Which edition of the areas serves a year.</summary>
internal static class Vintage
{
    /// <summary>
    /// The edition that is shown when nobody asks for a year: the newest; or the undated one, when that draws as many areas or more, for it is taken as current.
    /// A town's undated map does not hide the country's.
    /// </summary>
    internal static int Current(IReadOnlyCollection<(int Year, int Boundaries)> editions)
    {
        var newest = editions.MaxBy(edition => edition.Year);
        foreach (var edition in editions)
            if (edition.Year == TableYears.Unknown && edition.Boundaries > 0 && edition.Boundaries >= newest.Boundaries)
                return edition.Year;
        return newest.Year;
    }

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
