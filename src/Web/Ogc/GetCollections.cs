// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Schakel.Web.Atlas;
using Schakel.Web.Texts;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Ogc;

/// <summary><c>GET /ogc/v1/collections</c> and <c>…/{collectionId}</c>: what there is to ask for.</summary>
internal static class GetCollections
{
    // Where nothing is known yet: a box around the Netherlands, in degrees.
    private static readonly Envelope netherlands = new(3.2, 7.3, 50.7, 53.6);

    internal static IResult HandleAll(HttpContext http, CurrentGround current)
    {
        if (!OgcQuery.Read(http.Request.Query).TryGet(out var query, out var reason))
            return OgcProblem.From(reason, Language.Dutch);
        if (!current.Ask().TryGet(out var ground, out reason))
            return OgcProblem.From(reason, query.Language);

        var (texts, links, isHtml) = (ScreenTexts.In(query.Language), new OgcLinks(http.Request), OgcAnswer.WantsHtml(http.Request));
        var all = FeatureCollection.Listed(ground).ToArray();
        OgcLink[] own = [.. links.SelfAndOther(isHtml, OgcLinks.Json)];
        if (isHtml)
            return OgcAnswer.Html(http, texts, texts["ogc.collections"], texts["ogc.collections.text"], own, new OgcTable(
                texts["ogc.collections"], [texts["ogc.collection"], texts["ogc.what"]],
                [.. all.Select(each => (links.To($"/collections/{each.Id}?f=html"), (IReadOnlyList<string>)[each.Title(texts), each.Description(texts)]))]));

        return OgcAnswer.Json(http, OgcLinks.Json, json =>
        {
            json.WriteStartObject();
            OgcLinks.Write(json, own);
            Systems(json);
            json.WriteStartArray("collections");
            foreach (var each in all)
                Write(json, each, texts, links, [], null);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    internal static async Task<IResult> HandleOne(string collectionId, HttpContext http, CurrentGround current, FeatureSets sets)
    {
        if (!OgcQuery.Read(http.Request.Query).TryGet(out var query, out var reason))
            return OgcProblem.From(reason, Language.Dutch);
        if (!current.Ask().TryGet(out var ground, out reason))
            return OgcProblem.From(reason, query.Language);
        if (FeatureCollection.Find(ground, collectionId) is not { } collection)
            return OgcProblem.NoSuchCollection(collectionId, query.Language);
        if (!(await sets.Get(ground, collection)).TryGet(out var features, out reason))
            return OgcProblem.From(reason, query.Language);

        var (texts, links, isHtml) = (ScreenTexts.In(query.Language), new OgcLinks(http.Request), OgcAnswer.WantsHtml(http.Request));
        OgcLink[] own = [.. links.SelfAndOther(isHtml, OgcLinks.Json)];
        if (isHtml)
            return OgcAnswer.Html(http, texts, collection.Title(texts), collection.Description(texts), [.. own, .. LinksOf(collection, texts, links)]);
        return OgcAnswer.Json(http, OgcLinks.Json, json => Write(json, collection, texts, links, own, features.Extent));
    }

    private static void Write(Utf8JsonWriter json, FeatureCollection collection, ScreenTexts texts, OgcLinks links, IEnumerable<OgcLink> own, Envelope? extent)
    {
        json.WriteStartObject();
        json.WriteString("id", collection.Id);
        json.WriteString("title", collection.Title(texts));
        json.WriteString("description", collection.Description(texts));
        if (collection.Indicator is { } indicator)
            json.WriteString("attribution", Sources.Plain(indicator.Source));
        json.WriteString("itemType", "feature");
        OgcLinks.Write(json, own.Concat(LinksOf(collection, texts, links)));
        Systems(json);
        json.WriteString("storageCrs", CoordinateReference.Rd.Uri);

        json.WriteStartObject("extent");
        json.WriteStartObject("spatial");
        json.WriteStartArray("bbox");
        json.WriteStartArray();
        foreach (var number in Degrees(extent))
            json.WriteNumberValue(Math.Round(number, 5));
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteString("crs", CoordinateReference.Crs84.Uri);
        json.WriteEndObject();
        if (collection.Year > 0)
        {
            json.WriteStartObject("temporal");
            json.WriteStartArray("interval");
            json.WriteStartArray();
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{collection.Year}-01-01T00:00:00Z"));
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{collection.Year}-12-31T23:59:59Z"));
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteString("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static IEnumerable<OgcLink> LinksOf(FeatureCollection collection, ScreenTexts texts, OgcLinks links)
    {
        yield return new OgcLink("items", OgcLinks.GeoJson, links.To($"/collections/{collection.Id}/items"), texts["ogc.items.json"]);
        yield return new OgcLink("items", OgcLinks.Html, links.To($"/collections/{collection.Id}/items?f=html"), texts["ogc.items.page"]);
        foreach (var other in collection.OtherYears())
            yield return new OgcLink("related", OgcLinks.Json, links.To($"/collections/{other.Id}"), other.Title(texts));
    }

    private static void Systems(Utf8JsonWriter json)
    {
        json.WriteStartArray("crs");
        foreach (var known in CoordinateReference.All)
            json.WriteStringValue(known.Uri);
        json.WriteEndArray();
    }

    private static double[] Degrees(Envelope? rd)
    {
        if (rd is null || rd.IsNull)
            return [netherlands.MinX, netherlands.MinY, netherlands.MaxX, netherlands.MaxY];
        (double X, double Y)[] corners = [CoordinateReference.Crs84.FromRd(rd.MinX, rd.MinY), CoordinateReference.Crs84.FromRd(rd.MinX, rd.MaxY), CoordinateReference.Crs84.FromRd(rd.MaxX, rd.MinY), CoordinateReference.Crs84.FromRd(rd.MaxX, rd.MaxY)];
        return [corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y)];
    }
}
