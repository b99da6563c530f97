// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Index.HPRtree;
using NetTopologySuite.Operation.OverlayNG;
using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Editions;

/// <summary>An area in one edition, with the year of its map.</summary>
/// <remarks><c>IsApproximate</c>: the source says so; small changes cannot be told from the drawing.</remarks>
internal sealed record DrawnArea(string Code, int Year, Geometry Boundary, bool IsApproximate);

/// <summary>
/// Lays two editions of a map over each other: which part of each area before lies in which area after, by the people in 100 m squares, else by surface.
/// Maps are drawn coarser or finer in another year, so narrow strips along a border are no change.
/// </summary>
internal sealed class BorderOverlay(string level, IReadOnlyList<(double X, double Y, double People)> cells)
{
    /// <summary>A part smaller than this of both areas is noise: a square whose middle lies just over the border, a house or two.</summary>
    internal const double SmallestPart = 0.05;

    /// <summary>[m] Half the width below which a strip along a border counts as drawn otherwise, not as moved. Generalised maps differ by up to some 50 m.</summary>
    internal const double HalfStrip = 25;

    /// <summary>A strip may make up this much of a small area and still be one.</summary>
    internal const double LargestStrip = 0.35;

    /// <summary>Where one of two borders is approximate, a part smaller than this of both areas may be the drawing.</summary>
    internal const double SmallestApproximate = 0.4;

    internal IReadOnlyList<AreaLink> Links(IReadOnlyList<DrawnArea> before, IReadOnlyList<DrawnArea> after, CancellationToken cancel)
    {
        var (changedBefore, changedAfter) = WithoutEqual(before, after);
        if (changedBefore.Count == 0 || changedAfter.Count == 0)
            return [];
        var overlaps = Overlaps(changedBefore, changedAfter, cancel);
        var people = People(changedBefore, changedAfter);
        var peopleBefore = people.GroupBy(pair => pair.Key.Before).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        var peopleAfter = people.GroupBy(pair => pair.Key.After).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));

        var links = new List<AreaLink>();
        foreach (var ((i, j), part) in overlaps)
        {
            var byPeople = peopleBefore.ContainsKey(i) && peopleAfter.ContainsKey(j);
            var inBoth = people.GetValueOrDefault((i, j));
            var share = byPeople ? inBoth / peopleBefore[i] : part.Area / changedBefore[i].Boundary.Area;
            var back = byPeople ? inBoth / peopleAfter[j] : part.Area / changedAfter[j].Boundary.Area;
            if (!IsStrip(part, share, back) && !(share < SmallestApproximate && back < SmallestApproximate && (changedBefore[i].IsApproximate || changedAfter[j].IsApproximate)))
                links.Add(new AreaLink(level, changedBefore[i].Year, changedAfter[j].Year, changedBefore[i].Code, changedAfter[j].Code, share, back, byPeople ? ChangeBasis.People : ChangeBasis.Surface));
        }
        return [.. Whole(links).Where(link => !IsSame(link, links))];
    }

    /// <summary>The same code with the same line needs no overlay: between two national editions nearly all are.</summary>
    private static (List<DrawnArea> Before, List<DrawnArea> After) WithoutEqual(IReadOnlyList<DrawnArea> before, IReadOnlyList<DrawnArea> after)
    {
        var later = after.ToDictionary(area => area.Code, StringComparer.Ordinal);
        var equal = before.Where(area => later.TryGetValue(area.Code, out var other) && area.Boundary.NumPoints == other.Boundary.NumPoints
            && area.Boundary.EnvelopeInternal.Equals(other.Boundary.EnvelopeInternal) && area.Boundary.EqualsExact(other.Boundary)).Select(area => area.Code).ToHashSet(StringComparer.Ordinal);
        return ([.. before.Where(area => !equal.Contains(area.Code))], [.. after.Where(area => !equal.Contains(area.Code))]);
    }

    private static SortedDictionary<(int Before, int After), Geometry> Overlaps(List<DrawnArea> before, List<DrawnArea> after, CancellationToken cancel)
    {
        var tree = new HPRtree<int>();
        for (var j = 0; j < after.Count; j++)
            tree.Insert(after[j].Boundary.EnvelopeInternal, j);
        var found = new SortedDictionary<(int, int), Geometry>();
        for (var i = 0; i < before.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var j in tree.Query(before[i].Boundary.EnvelopeInternal))
                if (before[i].Year < after[j].Year && before[i].Boundary.Intersects(after[j].Boundary)
                    && OverlayNGRobust.Overlay(before[i].Boundary, after[j].Boundary, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection) is { Area: > 0 } part)
                    found[(i, j)] = part;
        }
        return found;
    }

    private SortedDictionary<(int Before, int After), double> People(List<DrawnArea> before, List<DrawnArea> after)
    {
        var sums = new SortedDictionary<(int, int), double>();
        if (cells.Count == 0)
            return sums;
        var (indexBefore, indexAfter) = (new PolygonIndex([.. before.Select(area => area.Boundary)]), new PolygonIndex([.. after.Select(area => area.Boundary)]));
        foreach (var (x, y, number) in cells)
            if (number > 0 && indexBefore.Find(x, y) is var i && i >= 0 && indexAfter.Find(x, y) is var j && j >= 0)
                sums[(i, j)] = sums.GetValueOrDefault((i, j)) + number;
        return sums;
    }

    private static bool IsStrip(Geometry part, double share, double back) =>
        share < SmallestPart && back < SmallestPart || share < LargestStrip && back < LargestStrip && part.Buffer(-HalfStrip).IsEmpty;

    /// <summary>Strips that were left out go to the parts that remain, so that nobody is lost.</summary>
    private static List<AreaLink> Whole(List<AreaLink> links)
    {
        var before = links.GroupBy(link => link.Before!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(link => link.Share), StringComparer.Ordinal);
        var after = links.GroupBy(link => link.After!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(link => link.Back), StringComparer.Ordinal);
        return links.ConvertAll(link => link with { Share = Part(link.Share, before[link.Before!]), Back = Part(link.Back, after[link.After!]) });
    }

    // What lies outside the other map altogether is not handed out: then the shares stay below 1.
    private static double Part(double share, double sum) => sum > 1 - SmallestApproximate ? share / sum : share;

    private static bool IsSame(AreaLink link, List<AreaLink> links) =>
        link.Before == link.After && links.TrueForAll(other => (other.Before == link.Before) == (other.After == link.After));
}
