// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Schakel.Web.Accounts;

namespace Schakel.Web.Passkeys;

/// <summary>
/// What was asked of a device waits in a sealed cookie until it answers: five minutes, once, for the purpose it was asked for. That it was answered is
/// remembered here, because who copied the cookie could send the same answer again.
/// </summary>
internal sealed class Ceremony(IDataProtectionProvider protection, TimeProvider clock)
{
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly IDataProtector sealing = protection.CreateProtector("passkey ceremony");
    private readonly ConcurrentDictionary<string, DateTimeOffset> spent = new(StringComparer.Ordinal);
    private readonly SafeCookie cookie = new("schakel-passkey", SameSiteMode.Strict) { Expiration = Patience };

    /// <summary>Keeps what was asked with its reader.</summary>
    /// <param name="http">Of the question.</param>
    /// <param name="purpose">Signing in, or a new key.</param>
    /// <param name="state">As Identity wants it back.</param>
    internal void Begin(HttpContext http, string purpose, string? state)
    {
        var now = clock.GetUtcNow();
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(now + Patience).UtcTicks} {purpose} {state}");
        http.Response.Cookies.Append(cookie.Name!, sealing.Protect(text), cookie.Build(http, now));
    }

    /// <summary>What was asked; null when nothing was, for something else, too long ago, or when it was answered already.</summary>
    internal Asked? Resume(HttpContext http, string purpose)
    {
        if (http.Request.Cookies[cookie.Name!] is not { Length: > 0 } kept)
            return null;
        http.Response.Cookies.Delete(cookie.Name!, cookie.Build(http, clock.GetUtcNow()));
        try
        {
            return sealing.Unprotect(kept).Split(' ', 3) is [var until, var kind, var state] && kind == purpose
                && long.TryParse(until, System.Globalization.CultureInfo.InvariantCulture, out var ticks) && clock.GetUtcNow().UtcTicks < ticks
                ? new Asked(state, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(kept))))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Marks it answered; false when somebody was before us. Only right answers come here, so strangers cannot fill this memory.</summary>
    internal bool Spend(Asked asked)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, until) in spent)
            if (until < now)
                spent.TryRemove(old, out _);
        return spent.TryAdd(asked.Mark, now + Patience);
    }
}

/// <summary>What a device was asked, and how it is known again.</summary>
internal sealed record Asked(string State, string Mark);
