// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Residents;

namespace Schakel.Web.WorkApi;

/// <summary>What residents may read: told by colleagues in words for them, and taken down again. Without it an opgave is on no public page.</summary>
public static class TellingApi
{
    public sealed record TellBody(string Title, string What, string? Became = null, string? NextNews = null, bool ShowsPositions = false);

    public sealed record TakeDownBody(string Because);

    public sealed record ToldAnswer(Guid Opgave, string? Title, string? What, string? Became, string? NextNews, bool ShowsPositions);

    /// <summary>What everybody may read of a place: who to turn to, also when nothing goes on.</summary>
    public sealed record PlaceAnswer(string Municipality, string Contact, DateOnly? ContactSince, IReadOnlyList<ToldAnswer> GoingOn);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Residents");
        routes.Read<ToldAnswer>("/opgaven/{id}/public-story", WorkAction.ReadOpgave, "GetPublicStory", "What residents read about an opgave now; empty when nothing is public.", Told);
        routes.Set<TellBody, ToldAnswer>(HttpMethods.Put, "/opgaven/{id}/public-story", WorkAction.MoveOpgave, "TellResidents", "Tells residents; the story before it is replaced.", async (asked, body) =>
            (await asked.Work<PublicStoryWork>().Tell(asked.Actor, asked.Id, body.Title, body.What, body.Became, body.NextNews, body.ShowsPositions, asked.Cancel)).TryGet(out _, out var reason) ? await Told(asked) : reason);
        routes.Set<TakeDownBody, ToldAnswer>(HttpMethods.Post, "/opgaven/{id}/public-story/removal", WorkAction.MoveOpgave, "TakeDownStory", "Takes it down, and says why.", async (asked, body) =>
            (await asked.Work<PublicStoryWork>().TakeDown(asked.Actor, asked.Id, body.Because, asked.Cancel)).TryGet(out _, out var reason) ? await Told(asked) : reason);
        routes.Read<PlaceAnswer>("/places/{code}", WorkAction.ReadPublicPage, "GetPlace", "What everybody may read of an area; needs no account.", async asked =>
            (await asked.Work<PlaceReading>().Page(asked.Actor, [asked.Part("code")], [asked.Part("code")], asked.Cancel)).TryGet(out var page, out var reason)
                ? new Said<PlaceAnswer>(new PlaceAnswer(
                    page.Municipality, page.Contact, page.ContactSince,
                    [.. page.GoingOn.Select(item => new ToldAnswer(item.Opgave, item.Title, item.What, item.Became, item.NextNews, item.Positions.Count > 0))]))
                : reason);
    }

    private static async Task<Outcome<Said<ToldAnswer>>> Told(Asked asked) =>
        (await asked.Work<PublicStoryWork>().Of(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var told, out var reason)
            ? new Said<ToldAnswer>(new ToldAnswer(asked.Id, told.Story?.Title, told.Story?.What, told.Story?.Became, told.Story?.NextNews, told.Story?.ShowsPositions ?? false)) : reason;
}
