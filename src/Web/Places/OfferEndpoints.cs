// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Opgaven;
using Schakel.Workspace.Offers;

namespace Schakel.Web.Places;

/// <summary><c>/vraag-mij</c>: "you can ask me", in one sentence with three choices; and the page behind the private link.</summary>
internal static class OfferEndpoints
{
    internal static readonly string[] Themes = ["buiten", "meedenken", "maken", "gezelschap"];

    /// <summary>[m] ten minutes on foot, the wijk, the town.</summary>
    internal static readonly int[] Distances = [800, 2000, 10_000];

    internal static readonly int[] Times = [1, 2, 4, 8];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.Reads("/vraag-mij", (door, _) => Task.FromResult<IResult>(Show(door, null)));
        routes.Sends("/vraag-mij", (door, _) => Leave(door));
        routes.Reads("/vraag-mij/mijn", (door, _) => Mine(door, null));
        routes.Sends("/vraag-mij/mijn", (door, _) => Change(door));
    }

    private static RazorComponentResult<OfferScreen> Show(ResidentDoor door, Tried? tried)
    {
        var place = door.Places.Find(door["plek"]);
        return new RazorComponentResult<OfferScreen>(new { door.Texts, Place = place, Places = place is null ? door.Places.ByArea(door.Gemeenten) : [], Tried = tried })
        {
            StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason),
        };
    }

    private static async Task<IResult> Leave(ResidentDoor door)
    {
        if (door.Places.Find(door["plek"]) is not { Shape: { IsEmpty: false } shape } place)
            return Show(door, door.Tried("vraag-mij", SentForm.NotChosen("area")));
        door.AnswersFor(place);
        var link = PrivateLink.New();
        var left = await new OfferWork(door.Room).Leave(
            door.Visitor, Themes.FirstOrDefault(theme => theme == door["thema"]) ?? "", Distances.FirstOrDefault(metres => metres == door.Number("afstand")), Times.FirstOrDefault(times => times == door.Number("keer")),
            HomeCell.Around(shape.InteriorPoint), door["contact"] ?? "", door["akkoord"] == "ja", link, door.Cancel);
        if (!left.TryGet(out _, out var reason))
            return Show(door, door.Tried("vraag-mij", reason));
        door.KeepFromCaches();
        return new RazorComponentResult<LinkShownScreen>(new
        {
            door.Texts,
            Path = "/vraag-mij",
            Title = door.Texts["offer.left"],
            Text = door.Texts["offer.left.text"],
            Once = door.Texts["offer.link.once"],
            Link = door.Absolute(door.At("/vraag-mij/mijn?sleutel=" + link.Secret)),
        });
    }

    private static async Task<IResult> Mine(ResidentDoor door, Tried? tried)
    {
        door.KeepFromCaches();
        var found = await Behind(door);
        return found.TryGet(out var asked, out _)
            ? new RazorComponentResult<MyOfferScreen>(new { door.Texts, Asked = asked, Secret = door["sleutel"], Done = door["gedaan"], Tried = tried }) { StatusCode = tried is null ? 200 : Refusals.StatusOf(tried.Reason) }
            : new RazorComponentResult<ThanksScreen>(new { door.Texts, Path = "/vraag-mij", Title = door.Texts["offer.gone"], Text = door.Texts["offer.gone.text"], Back = "/vraag-mij", BackText = door.Texts["offer.again"] }) { StatusCode = StatusCodes.Status404NotFound };
    }

    private static async Task<IResult> Change(ResidentDoor door)
    {
        if (!(await Behind(door)).TryGet(out var asked, out _))
            return await Mine(door, null);
        var (work, id, ask) = (new OfferWork(door.Room), asked.Offer.Id, asked.Asks.FirstOrDefault(ask => ask.Id.ToString("N") == door["vraag"]));
        Reason? refused = null;
        switch (door["doe"])
        {
            case "pauze": (await work.Pause(door.Visitor, id, door.Cancel)).TryGet(out _, out refused); break;
            case "verder": (await work.Resume(door.Visitor, id, door.Cancel)).TryGet(out _, out refused); break;
            case "verleng": (await work.Renew(door.Visitor, id, door.Cancel)).TryGet(out _, out refused); break;
            case "weg": (await work.Withdraw(door.Visitor, id, door.Cancel)).TryGet(out _, out refused); break;
            case "ja" when ask is not null: (await work.SayYes(door.Visitor, ask.Id, door.Cancel)).TryGet(out _, out refused); break;
            case "nee" when ask is not null: (await work.SayNo(door.Visitor, ask.Id, door.Cancel)).TryGet(out _, out refused); break;
            default: refused = new Reason("no-such-item", "There is nothing here with this address, or it is not yours to see."); break;
        }

        if (refused is not null)
            return await Mine(door, door.Tried("mijn", refused));
        return door["doe"] == "weg"
            ? new RazorComponentResult<ThanksScreen>(new { door.Texts, Path = "/vraag-mij", Title = door.Texts["offer.withdrawn"], Text = door.Texts["offer.withdrawn.text"], Back = "/plek", BackText = door.Texts["nav.place"] })
            : TypedResults.LocalRedirect(door.At($"/vraag-mij/mijn?sleutel={Uri.EscapeDataString(door["sleutel"]!)}&gedaan={door["doe"]}"), permanent: false, preserveMethod: false);
    }

    private static Task<Outcome<AskedOffer>> Behind(ResidentDoor door) => door.Behind(link => new OfferWork(door.Room).Behind(door.Visitor, link, door.Cancel));
}
