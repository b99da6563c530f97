// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Passkeys;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.Accounts;

/// <summary><c>/aanmelden</c> and <c>/afmelden</c>.</summary>
internal static class SignInEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInAddress.Path, Show).OpenToAll().ExcludeFromDescription();
        routes.MapPost(SignInAddress.Path, WithPassword).OpenToAll().ExcludeFromDescription();
        routes.MapGet("/aanmelden/organisatie", OwnProvider.Ask).OpenToAll().ExcludeFromDescription();
        routes.MapPost("/aanmelden/voorbeeld", AsSomebodyInvented).OpenToAll().ExcludeFromDescription();
        // A method of nothing but the context would be taken for one that writes its own answer.
        routes.MapPost("/afmelden", (Delegate)Leave).FromThisSiteOnly().OpenToAll().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, string? terug, string? fout, string? af, Workplace workplace, CancellationToken cancel) =>
        await Screen(http, workplace, SignInAddress.Back(terug), null, cancel, fout is "provider-refused" or "provider-account-unknown" ? new SignInAttempt(null, null, new Reason(fout, "")) : null, http.User.Identity?.IsAuthenticated == true ? null : af == "1" ? "signIn.left" : terug is not null ? "signIn.first" : null);

    private static async Task<IResult> WithPassword(
        HttpContext http, [FromForm] Guid? municipality, [FromForm] string? email, [FromForm] string? password, [FromForm] string? back, Workplace workplace, IPasswords passwords, CancellationToken cancel)
    {
        if (!(await workplace.Open(cancel)).TryGet(out _, out _))
            return await Screen(http, workplace, SignInAddress.Back(back), null, cancel);
        var signedIn = await new SignInWork(workplace.Room, passwords).With(municipality ?? workplace.Home, email, password, AddressOf(http), cancel);
        if (!signedIn.TryGet(out var somebody, out var reason))
            return await Screen(http, workplace, SignInAddress.Back(back), null, cancel, new SignInAttempt(municipality, email, reason));
        await Session.Begin(http, somebody.Member, somebody.Stamp);
        return TypedResults.LocalRedirect(SignInAddress.Back(back), permanent: false, preserveMethod: false);
    }

    /// <summary>Where a request comes from, for the security log.</summary>
    internal static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    /// <summary>In an invented municipality anybody may try any function. The list exists nowhere else.</summary>
    private static async Task<IResult> AsSomebodyInvented(
        HttpContext http, [FromForm] Guid municipality, [FromForm] Guid member, [FromForm] string? back, Workplace workplace, IPasswords passwords, CancellationToken cancel)
    {
        if ((await workplace.Open(cancel)).TryGet(out _, out _) && workplace.IsDemo && workplace.Municipalities.Any(known => known.Id == municipality)
            && (await new SignInWork(workplace.Room, passwords).Play(municipality, member, AddressOf(http), cancel)).TryGet(out var somebody, out _))
        {
            await Session.Begin(http, somebody, null);
            return TypedResults.LocalRedirect(SignInAddress.Back(back), permanent: false, preserveMethod: false);
        }

        return await Screen(http, workplace, SignInAddress.Back(back), "signIn.wrong.gone", cancel);
    }

    private static async Task<IResult> Leave(HttpContext http)
    {
        await Session.End(http);
        return TypedResults.LocalRedirect(SignInAddress.Path + (http.Request.Query["taal"] == "en" ? "?af=1&taal=en" : "?af=1"), permanent: false, preserveMethod: false);
    }

    internal static async Task<IResult> Screen(HttpContext http, Workplace workplace, string back, string? wrong, CancellationToken cancel, SignInAttempt? attempt = null, string? lead = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var invented = new List<InventedPeople>();
        if ((await workplace.Open(cancel)).TryGet(out var stores, out var reason))
        {
            foreach (var municipality in workplace.IsDemo ? workplace.Municipalities : [])
            {
                await using var store = stores.For(municipality.Id);
                var people = await store.Members.AsNoTracking().Where(known => known.LeftAt == null).OrderBy(known => known.Function).ToListAsync(cancel);
                var organisations = await store.Organisations.AsNoTracking().ToDictionaryAsync(known => known.Id, known => known.Name, cancel);
                invented.Add(new InventedPeople(municipality, [.. people.Select(known => new InventedPerson(known.Id, known.Function, known.Organisation is { } id ? organisations.GetValueOrDefault(id) : null))]));
            }
        }

        return new RazorComponentResult<SignInScreen>(new { Texts = texts, Back = back, Invented = invented, Reason = reason, Wrong = wrong, Attempt = attempt, Lead = lead, IsPasskeyPossible = PasskeyDoor.IsPossibleAt(http.Request), Provider = OwnProvider.NameIn(http.RequestServices.GetRequiredService<IConfiguration>()), Municipalities = workplace.Municipalities.Where(known => !known.IsInvented).ToList() })
        {
            StatusCode = wrong is not null || attempt is not null ? StatusCodes.Status422UnprocessableEntity : reason is not null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
    }
}

/// <summary>What was tried and refused; the password is not shown again.</summary>
public sealed record SignInAttempt(Guid? Municipality, string? Email, Reason Reason);

/// <summary>The people of an invented municipality, of whom one may be anybody.</summary>
public sealed record InventedPeople(MunicipalityName Municipality, IReadOnlyList<InventedPerson> People);

/// <summary>A function, and where.</summary>
public sealed record InventedPerson(Guid Id, string Function, string? Organisation);
