// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Small maps in RD, written as GeoJSON.</summary>
internal static class Maps
{
    /// <summary>Squares of 100 m in rows, named c1, c2, …; with the value of the worked grid where there is one.</summary>
    internal static string Squares(int rows, int columns, params int[] without)
    {
        int[] values = [9, 8, 2, 7, 6, 1, 3, 2, 1];
        var features = new List<string>();
        for (var cell = 0; cell < rows * columns; cell++)
        {
            var (row, column) = Math.DivRem(cell, columns);
            var value = cell < values.Length ? values[cell].ToString(CultureInfo.InvariantCulture) : "5";
            features.Add(Feature($"c{cell + 1}", value, without.Contains(cell + 1) ? null : Box(100 * column, -100 * row, 100, 100)));
        }

        return Collection(features);
    }

    /// <summary>One wide area above two narrow ones: the corner of the two lies on the edge of the wide one.</summary>
    internal static string Junction() => Collection(
        [Feature("wide", "1", Box(0, 100, 200, 100)), Feature("left", "2", Box(0, 0, 100, 100)), Feature("right", "3", Box(100, 0, 100, 100)), Feature("far", "4", Box(5000, 5000, 100, 100))]);

    internal static string Feature(string id, string value, string? ring)
    {
        var geometry = ring is null ? "null" : $$"""{"type":"Polygon","coordinates":[{{ring}}] }""";
        return $$"""{"type":"Feature","properties":{"code":"{{id}}","naam":"Gebied {{id}}","value":{{value}}},"geometry":{{geometry}} }""";
    }

    internal static string Collection(IEnumerable<string> features) =>
        """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[""" + string.Join(',', features) + "]}";

    internal static string Box(int x, int y, int width, int height)
    {
        var (left, bottom) = (155000 + x, 463000 + y);
        var ring = new StringBuilder("[");
        foreach (var (px, py) in new[] { (left, bottom), (left + width, bottom), (left + width, bottom + height), (left, bottom + height), (left, bottom) })
            ring.Append(ring.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"[{px},{py}]");
        return ring.Append(']').ToString();
    }
}
