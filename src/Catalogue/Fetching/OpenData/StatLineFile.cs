// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using System.Text.Json;
using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Fetching.OpenData;

/// <summary>One table of StatLine about one gemeente, with what its columns and codes mean, as one file of the service's own rows.</summary>
internal sealed record StatLineFile(
    IReadOnlyList<JsonElement> About, IReadOnlyList<JsonElement> Properties, IReadOnlyList<(string Name, IReadOnlyList<JsonElement> Rows)> Dimensions, IReadOnlyList<JsonElement> Rows)
{
    private const int MostRounds = 3;
    private static readonly string[] regions = ["WijkenEnBuurten", "RegioS"];

    /// <summary>Fetches the rows of a gemeente, its wijken and buurten, and the country.</summary>
    /// <param name="table">Where they are.</param>
    /// <param name="gemeente">Four digits.</param>
    /// <param name="filter">What else holds for the rows, in OData; null for all.</param>
    /// <param name="notes">Receives what a user may want to know.</param>
    /// <param name="cancel">Stops.</param>
    internal static async Task<StatLineFile> Fetch(ODataTable table, string gemeente, string? filter, List<string> notes, CancellationToken cancel)
    {
        string[] prefixes = [$"BU{gemeente}", $"WK{gemeente}", $"GM{gemeente}", "NL"];
        for (var round = 0; ; round++)
        {
            var about = await table.Rows("TableInfos", null, cancel).ConfigureAwait(false);
            var properties = await table.Rows("DataProperties", null, cancel).ConfigureAwait(false);
            string[] names = [.. properties.Where(IsDimension).Select(property => property.Text("Key")).Order(StringComparer.Ordinal)];
            var region = regions.FirstOrDefault(names.Contains)
                ?? throw new FetchRefused("no-such-edition", $"Table {table.Name} has no figures by area.", table.Service.Host) { Arguments = [table.Name] };
            var dimensions = new List<(string, IReadOnlyList<JsonElement>)>();
            dimensions.Add((region, await Areas(table, region, prefixes, cancel).ConfigureAwait(false)));
            foreach (var name in names.Where(name => name != region))
                if (await Codes(table, name, cancel).ConfigureAwait(false) is { } list)
                    dimensions.Add((name, list));

            var codes = dimensions.Single(dimension => dimension.Item1 == region).Item2.Select(row => row.Text("Key")).Where(code => AreaCode.LevelOf(AreaCode.Normalise(code)) is not null).ToHashSet(StringComparer.Ordinal);
            string Under(string prefix) => $"startswith({region},'{prefix}'){(filter is null ? "" : $" and {filter}")}";
            var asked = new RegionRows(region, codes, (prefix, stop) => table.Rows("UntypedDataSet", Under(prefix), stop), prefix => table.Doubt("UntypedDataSet", Under(prefix)));
            var rows = await asked.All(prefixes, cancel).ConfigureAwait(false);
            var file = new StatLineFile(about, properties, dimensions, RawRows.InOrder(rows, [region, .. names.Where(name => name != region)]));
            if (!codes.Contains($"GM{gemeente}") && !rows.Any(row => row.Text(region) == $"GM{gemeente}"))
                throw new FetchRefused("no-such-gemeente", $"Table {table.Name} has no gemeente GM{gemeente}.", table.Service.Host) { Arguments = [$"GM{gemeente}", table.Name], Expected = "a gemeente as it was in that year" };

            var lacking = file.Lacking().ToList();
            if (lacking.Count == 0 || round == MostRounds)
            {
                if (asked.Absent.Count > 0)
                    notes.Add(string.Create(CultureInfo.InvariantCulture, $"Table {table.Name} names {asked.Absent.Count} areas that it has no figures of, such as {asked.Absent[0]}."));
                return file;
            }
            foreach (var name in lacking)
                if (name == region)
                    foreach (var prefix in prefixes)
                        table.Doubt(region, KeysUnder(prefix));
                else
                    table.Doubt(name, null);
        }
    }

    private static bool IsDimension(JsonElement property) => property.Text("Type").EndsWith("Dimension", StringComparison.Ordinal) || property.Text("Type") == "GeoDetail";

    private static string KeysUnder(string prefix) => $"startswith(Key,'{prefix}')";

    // A dimension without a list of its own keeps its codes: they say less, and are no reason to do without the figures.
    private static async Task<IReadOnlyList<JsonElement>?> Codes(ODataTable table, string name, CancellationToken cancel)
    {
        try
        {
            return RawRows.InOrder(await table.LongList(name, null, cancel).ConfigureAwait(false), ["Key"]);
        }
        catch (FetchRefused refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> Areas(ODataTable table, string region, string[] prefixes, CancellationToken cancel)
    {
        var areas = new List<JsonElement>();
        foreach (var prefix in prefixes)
            areas.AddRange((await table.LongList(region, KeysUnder(prefix), cancel).ConfigureAwait(false)).Where(row => row.Text("Key").StartsWith(prefix, StringComparison.Ordinal)));
        return RawRows.InOrder(areas, ["Key"]);
    }

    /// <summary>Lists that do not explain what stands in the rows: then their answer was cut short.</summary>
    private IEnumerable<string> Lacking()
    {
        var known = Properties.Select(property => property.Text("Key")).Append("ID").ToHashSet(StringComparer.Ordinal);
        if (Rows.Count > 0 && Rows[0].EnumerateObject().Any(cell => !known.Contains(cell.Name)))
            yield return "DataProperties";
        foreach (var (name, rows) in Dimensions)
        {
            var keys = rows.Select(row => row.Text("Key")).ToHashSet(StringComparer.Ordinal);
            if (Rows.Any(row => row.Text(name) is { Length: > 0 } key && !keys.Contains(key)) || regions.Contains(name) && HasGaps(keys))
                yield return name;
        }
    }

    /// <summary>Leaves out the rows that were not asked for, whatever the service made of the filter.</summary>
    internal StatLineFile Where(string dimension, Func<string, bool> wanted) => this with { Rows = [.. Rows.Where(row => wanted(row.Text(dimension)))] };

    // A wijk without buurten, or a buurt without its wijk.
    private static bool HasGaps(HashSet<string> codes)
    {
        var ofBuurten = codes.Where(code => AreaCode.LevelOf(code) == "buurt").Select(code => AreaCode.ParentByStructure(code, "wijk")!).ToHashSet(StringComparer.Ordinal);
        return !ofBuurten.SetEquals(codes.Where(code => AreaCode.LevelOf(code) == "wijk"));
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Write(json, "TableInfos", About);
        Write(json, "DataProperties", Properties);
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
