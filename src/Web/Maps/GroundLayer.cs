// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Index.HPRtree;
using Schakel.Catalogue.Features;
using Schakel.Web.Atlas;

namespace Schakel.Web.Maps;

/// <summary>The ground under the areas, findable by place.</summary>
internal sealed class GroundLayer
{
    private readonly HPRtree<int> byPlace = new();
    private readonly GroundShape[] shapes;

    private GroundLayer(GroundShape[] shapes)
    {
        this.shapes = shapes;
        for (var shape = 0; shape < shapes.Length; shape++)
            byPlace.Insert(new Envelope(shapes[shape].Box.Left, shapes[shape].Box.Right, shapes[shape].Box.Top, shapes[shape].Box.Bottom), shape);
        if (shapes.Length > 0)
            byPlace.Build();
    }

    internal bool IsEmpty => shapes.Length == 0;

    /// <summary>Names the state of the catalogue that the ground comes from.</summary>
    internal static string MarkOf(IGround ground) => ground.Fingerprint[..Math.Min(12, ground.Fingerprint.Length)];

    /// <summary>Backgrounds as they are, and of the barriers what people know by sight.</summary>
    internal static GroundLayer Of(IGround ground) =>
        new([.. ground.Features(FeatureKind.Background).Concat(ground.Features(FeatureKind.Barriers)).SelectMany(GroundShape.Of)]);

    /// <summary>Shapes in or near a box, in the order of the files, so that a tile is the same bytes each time.</summary>
    internal IEnumerable<GroundShape> In(WorldBox box) => IsEmpty ? [] : byPlace.Query(new Envelope(box.Left, box.Right, box.Top, box.Bottom)).Order().Select(shape => shapes[shape]);
}
