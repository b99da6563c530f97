// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Schakel.Web.WorkApi;

/// <summary>A body as it could be sent, for the description: every member it may have, with a word that fits.</summary>
internal static class BodyExample
{
    private static readonly Dictionary<string, string> words = new(StringComparer.Ordinal)
    {
        ["title"] = "Licht op het pad",
        ["question"] = "Het pad langs de vaart is donker.",
        ["because"] = "De lampen zijn van ons.",
        ["level"] = "buurt",
        ["fromLevel"] = "buurt",
        ["toLevel"] = "gemeente",
        ["catchmentLevel"] = "wijk",
        ["code"] = "BU99010101",
        ["areaCode"] = "BU99010101",
        ["name"] = "Vaartzicht",
        ["expectation"] = "Meer mensen durven er langs.",
        ["yield"] = "Er brandt licht.",
        ["outline"] = "POLYGON ((100 400000, 200 400000, 200 400100, 100 400100, 100 400000))",
        ["sector"] = "welzijn",
        ["email"] = "naam@organisatie.nl",
        ["contact"] = "naam@voorbeeld.nl",
        ["indicator"] = "zwerfafval",
        ["years"] = "2024",
        ["homeCell"] = "E1300N4600",
        ["cell"] = "E1300N4600",
        ["link"] = "de link die u kreeg",
    };

    internal static JsonNode Of(Type type) => new JsonObject(type.GetConstructors()[0].GetParameters().Select(member => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(member.Name!), Value(member))));

    private static JsonNode? Value(ParameterInfo member)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name!);
        return Value(Nullable.GetUnderlyingType(member.ParameterType) ?? member.ParameterType, name);
    }

    private static JsonNode? Value(Type type, string name) =>
        type == typeof(string) ? words.GetValueOrDefault(name, "In eigen woorden.")
        : type == typeof(Guid) ? "01a20e98-67bc-77ac-845e-4a84a2041581"
        : type == typeof(DateOnly) ? name is "to" ? "2027-12-31" : "2027-01-01"
        : type == typeof(bool) ? true
        : type == typeof(int) ? name is "radiusInMetres" ? 500 : name is "x" ? 130_000 : name is "y" ? 460_000 : 2
        : type == typeof(double) ? 0.5
        : type.IsEnum ? JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0])
        : type.IsGenericType && type.GetGenericArguments() is [var element] ? new JsonArray(Value(element, name))
        : Of(type);
}
