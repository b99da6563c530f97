// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Schakel.Web.Security;
using Schakel.Web.WorkApi;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Web.Accounts;

/// <summary>
/// The cookie of who is signed in names a municipality and a member and nothing else. What they may do is read from the store at every request, so
/// that who left, or lost a role, has lost it now.
/// </summary>
internal static class Session
{
    internal const string Scheme = "schakel";

    /// <summary>A key where a program gives one, else the cookie.</summary>
    private const string Either = "schakel-either";

    private const string Tenant = "tenant", Stamp = "stamp", Strong = "strong";

    internal static void AddSessions(this IServiceCollection services)
    {
        services.AddScoped<CurrentUser>();
        services.AddAuthentication(choice => (choice.DefaultScheme, choice.DefaultAuthenticateScheme) = (Scheme, Either))
            .AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector = KeyAuthentication.SchemeFor)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Name, null)
            .AddCookie(Scheme, cookie =>
        {
            cookie.Cookie = new SafeCookie("schakel", SameSiteMode.Lax);
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = Check;
        });
        services.AddAntiforgery(forms =>
        {
            forms.Cookie = new SafeCookie("schakel-formulier", SameSiteMode.Strict);
            forms.FormFieldName = "formulier";
            // The header that antiforgery would add is weaker than our own policy against framing.
            forms.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>What is shown to who is signed in is not for a cache, and what a visitor had cached is not for who is signed in.</summary>
    internal static void UseSessions(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            if (context.User.Identity?.IsAuthenticated != true)
                return next(context);

            context.Request.Headers.Remove("If-None-Match");
            context.Response.OnStarting(() =>
            {
                if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
                {
                    context.Response.Headers.Remove("ETag");
                    context.Response.Headers.CacheControl = "private, no-store";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <param name="http">The answer that gets the cookie.</param>
    /// <param name="member">Who.</param>
    /// <param name="stamp">Of the account; null for somebody of an invented town, who has none.</param>
    /// <param name="isStrong">Came in by passkey, or by way of an organisation that sees to it itself.</param>
    internal static Task Begin(HttpContext http, Member member, string? stamp, bool isStrong = false) => http.SignInAsync(Scheme, Of(member, stamp, isStrong));

    internal static ClaimsPrincipal Of(Member member, string? stamp, bool isStrong)
    {
        List<Claim> claims = [new(Tenant, member.Tenant.ToString("N")), new(ClaimTypes.NameIdentifier, member.Id.ToString("N"))];
        if (stamp is not null)
            claims.Add(new(Stamp, stamp));
        if (isStrong)
            claims.Add(new(Strong, "1"));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }

    internal static Task End(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Whose cookie this is, from the cookie alone; null = nobody's. Enough to share out room; rights are asked of the store.</summary>
    internal static string? WhoSays(HttpContext http)
    {
        var cookie = http.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        return cookie.CookieManager.GetRequestCookie(http, cookie.Cookie.Name!) is { Length: > 0 } sealedUp
            ? cookie.TicketDataFormat.Unprotect(sealedUp)?.Principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;
    }

    private static async Task Check(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        try
        {
            if (await Known(context) is { } member && context.Principal is { } principal)
            {
                http.RequestServices.GetRequiredService<CurrentUser>().Becomes(member, isStrong: principal.HasClaim(Strong, "1"), hasAccount: principal.HasClaim(claim => claim.Type == Stamp));
                return;
            }
        }
        catch (Exception trouble) when (StoreTroubles.Of(trouble) is not null && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            // The map is there without the store; who was signed in reads it as a visitor, and stays signed in.
            context.RejectPrincipal();
            return;
        }

        context.RejectPrincipal();
        await End(http);
    }

    private static async Task<Member?> Known(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var workplace = http.RequestServices.GetRequiredService<Workplace>();
        return Guid.TryParse(context.Principal?.FindFirstValue(Tenant), out var tenant) && Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && (await workplace.Open(http.RequestAborted)).TryGet(out var stores, out _)
            ? await Find(workplace, stores, tenant, id, context.Principal.FindFirstValue(Stamp), http.RequestAborted) : null;
    }

    private static async Task<Member?> Find(Workplace workplace, StoreFactory stores, Guid tenant, Guid id, string? stamp, CancellationToken cancel)
    {
        await using var store = stores.For(tenant);
        if (stamp is null && !(workplace.IsDemo && workplace.Municipalities.Any(known => known.Id == tenant)))
            return null;
        if (stamp is not null && !await store.Accounts.AnyAsync(account => account.MemberId == id && account.Stamp == stamp, cancel))
            return null;
        return await store.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id && member.LeftAt == null, cancel);
    }
}
