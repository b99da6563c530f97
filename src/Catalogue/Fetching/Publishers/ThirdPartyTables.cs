// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using System.Text.Json;
using Schakel.Catalogue.Fetching.OpenData;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching.Publishers;

/// <summary>Tables of others that CBS publishes: registered crime of the police, health of RIVM. One table holds many years.</summary>
internal sealed class ThirdPartyTables(Downloads downloads, Uri? baseAddress, List<string> notes)
{
    private const string Adults = "20300";
    private const string TheValueItself = "MW00000";
    private readonly ODataRows odata = new(downloads, new ServiceAddress(Publisher.Police.Host, baseAddress));

    /// <summary>Every kind of crime in one year.</summary>
    internal async Task<(string Table, int Year, StatLineFile File)> Crime(string gemeente, int year, CancellationToken cancel)
    {
        var (table, found) = await Period(Publisher.Police, year, latestBefore: false, cancel).ConfigureAwait(false);
        var period = string.Create(CultureInfo.InvariantCulture, $"{found}JJ00");
        var file = await StatLineFile.Fetch(table, gemeente, $"startswith(Perioden,'{period}')", notes, cancel).ConfigureAwait(false);
        return (table.Name, found, file.Where("Perioden", key => key == period));
    }

    /// <summary>Health of adults: the survey of that year, else the last one before it, for it is not held every year.</summary>
    internal async Task<(string Table, int Year, StatLineFile File)> Health(string gemeente, int year, CancellationToken cancel)
    {
        var (table, found) = await Period(Publisher.Rivm, year, latestBefore: true, cancel).ConfigureAwait(false);
        if (found != year)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"The Gezondheidsmonitor was not held in {year}; the figures are those of {found}."));
        var period = string.Create(CultureInfo.InvariantCulture, $"{found}JJ00");
        var file = await StatLineFile.Fetch(table, gemeente, $"startswith(Perioden,'{period}') and Leeftijd eq '{Adults}' and Marges eq '{TheValueItself}'", notes, cancel).ConfigureAwait(false);
        return (table.Name, found, file.Where("Perioden", key => key == period).Where("Leeftijd", key => key is Adults or "").Where("Marges", key => key is TheValueItself or ""));
    }

    private async Task<(ODataTable Table, int Year)> Period(Publisher publisher, int year, bool latestBefore, CancellationToken cancel)
    {
        (ODataTable Table, JsonElement Period, int Year)? best = null;
        var known = new SortedSet<int>();
        // A list that lacks what we look for may have been cut short: it is asked twice.
        var names = Editions.Of(publisher.Id, year);
        for (var i = 0; i < 2 * names.Count && best?.Year != year; i++)
        {
            var table = new ODataTable(odata, names[i % names.Count]);
            if (i >= names.Count)
                table.Doubt("Perioden", null);
            IReadOnlyList<JsonElement> periods;
            try
            {
                periods = await table.Rows("Perioden", null, cancel).ConfigureAwait(false);
            }
            catch (FetchRefused refused) when (refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                continue;
            }
            foreach (var period in periods)
                if (period.Text("Key") is { Length: 8 } key && key.EndsWith("JJ00", StringComparison.Ordinal) && int.TryParse(key.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var of))
                {
                    known.Add(of);
                    if ((of == year || latestBefore && of < year) && of > (best?.Year ?? 0))
                        best = (table, period, of);
                }
        }
        if (best is not { } found)
            throw new FetchRefused("no-such-edition", string.Create(CultureInfo.InvariantCulture, $"{publisher.Host} has no figures of {publisher.Id} of {year}; it has {(known.Count == 0 ? "none" : string.Join(", ", known))}."), publisher.Host)
            {
                Arguments = [string.Create(CultureInfo.InvariantCulture, $"{publisher.Id} {year}")],
            };
        if (found.Period.Text("Status").StartsWith("Voorlopig", StringComparison.OrdinalIgnoreCase))
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Table {found.Table.Name}: figures of {found.Year} are provisional."));
        return (found.Table, found.Year);
    }
}
