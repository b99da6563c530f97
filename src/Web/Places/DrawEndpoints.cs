// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Opgaven;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Residents;

namespace Schakel.Web.Places;

/// <summary><c>/plek/{code}/teken</c>: "my neighbourhood", drawn by tapping corners or chosen from a list. By consent, and never shown by itself.</summary>
internal static class DrawEndpoints
{
    internal static readonly string[] Ages = ["18-29", "30-44", "45-64", "65+"], Tenures = ["huur", "koop"];

    /// <summary>[m] how far the list looks around a place.</summary>
    private const double Near = 700;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.Reads("/plek/{code}/teken", (door, code) => PlaceEndpoints.On(door, code, (_, place) => Show(door, place, null)));
        routes.Sends("/plek/{code}/teken", (door, code) => PlaceEndpoints.On(door, code, Take));
    }

    private static Task<IResult> Show(ResidentDoor door, Place place, Tried? tried)
    {
        var streets = door.Places.StreetsIn(place);
        return Task.FromResult<IResult>(new RazorComponentResult<DrawScreen>(new { door.Texts, Place = place, door.Ground, Areas = door.Places.Around(place, Near), Streets = streets, Chosen = door.All("gebied"), Tried = tried })
        {
            StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason),
        });
    }

    private static async Task<IResult> Take(ResidentDoor door, Place place)
    {
        if (place.Shape is not { IsEmpty: false } home)
            return ResidentDoor.NoSuchPlace(door.Texts);
        door.AnswersFor(place);
        if (!DrawnShape.Of(door["hoeken"], door.All("gebied"), door.Places).TryGet(out var shape, out var reason))
            return await Show(door, place, door.Tried("teken", reason));

        var link = PrivateLink.New();
        var drawn = await new ResidentWork(door.Room).Draw(
            door.Visitor, shape.ToText(), HomeCell.Around(home.InteriorPoint), Ages.FirstOrDefault(age => age == door["leeftijd"]), Tenures.FirstOrDefault(tenure => tenure == door["wonen"]), door["akkoord"] == "ja", door.Cancel, link);
        if (!drawn.TryGet(out _, out reason))
            return await Show(door, place, door.Tried("teken", reason));
        door.KeepFromCaches();
        return new RazorComponentResult<LinkShownScreen>(new
        {
            door.Texts,
            Path = place.Url + "/teken",
            Title = door.Texts["draw.thanks"],
            Text = door.Texts["draw.thanks.text"],
            Once = door.Texts["draw.link.once"],
            Link = door.Absolute(door.At($"{MyDrawingEndpoints.Path}?sleutel={link.Secret}")),
            Back = place.Url,
            BackText = door.Texts["place.back", place.Name],
        });
    }
}
