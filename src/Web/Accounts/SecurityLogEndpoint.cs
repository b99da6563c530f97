// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.Accounts;

/// <summary><c>/beheer/beveiliging</c>: the security log, for the security officer alone. By kind and day; nothing here selects or counts by person.</summary>
internal static class SecurityLogEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/beheer/beveiliging", Show).Needs(WorkAction.ReadSecurityLog).ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, string? soort, string? tot, CurrentUser user, Workplace workplace, CancellationToken cancel)
    {
        var texts = AtlasQuestion.TextsOf(http.Request);
        SecurityEventKind? what = Enum.TryParse<SecurityEventKind>(soort, out var kind) && Enum.IsDefined(kind) ? kind : null;
        DateOnly? until = DateOnly.TryParseExact(tot, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;
        if (!(await new AccountWork(workplace.Room).Log(user.Actor, what, until, cancel)).TryGet(out var log, out _))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        return new RazorComponentResult<SecurityLogScreen>(new { Texts = texts, Log = log, What = what, Until = until });
    }
}
