// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Areas;

/// <summary>A rung of the ladder of scales.</summary>
/// <param name="Id"><c>cell, buurt, wijk, stadsdeel, gemeente, regio, provincie, rijk, eu</c>, or an own level.</param>
/// <param name="Rank">Finer is lower: cell 10, buurt 20, wijk 30, stadsdeel 40 (own levels 41–49), gemeente 50, regio 60, provincie 70, rijk 80, eu 90.</param>
public sealed record Level(string Id, int Rank)
{
    /// <summary>Stadsdeel and up: a scale above the neighbourhood.</summary>
    public bool IsSupraLocal => Rank >= 40;

    /// <summary>The well-known levels, finest first.</summary>
    public static IReadOnlyList<Level> WellKnown { get; } =
    [
        new("cell", 10), new("buurt", 20), new("wijk", 30), new("stadsdeel", 40), new("gemeente", 50),
        new("regio", 60), new("provincie", 70), new("rijk", 80), new("eu", 90),
    ];
}
