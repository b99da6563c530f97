// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Schakel.Catalogue.Areas;
using Schakel.Web.Atlas;

namespace Schakel.Web.Places;

/// <summary>Every place of a catalogue that has a page: found by code, by name, by street and by a point on the map. Cells have none.</summary>
internal sealed class PlaceIndex
{
    private const int MostFound = 40, MostInStreet = 12;

    private static readonly ConditionalWeakTable<IGround, PlaceIndex> known = [];

    private readonly IGround ground;
    private readonly AreaLayer[] layers;
    private readonly Dictionary<string, (AreaLayer Layer, int At)> areas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Lazy<Geometry?[]>> boundaries = [];
    private readonly Lazy<StreetNames> streets;
    private readonly Lazy<STRtree<int>> finest;

    private PlaceIndex(IGround ground)
    {
        this.ground = ground;
        layers = [.. ground.Levels.Where(summary => summary.Level.Id != "cell").OrderBy(summary => summary.Level.Rank).Select(Layer).OfType<AreaLayer>()];
        foreach (var layer in layers)
        {
            boundaries[layer.Level] = new Lazy<Geometry?[]>(() => ground.Boundaries(layer));
            for (var at = 0; at < layer.Codes.Length; at++)
                areas.TryAdd(layer.Codes[at], (layer, at));
        }

        streets = new Lazy<StreetNames>(() => StreetNames.Of(ground));
        finest = new Lazy<STRtree<int>>(() =>
        {
            var tree = new STRtree<int>();
            foreach (var (at, shape) in Boundaries(layers[0]).Index())
                if (shape is not null)
                    tree.Insert(shape.EnvelopeInternal, at);
            return tree;
        });
    }

    internal static PlaceIndex Of(IGround ground) => known.GetValue(ground, ground => new PlaceIndex(ground));

    internal bool HasStreets => streets.Value.All.Any();

    /// <summary>The finest level that places are chosen by.</summary>
    internal AreaLayer? Finest => layers.Length > 0 ? layers[0] : null;

    internal Place? Find(string? code)
    {
        if (string.IsNullOrWhiteSpace(code) || code.Length > 200)
            return null;
        if (areas.TryGetValue(code, out var area))
            return Of(area.Layer, area.At);
        return streets.Value.Find(code) is { } street ? OfStreet(code, street.Name, street.Line) : null;
    }

    internal string? NameOf(string code) => areas.TryGetValue(code, out var area) ? area.Layer.Names[area.At] : null;

    /// <summary>[m] a point inside an area.</summary>
    internal Point? MiddleOf(string code) => areas.TryGetValue(code, out var area) && Boundaries(area.Layer)[area.At] is { IsEmpty: false } shape ? shape.InteriorPoint : null;

    /// <summary>Places by what somebody typed: a street with or without a number, or the name of an area. The best fits first.</summary>
    internal IReadOnlyList<Place> Search(string? text)
    {
        var wanted = StreetNames.Slug(text ?? "");
        // An address: the number is of no use here, and is not kept.
        while (wanted.LastIndexOf('-') is > 0 and var last && char.IsAsciiDigit(wanted[last + 1]))
            wanted = wanted[..last];
        if (wanted.Length == 0)
            return [];
        if (Find(text!.Trim()) is { } exact)
            return [exact];

        var found = streets.Value.All.Select(street => (street.Slug, Make: (Func<Place>)(() => OfStreet(street.Slug, street.Name, street.Line)))).Concat(
            layers.SelectMany(layer => layer.Names.Select((name, at) => (Slug: StreetNames.Slug(name), Make: (Func<Place>)(() => Of(layer, at))))))
            .Where(place => place.Slug.Contains(wanted, StringComparison.Ordinal)).ToList();
        return
        [
            .. found.OrderBy(place => place.Slug == wanted ? 0 : place.Slug.StartsWith(wanted, StringComparison.Ordinal) ? 1 : 2)
                .ThenBy(place => place.Slug, StringComparer.Ordinal).Take(MostFound).Select(place => place.Make()),
        ];
    }

    /// <summary>The finest area around a point in RD.</summary>
    internal Place? At(double x, double y)
    {
        if (layers.Length == 0)
            return null;
        var point = new Point(x, y);
        foreach (var at in finest.Value.Query(point.EnvelopeInternal).Order())
            if (Boundaries(layers[0])[at]!.Covers(point))
                return Of(layers[0], at);
        return null;
    }

    /// <summary>Codes of all areas inside a place, whatever their level.</summary>
    internal IReadOnlyList<string> Within(Place place) => place.IsStreet ? [] :
    [
        .. layers.SelectMany(layer => layer.Parents.TryGetValue(place.Level, out var parents)
            ? Enumerable.Range(0, layer.Codes.Length).Where(at => parents[at] == place.Code).Select(at => layer.Codes[at]) : []),
    ];

    /// <summary>Areas of the finest level by the name of the area above them: the list for who uses no map.</summary>
    internal IReadOnlyList<(string Above, IReadOnlyList<Place> Places)> ByArea(IReadOnlyList<string> gemeenten)
    {
        if (layers.Length == 0)
            return [];
        var layer = layers[0];
        var here = layer.Parents.TryGetValue("gemeente", out var parents) && gemeenten.Any(areas.ContainsKey)
            ? Enumerable.Range(0, layer.Codes.Length).Where(at => gemeenten.Contains(parents[at])) : Enumerable.Range(0, layer.Codes.Length);
        // A wijk of the one gemeente may bear the name of one of the other.
        string Heading(int at) => Above(layer, at).Skip(1).FirstOrDefault() is not { } code ? "" : (NameOf(code) ?? code)
            + (gemeenten.Count > 1 && parents?[at] is { } gemeente && gemeente != code && NameOf(gemeente) is { } name ? $" ({name})" : "");
        return
        [
            .. here.GroupBy(Heading).OrderBy(group => group.Key, PlaceNames.Order)
                .Select(group => (group.Key, (IReadOnlyList<Place>)[.. group.Select(at => Of(layer, at)).OrderBy(place => place.Name, PlaceNames.Order)])),
        ];
    }

    /// <summary>Streets that run through an area, by name.</summary>
    internal IReadOnlyList<Place> StreetsIn(Place place) => place.Shape is not { } shape ? [] :
    [
        .. streets.Value.All.Where(street => street.Line.EnvelopeInternal.Intersects(shape.EnvelopeInternal) && street.Line.Intersects(shape))
            .Select(street => new Place(street.Slug, street.Name, Place.Street, place.Above) { Shape = street.Line }).OrderBy(street => street.Name, PlaceNames.Order),
    ];

    /// <summary>Areas that touch a place, and itself: what somebody may count in.</summary>
    internal IReadOnlyList<Place> Around(Place place, double metres)
    {
        if (place.Shape is not { } shape || layers.Length == 0)
            return [];
        var near = shape.EnvelopeInternal.Copy();
        near.ExpandBy(metres);
        return [.. finest.Value.Query(near).Order().Where(at => Boundaries(layers[0])[at]!.Distance(shape) <= metres).Select(at => Of(layers[0], at)).OrderBy(found => found.Name, PlaceNames.Order)];
    }

    internal string? GemeenteOf(Place place) => place.Above.FirstOrDefault(code => areas.TryGetValue(code, out var area) && area.Layer.Level == "gemeente");

    private AreaLayer? Layer(Catalogue.Storage.LevelSummary summary) => ground.Areas(summary.Level.Id, null).TryGet(out var layer, out _) ? layer : null;

    private Geometry?[] Boundaries(AreaLayer layer) => boundaries[layer.Level].Value;

    private Place Of(AreaLayer layer, int at) => new(layer.Codes[at], layer.Names[at], layer.Level, Above(layer, at)) { Shape = Boundaries(layer)[at] };

    private Place OfStreet(string slug, string name, Geometry line)
    {
        var passed = layers.Length == 0 ? [] : finest.Value.Query(line.EnvelopeInternal).Order().Where(at => Boundaries(layers[0])[at]!.Intersects(line)).Take(MostInStreet).ToList();
        // What the street has most of comes first: its team answers.
        var above = passed.OrderByDescending(at => Boundaries(layers[0])[at]!.Intersection(line).Length).Select(at => Above(layers[0], at)).ToList();
        var depth = above.Select(codes => codes.Count).DefaultIfEmpty(0).Max();
        return new Place(slug, name, Place.Street, [.. Enumerable.Range(0, depth).SelectMany(step => above.Where(codes => codes.Count > step).Select(codes => codes[step])).Distinct()]) { Shape = line };
    }

    /// <summary>The area itself and those it lies in, finest first.</summary>
    private List<string> Above(AreaLayer layer, int at) =>
        [layer.Codes[at], .. layers.SkipWhile(finer => finer != layer).Skip(1).Select(coarser => layer.Parents.TryGetValue(coarser.Level, out var parents) ? parents[at] : null).OfType<string>()];
}
