// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Storage.Assembly;

/// <summary>
/// Completes each edition of a level with the towns that it does not draw: a map of one town must not hide the map of the others.
/// Every such town comes from the edition that serves it best in that year. Where towns were joined, the old town lies under the new one and stays out.
/// </summary>
internal sealed class TownEditions
{
    // Enough to tell a town that was absorbed by another from one that lies beside it.
    private const int SampledAreas = 5;

    private readonly List<Edition> editions;
    private readonly bool isCell;

    private TownEditions(IEnumerable<LayerDraft> ofLevel, ParquetFiles files, int gemeente)
    {
        editions = [.. ofLevel.Where(draft => draft.Maps.Count > 0).Select(draft => new Edition(draft, files, gemeente))];
        isCell = editions.Count > 0 && Level.Of(editions[0].Draft.Level).Rank < Level.Of("buurt").Rank;
    }

    /// <summary>Completes the drafts of one level, which hold only what their own maps draw.</summary>
    internal static void Complete(IReadOnlyList<LayerDraft> ofLevel, ParquetFiles files, int gemeente, CancellationToken cancel)
    {
        var towns = new TownEditions(ofLevel, files, gemeente);
        if (towns.editions.Count < 2)
            return;
        foreach (var edition in towns.editions)
        {
            cancel.ThrowIfCancellationRequested();
            towns.Complete(edition);
            // Twenty editions of the country do not fit in memory together.
            foreach (var used in towns.editions)
                used.Release();
        }
    }

    private void Complete(Edition target)
    {
        var drawn = target.Towns.Keys.ToHashSet(StringComparer.Ordinal);
        var taken = new List<(Edition Edition, HashSet<string> Towns)> { (target, [.. drawn]) };
        var others = Vintage.InOrder([.. editions.Select(edition => edition.Draft.Year)], target.Draft.Year).Skip(1).Select(year => editions.Find(edition => edition.Draft.Year == year)!).ToList();
        // Nearly all figures come by the codes of CBS: a map by a town's own codes serves another year only where there is no other.
        foreach (var (other, isOwn) in others.Select(edition => (edition, false)).Concat(others.Select(edition => (edition, true))))
        {
            var accepted = other.Towns.Where(town => IsOwn(town.Value) == isOwn && !drawn.Contains(town.Key) && !IsCovered(other, town.Key, taken)).Select(town => town.Key).ToHashSet(StringComparer.Ordinal);
            if (accepted.Count == 0)
                continue;
            foreach (var town in accepted)
                foreach (var (code, area) in other.Towns[town])
                    target.Draft.Areas.TryAdd(code, area.Copy());
            target.Draft.Maps.AddRange(other.OwnMaps.Except(target.Draft.Maps));
            drawn.UnionWith(accepted);
            taken.Add((other, accepted));
        }
    }

    private static bool IsOwn(List<(string Code, AreaDraft Area)> areas) => AreaCode.LevelOf(areas[0].Code) is null;

    private bool IsCovered(Edition other, string town, List<(Edition Edition, HashSet<string> Towns)> taken)
    {
        // A square of 100 m is the same square in every year.
        if (isCell)
            return false;
        var points = other.PointsIn(town);
        return 2 * points.Count(point => taken.Exists(part => part.Edition.TownAt(point) is { } there && part.Towns.Contains(there))) > points.Length;
    }

    /// <summary>What the maps of one year draw themselves.</summary>
    private sealed class Edition
    {
        private readonly ParquetFiles files;
        private readonly string[] codes;
        private readonly string?[] maps;
        private readonly string[] towns;
        private Geometry?[]? boundaries;
        private PolygonIndex? index;
        private Dictionary<string, Coordinate[]>? points;

        internal Edition(LayerDraft draft, ParquetFiles files, int gemeente)
        {
            (Draft, this.files) = (draft, files);
            OwnMaps = [.. draft.Maps];
            codes = [.. draft.Areas.Keys];
            maps = [.. draft.Areas.Values.Select(area => area.Map)];
            var isBelow = Level.Of(draft.Level).Rank is var rank && rank >= Level.Of("buurt").Rank && rank < Level.Of("gemeente").Rank;
            // A town that tells its gemeente nowhere is the file it came in; cells and what is larger than a gemeente stand for themselves.
            towns = [.. draft.Areas.Select(pair => isBelow ? OwnCode.TownOf(pair.Key) ?? pair.Value.Parents[gemeente] ?? pair.Value.Map! : pair.Key)];
            foreach (var ((code, area), town) in draft.Areas.Zip(towns))
                (Towns.TryGetValue(town, out var list) ? list : Towns[town] = []).Add((code, area.Copy()));
        }

        internal LayerDraft Draft { get; }

        internal IReadOnlyList<StoredFile> OwnMaps { get; }

        internal Dictionary<string, List<(string Code, AreaDraft Area)>> Towns { get; } = new(StringComparer.Ordinal);

        private Geometry?[] Boundaries => boundaries ??= BoundaryFiles.Read(files, OwnMaps, codes, maps);

        /// <summary>Points inside some areas of a town; all towns at once, for the map is read for it.</summary>
        internal Coordinate[] PointsIn(string town) => (points ??= Towns.ToDictionary(pair => pair.Key, pair => Sample(pair.Value), StringComparer.Ordinal))[town];

        internal void Release() => (boundaries, index) = (null, null);

        private Coordinate[] Sample(List<(string Code, AreaDraft Area)> areas) =>
        [
            .. areas.Where((_, i) => i % Math.Max(1, areas.Count / SampledAreas) == 0).Select(area => Boundaries[Array.BinarySearch(codes, area.Code, StringComparer.Ordinal)])
                .OfType<Geometry>().Where(boundary => !boundary.IsEmpty).Select(boundary => boundary.InteriorPoint.Coordinate),
        ];

        internal string? TownAt(Coordinate point) => (index ??= new PolygonIndex(Boundaries)).Find(point.X, point.Y) is var found && found >= 0 ? towns[found] : null;
    }
}
