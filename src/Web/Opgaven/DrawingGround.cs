// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Web.Atlas;
using Schakel.Web.Evidence;
using Schakel.Web.Maps;

namespace Schakel.Web.Opgaven;

/// <summary>A map to draw on: the buurten of the municipality, and how its points become metres again.</summary>
internal sealed record DrawingGround(int Height, string West, string North, string Scale, IReadOnlyList<(string Name, string Path)> Buurten)
{
    internal static DrawingGround? Of(IGround ground, string municipality)
    {
        if (!ground.Areas("buurt", null).TryGet(out var layer, out _) || !layer.Parents.TryGetValue("gemeente", out var gemeenten))
            return null;
        var boundaries = DrawnBoundaries.Of(ground, layer);
        var own = Enumerable.Range(0, layer.Codes.Length).Where(area => gemeenten[area] == municipality && boundaries[area] is not null).ToArray();
        if (Frame.Around(own.Select(area => boundaries[area])) is not { } frame)
            return null;

        var around = new Envelope();
        foreach (var area in own)
            around.ExpandToInclude(boundaries[area]!.EnvelopeInternal);
        // Two points of the frame tell how it lies over the metres.
        var (left, top) = frame.At(around.MinX, around.MaxY);
        var (right, _) = frame.At(around.MaxX, around.MaxY);
        var scale = (right - left) / around.Width;
        return new DrawingGround(
            frame.Height, Number(around.MinX - (left / scale)), Number(around.MaxY + (top / scale)), Number(scale),
            [.. own.Select(area => (layer.Names[area], frame.Path(boundaries[area]!)))]);
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
