// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Schakel.Web.Atlas;

namespace Schakel.Web.Evidence;

/// <summary><c>GET /schaalbeeld/naast</c>: two places, or two years, of one figure beside each other.</summary>
internal static class CompareEvidence
{
    internal static async Task<IResult> Show(HttpContext http, CurrentGround current, Evidences evidences, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var (one, otherwise) = await EvidenceEndpoints.Look(http, current, evidences, clock);
        if (one is null)
            return otherwise!;
        var (two, notTwo) = await EvidenceEndpoints.Look(Other(http.Request), current, evidences, clock, http.RequestAborted);
        return two is null ? notTwo! : new RazorComponentResult<CompareScreen>(new { One = one, Two = two });
    }

    // The second question is the first with another place or year; an empty place is everything.
    private static HttpRequest Other(HttpRequest request)
    {
        var query = request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        foreach (var (second, first) in new[] { ("plek2", "plek"), ("jaar2", "jaar") })
            if (query.Remove(second, out var value))
                query[first] = value;
        return new DefaultHttpContext { Request = { QueryString = new QueryString(QueryHelpers.AddQueryString("", query)) } }.Request;
    }
}
