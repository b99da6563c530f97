// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Areas;

/// <summary>A rung of the ladder of scales.</summary>
/// <param name="Id"><c>cell, buurt, wijk, stadsdeel, gemeente, regio, provincie, rijk, eu</c>, or an own level.</param>
/// <param name="Rank">Finer is lower: cell 10, buurt 20, wijk 30, stadsdeel 40 (own levels 21–39 below it, 41–49 above it), gemeente 50, regio 60, provincie 70, rijk 80, eu 90.</param>
public sealed record Level(string Id, int Rank)
{
    /// <summary>Levels that Dutch municipalities use beside the well-known ones. A gebied is finer than a stadsdeel; a kern (village) is finer than the wijk that CBS puts it in.</summary>
    private static readonly Dictionary<string, int> own = new(StringComparer.Ordinal)
    {
        ["cell500"] = 12,
        ["blok"] = 15,
        ["subbuurt"] = 18,
        ["buurtcombinatie"] = 31,
        ["kern"] = 28,
        ["gebied"] = 35,
        ["gouw"] = 36,
        ["wijkteam"] = 37,
        ["deelgebied"] = 33,
        ["rayon"] = 42,
        ["district"] = 44,
        ["deelgemeente"] = 41,
        ["landsdeel"] = 75,
    };

    /// <summary>Stadsdeel and up: a scale above the neighbourhood.</summary>
    public bool IsSupraLocal => Rank >= 40;

    /// <summary>The well-known levels, finest first.</summary>
    public static IReadOnlyList<Level> WellKnown { get; } =
    [
        new("cell", 10), new("buurt", 20), new("wijk", 30), new("stadsdeel", 40), new("gemeente", 50),
        new("regio", 60), new("provincie", 70), new("rijk", 80), new("eu", 90),
    ];

    /// <summary>A level by its id. One that nobody knows stands between stadsdeel and gemeente.</summary>
    /// <param name="id">Level id.</param>
    /// <returns>The level.</returns>
    public static Level Of(string id)
    {
        foreach (var level in WellKnown)
            if (level.Id == id)
                return level;
        return new Level(id, own.GetValueOrDefault(id, 45));
    }
}
