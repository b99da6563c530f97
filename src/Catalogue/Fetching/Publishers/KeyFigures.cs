// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using System.Text.Json;
using Schakel.Catalogue.Fetching.OpenData;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching.Publishers;

/// <summary>Kerncijfers wijken en buurten of CBS: a table a year, whose number has to be found.</summary>
internal sealed class KeyFigures(Downloads downloads, Uri? baseAddress, List<string> notes)
{
    private const string Title = "Kerncijfers wijken en buurten";
    private readonly ODataRows odata = new(downloads, new ServiceAddress(Publisher.Cbs.Host, baseAddress));

    /// <summary>The table of a year; it says of itself which year it is about, and lists of others are not to be believed.</summary>
    internal async Task<string> TableOf(int year, CancellationToken cancel)
    {
        foreach (var table in Editions.Of(Publisher.Cbs.Id, year))
            try
            {
                if ((await new ODataTable(odata, table).Rows("TableInfos", null, cancel).ConfigureAwait(false)).Any(about => IsOf(about, year)))
                    return table;
            }
            catch (FetchRefused refused) when (refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
            }
        var catalogue = await odata.All($"ODataCatalog/Tables?$format=json&$filter={Uri.EscapeDataString($"substringof('{Title}',Title)")}", cancel).ConfigureAwait(false);
        foreach (var entry in catalogue.Where(entry => IsOf(entry, year) && Editions.IsTable(entry.Text("Identifier"))).OrderBy(entry => entry.Text("Identifier"), StringComparer.Ordinal))
            return entry.Text("Identifier");
        throw NoEdition(year);
    }

    internal async Task<StatLineFile> Fetch(string table, string gemeente, CancellationToken cancel) =>
        await StatLineFile.Fetch(new ODataTable(odata, table), gemeente, null, notes, cancel).ConfigureAwait(false);

    /// <summary>The same from version 4 of the service; the table is the first guess for the year, for its catalogue cannot be searched.</summary>
    internal async Task<(string Table, ObservationFile File)> FetchObservations(string gemeente, int year, CancellationToken cancel)
    {
        var version4 = new ODataRows(downloads, new ServiceAddress(Publisher.CbsInVersion4.Host, baseAddress));
        foreach (var table in Editions.Of(Publisher.Cbs.Id, year))
            try
            {
                var about = (await downloads.Get(version4.Service, version4.Service.To($"odata/v1/CBS/{table}/Properties"), _ => null, cancel).ConfigureAwait(false)).Json();
                if (IsOf(about, year))
                    return (table, await ObservationFile.Fetch(version4, table, gemeente, notes, cancel).ConfigureAwait(false));
            }
            catch (FetchRefused refused) when (refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
            }
        throw NoEdition(year);
    }

    private static FetchRefused NoEdition(int year) =>
        new("no-such-edition", string.Create(CultureInfo.InvariantCulture, $"CBS has no {Title} of {year}."), Publisher.Cbs.Host) { Arguments = [string.Create(CultureInfo.InvariantCulture, $"{Title} {year}")] };

    private static bool IsOf(JsonElement about, int year) =>
        about.Text("Title").Contains(Title, StringComparison.OrdinalIgnoreCase)
        && (about.Text("Title").Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) || about.Text("Period") == year.ToString(CultureInfo.InvariantCulture));
}
