// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;

namespace Schakel.Web.Evidence;

/// <summary>The areas that a reader picked, and what each part of the page says of them together.</summary>
/// <param name="Pick">How they were picked.</param>
/// <param name="Codes">At the level that is listed.</param>
/// <param name="PeopleShare">[0..1] of the residents, or whatever the figure is counted over; null when that is not known.</param>
/// <param name="CaseShare">[0..1] of the cases, by the figures that they were picked on; null when the figure counts none.</param>
/// <param name="InBudget">How many of them the budget takes in.</param>
/// <param name="InClusters">How many of them lie in a cluster, or touch one.</param>
public sealed record PickedAreas(Pick Pick, IReadOnlySet<string> Codes, double? PeopleShare, double? CaseShare, int InBudget, int InClusters)
{
    internal static PickedAreas? Of(EvidenceView view)
    {
        if (view.Marking.Pick is not { } pick)
            return null;

        var level = view.Reading;
        var bins = view.Bins.FirstOrDefault(bins => bins.By == pick.By);
        bool[] isIn = [.. level.Codes.Select((code, at) => pick.By == Pick.Cluster
            ? view.ClusterOf.TryGetValue(code, out var number) && number >= pick.From && number <= pick.UpTo
            : bins?.IsIn(pick, bins.BinOf[at]) == true)];
        double people = 0, allPeople = 0, cases = 0, allCases = 0;
        for (var at = 0; at < isIn.Length; at++)
        {
            if (!double.IsFinite(level.Denominators[at]) || !double.IsFinite(level.Rates[at]))
                continue;
            allPeople += level.Denominators[at];
            allCases += level.Denominators[at] * level.Rates[at];
            people += isIn[at] ? level.Denominators[at] : 0;
            cases += isIn[at] ? level.Denominators[at] * level.Rates[at] : 0;
        }

        var codes = level.Codes.Where((_, at) => isIn[at]).ToHashSet(StringComparer.Ordinal);
        var isCounted = view.Picture.Indicator.Kind is IndicatorKind.Count or IndicatorKind.Proportion;
        return new PickedAreas(
            pick, codes, allPeople > 0 ? people / allPeople : null, isCounted && allCases > 0 ? cases / allCases : null,
            codes.Count(code => view.Choice?.Chosen.Contains(code) == true), codes.Count(view.ClusterOf.ContainsKey));
    }
}
