// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad.Map;

/// <summary>A gemeente around the town, drawn more coarsely.</summary>
/// <param name="Code">CBS-like code; 99xx is not in use.</param>
/// <param name="Name">Invented.</param>
/// <param name="Region">Name of the region.</param>
/// <param name="X">[m] east of the market square: about its middle.</param>
/// <param name="Y">[m] north of it.</param>
/// <param name="Residents">A multiple of 5.</param>
/// <param name="Dwellings">A multiple of 5.</param>
/// <param name="Wijken">Number of buurten of each wijk.</param>
internal sealed record NeighbourPlan(
    string Code, string Name, string Region, int X, int Y, int Residents, int Dwellings, int[] Wijken)
{
    internal const string HomeRegion = "Voorbeeldregio", North = "Noorderkust", South = "Zuiderkust";

    internal static IReadOnlyList<NeighbourPlan> All { get; } =
    [
        new("GM9902", "Nevenstad", HomeRegion, 8_200, 600, 42_000, 18_900, [4, 4, 4, 4, 3, 3]),
        new("GM9903", "Waterrade", HomeRegion, -5_200, 8_700, 18_000, 7_900, [3, 3, 3, 3]),
        // A gemeente of kernen: nobody there speaks of wijken, but CBS gives each kern the code of one.
        new("GM9904", "Kleindorp", HomeRegion, -500, -8_300, 9_000, 3_900, [2, 2, 2]),
        new("GM9905", "Ravenzijl", North, 3_000, 12_700, 26_000, 11_600, [3, 2, 3]),
        new("GM9906", "Duinvliet", North, 12_600, 9_000, 31_000, 14_100, [3, 3, 2]),
        new("GM9907", "Wolvergouw", North, -13_500, -300, 22_500, 9_800, [2, 3, 2]),
        new("GM9908", "Brakelmere", North, -14_500, 9_500, 17_000, 7_400, [3, 2, 2]),
        new("GM9909", "Hogerwoud", South, 16_200, -1_700, 35_500, 15_600, [3, 3, 3]),
        new("GM9910", "Lindervoort", South, 10_300, -10_200, 28_000, 12_500, [3, 2, 3]),
        new("GM9911", "Tussenwater", South, 1_000, -14_200, 14_500, 6_200, [2, 3, 2]),
        new("GM9912", "Zilverhaven", South, -9_700, -9_300, 39_000, 18_200, [3, 3, 3]),
    ];

    /// <summary>The two buurten of Nevenstad at the border station.</summary>
    internal static readonly (string Name, int Residents)[] BorderStation = [("Overgrens", 400), ("Douanebuurt", 400)];

    /// <summary>Kernen of Kleindorp, with their places in metres from its middle.</summary>
    internal static readonly (string Name, int X, int Y)[] Kernen = [("Kleindorp", 2_400, 1_300), ("Oud-Kleindorp", -2_500, 1_500), ("Kleindorperzijl", 100, -2_400)];

    internal bool HasKernen => Code == "GM9904";

    private static readonly string[] first = ["Elzen", "Meidoorn", "Kerk", "Molen", "Dijk", "Wilgen", "Zand", "Veen", "Hof", "Kievits", "Leeuwerik", "Esdoorn", "Duin", "Kamp", "Bron", "Griend"];

    private static readonly string[] last = ["buurt", "hoek", "veld", "kwartier", "hof", "zijde"];

    /// <summary>A name for the n-th buurt or wijk of a gemeente; never twice the same within one.</summary>
    internal static string NameOf(int gemeente, int number) =>
        first[((gemeente * 5) + number) % first.Length] + last[((number / first.Length) + (gemeente * 2) + number) % last.Length];
}
