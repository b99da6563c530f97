// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>A buurt as planned.</summary>
/// <param name="Name">Invented.</param>
/// <param name="Residents">When it is fixed; otherwise the buurt takes its part of what is left of the wijk.</param>
internal sealed record BuurtPlan(string Name, int? Residents);

/// <summary>A part of the town between main roads, railway and canal, and the buurten that it is divided into.</summary>
/// <param name="Key">As <see cref="TownBlocks"/> names it.</param>
/// <param name="Buurten">At least one.</param>
internal sealed record BlockPlan(string Key, BuurtPlan[] Buurten);

/// <summary>A wijk of the town as planned.</summary>
/// <param name="Name">Invented.</param>
/// <param name="Stadsdeel">Name.</param>
/// <param name="Residents">A multiple of 5, as CBS publishes.</param>
/// <param name="Dwellings">A multiple of 5.</param>
/// <param name="Built">[0..1] share of its squares of 100 m where people live.</param>
/// <param name="Blocks">One or more.</param>
internal sealed record WijkPlan(string Name, string Stadsdeel, int Residents, int Dwellings, double Built, BlockPlan[] Blocks);

/// <summary>Fourteen wijken, sixty buurten, 98,000 residents and 44,000 dwellings.</summary>
internal static class TownPlan
{
    internal const string Name = "Voorbeeldstad";

    internal const int FirstYear = 2019, LastYear = 2024;

    /// <summary>A buurt that was built over in 2021; until then it was one with <see cref="SplitOf"/>.</summary>
    internal const string SplitOff = "Koekoeksbloem", SplitOf = "Boterbloem";

    internal const int SplitYear = 2022;

    /// <summary>[0..1] part of a buurt that was built since 2019; elsewhere nothing was.</summary>
    internal static double NewSince2019(string buurt) => buurt switch
    {
        SplitOff => 0.55,
        "Rietkraag" or "Waterlelie" => 0.2,
        SplitOf or "Weidezicht" => 0.1,
        _ => 0,
    };

    /// <summary>First line of a wijk: name, stadsdeel, residents, dwellings, built share. Then its blocks; <c>=n</c> fixes the residents of a buurt.</summary>
    private const string text = """
        Binnenstad | Centrum | 7300 | 4400 | 0.91
          binnenstad: Markt, Grachtenhoek, Kloosterkwartier, Lombardenbuurt, Vismarkt, Oude Bleek, Torenplein
        Singelkwartier | Centrum | 8200 | 4000 | 0.90
          singel: Singel-West, Plantage, Kweekschoolbuurt, Singel-Oost
        Stationskwartier | Centrum | 5900 | 3100 | 0.82
          station: Stationsplein, Seringenbuurt, Spoorzicht, Noorderkade
        Havenkwartier | Centrum | 4200 | 2000 | 0.72
          haven-in: Westkade, Pakhuizen, Scheepmakersbuurt
          haven-out: Industriehaven=0
        Spoorwijk | Noord | 14500 | 6300 | 0.91
          spoor-n: Seinhuis, Wisselbuurt, Remise, Locomotiefbuurt
          spoor-s: Overweg, Perronbuurt, Rangeerhof
        Noorderpark | Noord | 7900 | 3300 | 0.77
          noorderpark: Lindenhof, Stadspark=120, Parkzicht, Beukenhorst
        Achterkamp | Noord | 6100 | 2500 | 0.60
          achterkamp-in: Voorkamp
          achterkamp-out: Achterkamp-Oost, Achterkamp-West
        Hoge Dennen | Noord | 8900 | 4300 | 0.49
          dennen: Hoge Dennen
        Rietlanden | Noord | 7900 | 3000 | 0.67
          rietlanden-n: Rietkraag
          rietlanden-s: Lisdodde, Waterlelie
          grens-n: Grenspoort=400
          grens-s: Tolhuis=400, Halteplein=400
        Noorderpolder | Noord | 900 | 350 | 0.03
          polder-nw: Meerpolder=5
          polder-ne: Kwelpolder, Noordermaat
        Waterkant | Zuid | 7300 | 3100 | 0.85
          waterkant-wi: Sluisbuurt, Waterkant-West
          waterkant-wo: Steigerbuurt
          waterkant-e: Waterkant-Oost, Vlonderbuurt
        Zuiderveld | Zuid | 9400 | 3800 | 0.87
          zuiderveld: Akkers, Korenveld, Molenhoek, Havenzicht
        De Weiden | Zuid | 8600 | 3500 | 0.66
          weiden: Weidezicht, Klaverveld, Boterbloem, Koekoeksbloem
        Zuidpolder | Zuid | 900 | 350 | 0.03
          polder-sw: Zuidpolder-West, Uiterdijk=5
          polder-se: Zuidpolder-Oost, Broeklanden
        """;

    internal static IReadOnlyList<WijkPlan> Wijken { get; } = Parse();

    private static List<WijkPlan> Parse()
    {
        var wijken = new List<WijkPlan>();
        var blocks = new List<BlockPlan>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith(' '))
            {
                blocks = [];
                var parts = line.Split(" | ");
                wijken.Add(new WijkPlan(
                    parts[0], parts[1], Whole(parts[2]), Whole(parts[3]), double.Parse(parts[4], CultureInfo.InvariantCulture), []));
                continue;
            }

            var block = line.Split(':', StringSplitOptions.TrimEntries);
            blocks.Add(new BlockPlan(block[0], [.. block[1].Split(", ").Select(buurt =>
                buurt.Split('=') is [var name, var residents] ? new BuurtPlan(name, Whole(residents)) : new BuurtPlan(buurt, null))]));
            wijken[^1] = wijken[^1] with { Blocks = [.. blocks] };
        }

        return wijken;
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
