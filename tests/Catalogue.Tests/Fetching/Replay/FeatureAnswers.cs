// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json.Nodes;

namespace Schakel.Catalogue.Tests.Fetching.Replay;

/// <summary>Boundaries as PDOK gives them: by cursor from the OGC API, by start from the WFS.</summary>
internal static class FeatureAnswers
{
    internal static List<JsonObject> Of(string collection, bool camelCase) =>
        [.. (collection switch { "gemeenten" => SmallCountry.Gemeenten, "wijken" => SmallCountry.Wijken, _ => SmallCountry.AllBuurten }).Select(place => Feature(place, camelCase))];

    internal static bool IsWithin(JsonObject feature, double[] box)
    {
        var ring = feature["geometry"]!["coordinates"]![0]!.AsArray();
        var (west, south, east, north) = (ring.Min(point => (int)point![0]!), ring.Min(point => (int)point![1]!), ring.Max(point => (int)point![0]!), ring.Max(point => (int)point![1]!));
        return west <= box[2] && east >= box[0] && south <= box[3] && north >= box[1];
    }

    private static JsonObject Feature(Place place, bool camelCase)
    {
        var (west, south, east, north) = SmallCountry.Outline(place);
        var level = place.Code[..2] switch { "BU" => "buurt", "WK" => "wijk", _ => "gemeente" };
        var properties = new JsonObject { [level + "code"] = place.Code, [level + "naam"] = place.Name, ["gemeentecode"] = place.Gemeente, ["water"] = "NEE" };
        if (level == "buurt")
            properties["wijkcode"] = "WK" + place.Code[2..8];
        properties[camelCase ? "aantalInwoners" : "aantal_inwoners"] = SmallCountry.Number("missing " + place.Code + "AantalInwoners_5", 20) == 0 ? -99997 : SmallCountry.Number(place.Code + "AantalInwoners_5", 5000);
        return new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = place.Code.ToLowerInvariant(),
            ["properties"] = properties,
            ["geometry"] = new JsonObject
            {
                ["type"] = "Polygon",
                ["coordinates"] = new JsonArray(new JsonArray(Point(west, south), Point(east, south), Point(east, north), Point(west, north), Point(west, south))),
            },
        };
    }

    private static JsonArray Point(int x, int y) => [x, y];

    internal static double[] Box(string text) => [.. text.Split(',').Take(4).Select(part => double.Parse(part, NumberStyles.Float, CultureInfo.InvariantCulture))];
}
