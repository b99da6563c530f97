// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Schakel.Hosts.Tests.Web.Accounts;

namespace Schakel.Hosts.Tests.Web.Town;

/// <summary>What the design promises of the invented town is to be read on its pages: every opgave a full story, with everything around it.</summary>
public sealed partial class TownStoryTests
{
    private const string Square = "Jongeren en overlast rond het plein", Loneliness = "Eenzaamheid in Spoorwijk", Debts = "Schulden",
        Litter = "Zwerfafval bij containers", Ice = "Gladheid", Bikes = "Fietsdiefstal bij het station";

    public static TheoryData<string, string, string[]> Promises => new()
    {
        { Square, "the second round, after what was learned", ["We verkennen", "Op het plein hielp het. De reden is niet weg."] },
        { Square, "an overruling with its reason", ["Zonder de stad gaat de sporthal na de winter weer dicht."] },
        { Square, "positions of young, neighbours and shops, side by side", ["jongeren", "buren", "winkels"] },
        { Square, "nuisance, nowhere to be at night, the sports hall", ["Overlast op het plein in de avond", "Jongeren kunnen in de avond nergens heen", "De sporthal is drie avonden open"] },
        { Square, "what came back from Jeugd", ["omdat de jongeren jou kennen en ons niet"] },
        { Square, "the invitation", ["[Hh]uiskamer op het plein"] },
        { Square, "the empty seat", ["gezondheid"] },
        { Square, "the vision it goes by", ["Het water verbindt", "Deze opgave werkt hiermee"] },
        { Loneliness, "the vision on meeting", ["Ontmoeten", "Mensen ontmoeten elkaar als er een plek is"] },
        { Loneliness, "the garden as a condition", ["tuin"] },
        { Debts, "the buurt finds, the city leads, the state answers", ["[Vv]indplaats", "[Tt]rekker", "[Tt]egenhanger"] },
        { Debts, "the gap with its answer", ["geen schuldhulp", "Een briefadres is nu genoeg"] },
        { Debts, "a part handed down", ["Wie in de wijk werkt, ziet het eerder dan wij.", "Mensen op tijd vinden"] },
        { Litter, "the plan that is ready to be fixed", ["Het meetplan|Meetplan"] },
        { Ice, "steered centrally", ["De stad stuurt dit. De melder kreeg zelf antwoord."] },
        { Ice, "the salt box", ["zoutkist"] },
        { Bikes, "noticed, and no more", ["[Oo]pgemerkt"] },
        { "/richting", "two directions", ["We staan naast bewoners", "Wie het werk doet, mag van de regel afwijken"] },
        { "/visies", "a vision of every stadsdeel", ["Wonen tussen winkels", "Aan beide kanten van het spoor", "Het water verbindt"] },
        { "/taken", "central, by area and mixed", ["Strooien bij gladheid", "Groen onderhouden", "Afval ophalen", "Eerdere versies"] },
        { "/signalen", "the complaint about the bridge, answered in person", ["De loopbrug is spiegelglad"] },
        { "/lacunes", "one gap answered and one openly without an answer", ["Wacht op antwoord", "Beantwoord"] },
        { "/vakwerk", "the peer group with Kleindorp, and what there is to learn", ["Ontmoeten", "Gemeente Kleindorp", "Luisteren op het plein"] },
        { "/reflecties", "a reflection that was shared", ["Ik wilde vooral rust op het plein"] },
    };

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task What_the_design_promises_is_to_be_read(string page, string promise, string[] words)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));

        var (status, text, _) = await coordinator.Get(page[0] == '/' ? page : await Address(coordinator, page));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(words, word => Assert.True(Regex.IsMatch(WebUtility.HtmlDecode(text), word), $"{page}: {promise}: '{word}' is not on the page."));
    }

    private static async Task<string> Address(Visit visit, string title)
    {
        var (_, text, _) = await visit.Get("/opgaven");
        return Links().Matches(text).First(link => WebUtility.HtmlDecode(link.Groups[2].Value) == title).Groups[1].Value;
    }

    [GeneratedRegex("<a href=\"(/opgaven/[0-9a-f-]{36})\">([^<]+)")]
    private static partial Regex Links();
}
