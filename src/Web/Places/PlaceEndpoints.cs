// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Catalogue.Sources.Coordinates;
using Schakel.Workspace.Residents;

namespace Schakel.Web.Places;

/// <summary><c>/plek</c>: finding a place, its page, the map beside it and the feed to follow it. For everybody, without an account.</summary>
internal static class PlaceEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.Reads("/plek", (door, _) => Task.FromResult(Find(door)));
        routes.Reads("/plek/{code}", (door, code) => On(door, code, Show));
        routes.Reads("/plek/{code}/kaart.json", (door, code) => On(door, code, Draw));
        routes.Reads("/plek/{code}/volgen.atom", (door, code) => On(door, code, Feed));
        DrawEndpoints.Map(routes);
        MyDrawingEndpoints.Map(routes);
        OfferEndpoints.Map(routes);
        TellEndpoints.Map(routes);
        BoardEndpoints.Map(routes);
    }

    /// <summary>Does something about a place, or says that there is none.</summary>
    internal static async Task<IResult> On(ResidentDoor door, string? code, Func<ResidentDoor, Place, Task<IResult>> work)
    {
        if (door.Places.Find(code) is not { } place)
            return ResidentDoor.NoSuchPlace(door.Texts);
        // One address a place, however it was typed.
        return place.Code != code ? TypedResults.LocalRedirect(door.At(place.Url)) : await work(door, place);
    }

    internal static async Task<PlaceView> View(ResidentDoor door, Place place)
    {
        var answers = door.AnswersFor(place);
        var page = (await new PlaceReading(door.Room).Page(door.Visitor, answers ? place.Above : [], answers ? door.Places.Within(place) : [], door.Cancel)).TryGet(out var read, out var reason)
            ? read : throw new InvalidOperationException(reason.Detail);
        return new PlaceView(door.Texts, place, page, door.Places, answers);
    }

    private static IResult Find(ResidentDoor door)
    {
        if (door["punt"] is { } point)
        {
            return Degrees(point) is { } at && CoordinateSystems.Wgs84ToRd(at.Longitude, at.Latitude) is var (x, y) && door.Places.At(x, y) is { } there
                ? TypedResults.LocalRedirect(door.At(there.Url))
                : ResidentDoor.NoSuchPlace(door.Texts);
        }

        var text = door["zoek"];
        var found = door.Places.Search(text);
        if (text is not null && found is [var only])
            return TypedResults.LocalRedirect(door.At(only.Url));
        var start = door.Gemeenten.Select(door.Places.Find).OfType<Place>().Select(place => place.Shape).OfType<NetTopologySuite.Geometries.Geometry>().ToList();
        return new RazorComponentResult<FindPlaceScreen>(new { door.Texts, Asked = text, Found = found, Lists = door.Places.ByArea(door.Gemeenten), Start = start.Count == 0 ? null : NetTopologySuite.Geometries.GeometryFactory.Default.CreateGeometryCollection([.. start]), door.Ground, door.Places.HasStreets });
    }

    private static async Task<IResult> Show(ResidentDoor door, Place place)
    {
        var view = await View(door, place);
        var (surface, of) = await door.Surfaces.Around(door, place);
        return new RazorComponentResult<PlaceScreen>(new { View = view, door.Ground, SharedBy = surface.TryGet(out _, out _) && of is not null ? door.Places.Find(of)?.Name : null });
    }

    private static async Task<IResult> Draw(ResidentDoor door, Place place)
    {
        var view = await View(door, place);
        return TypedResults.Ok(PlaceMapShapes.Of(view, (await door.Surfaces.Around(door, place)).Surface));
    }

    private static async Task<IResult> Feed(ResidentDoor door, Place place) =>
        TypedResults.Content(PlaceFeed.Of(await View(door, place), door), "application/atom+xml", System.Text.Encoding.UTF8);

    /// <summary>"5.1,52.3": longitude and latitude.</summary>
    internal static (double Longitude, double Latitude)? Degrees(string text)
    {
        var parts = text.Split(',');
        return parts.Length == 2 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && longitude is > 2.5 and < 8 && latitude is > 50 and < 54.5
            ? (longitude, latitude) : null;
    }
}
