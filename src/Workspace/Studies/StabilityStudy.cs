// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Series;

namespace Schakel.Workspace.Studies;

/// <summary>Years of the same areas beside each other.</summary>
/// <param name="Lags">One row a lag.</param>
/// <param name="Warnings">Areas that changed between the years.</param>
public sealed record YearsCompared(IReadOnlyList<LagStability> Lags, IReadOnlyList<Warning> Warnings);

/// <summary>What lasts of the differences over the years, for a question on a catalogue.</summary>
public static class StabilityStudy
{
    /// <summary>Compares the years of the same units.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="question">What is asked; its levels are those of the profile.</param>
    /// <param name="levels">Level ids, finest first.</param>
    /// <param name="years">Two or more, rising.</param>
    /// <param name="equalWeights">Whether each unit counts once instead of by its denominator in the last year.</param>
    /// <returns>One row a lag, or a reason.</returns>
    public static Outcome<YearsCompared> Run(
        CatalogueFolder catalogue, StudyQuestion question, IReadOnlyList<string> levels, IReadOnlyList<int> years, bool equalWeights)
    {
        // The areas of the last year; figures of other years are brought to them, or left out where that cannot be done.
        if (!AreaSeries.Gather(catalogue, question with { Year = years[^1] }, levels[0], years).TryGet(out var series, out var reason))
            return reason;
        var gathered = new List<(CatalogueUnits Units, Dictionary<string, int> Places)>();
        foreach (var (units, _) in series.Years)
            gathered.Add((units, Enumerable.Range(0, units.Count).Where(units.IsUsable).ToDictionary(unit => units.Layer.Codes[units.Places[unit]], StringComparer.Ordinal)));

        // The units of the last year that had a figure in every other year too.
        var (last, _) = gathered[^1];
        var shared = Enumerable.Range(0, last.Count).Where(unit => gathered.TrueForAll(year => year.Places.ContainsKey(last.Layer.Codes[last.Places[unit]]))).ToArray();
        if (shared.Length == 0)
            return new Reason("no-usable-units", "No unit has a figure in all of these years.");
        if (!StudyLadder.Build(catalogue, last, question with { Levels = levels }, within: null, shared).TryGet(out var ladder, out var refusal))
            return refusal;

        var rates = gathered.ConvertAll(year => Array.ConvertAll(shared, unit => year.Units.Rate(year.Places[last.Layer.Codes[last.Places[unit]]])));
        double[] weights = equalWeights || !last.HasDenominators ? [] : Array.ConvertAll(shared, unit => last.Denominators[unit]);
        return ScaleStability.Compute(ladder.Tree, rates, weights).TryGet(out var lags, out var none)
            ? new YearsCompared(lags, [.. series.Warnings.Where(warning => warning.Code == "borders-changed")])
            : none;
    }
}
