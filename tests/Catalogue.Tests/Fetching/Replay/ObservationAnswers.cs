// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Nodes;

namespace Schakel.Catalogue.Tests.Fetching.Replay;

/// <summary>The open data of CBS, version 4: a row a figure, codes for everything, and why a figure is missing.</summary>
internal static class ObservationAnswers
{
    private static readonly (string Code, string Title, string Unit)[] measures =
        [("T001036", "Aantal inwoners", "aantal"), ("M000352", "Gemiddelde WOZ-waarde van woningen", "x 1 000 euro"), ("M999999", "Iets nieuws", "aantal")];

    internal static JsonNode? Of(string resource, string? filter, bool ignoresFilters) => resource switch
    {
        "Properties" => new JsonObject { ["Identifier"] = OpenDataAnswers.KeyFigures, ["Title"] = "Kerncijfers wijken en buurten 2024" },
        "Dimensions" => new JsonArray(new JsonObject { ["Identifier"] = "WijkenEnBuurten", ["Kind"] = "GeoDimension" }),
        "MeasureCodes" => new JsonArray([.. measures.Select(measure => new JsonObject { ["Identifier"] = measure.Code, ["Title"] = measure.Title, ["Unit"] = measure.Unit })]),
        "WijkenEnBuurtenCodes" => new JsonArray([.. SmallCountry.Everything.Select(place => new JsonObject { ["Identifier"] = place.Code, ["Title"] = place.Name })]),
        "Observations" => new JsonArray([.. Observations().Where(filter is null || ignoresFilters ? _ => true : OpenDataAnswers.Filter(filter))]),
        _ => null,
    };

    private static IEnumerable<JsonObject> Observations()
    {
        var id = 0;
        foreach (var place in SmallCountry.Everything)
            foreach (var (code, _, _) in measures)
            {
                var missing = SmallCountry.Number("missing " + place.Code + code, 20);
                yield return new JsonObject
                {
                    ["Id"] = id++,
                    ["Measure"] = code,
                    ["ValueAttribute"] = missing switch { 0 => "Secret", 1 => "Impossible", _ => "None" },
                    ["Value"] = missing < 2 ? null : SmallCountry.Number(place.Code + code, 5000),
                    ["StringValue"] = null,
                    ["WijkenEnBuurten"] = place.Code,
                };
            }
    }
}
