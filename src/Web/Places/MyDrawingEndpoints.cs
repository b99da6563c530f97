// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Workspace.Residents;

namespace Schakel.Web.Places;

/// <summary><c>/mijn-tekening</c>: behind the private link of a drawing; what is kept of it, and taking consent back.</summary>
internal static class MyDrawingEndpoints
{
    internal const string Path = "/mijn-tekening";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.Reads(Path, (door, _) => Show(door));
        routes.Sends(Path, (door, _) => Withdraw(door));
    }

    private static async Task<IResult> Show(ResidentDoor door)
    {
        door.KeepFromCaches();
        return (await door.Behind(link => new ResidentWork(door.Room).DrawingBehind(door.Visitor, link, door.Cancel))).TryGet(out var drawn, out _)
            ? new RazorComponentResult<MyDrawingScreen>(new { door.Texts, Drawn = drawn, Secret = door["sleutel"] })
            : Said(door, door.Texts["draw.nothing"], door.Texts["draw.nothing.text"], StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Withdraw(ResidentDoor door)
    {
        door.KeepFromCaches();
        return (await door.Behind(link => new ResidentWork(door.Room).WithdrawDrawing(door.Visitor, link, door.Cancel))).TryGet(out _, out _)
            ? Said(door, door.Texts["draw.withdrawn"], door.Texts["draw.withdrawn.text"], StatusCodes.Status200OK)
            : Said(door, door.Texts["draw.nothing"], door.Texts["draw.nothing.text"], StatusCodes.Status404NotFound);
    }

    private static RazorComponentResult<ThanksScreen> Said(ResidentDoor door, string title, string text, int status) =>
        new(new { door.Texts, Path, Title = title, Text = text, Back = "/plek", BackText = door.Texts["nav.place"] }) { StatusCode = status };
}
