// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Schakel.Web.Api;

/// <summary>The mark of an answer (<c>ETag</c>): who sends it back need not get the same answer again.</summary>
internal static class Mark
{
    /// <summary>A mark of everything that an answer depends on, this program included.</summary>
    internal static EntityTagHeaderValue Of(bool isWeak, params ReadOnlySpan<string?> parts) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ProgramVersion.Text}\n{string.Join('\n', parts)}")))[..32]}\"", isWeak);

    /// <summary>Whether the reader has this answer already.</summary>
    internal static bool IsKnown(HttpRequest request, EntityTagHeaderValue mark) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(mark, useStrongComparison: false) || known == EntityTagHeaderValue.Any);

    /// <summary>Puts the mark on the answer; a reader asks each time whether it still holds.</summary>
    internal static void Put(HttpResponse response, EntityTagHeaderValue mark)
    {
        response.GetTypedHeaders().ETag = mark;
        response.Headers.CacheControl = "no-cache";
    }

    /// <summary>Marks the answer, and tells whether it need not be sent.</summary>
    internal static bool PutAndIsKnown(HttpContext http, params ReadOnlySpan<string?> parts)
    {
        var mark = Of(isWeak: true, parts);
        Put(http.Response, mark);
        return IsKnown(http.Request, mark);
    }

    internal static StatusCodeHttpResult Unchanged() => TypedResults.StatusCode(StatusCodes.Status304NotModified);
}
