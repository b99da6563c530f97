// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Indicators;

namespace Schakel.Workspace.Studies;

/// <summary>How much of a figure may be chance, from what kind of figure it is.</summary>
public static class StudyChance
{
    // Below this many values, all being whole percents may itself be chance.
    private const int EnoughToSeeRounding = 20;

    /// <summary>Sampling variance of each usable unit; empty when it is unknown and the finest level is shown with its chance.</summary>
    internal static double[] Variances(CatalogueUnits units, int[] usable, SamplingVarianceOptions? chance)
    {
        if (chance is { Descriptive: true })
            return new double[usable.Length];
        if (!IsKnown(units) || usable.Length == 0)
            return [];

        double cases = 0, people = 0;
        foreach (var unit in usable)
        {
            cases += units.Cases(unit);
            people += units.Denominators[unit];
        }

        // The pooled rate, never the unit's own: a unit without cases is not a unit without chance.
        // Published percentages are rounded, so together they can pass 100 % by a hair.
        var pooled = Math.Min(cases / people, units.Indicator.Kind == IndicatorKind.Proportion ? 1 : double.MaxValue);
        var denominators = Array.ConvertAll(usable, unit => units.Denominators[unit]);
        if (units.Indicator.Kind == IndicatorKind.Count)
            return SamplingVariance.OfCount(denominators, pooled, chance);

        chance ??= new SamplingVarianceOptions { Rounding = IsWholePercents(units, usable) ? FigureRounding.WholePercents : FigureRounding.None };
        return SamplingVariance.OfProportion(denominators, pooled, chance);
    }

    /// <summary>What is said wherever chance was left out on purpose.</summary>
    public static Warning LeftOut { get; } = new("chance-left-out", "Chance was left out on request: every difference counts as true, also that of small numbers.");

    internal static IEnumerable<Warning> Notes(CatalogueUnits units, SamplingVarianceOptions? chance)
    {
        if (chance is { Descriptive: true })
            yield return LeftOut;
        else if (!IsKnown(units))
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
