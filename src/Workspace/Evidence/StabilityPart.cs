// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>Module A.5 of a question: is it the same places each year?</summary>
internal static class StabilityPart
{
    private const int MostYears = 5;

    internal static Outcome<StabilityFinding> Of(EvidenceGround ground)
    {
        // Years in a row only: the method compares years equally far apart.
        var years = ground.Indicator.Years.ToHashSet();
        var row = Enumerable.Range(0, MostYears).Select(back => ground.Year - back).TakeWhile(years.Contains).Order().ToArray();
        if (ground.Year == 0 || row.Length < 2)
            return new Reason("no-year-before", "There are no figures of the year before.");

        string[] levels = [.. ground.Study.Levels.Select(level => level.Id)];
        var found = StabilityStudy.Run(ground.Catalogue, ground.Question, levels, row, equalWeights: false);
        if (!found.TryGet(out var lags, out var reason) && row.Length > 2)
        {
            // Older figures may be of other areas: two years say something too.
            row = row[^2..];
            found = StabilityStudy.Run(ground.Catalogue, ground.Question, levels, row, equalWeights: false);
        }

        return found.TryGet(out lags, out reason) ? new StabilityFinding(lags.Lags, row) { Warnings = lags.Warnings } : reason;
    }
}
