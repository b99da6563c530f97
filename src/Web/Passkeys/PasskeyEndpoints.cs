// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Schakel.Analysis;
using Schakel.Web.Accounts;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.Passkeys;

/// <summary>Signing in with a passkey, opening an account with one, and one's own: adding, naming, removing.</summary>
internal static class PasskeyEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/aanmelden/passkey/vraag", AskSignature).OpenToAll().ExcludeFromDescription();
        routes.MapPost("/aanmelden/passkey", SignIn).OpenToAll().ExcludeFromDescription();
        routes.MapPost("/welkom/passkey/vraag", AskForLink).OpenToAll().ExcludeFromDescription();
        routes.MapPost("/welkom/passkey", OpenByLink).OpenToAll().ExcludeFromDescription();
        routes.MapPost("/mijn-account/passkeys/vraag", AskOwn).Needs(WorkAction.KeepOwnAccount).ExcludeFromDescription();
        routes.MapPost("/mijn-account/passkeys", Add).Needs(WorkAction.KeepOwnAccount).ExcludeFromDescription();
        routes.MapPost("/mijn-account/passkeys/{id:guid}/naam", Rename).Needs(WorkAction.KeepOwnAccount).ExcludeFromDescription();
        routes.MapPost("/mijn-account/passkeys/{id:guid}/weg", Remove).Needs(WorkAction.KeepOwnAccount).ExcludeFromDescription();
    }

    private static async Task<IResult> AskSignature(HttpContext http, [FromForm] string? back, Workplace workplace, PasskeyDoor door, CancellationToken cancel) =>
        (await workplace.Open(cancel)).TryGet(out _, out _) ? await door.AskSignature(http) : TypedResults.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> SignIn(HttpContext http, [FromForm] string? credential, [FromForm] string? back, Workplace workplace, PasskeyDoor door, CancellationToken cancel)
    {
        if (!(await workplace.Open(cancel)).TryGet(out _, out _))
            return await SignInEndpoints.Screen(http, workplace, SignInAddress.Back(back), null, cancel);
        if (!(await door.SignIn(http, credential, cancel)).TryGet(out var signedIn, out var reason))
            return await SignInEndpoints.Screen(http, workplace, SignInAddress.Back(back), null, cancel, new SignInAttempt(null, null, reason));
        await Session.Begin(http, signedIn.Member, signedIn.Stamp, isStrong: true);
        return TypedResults.LocalRedirect(SignInAddress.Back(back), permanent: false, preserveMethod: false);
    }

    private static async Task<IResult> AskForLink(HttpContext http, [FromForm] string? sleutel, Workplace workplace, PasskeyDoor door, CancellationToken cancel) =>
        (await Linked(sleutel, workplace, cancel)).TryGet(out var keys, out _) ? await door.AskNew(http, keys.Account) : TypedResults.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> OpenByLink(
        HttpContext http, [FromForm] string? sleutel, [FromForm] string? credential, [FromForm] string? name, Workplace workplace, PasskeyDoor door, CancellationToken cancel)
    {
        if (!(await Linked(sleutel, workplace, cancel)).TryGet(out var keys, out var reason))
            return LinkEndpoints.Screen(http, sleutel, null, reason);
        var key = AccountKey.Read(sleutel)!.Value;
        if (!(await door.Made(http, keys.Account, credential)).TryGet(out var made, out reason)
            || !(await new PasskeyWork(workplace.Room).Open(key.Tenant, key.Secret, made, name, SignInEndpoints.AddressOf(http), cancel)).TryGet(out var signedIn, out reason))
            return LinkEndpoints.Screen(http, sleutel, keys.Account.SignInName, reason);
        await Session.Begin(http, signedIn.Member, signedIn.Stamp, isStrong: true);
        return ToOwn(http);
    }

    private static async Task<Outcome<AccountKeys>> Linked(string? link, Workplace workplace, CancellationToken cancel) =>
        AccountKey.Read(link) is { } key && (await workplace.Open(cancel)).TryGet(out _, out _)
            ? await new PasskeyWork(workplace.Room).ByLink(key.Tenant, key.Secret, cancel)
            : LinkEndpoints.NotValid();

    private static async Task<IResult> AskOwn(HttpContext http, [FromForm] string? name, CurrentUser user, Workplace workplace, PasskeyDoor door, CancellationToken cancel) =>
        (await Own(user, workplace, cancel)).TryGet(out var keys, out _) ? await door.AskNew(http, keys.Account) : TypedResults.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> Add(
        HttpContext http, [FromForm] string? credential, [FromForm] string? name, CurrentUser user, Workplace workplace, PasskeyDoor door, CancellationToken cancel)
    {
        if (!(await Own(user, workplace, cancel)).TryGet(out var keys, out var reason)
            || !(await door.Made(http, keys.Account, credential)).TryGet(out var made, out reason)
            || !(await new PasskeyWork(workplace.Room).Add(user.Actor, made, name, SignInEndpoints.AddressOf(http), cancel)).TryGet(out var signedIn, out reason))
            return await OwnAccountEndpoints.Screen(http, user, workplace, null, reason, cancel);
        // Whoever made it has just shown finger, face or PIN.
        await Session.Begin(http, signedIn.Member, signedIn.Stamp, isStrong: true);
        return ToOwn(http);
    }

    private static async Task<IResult> Rename(HttpContext http, Guid id, [FromForm] string? name, CurrentUser user, Workplace workplace, CancellationToken cancel) =>
        (await new PasskeyWork(workplace.Room).Rename(user.Actor, id, name, cancel)).TryGet(out _, out var reason)
            ? ToOwn(http)
            : await OwnAccountEndpoints.Screen(http, user, workplace, null, reason, cancel);

    private static async Task<IResult> Remove(HttpContext http, Guid id, [FromForm] string? name, CurrentUser user, Workplace workplace, CancellationToken cancel)
    {
        if (!(await Own(user, workplace, cancel)).TryGet(out _, out var reason)
            || !(await new PasskeyWork(workplace.Room).Remove(user.Actor, id, SignInEndpoints.AddressOf(http), cancel)).TryGet(out var signedIn, out reason))
            return await OwnAccountEndpoints.Screen(http, user, workplace, null, reason, cancel);
        await Session.Begin(http, signedIn.Member, signedIn.Stamp, user.IsStrong);
        return ToOwn(http);
    }

    // Where a passkey is asked of administrators, a stolen password must not add or remove one beside those that there are.
    private static async Task<Outcome<AccountKeys>> Own(CurrentUser user, Workplace workplace, CancellationToken cancel)
    {
        var own = await new PasskeyWork(workplace.Room).Own(user.Actor, cancel);
        return user.LacksPasskey && own.TryGet(out var keys, out _) && keys.Passkeys.Count > 0
            ? new Reason("passkey-first", "Sign in with a passkey first. Then you can do this.")
            : own;
    }

    private static RedirectHttpResult ToOwn(HttpContext http) =>
        TypedResults.LocalRedirect(AccountLinks.At(AtlasQuestion.TextsOf(http.Request), "/mijn-account"), permanent: false, preserveMethod: false);
}
