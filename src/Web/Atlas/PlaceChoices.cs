// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Texts;

namespace Schakel.Web.Atlas;

/// <summary>A place that can be chosen.</summary>
/// <param name="Code">Area code; empty = everything.</param>
/// <param name="Name">As in the list.</param>
public sealed record PlaceChoice(string Code, string Name);

/// <summary>Places under one heading of the list.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Places">By name.</param>
public sealed record PlaceGroup(string Heading, IReadOnlyList<PlaceChoice> Places);

/// <summary>The places one can look at: everything, the coarse areas, and what lies inside the chosen gemeente.</summary>
internal static class PlaceChoices
{
    /// <summary>More than this in one group is no list to choose from.</summary>
    private const int MostInGroup = 700;

    private static readonly string[] wholeAreas = ["provincie", "regio", "gemeente"];

    internal static IReadOnlyList<PlaceGroup> Of(IGround ground, string? chosen, ScreenTexts texts)
    {
        var groups = new List<PlaceGroup> { new(texts["place.group.all"], [new PlaceChoice("", NameOfAll(ground, texts))]) };
        foreach (var level in wholeAreas)
        {
            if (Layer(ground, level) is { Codes.Length: > 1 and <= MostInGroup } layer)
                groups.Add(new PlaceGroup(LevelWords.Capital(texts.Many(level)), ByName(layer.Codes, layer.Names)));
        }

        foreach (var level in new[] { "stadsdeel", "gebied", "wijk" })
        {
            if (Layer(ground, level) is not { } layer || Inside(ground, layer, chosen) is not { Count: > 1 and <= MostInGroup } inside)
                continue;
            groups.Add(new PlaceGroup(LevelWords.Capital(texts.Many(level)), ByName([.. inside.Select(area => layer.Codes[area])], [.. inside.Select(area => layer.Names[area])])));
        }

        // The chosen place is always in the list, also when it came by a link from the table.
        if (chosen is not null && !groups.Any(group => group.Places.Any(place => place.Code == chosen)) && Find(ground, chosen) is { } found)
            groups.Insert(1, new PlaceGroup(texts.Title(found.Level), [new PlaceChoice(chosen, found.Name)]));
        return groups;
    }

    /// <summary>Level and name of an area by its code; cells are no places to choose.</summary>
    internal static (string Level, string Name)? Find(IGround ground, string code)
    {
        // Several places of one level are one place, too.
        if (code.Contains(',', StringComparison.Ordinal))
        {
            var found = code.Split(',').Select(one => one.Length > 0 ? Find(ground, one) : null).ToArray();
            return found.Contains(null) || found.Select(one => one!.Value.Level).Distinct().Count() > 1 ? null : (found[0]!.Value.Level, string.Join(", ", found.Select(one => one!.Value.Name)));
        }

        foreach (var summary in ground.Levels.Where(summary => summary.Level.Id != "cell").OrderByDescending(summary => summary.Level.Rank))
        {
            if (Layer(ground, summary.Level.Id) is not { } layer)
                continue;
            var area = Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal);
            if (area >= 0)
                return (layer.Level, layer.Names[area]);
        }

        return null;
    }

    internal static string Example(IGround ground) =>
        ground.Levels.OrderByDescending(summary => summary.Level.Rank)
            .Select(summary => Layer(ground, summary.Level.Id)?.Codes.FirstOrDefault())
            .FirstOrDefault(code => code is not null) ?? "GM0014";

    internal static string NameOfAll(IGround ground, ScreenTexts texts)
    {
        if (Layer(ground, "gemeente") is not { } layer)
            return texts["place.all.many"];
        if (layer.Codes.Length == 1)
            return texts["place.all.one", layer.Names[0]];

        // 342 in 2024, 393 in 2015: more than 300 is the whole country.
        return texts[layer.Codes.Length > 300 ? "place.all.country" : "place.all.many"];
    }

    private static Catalogue.Areas.AreaLayer? Layer(IGround ground, string level) =>
        ground.Levels.Any(summary => summary.Level.Id == level) && ground.Areas(level, null).TryGet(out var layer, out _) ? layer : null;

    private static List<int>? Inside(IGround ground, Catalogue.Areas.AreaLayer layer, string? chosen)
    {
        var gemeenten = Layer(ground, "gemeente");
        var gemeente = gemeenten is { Codes.Length: 1 } ? gemeenten.Codes[0] : GemeenteOf(ground, chosen);
        if (gemeente is null)
            return gemeenten is null ? [.. Enumerable.Range(0, layer.Codes.Length)] : null;
        if (!layer.Parents.TryGetValue("gemeente", out var parents))
            return null;
        return [.. Enumerable.Range(0, layer.Codes.Length).Where(area => parents[area] == gemeente)];
    }

    private static string? GemeenteOf(IGround ground, string? chosen)
    {
        if (chosen is null || chosen.Contains(',', StringComparison.Ordinal) || Find(ground, chosen) is not { } found)
            return null;
        if (found.Level == "gemeente")
            return chosen;
        return Layer(ground, found.Level) is { } layer && layer.Parents.TryGetValue("gemeente", out var parents)
            ? parents[Array.BinarySearch(layer.Codes, chosen, StringComparer.Ordinal)]
            : null;
    }

    private static PlaceChoice[] ByName(string[] codes, string[] names) =>
        [.. codes.Zip(names, (code, name) => new PlaceChoice(code, name)).OrderBy(place => place.Name, PlaceNames.Order)];
}
