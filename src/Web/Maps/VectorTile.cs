// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Schakel.Web.Maps;

/// <summary>
/// Writes Mapbox Vector Tiles (version 2.1). Areas: layer <c>areas</c>, polygons with <c>code</c>. Names: layer <c>labels</c>, points with
/// <c>code</c> and <c>name</c>, large areas first. Ground: what helps to find one's way.
/// </summary>
/// <remarks>Figures are not in it: they change with the indicator, the borders do not.</remarks>
internal static class VectorTile
{
    internal const int Extent = 4096;

    /// <summary>Drawn beyond the edge, so that lines and patterns run on from tile to tile.</summary>
    internal const int Buffer = 96;

    private const int FirstZoomOfStreets = 12;

    internal static byte[] Areas(MapLayer layer, int zoom, int column, int row)
    {
        var scale = Math.Pow(2, zoom);
        var areas = new LayerWriter("areas");
        var geometry = new TileGeometry(zoom);
        foreach (var area in layer.In(BoxOf(scale, column, row)))
        {
            if (geometry.Polygons(area, scale, column, row) is { Length: > 0 } commands)
                areas.Add(3, commands, ("code", area.Code));
        }

        return areas.Tile();
    }

    internal static byte[] Names(MapLayer layer, int zoom, int column, int row)
    {
        var scale = Math.Pow(2, zoom);
        var labels = new LayerWriter("labels");
        foreach (var name in layer.Names)
        {
            var (x, y) = (Math.Floor(((name.X * scale) - column) * Extent), Math.Floor(((name.Y * scale) - row) * Extent));
            if (x is >= 0 and < Extent && y is >= 0 and < Extent)
                labels.Add(1, TileGeometry.Point((int)x, (int)y), ("code", name.Code), ("name", name.Name));
        }

        return labels.Tile();
    }

    /// <summary>Ground: layer <c>surfaces</c>, polygons, and layer <c>lines</c>, each with <c>kind</c>. Streets are left out where they would be a smear.</summary>
    internal static byte[] Ground(GroundLayer ground, int zoom, int column, int row)
    {
        var scale = Math.Pow(2, zoom);
        var (surfaces, lines) = (new LayerWriter("surfaces"), new LayerWriter("lines"));
        var geometry = new TileGeometry(zoom);
        foreach (var shape in ground.In(BoxOf(scale, column, row)))
        {
            if (shape.Kind == "street" && zoom < FirstZoomOfStreets)
                continue;
            if (shape.Area is { } area && geometry.Polygons(area, scale, column, row) is { Length: > 0 } commands)
                surfaces.Add(3, commands, ("kind", shape.Kind));
            else if (shape.Lines.Length > 0 && TileLines.Of(shape.Lines, scale, column, row) is { Length: > 0 } drawn)
                lines.Add(2, drawn, ("kind", shape.Kind));
        }

        // Layers of a tile are messages after each other, so two tiles of one layer are a tile of two.
        return [.. surfaces.Tile(), .. lines.Tile()];
    }

    private static WorldBox BoxOf(double scale, int column, int row)
    {
        const double edge = (double)Buffer / Extent;
        return new WorldBox((column - edge) / scale, (row - edge) / scale, (column + 1 + edge) / scale, (row + 1 + edge) / scale);
    }

    /// <summary>One layer: features with tags that point into lists of keys and values.</summary>
    private sealed class LayerWriter
    {
        private readonly WireWriter features = new();
        private readonly Dictionary<string, uint> keys = [];
        private readonly Dictionary<string, uint> values = [];
        private readonly string name;

        internal LayerWriter(string name) => this.name = name;

        internal void Add(uint type, ReadOnlySpan<uint> geometry, params ReadOnlySpan<(string Key, string Value)> tags)
        {
            var packed = new uint[2 * tags.Length];
            for (var tag = 0; tag < tags.Length; tag++)
            {
                packed[2 * tag] = NumberOf(keys, tags[tag].Key);
                packed[(2 * tag) + 1] = NumberOf(values, tags[tag].Value);
            }

            var feature = new WireWriter();
            feature.Packed(2, packed);
            feature.Number(3, type);
            feature.Packed(4, geometry);
            features.Message(2, feature.Written);
        }

        /// <summary>A tile with this one layer; empty when nothing is in it.</summary>
        internal byte[] Tile()
        {
            if (features.Written.IsEmpty)
                return [];

            var layer = new WireWriter();
            layer.Message(1, Encoding.UTF8.GetBytes(name));
            layer.Raw(features.Written);
            foreach (var key in keys.Keys)
                layer.Message(3, Encoding.UTF8.GetBytes(key));
            foreach (var value in values.Keys)
            {
                var text = new WireWriter();
                text.Message(1, Encoding.UTF8.GetBytes(value));
                layer.Message(4, text.Written);
            }

            layer.Number(5, Extent);
            layer.Number(15, 2);
            var tile = new WireWriter();
            tile.Message(3, layer.Written);
            return tile.ToArray();
        }

        private static uint NumberOf(Dictionary<string, uint> list, string word)
        {
            if (list.TryGetValue(word, out var number))
                return number;
            return list[word] = (uint)list.Count;
        }
    }
}
