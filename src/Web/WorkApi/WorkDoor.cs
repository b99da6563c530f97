// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.Net.Http.Headers;
using Schakel.Analysis;
using Schakel.Web.Accounts;
using Schakel.Web.Api;
using Schakel.Web.Security;

namespace Schakel.Web.WorkApi;

/// <summary>What is asked of every question before its use case: a workspace, no page of another site behind it, and for a change the version that was seen.</summary>
internal static class WorkDoor
{
    internal static async Task<IResult> Enter(HttpContext http, OperationWords words, Func<Asked, Task<IResult>> answer)
    {
        var headers = http.Response.Headers;
        headers["API-Version"] = ApiDescription.Version;
        headers.CacheControl = "private, no-store";
        // Before anything is asked of who asks: a visitor belongs to the municipality of this site, and that is known once the workspace is open.
        if (!(await http.RequestServices.GetRequiredService<Workplace>().Open(http.RequestAborted)).TryGet(out _, out var reason))
            return WorkProblems.From(new Asked(http), reason);

        var asked = new Asked(http);
        if (words.IsSent && !SameSite.IsFromHere(http.Request))
            return WorkProblems.From(asked, new Reason("from-another-site", "A page of another site sent this. Nothing was changed."));
        if (!words.NeedsVersion)
            return await answer(asked);
        return Version(http.Request).TryGet(out var seen, out reason) ? await answer(new Asked(http) { Seen = seen.Version }) : WorkProblems.From(asked, reason);
    }

    private static Outcome<SeenVersion> Version(HttpRequest request)
    {
        if (request.Headers.IfMatch.ToString() is not { Length: > 0 } given)
            return new Reason("if-match-missing", "Say in If-Match which version you saw: the ETag of what you read. A star means: whichever stands.");
        if (given.Trim() == "*")
            return new SeenVersion(null);
        return EntityTagHeaderValue.TryParse(given, out var mark) && !mark.IsWeak
            && int.TryParse(mark.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new SeenVersion(version)
            : new Reason("bad-parameter", $"If-Match {given} is not possible; possible is \"3\".") { Arguments = ["If-Match", given, "\"3\""] };
    }

    private sealed record SeenVersion(int? Version);
}
