// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Schakel.Catalogue.Tests.Fetching.Replay;

/// <summary>The five services on this machine, with a folder for each host, their rules and their faults.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly ConcurrentDictionary<string, int> attempts = new(StringComparer.Ordinal);
    private readonly Behaviour behaviour;
    private int underWay, mostAtOnce;

    private ReplayServer(WebApplication host, Behaviour behaviour)
    {
        this.host = host;
        this.behaviour = behaviour;
    }

    internal Uri Address => new(host.Urls.First());

    /// <summary>Requests that came, with host, path and query.</summary>
    internal ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Most requests that were under way at one moment.</summary>
    internal int MostAtOnce => mostAtOnce;

    internal static async Task<ReplayServer> Start(Behaviour behaviour)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var server = new ReplayServer(host, behaviour);
        host.Run(server.Answer);
        await host.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var address = context.Request.Path + context.Request.QueryString;
        Asked.Enqueue(address);
        var now = Interlocked.Increment(ref underWay);
        InterlockedMax(now);
        try
        {
            var attempt = attempts.AddOrUpdate(address, 0, (_, before) => before + 1);
            var fault = behaviour.FaultFor(address, attempt);
            if (behaviour.Delay > TimeSpan.Zero)
                await Task.Delay(behaviour.Delay, context.RequestAborted);
            var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var (status, body) = Route(parts[0], [.. parts.Skip(1)], context.Request.Query, context.Response, fault);
            await FaultyWriting.Write(context, status, body, fault);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private (int Status, string Body) Route(string service, string[] path, IQueryCollection query, HttpResponse response, Fault fault) => (service, path) switch
    {
        ("opendata.cbs.nl" or "dataderden.cbs.nl", ["ODataApi", "odata", var table, var resource]) => Rows(table, resource, query, service, isFeed: false, fault),
        ("opendata.cbs.nl" or "dataderden.cbs.nl", ["ODataFeed", "odata", var table, var resource]) => Rows(table, resource, query, service, isFeed: true, fault),
        ("opendata.cbs.nl", ["ODataCatalog", "Tables"]) => Rows("Tables", "", query, service, isFeed: false, fault),
        ("datasets.cbs.nl", ["odata", "v1", "CBS", OpenDataAnswers.KeyFigures, var resource]) => Observations(resource, query, fault),
        ("api.pdok.nl", ["cbs", "wijken-en-buurten-2024", "ogc", "v1", "collections", var collection, "items"]) when !behaviour.OnlyWfs => Ogc(collection, query, response, fault),
        ("service.pdok.nl", ["cbs", "wijkenbuurten", "2024" or "2022", "wfs", "v1_0"]) => Wfs(query, fault),
        _ => (404, "{\"error\":\"not found\"}"),
    };

    private (int, string) Rows(string table, string resource, IQueryCollection query, string service, bool isFeed, Fault fault)
    {
        if (OpenDataAnswers.Of(table, resource, query["$filter"], behaviour.IgnoresFilters) is not { } rows)
            return (404, "<html><body>Not found</body></html>");
        if (!isFeed && rows.Count > behaviour.MostRows)
            return (500, behaviour.IsSilentAboutRows ? "Internal Server Error" : "{\"odata.error\":{\"message\":\"The query returns more than 10000 records.\"}}");
        var answer = new JsonObject { ["odata.metadata"] = $"http://{service}/ODataApi/odata/{table}/$metadata#{resource}" };
        var start = int.Parse(query["$skip"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var page = rows.Skip(start).Take(behaviour.MostRows).ToList();
        if (start + page.Count < rows.Count)
            answer["odata.nextLink"] = string.Create(CultureInfo.InvariantCulture, $"http://{service}/ODataFeed/odata/{table}/{resource}?$format=json&$filter={Uri.EscapeDataString(query["$filter"].ToString())}&$skip={start + page.Count}");
        answer["value"] = Copies(page, fault);
        return (200, answer.ToJsonString());
    }

    private (int, string) Observations(string resource, IQueryCollection query, Fault fault)
    {
        if (ObservationAnswers.Of(resource, query["$filter"], behaviour.IgnoresFilters) is not { } found)
            return (404, "{}");
        return (200, (found is JsonArray rows ? new JsonObject { ["@odata.context"] = "https://datasets.cbs.nl/odata/v1/CBS", ["value"] = Copies([.. rows.Select(row => row!)], fault) } : found).ToJsonString());
    }

    private (int, string) Ogc(string collection, IQueryCollection query, HttpResponse response, Fault fault)
    {
        string[] known = behaviour.KnowsNoGemeenteFilter ? ["f", "limit", "crs", "cursor", "bbox", "bbox-crs"] : ["f", "limit", "crs", "cursor", "bbox", "bbox-crs", "gemeentecode"];
        if (query.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
            return (400, $"{{\"title\":\"Bad Request\",\"detail\":\"unknown query parameter: {unknown}\"}}");
        var features = FeatureAnswers.Of(collection, camelCase: false).AsEnumerable();
        if (query.TryGetValue("gemeentecode", out var code) && !behaviour.IgnoresFilters)
            features = features.Where(feature => (string?)feature["properties"]!["gemeentecode"] == code);
        if (query.TryGetValue("bbox", out var box) && !behaviour.IgnoresFilters)
            features = features.Where(feature => FeatureAnswers.IsWithin(feature, FeatureAnswers.Box(box!)));
        var all = features.ToList();
        var start = query.TryGetValue("cursor", out var cursor) ? int.Parse(Encoding.UTF8.GetString(Convert.FromHexString(cursor!)), CultureInfo.InvariantCulture) : 0;
        var limit = Math.Min(behaviour.MostFeatures, int.Parse(query["limit"].FirstOrDefault() ?? "10", CultureInfo.InvariantCulture));
        var page = all.Skip(start).Take(limit).Cast<JsonNode>().ToList();
        var links = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"https://api.pdok.nl/cbs/wijken-en-buurten-2024/ogc/v1/collections/{collection}/items?f=json" });
        if (start + page.Count < all.Count)
            links.Add(new JsonObject
            {
                ["rel"] = "next",
                ["href"] = $"https://api.pdok.nl/cbs/wijken-en-buurten-2024/ogc/v1/collections/{collection}/items?cursor={Convert.ToHexString(Encoding.UTF8.GetBytes((start + page.Count).ToString(CultureInfo.InvariantCulture)))}&"
                    + string.Join('&', query.Where(pair => pair.Key != "cursor").Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}")),
            });
        response.Headers["Content-Crs"] = $"<{query["crs"]}>";
        return (200, new JsonObject { ["type"] = "FeatureCollection", ["links"] = links, ["features"] = Copies(page, fault), ["numberReturned"] = page.Count }.ToJsonString());
    }

    private (int, string) Wfs(IQueryCollection query, Fault fault)
    {
        // CQL_FILTER is ignored without a word, and so is a count above what the service likes.
        var features = FeatureAnswers.Of(query["typeNames"].ToString().Split(':')[^1], camelCase: true).AsEnumerable();
        if (query.TryGetValue("bbox", out var box) && !behaviour.IgnoresFilters)
            features = features.Where(feature => FeatureAnswers.IsWithin(feature, FeatureAnswers.Box(box!)));
        var all = features.ToList();
        var start = int.Parse(query["startIndex"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var page = all.Skip(start).Take(Math.Min(behaviour.MostFeatures, int.Parse(query["count"].FirstOrDefault() ?? "1000", CultureInfo.InvariantCulture))).Cast<JsonNode>().ToList();
        return (200, new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["numberMatched"] = all.Count + (fault == Fault.OtherCount ? 1 : 0),
            ["numberReturned"] = page.Count,
            ["crs"] = new JsonObject { ["type"] = "name", ["properties"] = new JsonObject { ["name"] = "urn:ogc:def:crs:EPSG::28992" } },
            ["features"] = Copies(page, fault),
        }.ToJsonString());
    }

    // A node of JSON has one parent. Half of the rows stay away when that is the fault.
    private static JsonArray Copies(List<JsonNode> rows, Fault fault) =>
        [.. rows.Take(fault == Fault.FewerRows && rows.Count > 1 ? rows.Count / 2 : rows.Count).Select(row => row.DeepClone())];

    private void InterlockedMax(int now)
    {
        for (var most = mostAtOnce; now > most; most = mostAtOnce)
            Interlocked.CompareExchange(ref mostAtOnce, now, most);
    }
}
