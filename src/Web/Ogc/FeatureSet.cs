// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Index.HPRtree;

namespace Schakel.Web.Ogc;

/// <summary>The features of one collection, sorted by id, findable by place.</summary>
internal sealed class FeatureSet
{
    private readonly HPRtree<int> byPlace = new();
    private readonly Dictionary<string, int> byId;

    internal FeatureSet(string[] ids, Geometry?[] shapes, Action<System.Text.Json.Utf8JsonWriter, int> properties)
    {
        (Ids, Shapes, WriteProperties) = (ids, shapes, properties);
        byId = ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place, StringComparer.Ordinal);
        foreach (var (shape, place) in shapes.Select((shape, place) => (shape, place)).Where(pair => pair.shape is not null))
        {
            byPlace.Insert(shape!.EnvelopeInternal, place);
            Extent.ExpandToInclude(shape.EnvelopeInternal);
        }

        if (!Extent.IsNull)
            byPlace.Build();
    }

    internal string[] Ids { get; }

    /// <summary>In RD New; null where no boundary is known.</summary>
    internal Geometry?[] Shapes { get; }

    /// <summary>In RD New.</summary>
    internal Envelope Extent { get; } = new();

    /// <summary>Writes the members of "properties" of a feature.</summary>
    internal Action<System.Text.Json.Utf8JsonWriter, int> WriteProperties { get; }

    internal int? Find(string id) => byId.TryGetValue(id, out var place) ? place : null;

    /// <summary>Features whose shape touches a box, in order of id; all of them, also those without a shape, when there is no box.</summary>
    internal IReadOnlyList<int> In(Envelope? box)
    {
        if (box is null)
            return [.. Enumerable.Range(0, Ids.Length)];
        if (Extent.IsNull)
            return [];
        var square = Shapes.FirstOrDefault(shape => shape is not null)!.Factory.ToGeometry(box);
        return [.. byPlace.Query(box).Where(place => box.Contains(Shapes[place]!.EnvelopeInternal) || Shapes[place]!.Intersects(square)).Order()];
    }
}
