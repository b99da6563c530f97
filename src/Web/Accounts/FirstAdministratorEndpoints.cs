// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.Accounts;

/// <summary><c>/eerste-beheerder</c>: founds a municipality, by the link on the console.</summary>
internal static class FirstAdministratorEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/eerste-beheerder", Show).OpenToAll().ExcludeFromDescription();
        routes.MapPost("/eerste-beheerder", Found).OpenToAll().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, string? sleutel, FirstLink link, CancellationToken cancel) =>
        Screen(http, new FoundingForm { Key = sleutel }, await Holds(link, sleutel, cancel) ? null : NotValid());

    private static async Task<IResult> Found(HttpContext http, [FromForm] FoundingForm form, FirstLink link, Workplace workplace, IPasswords passwords, TimeProvider clock, CancellationToken cancel)
    {
        if (!await Holds(link, form.Key, cancel))
            return Screen(http, form, NotValid());
        // What is wrong in the form is told before a store is made.
        if (FirstAdministrator.Check(form.AreaCode, form.Email, form.Password) is { } wrong)
            return Screen(http, form, wrong);
        if (!(await workplace.Make(cancel)).TryGet(out var stores, out var reason))
            return Screen(http, form, reason);
        var founded = await FirstAdministrator.Found(
            stores, passwords, form.AreaCode ?? "", form.Municipality ?? "", form.Contact ?? "", form.Name ?? "", form.Email ?? "", form.Password, SignInEndpoints.AddressOf(http), clock.GetUtcNow(), cancel);
        if (!founded.TryGet(out var signedIn, out reason))
            return Screen(http, form, reason);
        await workplace.LookAround(stores, cancel);
        await Session.Begin(http, signedIn.Member, signedIn.Stamp);
        return TypedResults.LocalRedirect(AccountLinks.At(AtlasQuestion.TextsOf(http.Request), "/beheer/mensen"), permanent: false, preserveMethod: false);
    }

    private static async Task<bool> Holds(FirstLink link, string? key, CancellationToken cancel) => link.Is(key) && await link.IsNeeded(cancel);

    private static Reason NotValid() => new("link-not-valid", "This link does not open anything.");

    private static RazorComponentResult<FirstAdministratorScreen> Screen(HttpContext http, FoundingForm form, Reason? wrong)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new(new { Texts = AtlasQuestion.TextsOf(http.Request), Form = form, Wrong = wrong })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : wrong.Code == "link-not-valid" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity,
        };
    }
}

/// <summary>What is asked of the first administrator.</summary>
public sealed class FoundingForm
{
    public string? Key { get; set; }

    public string? AreaCode { get; set; }

    public string? Municipality { get; set; }

    public string? Contact { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }
}
