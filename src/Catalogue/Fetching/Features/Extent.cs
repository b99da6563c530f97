// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;

namespace Schakel.Catalogue.Fetching.Features;

/// <summary>The rectangle around a feature, in whole metres of RD.</summary>
internal readonly record struct Extent(double West, double South, double East, double North)
{
    internal static Extent? Around(IEnumerable<JsonElement> features)
    {
        var extent = new Extent(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var feature in features)
            if (feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("coordinates", out var coordinates))
                extent = extent.With(coordinates);
        // Degrees are no metres: then there is nothing to ask with.
        return extent.East > extent.West && extent.East > 1000 ? extent : null;
    }

    /// <summary>As services want it: with a metre to spare, for borders are rounded.</summary>
    internal string Text => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(West) - 1},{Math.Floor(South) - 1},{Math.Ceiling(East) + 1},{Math.Ceiling(North) + 1}");

    private Extent With(JsonElement coordinates)
    {
        if (coordinates.ValueKind != JsonValueKind.Array || coordinates.GetArrayLength() == 0)
            return this;
        if (coordinates[0].ValueKind == JsonValueKind.Number && coordinates.GetArrayLength() >= 2)
        {
            var (x, y) = (coordinates[0].GetDouble(), coordinates[1].GetDouble());
            return new Extent(Math.Min(West, x), Math.Min(South, y), Math.Max(East, x), Math.Max(North, y));
        }
        var extent = this;
        foreach (var part in coordinates.EnumerateArray())
            extent = extent.With(part);
        return extent;
    }
}
