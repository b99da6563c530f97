// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Web.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Web.WorkApi;

/// <summary>A refusal of the workspace for a program: the status, and a problem document that says what happened and what would be right.</summary>
internal static class WorkProblems
{
    /// <summary>Codes that say: the world is in a state in which this cannot be, and the sender did nothing wrong.</summary>
    private static readonly HashSet<string> conflicts = new(StringComparer.Ordinal) { "link-twice", "handover-already-open", "sign-in-name-taken", "last-administrator", "key-used-before" };

    internal static int StatusOf(Reason reason) => reason switch
    {
        // The version in If-Match is no longer the one that stands.
        Conflict => StatusCodes.Status412PreconditionFailed,
        { Code: "body-not-readable" or "bad-parameter" } => StatusCodes.Status400BadRequest,
        { Code: "sign-in-first" or "key-not-valid" } => StatusCodes.Status401Unauthorized,
        { Code: "from-another-site" or "only-in-person" or "key-only-reads" } => StatusCodes.Status403Forbidden,
        { Code: "no-workspace" or "no-advice" } => StatusCodes.Status404NotFound,
        { Code: "if-match-missing" } => StatusCodes.Status428PreconditionRequired,
        { Code: "workspace-busy" } => StatusCodes.Status503ServiceUnavailable,
        { Code: var code } when conflicts.Contains(code) => StatusCodes.Status409Conflict,
        _ => Refusals.StatusOf(reason),
    };

    internal static IResult From(Asked asked, Reason reason)
    {
        var status = StatusOf(reason);
        if (status == StatusCodes.Status401Unauthorized)
            asked.Http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        if (status == StatusCodes.Status503ServiceUnavailable)
            asked.Http.Response.Headers.RetryAfter = "1";
        var extensions = new Dictionary<string, object?>();
        if (reason is Conflict conflict)
        {
            asked.Http.Response.Headers.ETag = Asked.Mark(conflict.CurrentVersion);
            extensions["differences"] = conflict.Differences.Select(both => new Difference(Small(both.Field), both.Theirs, both.Yours)).ToList();
        }

        var heading = $"error.{status.ToString(CultureInfo.InvariantCulture)}.heading";
        return TypedResults.Problem(
            asked.Words(reason), statusCode: status, title: asked.Texts.Or(heading, asked.Texts["work.refused"]), type: $"/problems/{reason.Code}", extensions: extensions);
    }

    /// <summary>A member that two people wrote differently: as it stands, and as it was sent.</summary>
    public sealed record Difference(string Member, string? Theirs, string? Yours);

    private static string Small(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";
}
