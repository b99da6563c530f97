// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.Accounts;

/// <summary><c>/beheer/mensen</c>: the administrator invites, gives roles, makes links and lets go.</summary>
internal static class PeopleEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/beheer/mensen", Show).Needs(WorkAction.KeepAccounts).ExcludeFromDescription();
        routes.MapPost("/beheer/mensen", Invite).Needs(WorkAction.KeepAccounts).ExcludeFromDescription();
        routes.MapPost("/beheer/mensen/{id:guid}/link", MakeLink).Needs(WorkAction.KeepAccounts).ExcludeFromDescription();
        routes.MapPost("/beheer/mensen/{id:guid}/rollen", Give).Needs(WorkAction.KeepAccounts).ExcludeFromDescription();
        routes.MapPost("/beheer/mensen/{id:guid}/vertrek", Leave).Needs(WorkAction.KeepAccounts).ExcludeFromDescription();
    }

    private static Task<IResult> Show(HttpContext http, CurrentUser user, Workplace workplace, CancellationToken cancel) =>
        Screen(http, user, workplace, new InviteForm(), null, null, cancel);

    private static async Task<IResult> Invite(
        HttpContext http, IFormCollection fields, CurrentUser user, Workplace workplace, CancellationToken cancel)
    {
        var form = new InviteForm
        {
            Name = fields["Name"].ToString(),
            Function = fields["Function"].ToString(),
            Email = fields["Email"].ToString(),
            Organisation = Guid.TryParse(fields["Organisation"], out var id) ? id : null,
            Roles = RolesIn(fields),
        };
        var invited = await Work(workplace).Invite(user.Actor, form.Name, form.Function, form.Email, form.Organisation, form.Roles, SignInEndpoints.AddressOf(http), cancel);
        return await Answer(http, user, workplace, form, invited, cancel);
    }

    private static async Task<IResult> MakeLink(HttpContext http, Guid id, [FromForm] string? lost, CurrentUser user, Workplace workplace, CancellationToken cancel) =>
        await Answer(http, user, workplace, new InviteForm(), await Work(workplace).NewLink(user.Actor, id, lost is not null, SignInEndpoints.AddressOf(http), cancel), cancel);

    private static async Task<IResult> Give(HttpContext http, Guid id, IFormCollection fields, CurrentUser user, Workplace workplace, CancellationToken cancel) =>
        (await Work(workplace).Give(user.Actor, id, int.TryParse(fields["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null, RolesIn(fields), SignInEndpoints.AddressOf(http), cancel)).TryGet(out _, out var reason)
            ? Back(http)
            : await Screen(http, user, workplace, new InviteForm(), null, reason, cancel);

    private static async Task<IResult> Leave(HttpContext http, Guid id, [FromForm] int? seen, CurrentUser user, Workplace workplace, CancellationToken cancel) =>
        (await Work(workplace).Leave(user.Actor, id, SignInEndpoints.AddressOf(http), cancel)).TryGet(out _, out var reason)
            ? Back(http)
            : await Screen(http, user, workplace, new InviteForm(), null, reason, cancel);

    // A word that is no role cannot come from our form, and gives nothing.
    private static List<AccessRole> RolesIn(IFormCollection fields) => [.. fields["Roles"].Select(text => Enum.TryParse<AccessRole>(text, out var role) && Enum.IsDefined(role) ? role : AccessRole.Visitor)];

    private static AccountWork Work(Workplace workplace) => new(workplace.Room);

    private static RedirectHttpResult Back(HttpContext http) =>
        TypedResults.LocalRedirect(AccountLinks.At(AtlasQuestion.TextsOf(http.Request), "/beheer/mensen"), permanent: false, preserveMethod: false);

    private static async Task<IResult> Answer(HttpContext http, CurrentUser user, Workplace workplace, InviteForm form, Outcome<Invited> made, CancellationToken cancel) =>
        made.TryGet(out var invited, out var reason)
            ? await Screen(http, user, workplace, new InviteForm(), new NewLink(invited.Member.Name ?? invited.Member.Function, AccountKey.LinkFor(http.Request, invited)), null, cancel)
            : await Screen(http, user, workplace, form, null, reason, cancel);

    private static async Task<IResult> Screen(HttpContext http, CurrentUser user, Workplace workplace, InviteForm form, NewLink? link, Reason? wrong, CancellationToken cancel)
    {
        if (!(await Work(workplace).All(user.Actor, cancel)).TryGet(out var people, out _))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        return new RazorComponentResult<PeopleScreen>(new { Texts = AtlasQuestion.TextsOf(http.Request), People = people, Form = form, Link = link, Wrong = wrong })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : wrong.Code == "no-such-item" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity,
        };
    }
}

/// <summary>A link that was just made, and for whom.</summary>
public sealed record NewLink(string For, string Address);

/// <summary>What stood in the form, to be shown again.</summary>
public sealed record InviteForm
{
    public string Name { get; init; } = "";

    public string Function { get; init; } = "";

    public string Email { get; init; } = "";

    public Guid? Organisation { get; init; }

    public IReadOnlyList<AccessRole> Roles { get; init; } = [];
}
