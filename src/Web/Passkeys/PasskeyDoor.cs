// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Schakel.Analysis;
using Schakel.Web.Accounts;
using Schakel.Workspace.Members;

namespace Schakel.Web.Passkeys;

/// <summary>Asks a device for a key or a signature, and has ASP.NET Core Identity check the answer by the standard (WebAuthn).</summary>
internal sealed class PasskeyDoor(IPasskeyHandler<Account> standard, Ceremony ceremony, Workplace workplace)
{
    private const string SigningIn = "in", NewKey = "new";

    /// <summary>A key belongs to a name; the standard has none for a bare network address.</summary>
    internal static bool IsPossibleAt(HttpRequest request) => !IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out _);

    /// <summary>Options for the browser, to make a key for this account.</summary>
    internal async Task<IResult> AskNew(HttpContext http, Account account)
    {
        var asked = await standard.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = AccountsAsUsers.HandleOf(account), Name = account.SignInName, DisplayName = account.SignInName }, http);
        ceremony.Begin(http, NewKey, asked.AttestationState);
        return Options(http, asked.CreationOptionsJson);
    }

    /// <summary>Options for the browser, to sign in. Nobody is named: the device says whose it is, so there is nothing to guess at.</summary>
    internal async Task<IResult> AskSignature(HttpContext http)
    {
        var asked = await standard.MakeRequestOptionsAsync(null, http);
        ceremony.Begin(http, SigningIn, asked.AssertionState);
        return Options(http, asked.RequestOptionsJson);
    }

    /// <summary>The key that a device made for this account, or <c>passkey-not-made</c>.</summary>
    internal async Task<Outcome<NewPasskey>> Made(HttpContext http, Account account, string? credential)
    {
        if (ceremony.Resume(http, NewKey) is { } asked && credential is { Length: > 0 })
        {
            var result = await standard.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = asked.State });
            // It was asked for an account: whoever is signed in by now is to be the same.
            if (result is { Succeeded: true, Passkey: { IsUserVerified: true } key } && result.UserEntity.Id == AccountsAsUsers.HandleOf(account) && ceremony.Spend(asked))
                return new NewPasskey(key.CredentialId, key.PublicKey, key.SignCount, key.IsBackupEligible, key.IsBackedUp);
        }

        return new Reason("passkey-not-made", "No passkey was made. Try again, or choose another device.");
    }

    /// <summary>Who signed in, or <c>passkey-refused</c>.</summary>
    internal async Task<Outcome<SignedIn>> SignIn(HttpContext http, string? credential, CancellationToken cancel)
    {
        var work = new PasskeyWork(workplace.Room);
        var address = SignInEndpoints.AddressOf(http);
        if (ceremony.Resume(http, SigningIn) is { } asked && credential is { Length: > 0 })
        {
            var result = await standard.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = asked.State });
            if (result is { Succeeded: true, Passkey: { IsUserVerified: true } key, User: { } account } && ceremony.Spend(asked))
                return await work.SignIn(account.Tenant, account.Id, key.CredentialId, key.SignCount, key.IsBackedUp, address, cancel);
        }

        // What it says of itself decides in whose log this stands, and nothing else.
        var named = AccountsAsUsers.Read(HandleIn(credential));
        var tenant = named is { } names && workplace.Municipalities.Any(known => known.Id == names.Tenant) ? names.Tenant : workplace.Home;
        return await work.Refuse(tenant, named?.Account, address, cancel);
    }

    private static string? HandleIn(string? credential)
    {
        try
        {
            using var read = JsonDocument.Parse(credential ?? "");
            return read.RootElement.GetProperty("response").GetProperty("userHandle").GetString() is { Length: < 100 } handle
                ? System.Text.Encoding.ASCII.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(handle))
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult Options(HttpContext http, string json)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(json, "application/json");
    }
}
