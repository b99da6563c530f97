// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Composition;
using Schakel.Voorbeeldstad.Figures;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>At which level the differences lie, what is chance, and what goes with who lives where.</summary>
internal static class LevelTruths
{
    private static readonly (string Indicator, string[] Levels, string Largest)[] planted =
    [
        ("zwerfafval", ["cell", "buurt", "wijk"], "cell"), ("eenzaamheid", ["buurt", "wijk", "gemeente"], "wijk"), ("schulden", ["buurt", "wijk", "gemeente"], "gemeente"),
    ];

    internal static IEnumerable<PlantedTruth> All =>
    [
        .. planted.SelectMany(figure => figure.Levels.Select(level => new PlantedTruth($"{figure.Indicator}: share of {level} in its range", town => Share(town, figure.Indicator, level)))),
        .. planted.Select(figure => new PlantedTruth($"{figure.Indicator}: most at {figure.Largest}", town => Largest(town, figure.Indicator, figure.Largest))),
        .. planted.Select(figure => new PlantedTruth($"{figure.Indicator}: more than chance", town => PlantedTruth.Unless(!town.Profile(figure.Indicator).Noise.Dominates, $"mostly chance"))),
        new("fietswrakken: mostly chance", town => PlantedTruth.Unless(town.Profile(TownFigures.Wrecks).Noise.Dominates, $"chance {town.Profile(TownFigures.Wrecks).Noise.Share.Value:F2}")),
        new("schulden: 70 % by income groups", Composition),
    ];

    private static string? Share(TownOfSeed town, string indicator, string level)
    {
        var variances = town.Planted(indicator).Variance;
        var share = variances.Single(row => row.Key == level).Value / variances.Sum(row => row.Value);
        var found = town.Profile(indicator).Levels.Single(row => row.Level == level);
        return PlantedTruth.Unless(found.Low.Value <= share && share <= found.High.Value, $"{share:F2} not in {found.Low.Value:F3}..{found.High.Value:F3}");
    }

    private static string? Largest(TownOfSeed town, string indicator, string wanted)
    {
        var found = town.Profile(indicator).Levels.MaxBy(level => level.Share.Value ?? 0)!;
        return PlantedTruth.Unless(found.Level == wanted, $"{found.Level} {found.Share.Value:F2}");
    }

    /// <summary>By indirect standardisation with the shares that StatLine publishes and the rates of the country.</summary>
    private static string? Composition(TownOfSeed town)
    {
        var figures = town.Figures;
        var shown = TownProfiles.Shown(figures);
        Assert.True(IndirectStandardisation.Compute(
            [.. shown.Select(i => (double)figures.Indebted[^1][i]!.Value)], [.. shown.Select(i => (double)figures.Buurten[i].Households)],
            [.. shown.Select(i => (IReadOnlyList<double>)[.. figures.Incomes[i]!.Select(tenths => tenths / 1000.0)])], [.. IncomeGroups.All.Select(group => group.Indebted)])
            .TryGet(out var found, out var reason), reason?.Detail);
        var share = found.CorrectedShare.Value!.Value;
        return PlantedTruth.Unless(found.Class == "heavy" && Math.Abs(share - figures.CompositionOfDebts) <= 0.10, $"{found.Class} {share:F2}, planted {figures.CompositionOfDebts:F2}");
    }
}
