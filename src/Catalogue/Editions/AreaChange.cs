// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Editions;

/// <summary>What kind of change it is.</summary>
public enum ChangeKind
{
    /// <summary>Another code for the same area.</summary>
    Recoded,

    /// <summary>One area became several.</summary>
    Split,

    /// <summary>Several areas became one.</summary>
    Joined,

    /// <summary>Borders moved between several areas, or that of one.</summary>
    Redrawn,

    /// <summary>Something changed, and it is not known how.</summary>
    Unknown,
}

/// <summary>Areas of one year that together became areas of a later year.</summary>
/// <param name="Level">Level id.</param>
/// <param name="FromYear">Last year of the areas before.</param>
/// <param name="ToYear">First year of the areas after.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Basis">How it is known; the least certain one where several hold.</param>
/// <param name="Before">Codes, sorted.</param>
/// <param name="After">Codes, sorted.</param>
/// <param name="Links">Which part went where.</param>
public sealed record AreaChange(
    string Level, int FromYear, int ToYear, ChangeKind Kind, ChangeBasis Basis, IReadOnlyList<string> Before, IReadOnlyList<string> After, IReadOnlyList<AreaLink> Links)
{
    /// <summary>Puts links together that touch each other: an area that was split and its neighbour that got a part are one change.</summary>
    internal static IReadOnlyList<AreaChange> Of(IEnumerable<AreaLink> links) =>
    [
        .. links.GroupBy(link => (link.Level, link.FromYear, link.ToYear))
            .SelectMany(group => Connected([.. group]))
            .OrderBy(change => Areas.Level.Of(change.Level).Rank).ThenBy(change => change.Level, StringComparer.Ordinal)
            .ThenBy(change => change.ToYear).ThenBy(change => change.FromYear)
            .ThenBy(change => change.Before.Count > 0 ? change.Before[0] : change.After[0], StringComparer.Ordinal),
    ];

    private static IEnumerable<AreaChange> Connected(List<AreaLink> links)
    {
        var group = new Dictionary<(bool After, string Code), List<AreaLink>>();
        foreach (var link in links)
        {
            var ends = new List<(bool, string)>();
            // What nobody can tell apart is one change for the whole town, not one for each code.
            if (link.Before is null || link.After is null)
                ends.Add((false, "?" + (Areas.OwnCode.TownOf(link.Before ?? link.After!) ?? "")));
            if (link.Before is { } before)
                ends.Add((false, before));
            if (link.After is { } after)
                ends.Add((true, after));
            var joined = ends.Select(end => group.GetValueOrDefault(end)).OfType<List<AreaLink>>().Distinct().ToList();
            var into = joined.Count > 0 ? joined[0] : [];
            into.Add(link);
            foreach (var other in joined.Skip(1))
            {
                into.AddRange(other);
                foreach (var key in group.Where(pair => pair.Value == other).Select(pair => pair.Key).ToList())
                    group[key] = into;
            }
            foreach (var end in ends)
                group[end] = into;
        }
        return group.Values.Distinct().Select(One);
    }

    private static AreaChange One(List<AreaLink> links)
    {
        string[] before = [.. links.Select(link => link.Before).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] after = [.. links.Select(link => link.After).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var basis = links.Max(link => link.Basis);
        var kind = basis is ChangeBasis.Codes or ChangeBasis.Stated ? ChangeKind.Unknown
            : (before.Length, after.Length) switch
            {
                (1, 1) => before[0] == after[0] ? ChangeKind.Redrawn : ChangeKind.Recoded,
                (1, _) => ChangeKind.Split,
                (_, 1) => ChangeKind.Joined,
                _ => ChangeKind.Redrawn,
            };
        return new AreaChange(links[0].Level, links[0].FromYear, links[0].ToYear, kind, basis, before, after,
            [.. links.OrderBy(link => link.Before, StringComparer.Ordinal).ThenBy(link => link.After, StringComparer.Ordinal)]);
    }
}
