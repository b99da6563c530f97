// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Passkeys;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.Accounts;

/// <summary><c>/welkom</c>: opens an account by a one-time link, for who was invited and for who forgot the password.</summary>
internal static class LinkEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/welkom", Show).OpenToAll().ExcludeFromDescription();
        routes.MapPost("/welkom", Open).OpenToAll().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, string? sleutel, Workplace workplace, IPasswords passwords, CancellationToken cancel)
    {
        if (AccountKey.Read(sleutel) is not { } key || !(await workplace.Open(cancel)).TryGet(out _, out _))
            return Screen(http, sleutel, null, NotValid());
        return (await new SignInWork(workplace.Room, passwords).Whose(key.Tenant, key.Secret, cancel)).TryGet(out var name, out var reason)
            ? Screen(http, sleutel, name, null)
            : Screen(http, sleutel, null, reason);
    }

    private static async Task<IResult> Open(HttpContext http, [FromForm] string? sleutel, [FromForm] string? password, Workplace workplace, IPasswords passwords, CancellationToken cancel)
    {
        if (AccountKey.Read(sleutel) is not { } key || !(await workplace.Open(cancel)).TryGet(out _, out _))
            return Screen(http, sleutel, null, NotValid());
        var work = new SignInWork(workplace.Room, passwords);
        if (!(await work.Open(key.Tenant, key.Secret, password, SignInEndpoints.AddressOf(http), cancel)).TryGet(out var signedIn, out var reason))
            return Screen(http, sleutel, (await work.Whose(key.Tenant, key.Secret, cancel)).TryGet(out var name, out _) ? name : null, reason);
        await Session.Begin(http, signedIn.Member, signedIn.Stamp);
        return TypedResults.LocalRedirect(AccountLinks.At(AtlasQuestion.TextsOf(http.Request), "/mijn-account"), permanent: false, preserveMethod: false);
    }

    internal static Reason NotValid() => new("link-not-valid", "This link does not open anything.");

    internal static RazorComponentResult<LinkScreen> Screen(HttpContext http, string? key, string? name, Reason? wrong)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new(new { Texts = AtlasQuestion.TextsOf(http.Request), Key = key, Name = name, Wrong = wrong, IsPasskeyPossible = PasskeyDoor.IsPossibleAt(http.Request) })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : wrong.Code == "link-not-valid" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
