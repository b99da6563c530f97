// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Catalogue.Tests.Fetching.Replay;

/// <summary>An area of the made-up country.</summary>
internal sealed record Place(string Code, string Name, string Gemeente, int X, int Y, int Side);

/// <summary>
/// A made-up country that the replay server tells about: three gemeenten with wijken and buurten on a grid in RD. One has a code that looks
/// like a year, one has letters in its codes and more rows of crime than the Api gives at once.
/// </summary>
internal static class SmallCountry
{
    internal const string Town = "GM0344";
    internal const string YearLike = "GM1980";
    internal const string City = "GM0363";

    private const int BuurtSide = 500;

    internal static IReadOnlyList<Place> Gemeenten { get; } = [Gemeente(Town, "Voorstad", 130_000, 9), Gemeente(YearLike, "Dijkstad", 140_000, 4), Gemeente(City, "Hoofdstad", 150_000, 18)];

    internal static IReadOnlyList<Place> Wijken { get; } = [.. Buurten(Town, 130_000, 9, letters: false).Concat(Buurten(YearLike, 140_000, 4, letters: false)).Concat(Buurten(City, 150_000, 18, letters: true))
        .GroupBy(buurt => "WK" + buurt.Code[2..8]).Select(group => new Place(group.Key, "Wijk " + group.Key[2..], group.First().Gemeente, group.Min(buurt => buurt.X), group.Min(buurt => buurt.Y), 0))];

    internal static IReadOnlyList<Place> AllBuurten { get; } = [.. Buurten(Town, 130_000, 9, letters: false), .. Buurten(YearLike, 140_000, 4, letters: false), .. Buurten(City, 150_000, 18, letters: true)];

    internal static IReadOnlyList<Place> Everything { get; } = [new Place("NL00", "Nederland", "", 0, 0, 0), .. Gemeenten, .. Wijken, .. AllBuurten];

    /// <summary>The same number for the same question, whoever asks and in whatever order.</summary>
    internal static int Number(string about, int below)
    {
        var hash = 2166136261u;
        foreach (var letter in about)
            hash = unchecked((hash ^ letter) * 16777619u);
        hash = unchecked((hash ^ (hash >> 15)) * 2246822519u);
        return (int)((hash ^ (hash >> 13)) % (uint)below);
    }

    /// <summary>The outline of an area, in metres of RD: a wijk is a strip of its gemeente, three rows of buurten high.</summary>
    internal static (int West, int South, int East, int North) Outline(Place place)
    {
        if (place.Side > 0)
            return (place.X, place.Y, place.X + place.Side, place.Y + place.Side);
        var inside = AllBuurten.Where(buurt => "WK" + buurt.Code[2..8] == place.Code).ToList();
        return (inside.Min(buurt => buurt.X), inside.Min(buurt => buurt.Y), inside.Max(buurt => buurt.X) + BuurtSide, inside.Max(buurt => buurt.Y) + BuurtSide);
    }

    private static Place Gemeente(string code, string name, int west, int rows) => new(code, name, code, west, 400_000, rows * BuurtSide);

    private static IEnumerable<Place> Buurten(string gemeente, int west, int rows, bool letters)
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < rows; column++)
            {
                var wijk = row / 3;
                var number = (row % 3) * rows + column;
                var code = letters
                    ? string.Create(CultureInfo.InvariantCulture, $"BU{gemeente[2..]}{(char)('A' + wijk)}{(char)('A' + number / 10)}{number % 10:00}")
                    : string.Create(CultureInfo.InvariantCulture, $"BU{gemeente[2..]}{wijk:00}{number:00}");
                yield return new Place(code, "Buurt " + code[6..], gemeente, west + column * BuurtSide, 400_000 + row * BuurtSide, BuurtSide);
            }
    }
}
