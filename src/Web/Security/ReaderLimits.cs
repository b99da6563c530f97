// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Schakel.Web.Accounts;

namespace Schakel.Web.Security;

/// <summary>
/// How many questions are answered at once, and how many may wait. What is too much is refused at once, so that nobody hangs. Nobody takes all the
/// room: who is signed in has a share of their own, however many share an address; all visitors of one address share theirs, which is half of it, for
/// a whole municipality may come from one address.
/// </summary>
internal static class ReaderLimits
{
    /// <summary>A map asks some forty tiles at once; this is a few hundred readers who all turn to the map in the same second.</summary>
    private const int AtOnce = 256;
    private const int Waiting = 4096;
    private const int RetryAfterSeconds = 5;

    /// <summary>Who is signed in asks pages that are made for them, from the store: more of them at once makes none of them sooner.</summary>
    private const int WorkAtOnceOfACore = 16;

    /// <summary>A few seconds of work for two cores; whoever comes after these hears so at once.</summary>
    private const int WorkWaiting = 256;

    /// <summary>One browser asks for a page, its parts and a map full of tiles; more than this is a program.</summary>
    private const int OfOneAccount = 16, WaitingOfOneAccount = 64;

    /// <summary>Open pages that hear what changes; whoever comes after these still has the page, without news.</summary>
    private const int Listeners = 1024;

    /// <summary>A download may take a core for many seconds and hundreds of megabytes; the map must stay quick beside it.</summary>
    private const int DownloadsAtOnce = 2;
    private const int DownloadsWaiting = 16;

    private const int SignInsAMinute = 60;

    /// <summary>
    /// What residents send: from one address (a school or a flat may share it), and from everywhere together, so that a flood from many addresses ends too.
    /// A person who fills in forms all afternoon stays below both.
    /// </summary>
    private const int SentAnAddress = 30;
    private const int SentInAll = 600;
    private const int SentMinutes = 10;

    internal static void AddReaderLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>(Limit);
    }

    private static void Limit(RateLimiterOptions limits, IConfiguration configuration)
    {
        var numbers = new ConcurrencyLimiterOptions
        {
            PermitLimit = configuration.GetValue("Schakel:AtOnce", AtOnce),
            QueueLimit = configuration.GetValue("Schakel:Waiting", Waiting),
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };

        var work = new ConcurrencyLimiterOptions
        {
            PermitLimit = configuration.GetValue("Schakel:WorkAtOnce", WorkAtOnceOfACore * Environment.ProcessorCount),
            QueueLimit = configuration.GetValue("Schakel:WorkWaiting", WorkWaiting),
        };

        // Who watches over the server must hear from it, most of all when it is busy.
        // A page that is open and waits for news is no question that is being answered; it has room of its own.
        var readers = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.Request.Path.StartsWithSegments("/health") ? RateLimitPartition.GetNoLimiter("health")
            : http.Request.Path.Value?.EndsWith("/veranderd", StringComparison.Ordinal) == true
                ? RateLimitPartition.GetConcurrencyLimiter("listeners", _ => new ConcurrencyLimiterOptions { PermitLimit = configuration.GetValue("Schakel:Listeners", Listeners) })
                : WhoSays(http) is not null ? RateLimitPartition.GetConcurrencyLimiter("work", _ => work)
                : RateLimitPartition.GetConcurrencyLimiter("readers", _ => numbers));
        // Before the question is taken up: a cookie that we sealed says who asks, without the store. One that somebody made up is a visitor's.
        var half = new ConcurrencyLimiterOptions { PermitLimit = Math.Max(1, numbers.PermitLimit / 2), QueueLimit = numbers.QueueLimit / 2 };
        var own = new ConcurrencyLimiterOptions
        {
            PermitLimit = Math.Min(half.PermitLimit, configuration.GetValue("Schakel:AtOnceOfOne", OfOneAccount)),
            QueueLimit = Math.Min(half.QueueLimit, configuration.GetValue("Schakel:WaitingOfOne", WaitingOfOneAccount)),
        };
        var fair = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.Request.Path.StartsWithSegments("/health") ? RateLimitPartition.GetNoLimiter("health")
            : http.Request.Path.Value?.EndsWith("/veranderd", StringComparison.Ordinal) == true ? RateLimitPartition.GetNoLimiter("listeners")
            : WhoSays(http) is { } account ? RateLimitPartition.GetConcurrencyLimiter($"account {account}", _ => own)
            : RateLimitPartition.GetConcurrencyLimiter($"address {http.Connection.RemoteIpAddress}", _ => half));
        var downloads = PartitionedRateLimiter.Create<HttpContext, bool>(http => http.Request.Path.StartsWithSegments("/meenemen")
            ? RateLimitPartition.GetConcurrencyLimiter(true, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = configuration.GetValue("Schakel:DownloadsAtOnce", DownloadsAtOnce),
                QueueLimit = configuration.GetValue("Schakel:DownloadsWaiting", DownloadsWaiting),
            })
            : RateLimitPartition.GetNoLimiter(false));
        // Guessing from one address; guessing at one account closes that account. A whole town hall may share an address, so this is no small number.
        var signingIn = PartitionedRateLimiter.Create<HttpContext, string>(http => HttpMethods.IsPost(http.Request.Method) && IsDoor(http.Request.Path)
            ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = configuration.GetValue("Schakel:SignInsAMinute", SignInsAMinute),
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter(""));
        FixedWindowRateLimiterOptions InAWindow(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(configuration.GetValue("Schakel:SentMinutes", SentMinutes)) };
        var sent = PartitionedRateLimiter.Create<HttpContext, string>(http => IsSentByResident(http.Request)
            ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => InAWindow(configuration.GetValue("Schakel:SentAnAddress", SentAnAddress)))
            : RateLimitPartition.GetNoLimiter(""));
        var sentInAll = PartitionedRateLimiter.Create<HttpContext, bool>(http => IsSentByResident(http.Request)
            ? RateLimitPartition.GetFixedWindowLimiter(true, _ => InAWindow(configuration.GetValue("Schakel:SentInAll", SentInAll)))
            : RateLimitPartition.GetNoLimiter(false));
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(signingIn, sent, sentInAll, fair, readers, downloads);
    }

    // Asked by two limits, unsealed once.
    private static string? WhoSays(HttpContext http)
    {
        if (!http.Items.TryGetValue(typeof(ReaderLimits), out var known))
            http.Items[typeof(ReaderLimits)] = known = Session.WhoSays(http);
        return (string?)known;
    }

    private static bool IsSentByResident(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && (request.Path.StartsWithSegments("/plek") || request.Path.StartsWithSegments("/meld") || request.Path.StartsWithSegments("/vraag-mij") || request.Path.StartsWithSegments(Places.MyDrawingEndpoints.Path)
            || request.Path.StartsWithSegments("/initiatieven") || request.Path.StartsWithSegments("/uitdagingen") || IsSentToApi(request));

    // A key is no way round: one that is not valid is refused before anything is written.
    private static bool IsSentToApi(HttpRequest request) => !request.Headers.ContainsKey("Authorization")
        && request.Path.Value is "/api/v1/signals" or "/api/v1/drawings" or "/api/v1/own-drawing/withdrawal" or "/api/v1/offers" or "/api/v1/own-offer" or "/api/v1/initiatives" or "/api/v1/challenge-requests";

    /// <summary>Where passwords and one-time links are given.</summary>
    internal static bool IsDoor(PathString path) =>
        path.StartsWithSegments("/aanmelden") || path.StartsWithSegments("/welkom") || path.StartsWithSegments("/eerste-beheerder") || path.StartsWithSegments("/mijn-account");
}
