// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Schakel.Analysis;
using Schakel.Web.Accounts;
using Schakel.Web.Api;
using Schakel.Web.Security;
using Schakel.Workspace.Storage;

namespace Schakel.Web.WorkApi;

/// <summary>What is asked of every question before its use case: a workspace, no page of another site behind it, and for a change the version that was seen.</summary>
internal static class WorkDoor
{
    private const int LongestKey = 200;

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
        // A key that is none is refused also where a visitor may come in: its sender thinks to be somebody.
        if (KeyAuthentication.IsGiven(http.Request) && !http.RequestServices.GetRequiredService<CurrentUser>().IsSignedIn)
            return WorkProblems.From(asked, new Reason("key-not-valid", "This key does not exist (any more): it ended, was taken back, or was never made."));
        if (Refuse(http, words) is { } refused)
            return WorkProblems.From(asked, refused);
        if (words.IsMaking && !await KnowAgain(asked))
            return WorkProblems.From(asked, WorkRoutes.Bad("Idempotency-Key", "…", string.Create(CultureInfo.InvariantCulture, $"1–{LongestKey}")));
        if (!words.NeedsVersion)
        {
            var said = await answer(asked);
            return Again(asked, words) ?? said;
        }

        return Version(http.Request).TryGet(out var seen, out reason) ? await answer(new Asked(http) { Seen = seen.Version }) : WorkProblems.From(asked, reason);
    }

    private static Reason? Refuse(HttpContext http, OperationWords words) => http.RequestServices.GetRequiredService<CurrentUser>().KeyMayWrite switch
    {
        null => null,
        _ when words.IsInPerson => new Reason("only-in-person", "A person does this, never a program with a key. Sign in."),
        false when words.IsSent => new Reason("key-only-reads", "This key may only read."),
        _ => null,
    };

    /// <summary>Marks a request that its sender gave a key, so that it is carried out once.</summary>
    private static async Task<bool> KnowAgain(Asked asked)
    {
        var request = asked.Http.Request;
        if (!request.Headers.TryGetValue("Idempotency-Key", out var keys))
            return true;
        if (keys.ToString() is not { Length: >= 1 and <= LongestKey } key)
            return false;

        request.EnableBuffering();
        var content = await SHA256.HashDataAsync(request.Body, asked.Cancel);
        request.Body.Position = 0;
        asked.Work<SentMark>().KnowBy(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{asked.Actor.Member}\n{request.Path}\n{key}"))), Convert.ToHexStringLower(content));
        return true;
    }

    /// <summary>The second time the same is sent, its sender is led to what the first time made.</summary>
    private static StatusCodeHttpResult? Again(Asked asked, OperationWords words)
    {
        if (!words.IsMaking || asked.Work<SentMark>() is not { Earlier: { } earlier } mark || earlier.Content != mark.Content)
            return null;
        asked.Http.Response.Headers.Location = words.MadeAt is { } at && earlier.Made is { } made ? $"{WorkRoutes.Root}{at}{made}" : asked.Http.Request.Path.Value;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
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
