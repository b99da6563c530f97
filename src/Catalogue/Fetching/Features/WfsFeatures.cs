// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;

namespace Schakel.Catalogue.Fetching.Features;

/// <summary>Boundaries from a WFS of PDOK, for years that have no OGC API. A thousand features a page whatever is asked; filters by attribute are ignored.</summary>
internal sealed class WfsFeatures(FeaturePages pages, string path, string prefix)
{
    private const int PerPage = 1000;

    /// <summary>The areas of a gemeente at a level: those inside its rectangle, and of those the ones with its code.</summary>
    internal async Task<FeatureRows> Of(string gemeente, string level, Extent? extent, CancellationToken cancel)
    {
        var within = extent is { } known ? $"&bbox={known.Text},urn:ogc:def:crs:EPSG::28992" : "";
        var question = $"{path}?service=WFS&version=2.0.0&request=GetFeature&typeNames={prefix}:{OgcFeatures.Plural(level)}&outputFormat=application/json&srsName=EPSG:28992{within}";
        return (await pages.All(Page(question, 0), (_, page, read) => IsLast(page, read) ? null : Page(question, read), cancel).ConfigureAwait(false)).Of(gemeente, level);
    }

    private Uri Page(string question, int start) => pages.Service.To(string.Create(CultureInfo.InvariantCulture, $"{question}&count={PerPage}&startIndex={start}"));

    private static bool IsLast(JsonElement page, int read) =>
        page.GetProperty("features").GetArrayLength() == 0
        || (page.TryGetProperty("numberMatched", out var matched) && matched.ValueKind == JsonValueKind.Number && matched.TryGetInt64(out var all) ? read >= all : page.GetProperty("features").GetArrayLength() < PerPage);
}
