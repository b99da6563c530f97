// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Texts;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Ogc;

/// <summary><c>GET /ogc/v1</c> and <c>/ogc/v1/conformance</c>: where a GIS begins.</summary>
internal static class GetLandingPage
{
    private static readonly string[] conformsTo =
    [
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
    ];

    internal static IResult Handle(HttpContext http)
    {
        if (!OgcQuery.Read(http.Request.Query).TryGet(out var query, out var reason))
            return OgcProblem.From(reason, Language.Dutch);
        var (texts, links, isHtml) = (ScreenTexts.In(query.Language), new OgcLinks(http.Request), OgcAnswer.WantsHtml(http.Request));
        OgcLink[] all =
        [
            .. links.SelfAndOther(isHtml, OgcLinks.Json),
            new("service-desc", OgcLinks.OpenApi, links.To("/api"), "Beschrijving / description (OpenAPI 3.0)"),
            new("conformance", OgcLinks.Json, links.To("/conformance"), "Waaraan dit voldoet / conformance"),
            new("data", OgcLinks.Json, links.To("/collections"), "De verzamelingen / collections"),
            new("license", OgcLinks.Html, links.To("/collections?f=html"), "Licentie per verzameling / licence by collection"),
        ];
        if (isHtml)
            return OgcAnswer.Html(http, texts, texts["ogc.title"], texts["ogc.lead"], all);

        return OgcAnswer.Json(http, OgcLinks.Json, json =>
        {
            json.WriteStartObject();
            json.WriteString("title", texts["ogc.title"]);
            json.WriteString("description", texts["ogc.lead"]);
            OgcLinks.Write(json, all);
            json.WriteEndObject();
        });
    }

    internal static IResult HandleConformance(HttpContext http)
    {
        if (!OgcQuery.Read(http.Request.Query).TryGet(out var query, out var reason))
            return OgcProblem.From(reason, Language.Dutch);
        var (texts, links) = (ScreenTexts.In(query.Language), new OgcLinks(http.Request));
        if (OgcAnswer.WantsHtml(http.Request))
            return OgcAnswer.Html(http, texts, texts["ogc.conformance"], null, [.. links.SelfAndOther(isHtml: true, OgcLinks.Json)],
                new OgcTable(texts["ogc.conformance.classes"], [texts["ogc.conformance.class"]], [.. conformsTo.Select(each => (each, (IReadOnlyList<string>)[each]))]));

        return OgcAnswer.Json(http, OgcLinks.Json, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("conformsTo");
            foreach (var each in conformsTo)
                json.WriteStringValue(each);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
