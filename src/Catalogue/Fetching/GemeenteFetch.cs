// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using Schakel.Catalogue.Fetching.Publishers;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching;

/// <summary>Everything about one gemeente in one year. Publishers are asked side by side; one that fails does not keep the others.</summary>
internal sealed class GemeenteFetch(FetchRequest request, string code, HttpMessageInvoker http, Action<string, double> report)
{
    private readonly string gemeente = code[2..];
    private readonly string folder = Path.Combine(request.Folder, code, request.Year.ToString(CultureInfo.InvariantCulture));
    private readonly ConcurrentDictionary<string, double> shares = new(StringComparer.Ordinal);

    internal async Task All(IReadOnlyList<Publisher> publishers, List<string> files, List<Refusal> refused, List<string> notes, CancellationToken cancel)
    {
        var results = await Task.WhenAll(publishers.Select((publisher, place) => Guarded(publisher, place, publishers.Count, cancel))).ConfigureAwait(false);
        foreach (var result in results)
        {
            files.AddRange(result.Files);
            notes.AddRange(result.Notes);
            if (result.Refusal is not null)
                refused.Add(result.Refusal);
        }
    }

    private async Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Notes, Refusal? Refusal)> Guarded(Publisher publisher, int place, int publishers, CancellationToken cancel)
    {
        var notes = new List<string>();
        var pages = new PageStore(Path.Combine(folder, "." + publisher.Id), request.Clock);
        var manners = request.Manners;
        var downloads = new Downloads(http, pages, manners, new BackOff(unchecked(request.Seed + place), manners.FirstPause, manners.LongestPause), request.Clock,
            address => Tell(publisher, pages.Served.Count + 1, publishers));
        try
        {
            var staged = new StagedFolder(Path.Combine(folder, publisher.Id), publisher);
            var files = await Of(publisher, downloads, staged, notes, cancel).ConfigureAwait(false);
            staged.State(files, pages.Served);
            pages.Clear();
            return (files, notes, null);
        }
        catch (FetchRefused problem)
        {
            // What will be refused again tomorrow leaves nothing to go on with.
            if (problem is not PassingProblem)
                pages.Clear();
            return ([], [], problem.AsRefusal());
        }
        finally
        {
            shares[publisher.Id] = 1;
        }
    }

    // How many answers there will be shows only at the end. Twenty is half of what a gemeente of middling size needs.
    private void Tell(Publisher publisher, int answers, int publishers)
    {
        shares[publisher.Id] = answers / (answers + 20.0);
        report(string.Create(CultureInfo.InvariantCulture, $"{publisher.Id} {code} ({answers})"), shares.Values.Sum() / publishers);
    }

    private async Task<IReadOnlyList<string>> Of(Publisher publisher, Downloads downloads, StagedFolder staged, List<string> notes, CancellationToken cancel)
    {
        if (publisher == Publisher.Pdok)
            return [.. (await new Boundaries(downloads, request.BaseAddress, notes).Fetch(gemeente, request.Year, cancel).ConfigureAwait(false))
                .Select(layer => staged.Write(Name($"pdok_{layer.Level}", request.Year, ".geojson"), json => layer.Features.Write(json, layer.Level)))];
        if (publisher == Publisher.Cbs)
            return [await KeyFigures(downloads, staged, notes, cancel).ConfigureAwait(false)];

        var tables = new ThirdPartyTables(downloads, request.BaseAddress, notes);
        var (table, year, file) = publisher == Publisher.Police
            ? await tables.Crime(gemeente, request.Year, cancel).ConfigureAwait(false)
            : await tables.Health(gemeente, request.Year, cancel).ConfigureAwait(false);
        return [staged.Write(Name($"{publisher.Id}_{table}", year, ".json"), file.Write)];
    }

    private async Task<string> KeyFigures(Downloads downloads, StagedFolder staged, List<string> notes, CancellationToken cancel)
    {
        var figures = new KeyFigures(downloads, request.BaseAddress, notes);
        if (request.ODataVersion4)
        {
            var (table, file) = await figures.FetchObservations(gemeente, request.Year, cancel).ConfigureAwait(false);
            return staged.Write(Name($"cbs_{table}", request.Year, ".json"), file.Write);
        }
        var found = await figures.TableOf(request.Year, cancel).ConfigureAwait(false);
        var rows = await figures.Fetch(found, gemeente, cancel).ConfigureAwait(false);
        return staged.Write(Name($"cbs_{found}", request.Year, ".json"), rows.Write);
    }

    // The gemeente is in the name: an import of a newer file of the same name replaces the older one, and towns must not replace each other.
    private string Name(string what, int year, string extension) => string.Create(CultureInfo.InvariantCulture, $"{what}_{code}_{year}{extension}");
}
