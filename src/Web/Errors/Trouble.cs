// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Workspace.Storage;

namespace Schakel.Web.Errors;

/// <summary>What broke, as an answer: its status, its code for programs, which words say it, and when to come back.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Code">The page of the problem.</param>
/// <param name="Words">Key of the heading and the text.</param>
internal sealed record Trouble(int Status, string Code, string Words)
{
    /// <summary>A database comes back within a minute, or it takes longer than anybody waits at a screen.</summary>
    private const int RetryAfterSeconds = 10;

    private static readonly int[] withWords = [401, 403, 404, 405, 413, 429, 500, 503];

    internal static Trouble Of(int status)
    {
        var known = withWords.Contains(status) ? status : status < 500 ? 400 : 500;
        var code = known switch { 401 => "sign-in-first", 403 => "not-allowed", 404 => "not-found", 429 => "too-many-requests", 503 => "server-busy", >= 500 => "server-fault", _ => "bad-request" };
        return new Trouble(status, code, known.ToString(CultureInfo.InvariantCulture));
    }

    internal static Trouble Of(Exception? fault) => StoreTroubles.Of(fault) switch
    {
        StoreTrouble.Gone => new Trouble(StatusCodes.Status503ServiceUnavailable, "store-unreachable", "store-unreachable"),
        StoreTrouble.Full => new Trouble(StatusCodes.Status503ServiceUnavailable, "disk-full", "disk-full"),
        StoreTrouble.Busy => new Trouble(StatusCodes.Status503ServiceUnavailable, "workspace-busy", "503"),
        _ => Of(fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError),
    };

    /// <summary>Every answer that says "later" says how much later, whoever gives it.</summary>
    internal static void UseRetryAfter(IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response is { StatusCode: StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests } answer && answer.Headers.RetryAfter.Count == 0)
                answer.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(context);
    });
}
