// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using Schakel.Catalogue.Fetching.Features;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching.Publishers;

/// <summary>Boundaries of a gemeente, its wijken and its buurten from PDOK: the OGC API where the year has one, else the WFS.</summary>
internal sealed class Boundaries(Downloads downloads, Uri? baseAddress, List<string> notes)
{
    private const int FirstOgcYear = 2023;
    private static readonly string[] levels = ["gemeente", "wijk", "buurt"];

    internal async Task<IReadOnlyList<(string Level, FeatureRows Features)>> Fetch(string gemeente, int year, CancellationToken cancel)
    {
        if (year >= FirstOgcYear)
            try
            {
                var ogc = new OgcFeatures(new FeaturePages(downloads, new ServiceAddress(Publisher.Pdok.Host, baseAddress)), string.Create(CultureInfo.InvariantCulture, $"cbs/wijken-en-buurten-{year}/ogc/v1"));
                return await Levels(ogc.Of, gemeente, year, Publisher.Pdok.Host, cancel).ConfigureAwait(false);
            }
            catch (FetchRefused refused) when (refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"PDOK has no OGC API of {year}; the boundaries come from its WFS."));
            }
        try
        {
            var wfs = new WfsFeatures(
                new FeaturePages(downloads, new ServiceAddress(Publisher.PdokFeatures.Host, baseAddress)), string.Create(CultureInfo.InvariantCulture, $"cbs/wijkenbuurten/{year}/wfs/v1_0"), "wijkenbuurten");
            return await Levels(wfs.Of, gemeente, year, Publisher.PdokFeatures.Host, cancel).ConfigureAwait(false);
        }
        catch (FetchRefused refused) when (refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            throw new FetchRefused("no-such-edition", string.Create(CultureInfo.InvariantCulture, $"PDOK has no boundaries of {year}."), refused.Where) { Arguments = [$"PDOK {year}"] };
        }
    }

    private static async Task<IReadOnlyList<(string, FeatureRows)>> Levels(
        Func<string, string, Extent?, CancellationToken, Task<FeatureRows>> of, string gemeente, int year, string host, CancellationToken cancel)
    {
        var found = new List<(string, FeatureRows)>();
        Extent? extent = null;
        foreach (var level in levels)
        {
            var features = await of(gemeente, level, extent, cancel).ConfigureAwait(false);
            if (features.Items.Count == 0)
                throw new FetchRefused("no-such-gemeente", string.Create(CultureInfo.InvariantCulture, $"PDOK has no {level} of GM{gemeente} in {year}."), host)
                {
                    Arguments = [$"GM{gemeente}", string.Create(CultureInfo.InvariantCulture, $"PDOK {year}")],
                    Expected = "a gemeente as it was in that year",
                };
            extent ??= Extent.Around(features.Items);
            found.Add((level, features));
        }
        return found;
    }
}
