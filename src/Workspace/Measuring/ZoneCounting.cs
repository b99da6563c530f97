// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Displacement;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Workspace.Measuring;

/// <summary>Adds up loaded figures over the zones of a plan. Missing is missing: one area without a figure and there is no sum.</summary>
public sealed class ZoneCounting(ICountedAreas figures)
{
    /// <summary>Where an area lies on the ladder; finest level first, for codes of different levels never agree.</summary>
    public string? LevelOf(string code) => figures.Levels.Select(summary => summary.Level.Id)
        .FirstOrDefault(level => figures.Areas(level, null).TryGet(out var layer, out _) && Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal) >= 0);

    /// <summary>Figures that are counts, and so can be compared before and after.</summary>
    public IReadOnlyList<Indicator> Countable => [.. figures.Indicators.Where(IsCounted)];

    /// <summary>Counts in the four zones over one period.</summary>
    public Outcome<ZoneCounts> In(string indicator, PlanAreas areas, PlanPeriod period)
    {
        if (figures.Indicators.FirstOrDefault(known => known.Id == indicator) is not { } known)
            return new Reason("no-such-indicator", $"The catalogue has no figure '{indicator}'.") { Arguments = [indicator, string.Join(", ", figures.Indicators.Select(each => each.Id).Take(12))] };
        if (!IsCounted(known))
            return new Reason("plan-figure-not-counted", $"{known.TitleEn} is not a count, so it cannot be compared before and after.") { Arguments = [known.TitleNl] };
        if (period.Years is not { } years)
            return new Reason("plan-period-not-years", "The loaded figures are per calendar year. Let the period begin on 1 January and end on 31 December, or fill in the counts.");

        var sums = new double[4];
        IReadOnlyList<string>[] zones = [areas.Treated, areas.Ring, areas.Control, areas.RingControl];
        for (var zone = 0; zone < zones.Length; zone++)
            if (!Sum(indicator, zones[zone], years).TryGet(out var sum, out var reason))
                return reason;
            else
                sums[zone] = sum;
        return new ZoneCounts(sums[0], sums[1], sums[2], sums[3]);
    }

    /// <summary>Counts before and after by a plan; asked only once it is fixed.</summary>
    public Outcome<MeasuredCounts> Both(MeasuringPlan plan)
    {
        if (!In(plan.Indicator, plan.Areas, plan.Before).TryGet(out var before, out var reason) || !In(plan.Indicator, plan.Areas, plan.After).TryGet(out var after, out reason))
            return reason;

        var (earlier, overdispersion) = History(plan.Indicator, plan.Areas, plan.Before);
        return new MeasuredCounts(before, after, plan.Before.Over(plan.After), overdispersion, earlier);
    }

    /// <summary>Where the counts of a period come from: who gave the figure, and the years.</summary>
    public string SourceOf(string indicator, PlanPeriod period)
    {
        var years = period.From.Year == period.To.Year ? period.From.ToString("yyyy", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{period.From.Year}–{period.To.Year}");
        return figures.Indicators.FirstOrDefault(known => known.Id == indicator) is { Source.Length: > 0 } known ? $"{known.Source}, {years}" : $"{indicator}, {years}";
    }

    /// <summary>Counts of the treated areas in periods as long as the one before, and how much the controls vary, as far as earlier years are loaded.</summary>
    public (IReadOnlyList<double> Earlier, double? Overdispersion) History(string indicator, PlanAreas areas, PlanPeriod before)
    {
        if (before.Years is not { } years || figures.Indicators.FirstOrDefault(known => known.Id == indicator) is not { } known)
            return ([], null);

        var earlier = new List<double>();
        for (var last = years[0] - 1; known.Years.Contains(last - years.Count + 1) && Sum(indicator, areas.Treated, Enumerable.Range(last - years.Count + 1, years.Count)).TryGet(out var sum, out _); last -= years.Count)
            earlier.Insert(0, sum);
        return (earlier, Dispersion(indicator, areas, [.. known.Years.Where(year => year <= years[^1])]));
    }

    private double? Dispersion(string indicator, PlanAreas areas, int[] years)
    {
        if (years.Length < CountDispersion.FewestPeriods)
            return null;

        var rows = new List<IReadOnlyList<double>>();
        foreach (var code in areas.Control.Concat(areas.RingControl))
        {
            var row = new List<double>();
            foreach (var year in years)
                if (Sum(indicator, [code], [year]).TryGet(out var count, out _))
                    row.Add(count);
            if (row.Count == years.Length)
                rows.Add(row);
        }

        return rows.Count > 0 && CountDispersion.Estimate(rows).TryGet(out var phi, out _) ? phi : null;
    }

    private Outcome<double> Sum(string indicator, IEnumerable<string> codes, IEnumerable<int> years)
    {
        var sum = 0.0;
        var byLevel = codes.GroupBy(LevelOf).ToList();
        if (byLevel.FirstOrDefault(group => group.Key is null) is { } unknown)
            return new Reason("place-not-known", $"There is no area {unknown.First()} here.") { Arguments = [unknown.First()] };
        foreach (var year in years)
            foreach (var group in byLevel)
            {
                if (!figures.Areas(group.Key!, year).TryGet(out var layer, out _) || !figures.Values(indicator, layer, year).TryGet(out var values, out _))
                    return NotCounted(group.First(), year);
                foreach (var code in group)
                    if (Array.BinarySearch(values.Codes, code, StringComparer.Ordinal) is var at && at < 0 || values.Missing[at] != MissingReason.Present)
                        return NotCounted(code, year);
                    else
                        sum += values.Values[at];
            }

        return sum;
    }

    private static bool IsCounted(Indicator indicator) => indicator.Kind is IndicatorKind.Count or IndicatorKind.Amount;

    private static Reason NotCounted(string code, int year) =>
        new("zone-not-counted", string.Create(CultureInfo.InvariantCulture, $"Area {code} has no figure in {year}.")) { Arguments = [code, year.ToString(CultureInfo.InvariantCulture)] };
}
