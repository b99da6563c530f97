// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching.OpenData;

/// <summary>Reads all rows behind one address of an OData service, version 3 or 4, page after page.</summary>
internal sealed class ODataRows(Downloads downloads, ServiceAddress service)
{
    private const int MostPages = 2_000;
    private const int MostRestarts = 3;

    internal ServiceAddress Service => service;

    /// <summary>All rows; read from the start again when the service says halfway that their number changed.</summary>
    internal async Task<IReadOnlyList<JsonElement>> All(string pathAndQuery, CancellationToken cancel)
    {
        for (var restart = 0; ; restart++)
        {
            var asked = new List<Uri>();
            var (rows, changed) = await Once(service.To(pathAndQuery), asked, cancel).ConfigureAwait(false);
            if (!changed)
                return rows;
            foreach (var address in asked)
                downloads.Forget(address);
            if (restart == MostRestarts)
                throw new FetchRefused("source-changed", $"The figures at {service.Host} change while they are being read.", asked[0].AbsoluteUri) { Arguments = [service.Host] };
        }
    }

    /// <summary>A list turned out to lack something; the next question for it goes to the service again.</summary>
    internal void Doubt(string pathAndQuery) => downloads.Forget(service.To(pathAndQuery));

    private async Task<(IReadOnlyList<JsonElement> Rows, bool Changed)> Once(Uri first, List<Uri> asked, CancellationToken cancel)
    {
        var rows = new List<JsonElement>();
        long? promised = null;
        for (Uri? address = first; address is not null;)
        {
            if (asked.Contains(address) || asked.Count == MostPages)
                throw new FetchRefused("pages-never-end", $"The pages of {service.Host} lead back to each other.", address.AbsoluteUri) { Arguments = [service.Host] };
            asked.Add(address);
            var page = (await downloads.Get(service, address, Complaint, cancel).ConfigureAwait(false)).Json();
            if (Count(page) is { } count)
            {
                if (promised is not null && promised != count)
                    return (rows, true);
                promised = count;
            }
            rows.AddRange(page.GetProperty("value").EnumerateArray());
            address = Next(address, page);
        }
        return (rows, promised is { } all && all != rows.Count);
    }

    private Uri? Next(Uri from, JsonElement page)
    {
        foreach (var name in (ReadOnlySpan<string>)["odata.nextLink", "@odata.nextLink"])
            if (page.Text(name) is { Length: > 0 } link)
                return service.Follow(from, link) ?? throw new FetchRefused("redirect-elsewhere", $"{service.Host} points to another place, which is not followed.", from.AbsoluteUri) { Value = link, Arguments = [service.Host] };
        return null;
    }

    private static long? Count(JsonElement page)
    {
        foreach (var name in (ReadOnlySpan<string>)["odata.count", "@odata.count"])
            if (page.TryGetProperty(name, out var count))
                return count.ValueKind == JsonValueKind.Number ? count.GetInt64() : long.TryParse(count.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return null;
    }

    private static string? Complaint(Page page)
    {
        var json = page.Json();
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Array ? null : "it has no list of rows";
    }
}
