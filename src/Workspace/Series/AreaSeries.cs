// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Series;

/// <summary>One figure of one set of areas over the years.</summary>
/// <param name="Target">The areas, with the figures of the year whose borders are used.</param>
/// <param name="Years">One a year, rising; all about the areas of <paramref name="Target"/>.</param>
public sealed record AreaSeries(CatalogueUnits Target, IReadOnlyList<ComparableYear> Years)
{
    /// <summary>What a reader must know: areas that changed, denominators of another year.</summary>
    public IReadOnlyList<Warning> Warnings => [.. Years.SelectMany(year => year.Units.Notes).DistinctBy(warning => warning.Text)];

    /// <summary>Gathers a figure over the years for the areas of one of them.</summary>
    /// <param name="catalogue">Where figures and changes are.</param>
    /// <param name="question">Indicator and place; its year tells whose borders are used, null = the latest.</param>
    /// <param name="level">Level id; null = the finest with enough usable units in that year.</param>
    /// <param name="years">Years that are wanted; null = all with values at this level.</param>
    /// <returns>The series, or the reason why there is no figure for the areas at all.</returns>
    public static Outcome<AreaSeries> Gather(CatalogueFolder catalogue, StudyQuestion question, string? level, IReadOnlyList<int>? years)
    {
        if (!CatalogueUnits.Gather(catalogue, years is { Count: > 0 } && question.Year is null ? question with { Year = years.Max() } : question, level).TryGet(out var target, out var reason))
            return reason;

        var found = new List<ComparableYear>();
        foreach (var year in (years ?? target.Indicator.Years.Where(year => year > 0)).Distinct().Order())
            if (ComparableYear.Gather(catalogue, target, question, year).TryGet(out var comparable, out var no))
            {
                // A year that only other towns or levels have figures of is no year of this series; one in which all broke is.
                if (years is not null || comparable.Units.Missing.Any(reason => reason is MissingReason.Present or MissingReason.BorderChanged))
                    found.Add(comparable);
            }
            else if (years is not null || no.Code != "no-values")
                return no;
        return new AreaSeries(target, found);
    }
}
