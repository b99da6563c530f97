// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Browser.Tests;

/// <summary>One page of the program: its route, who looks at it (nobody in particular: a resident), and an address that shows it filled.</summary>
/// <remarks>A route with {id:guid} needs no address: the first link of the list above it is followed. This file is compiled into the tests of the hosts too, which compare it with the routes of the program.</remarks>
internal sealed record PageOfTheProgram(string Route, string? Function = null, string? At = null)
{
    private const string Coordinator = "wijkcoördinator Zuid";

    internal static readonly PageOfTheProgram[] All =
    [
        new("/kaart", At: "/kaart?cijfer=zwerfafval&schaal=buurt&gebied=BU99010101"),
        new("/cijfers", At: "/cijfers?cijfer=zwerfafval"),
        new("/schaalbeeld", At: "/schaalbeeld?cijfer=zwerfafval&plek=GM9901"),
        new("/schaalbeeld/naast", At: "/schaalbeeld/naast?cijfer=eenzaamheid&plek=GM9901&plek2=GM9902"),
        new("/gemeenten", At: "/gemeenten?cijfer=zwerfafval"),
        new("/aanmelden"),
        new("/plek"),
        new("/plek/{code}", At: "/plek/BU99011002"),
        new("/plek/{code}/teken", At: "/plek/BU99011002/teken"),
        new("/vraag-mij", At: "/vraag-mij?plek=BU99011002"),
        new("/meld"),
        new("/meld/dank"),
        new("/initiatieven"),
        new("/initiatieven/dank"),
        new("/uitdagingen"),
        new("/uitdagingen/dank"),
        new("/mijn-account", Coordinator),
        new("/beheer/mensen", "beheerder van Schakel"),
        new("/beheer/beveiliging", "beveiligingsfunctionaris"),
        new("/tafel", Coordinator),
        new("/opgaven", Coordinator),
        new("/opgaven/nieuw", Coordinator),
        new("/opgaven/cijfers", "analist"),
        new("/opgaven/{id:guid}", Coordinator),
        new("/opgaven/{id:guid}/oordeel", Coordinator),
        new("/opgaven/{id:guid}/schakelen", Coordinator),
        new("/opgaven/{id:guid}/meetplan", "analist"),
        new("/opgaven/{id:guid}/openbaar", Coordinator),
        new("/waterbed", Coordinator),
        new("/waterbed/{meting:guid}", Coordinator),
        new("/signalen", Coordinator),
        new("/signalen/nieuw", Coordinator),
        new("/signalen/{id:guid}", Coordinator),
        new("/taken", Coordinator),
        new("/taken/nieuw", "beheerder openbare ruimte"),
        new("/taken/{id:guid}", Coordinator),
        new("/richting", "gemeentesecretaris"),
        new("/richting/{id:guid}", "gemeentesecretaris"),
        new("/visies", Coordinator),
        new("/visies/{id:guid}", Coordinator),
        new("/lacunes", "hoofd Jeugd"),
        new("/reflecties", "jongerenwerker"),
        new("/reflecties/{id:guid}", "jongerenwerker"),
        new("/vakwerk", Coordinator),
        new("/bewoners", Coordinator),
        new("/aanbod", Coordinator),
    ];

    /// <summary>Pages for which a test must first do something: they are looked at where that happens.</summary>
    internal static readonly string[] LookedAtElsewhere =
    [
        "/welkom", "/eerste-beheerder", // AccountTests: a link of one's own opens them
        "/vraag-mij/mijn", "/mijn-tekening", // ResidentTests: the same
    ];

    /// <summary>What one gets at an address and does not read as a page: parts, files, and roads to elsewhere.</summary>
    internal static readonly string[] NotPages =
    [
        "/", "/favicon.ico", "/health", "/health/ready", "/assets/{version}/{**name}", "/meenemen/{format}", "{**path}",
        "/kaart/delen", "/kaart/gebied", "/kaart/beeld.json", "/schaalbeeld/verslag.html", "/schaalbeeld/verslag.pdf",
        "/schaalbeeld/bereik", "/schaalbeeld/grenzen", "/schaalbeeld/keuze",
        "/aanmelden/organisatie", "/opgaven/{id:guid}/veranderd", "/plek/{code}/kaart.json", "/plek/{code}/volgen.atom",
    ];
}
