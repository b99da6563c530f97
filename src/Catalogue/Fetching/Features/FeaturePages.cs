// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Catalogue.Fetching.OpenData;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching.Features;

/// <summary>Walks the pages of a service of features, and starts again when the service changes its mind about how many there are.</summary>
internal sealed class FeaturePages(Downloads downloads, ServiceAddress service)
{
    private const int MostPages = 200;
    private const int MostRestarts = 3;

    internal ServiceAddress Service => service;

    /// <param name="first">Address of the first page.</param>
    /// <param name="next">The page after one that holds so many features; null after the last.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<FeatureRows> All(Uri first, Func<Uri, JsonElement, int, Uri?> next, CancellationToken cancel)
    {
        for (var restart = 0; ; restart++)
        {
            var asked = new List<Uri>();
            var (rows, changed) = await Once(first, next, asked, cancel).ConfigureAwait(false);
            if (!changed)
                return rows;
            foreach (var address in asked)
                downloads.Forget(address);
            if (restart == MostRestarts)
                throw new FetchRefused("source-changed", $"The figures at {service.Host} change while they are being read.", first.AbsoluteUri) { Arguments = [service.Host] };
        }
    }

    private async Task<(FeatureRows Rows, bool Changed)> Once(Uri first, Func<Uri, JsonElement, int, Uri?> next, List<Uri> asked, CancellationToken cancel)
    {
        var items = new List<JsonElement>();
        string? crs = null;
        long? promised = null;
        for (Uri? address = first; address is not null;)
        {
            if (asked.Contains(address) || asked.Count == MostPages)
                throw new FetchRefused("pages-never-end", $"The pages of {service.Host} lead back to each other.", address.AbsoluteUri) { Arguments = [service.Host] };
            asked.Add(address);
            var page = await downloads.Get(service, address, Complaint, cancel).ConfigureAwait(false);
            var json = page.Json();
            crs ??= CrsOf(json) ?? page.Crs;
            if ((Number(json, "numberMatched") ?? Number(json, "totalFeatures")) is { } all)
            {
                if (promised is not null && promised != all)
                    return (new FeatureRows(crs, items), true);
                promised = all;
            }
            items.AddRange(json.GetProperty("features").EnumerateArray());
            address = next(address, json, items.Count);
        }
        return (new FeatureRows(crs, items), promised is { } matched && matched != items.Count);
    }

    private static string? Complaint(Page page)
    {
        var json = page.Json();
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            return "it has no list of features";
        return Number(json, "numberReturned") is { } returned && returned != features.GetArrayLength()
            ? string.Create(CultureInfo.InvariantCulture, $"it has {features.GetArrayLength()} features and says {returned}") : null;
    }

    private static string? CrsOf(JsonElement page) =>
        page.TryGetProperty("crs", out var crs) && crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties) && properties.Text("name") is { Length: > 0 } name ? name : null;

    private static long? Number(JsonElement page, string name) =>
        page.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
