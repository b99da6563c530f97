// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.Accounts;

/// <summary>One's own keys for programs on <c>/mijn-account</c>: made, shown once, taken back.</summary>
internal static class OwnKeyEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/mijn-account/sleutels", Make).Needs(WorkAction.KeepOwnAccount).ExcludeFromDescription();
        routes.MapPost("/mijn-account/sleutels/{id:guid}/weg", TakeBack).Needs(WorkAction.KeepOwnAccount).ExcludeFromDescription();
    }

    // The day is read here, so that one that is none is refused in the words of the page.
    private static async Task<IResult> Make(
        HttpContext http, [FromForm] string? name, [FromForm] string? until, [FromForm] string? write, CurrentUser user, Workplace workplace, CancellationToken cancel)
    {
        var isDay = DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return (await new AccessKeyWork(workplace.Room).Make(user.Actor, name ?? "", isDay ? day : DateOnly.MinValue, write == "1", SignInEndpoints.AddressOf(http), cancel)).TryGet(out var made, out var reason)
            ? await OwnAccountEndpoints.Screen(http, user, workplace, null, null, cancel, made)
            : await OwnAccountEndpoints.Screen(http, user, workplace, null, reason, cancel);
    }

    private static async Task<IResult> TakeBack(HttpContext http, Guid id, [FromForm] string? sure, CurrentUser user, Workplace workplace, CancellationToken cancel) =>
        (await new AccessKeyWork(workplace.Room).TakeBack(user.Actor, id, SignInEndpoints.AddressOf(http), cancel)).TryGet(out _, out var reason)
            ? TypedResults.LocalRedirect(AccountLinks.At(AtlasQuestion.TextsOf(http.Request), "/mijn-account"), permanent: false, preserveMethod: false)
            : await OwnAccountEndpoints.Screen(http, user, workplace, null, reason, cancel);
}
