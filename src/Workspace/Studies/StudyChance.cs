// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Indicators;

namespace Schakel.Workspace.Studies;

/// <summary>How much of a figure may be chance, from what kind of figure it is.</summary>
internal static class StudyChance
{
    // Below this many values, all being whole percents may itself be chance.
    private const int EnoughToSeeRounding = 20;

    // Variance of rounding to whole percents: a uniform error of one percent wide.
    private const double WholePercentNoise = 0.01 * 0.01 / 12;

    /// <summary>Sampling variance of each usable unit; empty when it is unknown and the finest level is shown with its chance.</summary>
    internal static double[] Variances(CatalogueUnits units, int[] usable)
    {
        if (!IsKnown(units))
            return [];

        double cases = 0, people = 0;
        foreach (var unit in usable)
        {
            cases += units.Cases(unit);
            people += units.Denominators[unit];
        }

        // The pooled rate, never the unit's own: a unit without cases is not a unit without chance.
        var pooled = cases / people;
        var isProportion = units.Indicator.Kind == IndicatorKind.Proportion;
        var spread = isProportion ? pooled * (1 - pooled) : pooled;
        var rounding = isProportion && IsWholePercents(units, usable) ? WholePercentNoise : 0;
        return Array.ConvertAll(usable, unit => (spread / units.Denominators[unit]) + rounding);
    }

    internal static IEnumerable<Warning> Notes(CatalogueUnits units)
    {
        if (!IsKnown(units))
            yield return new Warning("chance-unknown", $"How much of '{units.Indicator.Id}' is chance is not known: the finest level holds its chance too.")
            {
                Arguments = [units.Indicator.Id],
            };
    }

    private static bool IsKnown(CatalogueUnits units) =>
        units.HasDenominators && units.Indicator.Kind is (IndicatorKind.Count or IndicatorKind.Proportion);

    private static bool IsWholePercents(CatalogueUnits units, int[] usable) =>
        usable.Length >= EnoughToSeeRounding && Array.TrueForAll(usable, unit => Math.Abs((100 * units.Values[unit]) - Math.Round(100 * units.Values[unit])) < 1e-9);
}
