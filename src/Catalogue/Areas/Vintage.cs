// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Areas;

/// <summary>Which edition of the areas serves a year.</summary>
internal static class Vintage
{
    /// <summary>That year, else the latest before it, else the undated edition, else the earliest after it. Without a year: the undated one (taken as current), else the newest.</summary>
    internal static int Nearest(IReadOnlyCollection<int> vintages, int? year)
    {
        var isUndated = vintages.Contains(TableYears.Unknown);
        if (year is null or TableYears.Unknown)
            return isUndated ? TableYears.Unknown : vintages.Max();
        if (vintages.Where(vintage => vintage != TableYears.Unknown && vintage <= year).DefaultIfEmpty(-1).Max() is var before && before > 0)
            return before;
        return isUndated ? TableYears.Unknown : vintages.Min();
    }
}
