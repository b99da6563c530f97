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

/// <summary><c>/mijn-account</c>: what one may do here, one's password, and the way out.</summary>
internal static class OwnAccountEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mijn-account", Show).Needs(WorkAction.KeepOwnAccount).ExcludeFromDescription();
        routes.MapPost("/mijn-account/wachtwoord", Change).Needs(WorkAction.KeepOwnAccount).ExcludeFromDescription();
        routes.MapPost("/mijn-account/overal-afmelden", LeaveEverywhere).Needs(WorkAction.KeepOwnAccount).ExcludeFromDescription();
    }

    private static Task<IResult> Show(HttpContext http, CurrentUser user, Workplace workplace, CancellationToken cancel) => Screen(http, user, workplace, null, null, cancel);

    private static async Task<IResult> Change(
        HttpContext http, [FromForm] string? old, [FromForm] string? password, CurrentUser user, Workplace workplace, IPasswords passwords, CancellationToken cancel)
    {
        if (!(await new SignInWork(workplace.Room, passwords).Change(user.Actor, old, password, SignInEndpoints.AddressOf(http), cancel)).TryGet(out var signedIn, out var reason))
            return await Screen(http, user, workplace, null, reason, cancel);
        await Session.Begin(http, signedIn.Member, signedIn.Stamp, user.IsStrong);
        return await Screen(http, user, workplace, "own.changed", null, cancel);
    }

    private static async Task<IResult> LeaveEverywhere(HttpContext http, [FromForm] string? sure, CurrentUser user, Workplace workplace, IPasswords passwords, CancellationToken cancel)
    {
        if (!(await new SignInWork(workplace.Room, passwords).EndSessions(user.Actor, SignInEndpoints.AddressOf(http), cancel)).TryGet(out _, out var reason))
            return await Screen(http, user, workplace, null, reason, cancel);
        await Session.End(http);
        return TypedResults.LocalRedirect(AccountLinks.At(AtlasQuestion.TextsOf(http.Request), SignInAddress.Path, ("af", "1")), permanent: false, preserveMethod: false);
    }

    internal static async Task<IResult> Screen(HttpContext http, CurrentUser user, Workplace workplace, string? done, Reason? wrong, CancellationToken cancel, MadeKey? made = null)
    {
        var keys = (await new PasskeyWork(workplace.Room).Own(user.Actor, cancel)).TryGet(out var own, out _) ? own : null;
        IReadOnlyList<AccessKey> programs = (await new AccessKeyWork(workplace.Room).Own(user.Actor, cancel)).TryGet(out var known, out _) ? known : [];
        // A secret may stand on it.
        http.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<OwnAccountScreen>(new { Texts = AtlasQuestion.TextsOf(http.Request), Keys = keys, Done = done, Wrong = wrong, Programs = programs, Made = made, IsPasskeyPossible = PasskeyDoor.IsPossibleAt(http.Request) })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : wrong.Code == "no-such-item" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
