// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Editions;
using Schakel.Web.Atlas;

namespace Schakel.Web.Figures;

/// <summary>What changed at one level between two years, as far as it fits on a screen; the shell lists everything.</summary>
/// <param name="Level">Level id.</param>
/// <param name="FromYear">Last year of the areas before.</param>
/// <param name="ToYear">First year of the areas after.</param>
/// <param name="Kinds">How many changes of each kind.</param>
/// <param name="Bases">How they are known.</param>
/// <param name="Names">Some of the areas after, by name.</param>
/// <param name="More">How many areas are not named.</param>
public sealed record ChangedAreas(
    string Level, int FromYear, int ToYear, IReadOnlyList<(ChangeKind Kind, int Count)> Kinds, IReadOnlyList<ChangeBasis> Bases, IReadOnlyList<string> Names, int More)
{
    private const int MostNames = 8;

    /// <summary>Newest first, coarse levels first.</summary>
    internal static IReadOnlyList<ChangedAreas> Of(IGround ground) =>
    [
        .. ground.Changes.GroupBy(change => (change.Level, change.FromYear, change.ToYear))
            .OrderByDescending(group => Catalogue.Areas.Level.Of(group.Key.Level).Rank).ThenByDescending(group => group.Key.ToYear).ThenByDescending(group => group.Key.FromYear)
            .Select(group => One(ground, group.Key.Level, group.Key.FromYear, group.Key.ToYear, [.. group])),
    ];

    private static ChangedAreas One(IGround ground, string level, int from, int to, IReadOnlyList<AreaChange> changes)
    {
        string[] codes = [.. changes.SelectMany(change => change.After.Count > 0 ? change.After : change.Before).Distinct(StringComparer.Ordinal)];
        var layer = ground.Areas(level, to).TryGet(out var known, out _) ? known : null;
        return new ChangedAreas(
            level, from, to, [.. changes.CountBy(change => change.Kind).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))],
            [.. changes.Select(change => change.Basis).Distinct().Order()], [.. codes.Take(MostNames).Select(code => NameOf(layer, code))], Math.Max(0, codes.Length - MostNames));
    }

    private static string NameOf(AreaLayer? layer, string code) =>
        layer is not null && Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal) is >= 0 and var at ? layer.Names[at] : code;
}
