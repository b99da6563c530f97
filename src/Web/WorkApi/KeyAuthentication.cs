// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Schakel.Web.Accounts;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.WorkApi;

/// <summary>Signs a program in by the key in <c>Authorization</c>. A key opens <c>/api/v1</c> and nothing else, and no cookie counts beside it.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string Name = "schakel-key";
    private const string Bearer = "Bearer ";

    /// <summary>The scheme for a request: a key where one is given, else the cookie.</summary>
    internal static string SchemeFor(HttpContext http) => IsGiven(http.Request) ? Name : Session.Scheme;

    internal static bool IsGiven(HttpRequest request) => request.Path.StartsWithSegments(WorkRoutes.Root) && request.Headers.ContainsKey(HeaderNames.Authorization);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers.Authorization.ToString();
        var services = Context.RequestServices;
        if (!given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !(await services.GetRequiredService<Workplace>().Open(Context.RequestAborted)).TryGet(out _, out _)
            || !(await services.GetRequiredService<AccessKeyWork>().Who(given[Bearer.Length..].Trim(), Context.RequestAborted)).TryGet(out var holder, out _))
            return AuthenticateResult.Fail("no such key");

        services.GetRequiredService<CurrentUser>().BecomesByKey(holder);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([], Name)), Name));
    }
}
