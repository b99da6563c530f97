// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;

namespace Schakel.Web.Accounts;

/// <summary>A cookie that scripts cannot read and that only travels over HTTPS; on one's own machine (<c>./run</c>) also over plain HTTP.</summary>
internal sealed class SafeCookie : CookieBuilder
{
    internal SafeCookie(string name, SameSiteMode sameSite)
    {
        // "None" leaves the decision to the method below: the policies of ASP.NET know HTTPS at our door only, not at that of a proxy before it.
        (Name, HttpOnly, SameSite, IsEssential, Path, SecurePolicy) = (name, true, sameSite, true, "/", CookieSecurePolicy.None);
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        // The host is what the browser typed: nobody else can make it say "localhost".
        var host = context.Request.Host.Host;
        options.Secure = context.Request.IsHttps || !(host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
        return options;
    }
}
