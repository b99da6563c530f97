// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Fetching.Features;

/// <summary>Features of one level, as the service gives them, and the coordinate system they are in.</summary>
/// <param name="Crs">As in the head of the answer or the member <c>crs</c>; null when nobody says.</param>
/// <param name="Items">Features, whole.</param>
internal sealed record FeatureRows(string? Crs, IReadOnlyList<JsonElement> Items)
{
    /// <summary>The code of a feature at a level: services and years call the property by many names, but its shape is always the same.</summary>
    internal static string? CodeOf(JsonElement feature, string level)
    {
        if (feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
            foreach (var property in properties.EnumerateObject())
                if (property.Value.ValueKind == JsonValueKind.String && AreaCode.Normalise(property.Value.GetString()!) is var code && AreaCode.LevelOf(code) == level)
                    return code;
        return null;
    }

    /// <summary>Only the areas of a gemeente, in the order of their codes, each once: filters are ignored without a word, and pages overlap when data move.</summary>
    internal FeatureRows Of(string gemeente, string level) => this with
    {
        Items = [.. Items.Select(feature => (Feature: feature, Code: CodeOf(feature, level)))
            .Where(item => item.Code is { Length: >= 6 } code && code.AsSpan(2, 4).SequenceEqual(gemeente))
            .Select(item => (item.Feature, item.Code, Text: item.Feature.GetRawText()))
            .OrderBy(item => item.Code, StringComparer.Ordinal).ThenBy(item => item.Text, StringComparer.Ordinal)
            .DistinctBy(item => (item.Code, item.Text)).Select(item => item.Feature)],
    };

    internal void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", name);
        if (Crs is not null)
        {
            json.WriteStartObject("crs");
            json.WriteString("type", "name");
            json.WriteStartObject("properties");
            json.WriteString("name", Crs);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteStartArray("features");
        foreach (var item in Items)
            item.WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
