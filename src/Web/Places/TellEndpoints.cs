// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Opgaven;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;

namespace Schakel.Web.Places;

/// <summary><c>/meld</c>: telling what one notices. With a contact somebody answers; what is about a task of the whole town goes to its owner at once.</summary>
internal static class TellEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.Reads("/meld", (door, _) => Show(door, null));
        routes.Sends("/meld", (door, _) => Take(door));
        routes.Reads("/meld/dank", (door, _) => Task.FromResult<IResult>(new RazorComponentResult<ThanksScreen>(new
        {
            door.Texts,
            Path = "/meld/dank",
            Title = door.Texts[door["antwoord"] == "ja" ? "tell.thanks.reply" : "tell.thanks"],
            Text = door.Texts[door["antwoord"] == "ja" ? "tell.thanks.reply.text" : "tell.thanks.text"],
            Back = "/plek",
            BackText = door.Texts["nav.place"],
        })));
    }

    private static async Task<IResult> Show(ResidentDoor door, Tried? tried)
    {
        var place = door.Places.Find(door["plek"]);
        if (place is not null)
            door.AnswersFor(place);
        var board = (await new PlaceReading(door.Room).Board(door.Visitor, door.Cancel)).TryGet(out var read, out var reason) ? read : throw new InvalidOperationException(reason.Detail);
        return new RazorComponentResult<TellScreen>(new { door.Texts, Place = place, Places = place is null ? door.Places.ByArea(door.Gemeenten) : [], board.Tasks, Chosen = door["taak"], door.Ground, Tried = tried })
        {
            StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason),
        };
    }

    private static async Task<IResult> Take(ResidentDoor door)
    {
        if (door.Places.Find(door["plek"]) is not { Shape: { IsEmpty: false } shape } place)
            return await Show(door, door.Tried("meld", SentForm.NotChosen("area")));
        door.AnswersFor(place);
        var middle = shape.InteriorPoint;
        // A point on the map is finer than the place; without one the middle of the place will do.
        var at = door["punt"] is { } point && PlaceEndpoints.Degrees(point) is { } degrees
            ? Catalogue.Sources.Coordinates.CoordinateSystems.Wgs84ToRd(degrees.Longitude, degrees.Latitude) : (middle.X, middle.Y);
        Guid? task = Guid.TryParse(door["taak"], CultureInfo.InvariantCulture, out var about) ? about : null;
        var given = await new SignalWork(door.Room).Give(
            door.Visitor, SignalSource.Resident, door["tekst"] ?? "", new SignalPoint((int)Math.Round(at.Item1), (int)Math.Round(at.Item2)), door["contact"], task, place.Above is [var finest, ..] ? finest : null, door.Cancel);
        return given.TryGet(out var signal, out var reason)
            ? TypedResults.LocalRedirect(door.At("/meld/dank" + (signal.CanReachReporter ? "?antwoord=ja" : "")), permanent: false, preserveMethod: false)
            : await Show(door, door.Tried("meld", reason));
    }
}
