// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Security;

namespace Schakel.Web.Assets;

/// <summary><c>GET /assets/{version}/{name}</c>: style sheets, fonts, scripts.</summary>
internal static class ServeShippedFile
{
    private const string Forever = "public, max-age=31536000, immutable";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/assets/{version}/{**name}", ["GET", "HEAD"], Handle).OpenToAll().ExcludeFromDescription();
        routes.MapMethods("/favicon.ico", ["GET", "HEAD"], (ShippedFiles files, HttpContext http) => Handle(files.Version, "images/favicon.svg", files, http))
            .OpenToAll().ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, NotFound> Handle(string version, string name, ShippedFiles files, HttpContext http)
    {
        if (version != files.Version || files.Find(name) is not { } file)
            return TypedResults.NotFound();

        http.Response.Headers.CacheControl = Forever;
        http.Response.Headers.Vary = "Accept-Encoding";
        if (file.Compressed is null || !AcceptsGzip(http.Request))
            return TypedResults.Bytes(file.Bytes, file.ContentType);

        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(file.Compressed, file.ContentType);
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is not 0);
}
