// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching.OpenData;

/// <summary>One table of StatLine about one gemeente, with what its columns and codes mean, as one file of the service's own rows.</summary>
internal sealed record StatLineFile(
    IReadOnlyList<JsonElement> About, IReadOnlyList<JsonElement> Properties, IReadOnlyList<(string Name, IReadOnlyList<JsonElement> Rows)> Dimensions, IReadOnlyList<JsonElement> Rows)
{
    private static readonly string[] regions = ["WijkenEnBuurten", "RegioS"];

    /// <summary>Fetches the rows of a gemeente, its wijken and buurten, and the country.</summary>
    /// <param name="table">Where they are.</param>
    /// <param name="gemeente">Four digits.</param>
    /// <param name="filter">What else holds for the rows, in OData; null for all.</param>
    /// <param name="notes">Receives what a user may want to know.</param>
    /// <param name="cancel">Stops.</param>
    internal static async Task<StatLineFile> Fetch(ODataTable table, string gemeente, string? filter, List<string> notes, CancellationToken cancel)
    {
        var about = await table.Rows("TableInfos", null, cancel).ConfigureAwait(false);
        var properties = await table.Rows("DataProperties", null, cancel).ConfigureAwait(false);
        var names = properties.Where(property => property.Text("Type").EndsWith("Dimension", StringComparison.Ordinal) || property.Text("Type") == "GeoDetail").Select(property => property.Text("Key")).ToList();
        var region = regions.FirstOrDefault(names.Contains)
            ?? throw new FetchRefused("no-such-edition", $"Table {table.Name} has no figures by area.", table.Service.Host) { Arguments = [table.Name] };

        string[] prefixes = [$"BU{gemeente}", $"WK{gemeente}", $"GM{gemeente}", "NL"];
        var areas = new List<JsonElement>();
        foreach (var prefix in prefixes)
            areas.AddRange((await table.LongList(region, $"startswith(Key,'{prefix}')", cancel).ConfigureAwait(false)).Where(row => row.Text("Key").StartsWith(prefix, StringComparison.Ordinal)));
        var codes = areas.Select(row => row.Text("Key")).Where(code => AreaCode.LevelOf(AreaCode.Normalise(code)) is not null).ToHashSet(StringComparer.Ordinal);
        if (!codes.Contains($"GM{gemeente}"))
            throw new FetchRefused("no-such-gemeente", $"Table {table.Name} has no gemeente GM{gemeente}.", table.Service.Host) { Arguments = [$"GM{gemeente}", table.Name], Expected = "a gemeente as it was in that year" };

        var dimensions = new List<(string, IReadOnlyList<JsonElement>)> { (region, RawRows.InOrder(areas, ["Key"])) };
        foreach (var name in names.Where(name => name != region).Order(StringComparer.Ordinal))
            dimensions.Add((name, RawRows.InOrder(await table.LongList(name, null, cancel).ConfigureAwait(false), ["Key"])));

        var asked = new RegionRows(region, codes, (prefix, stop) => table.Rows("UntypedDataSet", $"startswith({region},'{prefix}'){(filter is null ? "" : $" and {filter}")}", stop));
        var rows = await asked.All(prefixes, cancel).ConfigureAwait(false);
        if (asked.Absent.Count > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Table {table.Name} names {asked.Absent.Count} areas that it has no figures of, such as {asked.Absent[0]}."));
        return new StatLineFile(about, properties, dimensions, RawRows.InOrder(rows, [region, .. names.Where(name => name != region).Order(StringComparer.Ordinal)]));
    }

    /// <summary>Leaves out the rows that were not asked for, whatever the service made of the filter.</summary>
    internal StatLineFile Where(string dimension, Func<string, bool> wanted) => this with { Rows = [.. Rows.Where(row => wanted(row.Text(dimension)))] };

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Write(json, "TableInfos", About);
        Write(json, "DataProperties", Properties);
        json.WriteStartObject("Dimensions");
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
