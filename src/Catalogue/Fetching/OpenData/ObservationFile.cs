// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Fetching.OpenData;

/// <summary>The same in version 4 of the service, where every figure is a row of its own.</summary>
internal sealed record ObservationFile(
    IReadOnlyList<JsonElement> Measures, IReadOnlyList<(string Name, IReadOnlyList<JsonElement> Rows)> Dimensions, IReadOnlyList<JsonElement> Rows)
{
    internal static async Task<ObservationFile> Fetch(ODataRows odata, string table, string gemeente, List<string> notes, CancellationToken cancel)
    {
        var root = $"odata/v1/CBS/{table}/";
        var names = (await odata.All(root + "Dimensions", cancel).ConfigureAwait(false)).Select(row => row.Text("Identifier")).Where(name => name.Length > 0).ToList();
        var measures = await odata.All(root + "MeasureCodes", cancel).ConfigureAwait(false);
        var region = names.Find(name => name is "WijkenEnBuurten" or "RegioS")
            ?? throw new FetchRefused("no-such-edition", $"Table {table} has no figures by area.", odata.Service.Host) { Arguments = [table] };
        var dimensions = new List<(string, IReadOnlyList<JsonElement>)>();
        string[] prefixes = [$"BU{gemeente}", $"WK{gemeente}", $"GM{gemeente}", "NL"];
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var rows = await odata.All(root + name + "Codes", cancel).ConfigureAwait(false);
            dimensions.Add((name, RawRows.InOrder(name == region ? rows.Where(row => Array.Exists(prefixes, prefix => row.Text("Identifier").StartsWith(prefix, StringComparison.Ordinal))) : rows, ["Identifier"])));
        }
        var codes = dimensions.Single(dimension => dimension.Item1 == region).Item2.Select(row => row.Text("Identifier"))
            .Where(code => AreaCode.LevelOf(AreaCode.Normalise(code)) is not null).ToHashSet(StringComparer.Ordinal);
        if (!codes.Contains($"GM{gemeente}"))
            throw new FetchRefused("no-such-gemeente", $"Table {table} has no gemeente GM{gemeente}.", odata.Service.Host) { Arguments = [$"GM{gemeente}", table], Expected = "a gemeente as it was in that year" };

        string Under(string prefix) => $"{root}Observations?$filter={Uri.EscapeDataString($"startswith({region},'{prefix}')")}";
        var asked = new RegionRows(region, codes, (prefix, stop) => odata.All(Under(prefix), stop), prefix => odata.Doubt(Under(prefix)));
        var observations = await asked.All(prefixes, cancel).ConfigureAwait(false);
        if (asked.Absent.Count > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Table {table} names {asked.Absent.Count} areas that it has no figures of, such as {asked.Absent[0]}."));
        return new ObservationFile(measures, dimensions, RawRows.InOrder(observations, [region, .. names.Where(name => name != region).Order(StringComparer.Ordinal), "Measure"]));
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Write(json, "MeasureCodes", Measures);
        json.WriteStartObject(nameof(Dimensions));
        foreach (var (name, rows) in Dimensions)
            Write(json, name, rows);
        json.WriteEndObject();
        Write(json, "value", Rows);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<JsonElement> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
            row.WriteTo(json);
        json.WriteEndArray();
    }
}
