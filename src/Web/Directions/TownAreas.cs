// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;
using Schakel.Web.Accounts;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Workspace.Signals;

namespace Schakel.Web.Directions;

/// <summary>The areas of one municipality: from an area to a point in it, and from a point to the areas around it. Knows nothing when nothing is loaded.</summary>
internal sealed class TownAreas
{
    // Fine to coarse. Cells are no places that people call by a name.
    private static readonly string[] levels = ["buurt", "wijk", "gebied", "stadsdeel", "gemeente"];

    // Borders are read from files; as long as the ground stays the same, so do they.
    private static readonly ConditionalWeakTable<IGround, ConcurrentDictionary<string, Lazy<TownAreas>>> known = [];

    private readonly List<TownLayer> layers = [];

    private TownAreas(IGround? ground, string? gemeente)
    {
        if (ground is null || gemeente is null)
            return;
        var above = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in levels.Where(level => ground.Levels.Any(found => found.Level.Id == level)))
        {
            if (!ground.Areas(level, null).TryGet(out var layer, out _))
                continue;
            var parents = layer.Parents.GetValueOrDefault("gemeente");
            int[] mine = [.. Enumerable.Range(0, layer.Codes.Length).Where(area =>
                level == "gemeente" ? layer.Codes[area] == gemeente : parents is not null ? parents[area] == gemeente : above.Contains(layer.Codes[area]))];
            // A level of the municipality's own may not say in which gemeente it lies; the finer areas do say under what they lie.
            foreach (var column in layer.Parents.Values)
                above.UnionWith(mine.Select(area => column[area]).OfType<string>());
            if (mine.Length == 0)
                continue;
            var boundaries = ground.Boundaries(layer);
            layers.Add(new TownLayer(level, [.. mine.Select(area => new TownArea(layer.Codes[area], layer.Names[area], boundaries[area]))]));
        }
    }

    internal IReadOnlyList<TownLayer> Layers => layers;

    /// <summary>Those of the municipality of the reader, or whose site this is.</summary>
    internal static TownAreas Of(HttpContext http)
    {
        var tenant = http.RequestServices.GetRequiredService<CurrentUser>().Tenant;
        var gemeente = http.RequestServices.GetRequiredService<Workplace>().Municipalities.FirstOrDefault(found => found.Id == tenant)?.AreaCode;
        if (gemeente is null || !http.RequestServices.GetRequiredService<CurrentGround>().Ask().TryGet(out var ground, out _))
            return new TownAreas(null, null);
        return known.GetOrCreateValue(ground).GetOrAdd(gemeente, code => new Lazy<TownAreas>(() => new TownAreas(ground, code))).Value;
    }

    /// <summary>A point inside the area; null when it is not known.</summary>
    internal SignalPoint? MiddleOf(string code) =>
        layers.SelectMany(layer => layer.Areas).FirstOrDefault(area => area.Code == code)?.Boundary?.InteriorPoint is { IsEmpty: false } inside
            ? new SignalPoint((int)Math.Round(inside.X), (int)Math.Round(inside.Y)) : null;

    /// <summary>The areas around a point, fine to coarse.</summary>
    internal IReadOnlyList<TownArea> Around(int x, int y)
    {
        var point = new Point(x, y);
        return [.. layers.Select(layer => layer.Areas.FirstOrDefault(area => area.Boundary is { } boundary && boundary.EnvelopeInternal.Covers(x, y) && boundary.Covers(point))).OfType<TownArea>()];
    }

    /// <summary>What people call the place: the finest area around it.</summary>
    internal string? NameAt(Signal signal) => Around(signal.X, signal.Y) is [var finest, ..] ? finest.Name : null;
}

/// <summary>The areas of one level.</summary>
internal sealed record TownLayer(string Level, IReadOnlyList<TownArea> Areas);

/// <summary>One area; its boundary is null when nobody loaded a map of it.</summary>
internal sealed record TownArea(string Code, string Name, Geometry? Boundary);
