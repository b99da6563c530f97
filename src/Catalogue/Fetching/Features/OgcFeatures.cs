// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json;
using Schakel.Catalogue.Fetching.OpenData;

namespace Schakel.Catalogue.Fetching.Features;

/// <summary>Boundaries from an OGC API of PDOK. Pages are linked; how a next page is called is the business of the service.</summary>
internal sealed class OgcFeatures(FeaturePages pages, string root)
{
    private const string Rd = "http://www.opengis.net/def/crs/EPSG/0/28992";

    /// <summary>The areas of a gemeente at a level.</summary>
    /// <param name="gemeente">Four digits.</param>
    /// <param name="level">Level id.</param>
    /// <param name="extent">Where the gemeente lies, for a service that cannot filter by its code; null when that is not known yet.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<FeatureRows> Of(string gemeente, string level, Extent? extent, CancellationToken cancel)
    {
        var collection = $"{root}/collections/{Plural(level)}/items?f=json&limit=1000&crs={Uri.EscapeDataString(Rd)}";
        try
        {
            return (await All($"{collection}&gemeentecode=GM{gemeente}", cancel).ConfigureAwait(false)).Of(gemeente, level);
        }
        catch (FetchRefused refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            // Which properties can be asked for is up to the service; a rectangle always can.
            var within = extent is { } known ? $"&bbox={known.Text}&bbox-crs={Uri.EscapeDataString(Rd)}" : "";
            return (await All(collection + within, cancel).ConfigureAwait(false)).Of(gemeente, level);
        }
    }

    internal static string Plural(string level) => level switch { "gemeente" => "gemeenten", "wijk" => "wijken", _ => "buurten" };

    private Task<FeatureRows> All(string pathAndQuery, CancellationToken cancel) => pages.All(pages.Service.To(pathAndQuery), Next, cancel);

    private Uri? Next(Uri from, JsonElement page, int _)
    {
        if (!page.TryGetProperty("links", out var links) || links.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var link in links.EnumerateArray())
            if (link.Text("rel") == "next" && link.Text("href") is { Length: > 0 } address)
                return pages.Service.Follow(from, address) ?? throw new FetchRefused("redirect-elsewhere", $"{pages.Service.Host} points to another place, which is not followed.", from.AbsoluteUri) { Value = address, Arguments = [pages.Service.Host] };
        return null;
    }
}
