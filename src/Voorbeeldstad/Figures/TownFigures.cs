// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Voorbeeldstad.Map;
using Schakel.Voorbeeldstad.People;

namespace Schakel.Voorbeeldstad.Figures;

/// <summary>All figures of the town: what is true, and the cases that chance made of it, year by year.</summary>
internal sealed class TownFigures
{
    /// <summary>From this year debts are counted in a wider sense; before, a fifth was not seen.</summary>
    internal const int SeriesBreak = 2021;

    internal const double SeenBeforeBreak = 0.8;

    internal const string Wrecks = "fietswrakken";

    internal const double WreckRate = 0.004;

    internal static IReadOnlyList<int> Years { get; } = [.. Enumerable.Range(TownPlan.FirstYear, TownPlan.LastYear - TownPlan.FirstYear + 1)];

    internal TownFigures(int seed)
    {
        Buurten = Landscape.Drawn.Buurten;
        Cells = Settlement.Cells;
        Then = Years.ToDictionary(year => year, Settlement.BuurtenIn);
        Published = [.. Buurten.Select(buurt => buurt.Residents > 0 && !buurt.IsSecret)];
        CellPublished = [.. Cells.Select(cell => cell.Residents > 0 && !cell.Buurt.IsSecret)];

        var shown = Buurten.Where((_, i) => Published[i]).ToArray();
        Loneliness = NestedFigure.Loneliness.Draw(shown, seed);
        Debts = NestedFigure.Debts.Draw(shown, seed);
        LitterRates = Litter.Draw([.. Cells.Where((_, i) => CellPublished[i])], seed);

        Lonely = Cases(11, seed, Published, (i, unit, year) => (Then[year][i].Residents, Loneliness.Rates[unit]), Draw.Binomial);
        Indebted = Cases(21, seed, Published, (i, unit, year) => (Then[year][i].Households, Debts.Rates[unit] * (year < SeriesBreak ? SeenBeforeBreak : 1)), Draw.Binomial);
        // Who lives there changes slowly: low incomes are the same every year, and exact.
        LowIncome = new double?[Buurten.Count];
        Incomes = new int[]?[Buurten.Count];
        for (int i = 0, unit = 0; i < Buurten.Count; i++)
        {
            if (!Published[i])
                continue;
            var explained = Debts.Explained[unit++];
            LowIncome[i] = 0.16 + (1.8 * explained);
            Incomes[i] = IncomeGroups.SharesFor(Debts.Planted.Mean + explained);
        }

        Littered = Cases(31, seed, CellPublished, (i, unit, year) => (Cells[i].Since <= year ? Cells[i].Residents : 0, LitterRates.Rates[unit]), Events);
        Wrecked = Cases(41, seed, Published, (i, _, year) => (Then[year][i].Residents, WreckRate), Events);
        Stolen = [.. Years.Select(year => Then[year].Select((buurt, i) => Published[i] ? BikeTheft.Count(buurt, year) : (int?)null).ToArray())];
    }

    /// <summary>Buurten of 2024; the buurt figures below stand in their order.</summary>
    internal IReadOnlyList<Buurt> Buurten { get; }

    /// <summary>Per year, the same buurten with the people of that year.</summary>
    internal IReadOnlyDictionary<int, IReadOnlyList<Buurt>> Then { get; }

    internal IReadOnlyList<Cell> Cells { get; }

    internal bool[] Published { get; }

    internal bool[] CellPublished { get; }

    internal TrueRates Loneliness { get; }

    internal TrueRates Debts { get; }

    internal TrueRates LitterRates { get; }

    /// <summary>Per year, per buurt; null where nothing is published. Residents who feel lonely.</summary>
    internal int?[][] Lonely { get; }

    /// <summary>Households with debts.</summary>
    internal int?[][] Indebted { get; }

    /// <summary>[0..1] households with a low income, per buurt.</summary>
    internal double?[] LowIncome { get; }

    /// <summary>Per buurt, tenths of percents of the households in each of <see cref="IncomeGroups.All"/>; null where nothing is published.</summary>
    internal int[]?[] Incomes { get; }

    /// <summary>[0..1] of the true differences in debts between buurten, weighed by households, the part that goes with income.</summary>
    internal double CompositionOfDebts
    {
        get
        {
            var shown = Enumerable.Range(0, Buurten.Count).Where(i => Published[i]).ToArray();
            double[] weights = [.. shown.Select(i => (double)Buurten[i].Households)];
            double[] remainder = [.. Debts.Rates.Zip(Debts.Explained, (rate, explained) => rate - explained)];
            return 1 - (Effects.VarianceOf(remainder, weights) / Effects.VarianceOf(Debts.Rates, weights));
        }
    }

    internal int?[][] Wrecked { get; }

    internal int?[][] Stolen { get; }

    /// <summary>Per year, per square: reports of litter.</summary>
    internal int?[][] Littered { get; }

    private delegate int Chance(int size, double rate, ref RandomSequence random);

    private static int Events(int size, double rate, ref RandomSequence random) => Draw.Poisson(size * rate, ref random);

    private static int?[][] Cases(int stream, int seed, bool[] published, Func<int, int, int, (int Size, double Rate)> of, Chance chance)
    {
        var years = new int?[Years.Count][];
        for (var y = 0; y < years.Length; y++)
        {
            var random = new RandomSequence(seed, (stream * 100_000L) + Years[y]);
            years[y] = new int?[published.Length];
            for (int i = 0, unit = 0; i < published.Length; i++)
            {
                if (!published[i])
                    continue;
                var (size, rate) = of(i, unit++, Years[y]);
                if (size > 0)
                    years[y][i] = chance(size, rate, ref random);
            }
        }

        return years;
    }
}
