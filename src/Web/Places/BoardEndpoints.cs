// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Opgaven;
using Schakel.Workspace.Residents;

namespace Schakel.Web.Places;

/// <summary><c>/initiatieven</c> and <c>/uitdagingen</c>: what residents begin, what they are invited to, and what they may take over. Nothing they send is seen before a colleague let it.</summary>
internal static class BoardEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.Reads("/initiatieven", (door, _) => Initiatives(door, null));
        routes.Sends("/initiatieven", (door, _) => Start(door));
        routes.Reads("/initiatieven/dank", (door, _) => Thanks(door, "/initiatieven", door.Texts["start.thanks"], door.Texts["start.thanks.text"]));
        routes.Reads("/uitdagingen", (door, _) => Challenges(door, null));
        routes.Sends("/uitdagingen", (door, _) => Challenge(door));
        routes.Reads("/uitdagingen/dank", (door, _) => Thanks(door, "/uitdagingen", door.Texts["challenge.thanks"], door.Texts["challenge.thanks.text"]));
    }

    private static async Task<IResult> Initiatives(ResidentDoor door, Tried? tried) => new RazorComponentResult<InitiativesScreen>(new
    {
        door.Texts,
        Boards = await Boards(door),
        Places = (Func<string, Place?>)door.Places.Find,
        Place = door.Places.Find(door["plek"]),
        Lists = door.Places.ByArea(door.Gemeenten),
        Tried = tried,
    })
    { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) };

    private static async Task<IResult> Challenges(ResidentDoor door, Tried? tried) => new RazorComponentResult<ChallengesScreen>(new
    {
        door.Texts,
        Boards = await Boards(door),
        Lists = door.Places.ByArea(door.Gemeenten),
        Place = door.Places.Find(door["plek"]),
        Tried = tried,
    })
    { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) };

    private static async Task<IResult> Start(ResidentDoor door)
    {
        var place = door.Places.Find(door["plek"]);
        if (place is not null)
            door.AnswersFor(place);
        var started = await new ResidentWork(door.Room).Start(
            door.Visitor, door["titel"] ?? "", door["tekst"] ?? "", place?.Code ?? door["gebied"] ?? "", door["contact"] ?? "", door["openbaar"] == "ja", door.Cancel);
        return started.TryGet(out _, out var reason)
            ? TypedResults.LocalRedirect(door.At("/initiatieven/dank"), permanent: false, preserveMethod: false)
            : await Initiatives(door, door.Tried("begin", reason));
    }

    private static async Task<IResult> Challenge(ResidentDoor door)
    {
        if (door.Places.Find(door["plek"]) is { } place)
            door.AnswersFor(place);
        Guid? task = Guid.TryParse(door["taak"], CultureInfo.InvariantCulture, out var about) ? about : null;
        var asked = await new ResidentWork(door.Room).Challenge(door.Visitor, door["titel"] ?? "", door["tekst"] ?? "", task, door["contact"] ?? "", door["openbaar"] == "ja", door.Cancel);
        return asked.TryGet(out _, out var reason)
            ? TypedResults.LocalRedirect(door.At("/uitdagingen/dank"), permanent: false, preserveMethod: false)
            : await Challenges(door, door.Tried("vraag", reason));
    }

    private static Task<IResult> Thanks(ResidentDoor door, string path, string title, string text) => Task.FromResult<IResult>(new RazorComponentResult<ThanksScreen>(new
    {
        door.Texts,
        Path = path + "/dank",
        Title = title,
        Text = text,
        Back = path,
        BackText = door.Texts["board.back"],
    }));

    /// <summary>Of every municipality of this site, by its name.</summary>
    private static async Task<List<PublicBoard>> Boards(ResidentDoor door)
    {
        var (boards, before) = (new List<PublicBoard>(), door.Visitor.Tenant);
        foreach (var tenant in door.Municipalities)
            if ((await new PlaceReading(door.Room).Board(door.As(tenant), door.Cancel)).TryGet(out var board, out _))
                boards.Add(board);
        door.As(before);
        return boards;
    }
}
