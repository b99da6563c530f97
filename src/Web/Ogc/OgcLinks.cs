// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Schakel.Web.Ogc;

/// <summary>A link of an answer.</summary>
/// <param name="Rel">What it is to the answer.</param>
/// <param name="Type">Media type behind it.</param>
/// <param name="Href">Whole address.</param>
/// <param name="Title">For people.</param>
public sealed record OgcLink(string Rel, string Type, string Href, string Title);

/// <summary>Addresses of this part of the site.</summary>
internal sealed class OgcLinks(HttpRequest request)
{
    internal const string Json = "application/json";
    internal const string GeoJson = "application/geo+json";
    internal const string Html = "text/html";
    internal const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";

    private readonly string root = $"{request.Scheme}://{request.Host}{request.PathBase}";

    internal string To(string path) => $"{root}/ogc/v1{path}";

    /// <summary>The address of this answer with some parameters changed; null takes one away.</summary>
    internal string Here(params (string Name, string? Value)[] changes)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        foreach (var (name, value) in changes)
            query[name] = value;
        return QueryHelpers.AddQueryString($"{root}{request.Path}", query.Where(pair => pair.Value is not null));
    }

    /// <summary>This answer, and the same for people or for programs.</summary>
    internal IEnumerable<OgcLink> SelfAndOther(bool isHtml, string json)
    {
        var (program, people) = (Here(("f", "json")), Here(("f", "html")));
        yield return isHtml ? new OgcLink("self", Html, people, "Deze pagina / this page") : new OgcLink("self", json, program, "Dit antwoord / this answer");
        yield return isHtml ? new OgcLink("alternate", json, program, "Als JSON / as JSON") : new OgcLink("alternate", Html, people, "Als pagina / as a page");
    }

    /// <summary>The page after this one and the one before, where they are.</summary>
    internal IEnumerable<OgcLink> Pages(OgcQuery query, int matched, bool isHtml)
    {
        var type = isHtml ? Html : GeoJson;
        if (query.Offset + query.Limit < matched)
            yield return new OgcLink("next", type, Here(("offset", Text(query.Offset + query.Limit))), "Verder / next");
        if (query.Offset > 0)
            yield return new OgcLink("prev", type, Here(("offset", query.Offset <= query.Limit ? null : Text(query.Offset - query.Limit))), "Terug / previous");
    }

    internal static void Write(Utf8JsonWriter json, IEnumerable<OgcLink> links)
    {
        json.WriteStartArray("links");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("href", link.Href);
            json.WriteString("rel", link.Rel);
            json.WriteString("type", link.Type);
            json.WriteString("title", link.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
