// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Texts;

namespace Schakel.Web.Ogc;

/// <summary>One answer in two forms: JSON for programs, a page for people. Both say the same.</summary>
internal static class OgcAnswer
{
    /// <summary>Whether the reader wants a page: asked by <c>f=html</c>, or by a browser's Accept.</summary>
    internal static bool WantsHtml(HttpRequest request)
    {
        if (request.Query["f"].ToString() is { Length: > 0 } form)
            return form == "html";
        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).ToArray();
        var html = Array.FindIndex(accepted, type => type.MediaType == "text/html");
        var json = Array.FindIndex(accepted, type => type.MediaType.Value is "application/json" or "application/geo+json" || type.MatchesAllTypes);
        return html >= 0 && (json < 0 || html < json);
    }

    // The answer is a document of its own and never part of a page, so only what JSON itself needs is escaped.
    private static readonly JsonWriterOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON, written at once: an answer is at most a thousand features.</summary>
    internal static IResult Json(HttpContext http, string type, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, readable))
            write(json);
        http.Response.Headers.Vary = "Accept, Accept-Encoding";
        return TypedResults.Bytes(buffer.WrittenMemory, type);
    }

    internal static IResult Html(HttpContext http, ScreenTexts texts, string title, string? text, IReadOnlyList<OgcLink> links, OgcTable? table = null)
    {
        http.Response.Headers.Vary = "Accept, Accept-Encoding";
        return new RazorComponentResult<OgcPage>(new { Texts = texts, Heading = title, Text = text, Links = links, Table = table, OtherLanguage = new OgcLinks(http.Request).Here(("lang", texts.Other.Code), ("f", "html")) });
    }
}

/// <summary>A table of a page: heads, and rows of cells of which the first is a link.</summary>
/// <param name="Caption">What it lists.</param>
/// <param name="Heads">Titles of the columns.</param>
/// <param name="Rows">Address of a row and its cells.</param>
public sealed record OgcTable(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<(string Href, IReadOnlyList<string> Cells)> Rows);
