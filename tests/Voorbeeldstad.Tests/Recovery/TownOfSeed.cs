// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Voorbeeldstad.Events;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.Signals;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>All that one seed makes of the town, without a file; each part is made when a check asks for it.</summary>
internal sealed class TownOfSeed
{
    private readonly Dictionary<string, ScaleProfileResult> profiles = new(StringComparer.Ordinal);

    internal TownOfSeed(int seed)
    {
        Seed = seed;
        Figures = new TownFigures(seed);
        Reports = new Reports(Figures.Cells, seed);
        Drawings = Signals.Drawings.Draw(Figures.Cells, seed);
        Containers = new Registration(Waterbed.Containers, Figures.Cells, seed);
        Square = new Registration(Waterbed.Square, Figures.Cells, seed);
    }

    internal int Seed { get; }

    internal TownFigures Figures { get; }

    internal Reports Reports { get; }

    internal IReadOnlyList<Drawing> Drawings { get; }

    internal Registration Containers { get; }

    internal Registration Square { get; }

    /// <summary>The scale profile of an indicator, as the screens show it.</summary>
    internal ScaleProfileResult Profile(string indicator)
    {
        if (!profiles.TryGetValue(indicator, out var profile))
            profiles[indicator] = profile = Make(indicator, new ScaleProfileOptions { Threads = 1 });
        return profile;
    }

    /// <summary>What was planted for an indicator that has differences.</summary>
    internal PlantedProfile Planted(string indicator) =>
        new[] { Figures.LitterRates, Figures.Loneliness, Figures.Debts }.Single(truth => truth.Planted.Indicator == indicator).Planted;

    private ScaleProfileResult Make(string indicator, ScaleProfileOptions options) => indicator switch
    {
        "zwerfafval" => TownProfiles.Litter(Figures, options),
        "eenzaamheid" => TownProfiles.Loneliness(Figures, options),
        "schulden" => TownProfiles.Debts(Figures, options),
        _ => TownProfiles.Wrecks(Figures, options),
    };
}
