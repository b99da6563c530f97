// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Schakel.Web.Atlas;

namespace Schakel.Web.Api;

/// <summary>
/// Answers that depend on nothing but the catalogue, the address and the form that was asked are made once, compressed, and given to everybody.
/// Whoever sends a cookie may be somebody: their page is made for them.
/// </summary>
internal sealed class PublicAnswers : IOutputCachePolicy
{
    /// <summary>[bytes] a large page is half of this; what is larger is seldom asked twice.</summary>
    private const long MostBytes = 1 << 20, MostBytesTogether = 64 << 20;

    private static readonly TimeSpan kept = TimeSpan.FromMinutes(30);

    // Pages that show the work of people are not among them, nor files that are put together as they are sent.
    private static readonly HashSet<string> pages = new(StringComparer.Ordinal)
    {
        "/kaart", "/kaart/delen", "/kaart/gebied", "/kaart/beeld.json", "/schaalbeeld", "/schaalbeeld/bereik", "/schaalbeeld/grenzen", "/cijfers",
        "/api/v1/catalogue", "/api/v1/scale-picture", "/api/v1/scale-picture/areas", "/api/v1/evidence",
    };

    internal static void Add(IServiceCollection services) => services.AddOutputCache(cache =>
    {
        cache.MaximumBodySize = MostBytes;
        cache.SizeLimit = MostBytesTogether;
        cache.AddBasePolicy(new PublicAnswers());
    });

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isForAll = HttpMethods.IsGet(request.Method) && request.Headers.Cookie.Count == 0 && request.Headers.Authorization.Count == 0 && pages.Contains(request.Path.Value ?? "");
        if (!isForAll || !context.HttpContext.RequestServices.GetRequiredService<CurrentGround>().Ask().TryGet(out var ground, out _))
        {
            context.EnableOutputCaching = false;
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = kept;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = new StringValues(["Accept", "Accept-Encoding", "Accept-Language", "Origin"]);
        context.CacheVaryByRules.VaryByValues["ground"] = ground.Fingerprint;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Promises and refusals may be different the next time.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
