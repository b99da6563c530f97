// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Web.Atlas;
using Schakel.Web.Texts;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Ogc;

/// <summary><c>GET /ogc/v1/collections/{collectionId}/items</c> and <c>…/{featureId}</c>: areas with their borders and figures.</summary>
internal static class GetFeatures
{
    internal static readonly string[] Parameters = ["limit", "offset", "bbox", "bbox-crs", "crs", "datetime"];

    internal static async Task<IResult> HandleAll(string collectionId, HttpContext http, CurrentGround current, FeatureSets sets, TimeProvider clock)
    {
        if (!OgcQuery.Read(http.Request.Query, Parameters).TryGet(out var query, out var reason))
            return OgcProblem.From(reason, Language.Dutch);
        if (!current.Ask().TryGet(out var ground, out reason))
            return OgcProblem.From(reason, query.Language);
        if (FeatureCollection.Find(ground, collectionId) is not { } collection)
            return OgcProblem.NoSuchCollection(collectionId, query.Language);
        if (!(await sets.Get(ground, collection)).TryGet(out var features, out reason))
            return OgcProblem.From(reason, query.Language);

        var isOfAskedYear = query.Years is not { } years || collection.Year == 0 || (collection.Year >= years.From && collection.Year <= years.To);
        IReadOnlyList<int> matched = isOfAskedYear ? features.In(query.Box) : [];
        var returned = matched.Skip(query.Offset).Take(query.Limit).ToArray();
        var (texts, links, isHtml) = (ScreenTexts.In(query.Language), new OgcLinks(http.Request), OgcAnswer.WantsHtml(http.Request));
        OgcLink[] all =
        [
            .. links.SelfAndOther(isHtml, OgcLinks.GeoJson), .. links.Pages(query, matched.Count, isHtml),
            new OgcLink("collection", OgcLinks.Json, links.To($"/collections/{collection.Id}"), collection.Title(texts)),
        ];
        if (isHtml)
            return OgcAnswer.Html(http, texts, collection.Title(texts), texts["ogc.matched", texts.Numbers.Whole(matched.Count)], all, Table(texts, links, collection, features, returned));

        http.Response.Headers["Content-Crs"] = $"<{query.Crs.Uri}>";
        return OgcAnswer.Json(http, OgcLinks.GeoJson, json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteNumber("numberMatched", matched.Count);
            json.WriteNumber("numberReturned", returned.Length);
            json.WriteString("timeStamp", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            OgcLinks.Write(json, all);
            json.WriteStartArray("features");
            foreach (var place in returned)
                FeatureJson.Write(json, features, place, query.Crs);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    internal static async Task<IResult> HandleOne(string collectionId, string featureId, HttpContext http, CurrentGround current, FeatureSets sets)
    {
        if (!OgcQuery.Read(http.Request.Query, "crs").TryGet(out var query, out var reason))
            return OgcProblem.From(reason, Language.Dutch);
        if (!current.Ask().TryGet(out var ground, out reason))
            return OgcProblem.From(reason, query.Language);
        if (FeatureCollection.Find(ground, collectionId) is not { } collection)
            return OgcProblem.NoSuchCollection(collectionId, query.Language);
        if (!(await sets.Get(ground, collection)).TryGet(out var features, out reason))
            return OgcProblem.From(reason, query.Language);
        if (features.Find(featureId) is not { } place)
            return OgcProblem.NoSuchFeature(featureId, query.Language);

        var (texts, links, isHtml) = (ScreenTexts.In(query.Language), new OgcLinks(http.Request), OgcAnswer.WantsHtml(http.Request));
        OgcLink[] all = [.. links.SelfAndOther(isHtml, OgcLinks.GeoJson), new OgcLink("collection", OgcLinks.Json, links.To($"/collections/{collection.Id}"), collection.Title(texts))];
        if (isHtml)
            return OgcAnswer.Html(http, texts, $"{collection.Title(texts)}: {featureId}", null, all, new OgcTable(
                texts["ogc.properties"], [texts["ogc.property"], texts["ogc.value"]],
                [.. Properties(features, place).Select(pair => ("", (IReadOnlyList<string>)[pair.Name, pair.Value]))]));

        http.Response.Headers["Content-Crs"] = $"<{query.Crs.Uri}>";
        return OgcAnswer.Json(http, OgcLinks.GeoJson, json => FeatureJson.Write(json, features, place, query.Crs, writer => OgcLinks.Write(writer, all)));
    }

    private static OgcTable Table(ScreenTexts texts, OgcLinks links, FeatureCollection collection, FeatureSet features, int[] places)
    {
        var rows = places.Select(place => (Id: features.Ids[place], Properties: Properties(features, place))).ToArray();
        var names = rows.Length == 0 ? [] : rows[0].Properties.Select(pair => pair.Name).ToArray();
        return new OgcTable(texts["ogc.features"], [texts["ogc.feature"], .. names],
            [.. rows.Select(row => (links.To($"/collections/{collection.Id}/items/{Uri.EscapeDataString(row.Id)}?f=html"), (IReadOnlyList<string>)[row.Id, .. row.Properties.Select(pair => pair.Value)]))]);
    }

    /// <summary>The page shows what the JSON says, so it is read from the JSON.</summary>
    private static (string Name, string Value)[] Properties(FeatureSet features, int place)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            features.WriteProperties(json, place);
            json.WriteEndObject();
        }

        using var read = JsonDocument.Parse(buffer.ToArray());
        return [.. read.RootElement.EnumerateObject().Select(member => (member.Name, member.Value.ValueKind == JsonValueKind.Null ? "–" : member.Value.ToString()))];
    }
}
