// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Storage;

namespace Schakel.Catalogue.Editions;

/// <summary>
/// Codes that went and came between the tables of two years, in one town. Only where both happened: a table that lists a part of the
/// areas has no codes that went, and one that lists more has none that came.
/// </summary>
internal sealed class CodeHistory
{
    // A table with fewer areas than half of the year before is a selection, and tells nothing about the others.
    private const double SmallestTable = 0.5;

    private readonly Dictionary<(string Level, string Town), SortedDictionary<int, HashSet<string>>> codes = [];

    internal CodeHistory(IEnumerable<StoredAreas> areas, ParquetFiles files)
    {
        foreach (var table in areas.Where(table => table.Year > 0 && Level.Of(table.Level).Rank is var rank && rank >= Level.Of("buurt").Rank && rank < Level.Of("gemeente").Rank).DistinctBy(table => table.File.Name))
            foreach (var code in files.Read(table.File.Name, ["code"], [], table.File.Rows).Texts[0])
                if (OwnCode.TownOf(code!) is { } town)
                {
                    var years = codes.TryGetValue((table.Level, town), out var known) ? known : codes[(table.Level, town)] = [];
                    (years.TryGetValue(table.Year, out var set) ? set : years[table.Year] = new HashSet<string>(StringComparer.Ordinal)).Add(code!);
                }
    }

    /// <summary>What the other links do not explain.</summary>
    internal IEnumerable<AreaLink> Unexplained(IReadOnlyList<AreaLink> known)
    {
        var before = known.ToLookup(link => (link.Level, link.Before));
        var after = known.ToLookup(link => (link.Level, link.After));
        foreach (var ((level, _), years) in codes.OrderBy(pair => pair.Key.Level, StringComparer.Ordinal).ThenBy(pair => pair.Key.Town, StringComparer.Ordinal))
        {
            (int Year, HashSet<string> Codes)? last = null;
            foreach (var (year, set) in years)
            {
                if (last is { } earlier)
                {
                    if (set.Count < SmallestTable * earlier.Codes.Count)
                        continue;
                    string[] gone = [.. earlier.Codes.Except(set).Order(StringComparer.Ordinal)], came = [.. set.Except(earlier.Codes).Order(StringComparer.Ordinal)];
                    bool During(AreaLink link) => link.FromYear < year && link.ToYear > earlier.Year;
                    if (gone.Length > 0 && came.Length > 0)
                    {
                        foreach (var code in gone.Where(code => !before[(level, code)].Any(During)))
                            yield return new AreaLink(level, earlier.Year, year, code, null, double.NaN, double.NaN, ChangeBasis.Codes);
                        foreach (var code in came.Where(code => !after[(level, code)].Any(During)))
                            yield return new AreaLink(level, earlier.Year, year, null, code, double.NaN, double.NaN, ChangeBasis.Codes);
                    }
                }
                last = (year, set);
            }
        }
    }
}
