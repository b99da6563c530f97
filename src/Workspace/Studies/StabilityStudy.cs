// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

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
    public static Outcome<IReadOnlyList<LagStability>> Run(
        CatalogueFolder catalogue, StudyQuestion question, IReadOnlyList<string> levels, IReadOnlyList<int> years, bool equalWeights)
    {
        var gathered = new List<(CatalogueUnits Units, Dictionary<string, int> Places)>();
        foreach (var year in years)
        {
            if (!CatalogueUnits.Gather(catalogue, question with { Year = year }, levels[0]).TryGet(out var units, out var reason))
                return reason;
            var places = Enumerable.Range(0, units.Count).Where(units.IsUsable).ToDictionary(unit => units.Layer.Codes[units.Places[unit]], StringComparer.Ordinal);
            gathered.Add((units, places));
        }

        // The units of the last year that had a figure in every other year too.
        var (last, _) = gathered[^1];
        var shared = Enumerable.Range(0, last.Count).Where(unit => gathered.TrueForAll(year => year.Places.ContainsKey(last.Layer.Codes[last.Places[unit]]))).ToArray();
        if (shared.Length == 0)
            return new Reason("no-usable-units", "No unit has a figure in all of these years.");
        if (!StudyLadder.Build(catalogue, last, question with { Levels = levels }, within: null, shared).TryGet(out var ladder, out var refusal))
            return refusal;

        var rates = gathered.ConvertAll(year => Array.ConvertAll(shared, unit => year.Units.Rate(year.Places[last.Layer.Codes[last.Places[unit]]])));
        double[] weights = equalWeights || !last.HasDenominators ? [] : Array.ConvertAll(shared, unit => last.Denominators[unit]);
        return ScaleStability.Compute(ladder.Tree, rates, weights);
    }
}
