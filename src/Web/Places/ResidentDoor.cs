// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Accounts;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Workspace.Members;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Storage;

namespace Schakel.Web.Places;

/// <summary>
/// How residents come in: without an account, and whoever is signed in comes in as a resident here too, so that nothing on these pages depends on
/// who looks. No cookie is read or set.
/// </summary>
internal sealed class ResidentDoor
{
    private readonly HttpContext http;
    private readonly Workplace workplace;
    private readonly IFormCollection? fields;

    private ResidentDoor(HttpContext http, Workplace workplace, IGround ground, IFormCollection? fields)
    {
        (this.http, this.workplace, this.fields) = (http, workplace, fields);
        (Ground, Places, Texts) = (ground, PlaceIndex.Of(ground), AtlasQuestion.TextsOf(http.Request));
        Visitor = Actor.Visitor(workplace.Home);
    }

    internal ScreenTexts Texts { get; }

    internal IGround Ground { get; }

    internal PlaceIndex Places { get; }

    /// <summary>A resident of the municipality whose site this is, or whose place is asked.</summary>
    internal Actor Visitor { get; private set; }

    internal Workroom Room => workplace.Room;

    internal SharedSurfaces Surfaces => http.RequestServices.GetRequiredService<SharedSurfaces>();

    internal CancellationToken Cancel => http.RequestAborted;

    /// <summary>The gemeenten that work here, by name: only their places are in the list.</summary>
    internal IReadOnlyList<string> Gemeenten => [.. workplace.Municipalities.Select(known => known.AreaCode)];

    internal string? this[string name] => (fields is null ? http.Request.Query[name].ToString() : fields[name].ToString()) is { Length: > 0 } text ? text : null;

    internal IReadOnlyList<string> All(string name) => fields is null ? [] : [.. fields[name].OfType<string>()];

    internal int? Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal Tried? Tried(string deed, Reason reason) =>
        new(deed, fields?.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal) ?? [], reason);

    /// <summary>Comes in for what goes on at a place; its gemeente answers when that one works here.</summary>
    internal bool AnswersFor(Place place)
    {
        if (Places.GemeenteOf(place) is not { } gemeente)
            return true;
        if (workplace.Municipalities.FirstOrDefault(known => known.AreaCode == gemeente) is not { } answers)
            return false;
        Visitor = Actor.Visitor(answers.Id);
        return true;
    }

    /// <summary>All municipalities of this site, the one whose site it is first.</summary>
    internal IEnumerable<Guid> Municipalities => workplace.Municipalities.Select(known => known.Id).OrderBy(id => id != workplace.Home);

    /// <summary>The same resident, of another municipality of this site.</summary>
    internal Actor As(Guid tenant) => Visitor = Actor.Visitor(tenant);

    /// <summary>What stands behind the private link that was sent. The link does not say whose it is: each municipality of this site may have it.</summary>
    internal async Task<Outcome<T>> Behind<T>(Func<PrivateLink, Task<Outcome<T>>> look)
        where T : notnull
    {
        if (this["sleutel"] is { Length: < 100 } secret)
            foreach (var tenant in Municipalities)
            {
                As(tenant);
                if ((await look(new PrivateLink(secret))).TryGet(out var found, out _))
                    return found;
            }

        return new Reason("no-such-item", "There is nothing here with this address, or it is not yours to see.");
    }

    /// <summary>What stands behind a private link is for one pair of eyes.</summary>
    internal void KeepFromCaches()
    {
        http.Response.Headers.CacheControl = "no-store";
        // The address holds the secret: no page that is gone to from here may learn it.
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    internal string At(string path) => Work.At(Texts, path);

    internal string Absolute(string path) => $"{http.Request.Scheme}://{http.Request.Host}{path}";

    internal static async Task<IResult> Enter(HttpContext http, IFormCollection? fields, Func<ResidentDoor, Task<IResult>> inside)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var workplace = http.RequestServices.GetRequiredService<Workplace>();
        var current = http.RequestServices.GetRequiredService<CurrentGround>();
        if (!current.Ask().TryGet(out var ground, out var noGround))
            return new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = noGround, Folder = current.Directory });
        if (!(await workplace.Open(http.RequestAborted)).TryGet(out _, out _) || workplace.Home == Guid.Empty)
        {
            return new RazorComponentResult<ErrorScreen>(new { Texts = texts, Heading = texts["place.noWorkspace"], Lines = new[] { texts["place.noWorkspace.text"] } })
            {
                StatusCode = StatusCodes.Status404NotFound,
            };
        }

        return await inside(new ResidentDoor(http, workplace, ground, fields));
    }

    internal static RazorComponentResult<ErrorScreen> NoSuchPlace(ScreenTexts texts) =>
        new(new { Texts = texts, Heading = texts["place.unknown"], Lines = new[] { texts["place.unknown.text"] } }) { StatusCode = StatusCodes.Status404NotFound };
}

/// <summary>What every address for residents has in common.</summary>
internal static class ResidentRoutes
{
    internal static void Reads(this IEndpointRouteBuilder routes, string path, Func<ResidentDoor, string?, Task<IResult>> show) =>
        routes.MapGet(path, (HttpContext http, string? code) => ResidentDoor.Enter(http, null, door => show(door, code))).OpenToAll().ExcludeFromDescription();

    /// <summary>A form of a resident. There is no cookie, so no token that a stranger's page would have to know; the browser says where a form comes from.</summary>
    internal static void Sends(this IEndpointRouteBuilder routes, string path, Func<ResidentDoor, string?, Task<IResult>> take) =>
        routes.MapPost(path, (HttpContext http, IFormCollection fields, string? code) => ResidentDoor.Enter(http, fields, door => take(door, code)))
            .FromThisSiteOnly().OpenToAll().DisableAntiforgery().ExcludeFromDescription();
}
