// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.Map;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>Figures of buurten, wijken and gemeenten: a StatLine table and a table of the police.</summary>
internal static class FigureTables
{
    internal static void WriteStatLine(string path, TownFigures figures)
    {
        var table = new StatLineFile(
            "Perioden", "Wijken en buurten", "Regiocode (gemeente, wijk, buurt) (code)", "Aantal inwoners (aantal)", "Particuliere huishoudens (aantal)",
            "Eenzaamheid (%)", "Schulden (%)", "Huishoudens met een laag inkomen (%)", "Fietswrakken (aantal)");
        foreach (var year in TownFigures.Years)
        {
            var y = year - TownPlan.FirstYear;
            var then = figures.Then[year];
            foreach (var (code, name, members) in Areas(year, figures))
            {
                var shown = members.Where(i => figures.Published[i]).ToArray();
                int residents = shown.Sum(i => then[i].Residents), households = shown.Sum(i => then[i].Households);
                table.Add(
                    year, name, code, (members.Sum(i => then[i].Residents), 0), (shown.Length > 0 ? members.Sum(i => then[i].Households) : null, 0),
                    (100 * Sum(figures.Lonely[y]) / residents, 1), (100 * Sum(figures.Indebted[y]) / households, 1),
                    (LowIncome(), 1), (Sum(figures.Wrecked[y]), 0));

                double? LowIncome() => shown.Length > 0 ? 100 * shown.Sum(i => figures.LowIncome[i]!.Value * then[i].Households) / households : null;

                double? Sum(int?[] cases) => shown.Length > 0 ? shown.Sum(i => cases[i]) : null;
            }
        }

        table.Save(path);
    }

    /// <summary>Households by income.</summary>
    internal static void WriteIncomes(string path, TownFigures figures)
    {
        const int year = TownPlan.LastYear;
        var table = new StatLineFile([
            "Perioden", "Wijken en buurten", "Regiocode (gemeente, wijk, buurt) (code)", .. IncomeGroups.All.Select(group => $"Huishoudens met inkomen {group.Name} (%)")]);
        foreach (var (code, name, members) in Areas(year, figures))
        {
            var shown = members.Where(i => figures.Published[i]).ToArray();
            double households = shown.Sum(i => figures.Buurten[i].Households);
            table.Add(year, name, code, [.. Enumerable.Range(0, IncomeGroups.All.Count).Select(group =>
                (shown.Length > 0 ? shown.Sum(i => figures.Incomes[i]![group] * figures.Buurten[i].Households) / households / 10 : (double?)null, 1))]);
        }

        table.Save(path);
    }

    internal static void WritePolice(string path, TownFigures figures)
    {
        var text = new StringBuilder("code,type,jaar,fietsdiefstal\n");
        foreach (var year in TownFigures.Years)
        {
            var stolen = figures.Stolen[year - TownPlan.FirstYear];
            foreach (var (code, _, members) in Areas(year, figures).Where(area => !area.Code.StartsWith("WK", StringComparison.Ordinal)))
            {
                if (members.Any(i => stolen[i] is not null))
                    text.Append(CultureInfo.InvariantCulture, $"{code},{(code.StartsWith("GM", StringComparison.Ordinal) ? "gemeente" : "buurt")},{year},{members.Sum(i => stolen[i] ?? 0)}\n");
            }
        }

        TextFile.Save(path, text.ToString());
    }

    /// <summary>Gemeenten, then their wijken and buurten, in the order of StatLine; each with the buurten of 2024 that it covered in that year.</summary>
    private static IEnumerable<(string Code, string Name, int[] Members)> Areas(int year, TownFigures figures)
    {
        var vintage = Vintage.Of(year);
        var members = vintage.Places.Index().ToLookup(place => place.Item, place => place.Index);
        foreach (var gemeente in vintage.Buurten.Index().GroupBy(buurt => buurt.Item.Wijk.Gemeente))
        {
            yield return (gemeente.Key.Code, gemeente.Key.Name, [.. gemeente.SelectMany(buurt => members[buurt.Index])]);
            foreach (var wijk in gemeente.GroupBy(buurt => buurt.Item.Wijk))
            {
                yield return (wijk.Key.Code, wijk.Key.Name, [.. wijk.SelectMany(buurt => members[buurt.Index])]);
                foreach (var (index, buurt) in wijk)
                    yield return (buurt.Code, buurt.Name, [.. members[index]]);
            }
        }
    }
}
