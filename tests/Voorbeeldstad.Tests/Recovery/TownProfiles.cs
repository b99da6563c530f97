// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Voorbeeldstad.Figures;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>Scale profiles of the last year, from the cases alone, as an analyst would make them.</summary>
internal static class TownProfiles
{
    private const int last = Map.TownPlan.LastYear - Map.TownPlan.FirstYear;

    internal static ScaleProfileResult Litter(TownFigures figures, ScaleProfileOptions options)
    {
        var shown = Enumerable.Range(0, figures.Cells.Count).Where(i => figures.CellPublished[i]).ToArray();
        return Profile(
            ["cell", "buurt", "wijk"],
            [[.. shown.Select(i => figures.Cells[i].Buurt.Code)], [.. shown.Select(i => figures.Cells[i].Buurt.Wijk.Code)]],
            [.. shown.Select(i => (double)figures.Littered[last][i]!.Value)], [.. shown.Select(i => (double)figures.Cells[i].Residents)], options with { Kind = RateKind.Count });
    }

    internal static ScaleProfileResult Loneliness(TownFigures figures, ScaleProfileOptions options) =>
        Buurten(figures, figures.Lonely[last], buurt => buurt.Residents, options with { Kind = RateKind.Proportion });

    internal static ScaleProfileResult Debts(TownFigures figures, ScaleProfileOptions options) =>
        Buurten(figures, figures.Indebted[last], buurt => buurt.Households, options with { Kind = RateKind.Proportion });

    internal static ScaleProfileResult Wrecks(TownFigures figures, ScaleProfileOptions options) =>
        Buurten(figures, figures.Wrecked[last], buurt => buurt.Residents, options with { Kind = RateKind.Count });

    /// <summary>Buurten with a figure, and the wijken and gemeenten around them.</summary>
    internal static UnitTree Tree(TownFigures figures, int[] shown) =>
        Tree(["buurt", "wijk", "gemeente"], shown.Length, [.. shown.Select(i => figures.Buurten[i].Wijk.Code)], [.. shown.Select(i => figures.Buurten[i].Wijk.Gemeente.Code)]);

    internal static int[] Shown(TownFigures figures) => [.. Enumerable.Range(0, figures.Buurten.Count).Where(i => figures.Published[i])];

    private static ScaleProfileResult Buurten(TownFigures figures, int?[] cases, Func<Map.Buurt, int> size, ScaleProfileOptions options)
    {
        var shown = Shown(figures);
        return Profile(
            ["buurt", "wijk", "gemeente"],
            [[.. shown.Select(i => figures.Buurten[i].Wijk.Code)], [.. shown.Select(i => figures.Buurten[i].Wijk.Gemeente.Code)]],
            [.. shown.Select(i => (double)cases[i]!.Value)], [.. shown.Select(i => (double)size(figures.Buurten[i]))], options);
    }

    private static ScaleProfileResult Profile(string[] levels, string[][] parents, double[] cases, double[] sizes, ScaleProfileOptions options)
    {
        var tree = Tree(levels, cases.Length, parents);
        var pooled = cases.Sum() / sizes.Sum();
        var chance = options.Kind == RateKind.Proportion ? SamplingVariance.OfProportion(sizes, pooled) : SamplingVariance.OfCount(sizes, pooled);
        Assert.True(ScaleProfile.Compute(tree, [.. cases.Zip(sizes, (y, n) => y / n)], chance, sizes, options).TryGet(out var profile, out var reason), reason?.Detail);
        return profile;
    }

    private static UnitTree Tree(string[] levels, int units, params string[][] parents)
    {
        var ancestors = parents.Select(column =>
        {
            var codes = column.Distinct().Index().ToDictionary(code => code.Item, code => code.Index);
            return column.Select(code => codes[code]).ToArray();
        }).ToArray();
        Assert.True(UnitTree.Create(levels, units, ancestors).TryGet(out var tree, out _));
        return tree;
    }
}
