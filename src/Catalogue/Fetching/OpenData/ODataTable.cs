// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching.OpenData;

/// <summary>A table of StatLine, version 3: small questions to the Api, and the Feed where the Api finds the answer too long.</summary>
internal sealed class ODataTable(ODataRows odata, string table)
{
    internal string Name => table;

    internal ServiceAddress Service => odata.Service;

    /// <summary>Rows of a resource, as the service gives them: it may ignore the filter.</summary>
    internal Task<IReadOnlyList<JsonElement>> Rows(string resource, string? filter, CancellationToken cancel) => odata.All(Path(resource, filter), cancel);

    /// <summary>The rows of a resource turned out to lack something: they are asked again the next time.</summary>
    internal void Doubt(string resource, string? filter) => odata.Doubt(Path(resource, filter));

    /// <summary>Rows of a list that may be longer than the Api allows: the codes of all areas of the country.</summary>
    internal async Task<IReadOnlyList<JsonElement>> LongList(string resource, string? filter, CancellationToken cancel)
    {
        try
        {
            return await Rows(resource, filter, cancel).ConfigureAwait(false);
        }
        catch (PassingProblem problem) when (problem.MayBeTooMuch)
        {
            return await odata.All($"ODataFeed/odata/{table}/{resource}?$format=json{(filter is null ? "" : $"&$filter={Uri.EscapeDataString(filter)}")}", cancel).ConfigureAwait(false);
        }
    }

    private string Path(string resource, string? filter) => $"ODataApi/odata/{table}/{resource}{(filter is null ? "" : $"?$filter={Uri.EscapeDataString(filter)}")}";
}
