// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Workspace.Studies;

/// <summary>The units of a question with their place on the map, before neighbours are looked for.</summary>
/// <param name="Units">Where they came from.</param>
/// <param name="Values">The figure; the number of cases when there are denominators. Meaningless where left out.</param>
/// <param name="Denominators">[people] one a unit; empty when the figure is used as it is.</param>
/// <param name="Why">Why a unit is left out.</param>
/// <param name="Boundaries">One a unit; null where there is none.</param>
public sealed record PlacedUnits(CatalogueUnits Units, double[] Values, double[] Denominators, ExclusionReason[] Why, Geometry?[] Boundaries)
{
    /// <summary>Whether the cases are events, which may be more than people.</summary>
    public bool IsCount => Units.Indicator.Kind == IndicatorKind.Count;

    /// <summary>Puts units on the map: cases by denominator where the figure has one, else the figure as it is.</summary>
    /// <param name="units">The units.</param>
    /// <param name="boundariesOfLayer">Boundaries of the whole layer, in its order.</param>
    /// <returns>The units; those without a boundary are left out.</returns>
    public static PlacedUnits Of(CatalogueUnits units, Geometry?[] boundariesOfLayer)
    {
        var divides = units.HasDenominators && units.Indicator.Kind is (IndicatorKind.Count or IndicatorKind.Proportion);
        var boundaries = Array.ConvertAll(units.Places, place => boundariesOfLayer[place]);
        var why = new ExclusionReason[units.Count];
        for (var unit = 0; unit < why.Length; unit++)
        {
            // Who has a figure takes part; residents matter only where they are divided by.
            var missing = divides ? units.WhyMissing(unit) : units.Missing[unit];
            why[unit] = units.Missing[unit] == MissingReason.Present && missing == MissingReason.Nil ? ExclusionReason.NoResidents : Exclusion.Of(missing);
            if (why[unit] == ExclusionReason.None && boundaries[unit] is not { IsEmpty: false })
                why[unit] = ExclusionReason.NoBoundary;
        }

        return new PlacedUnits(
            units, divides ? [.. Enumerable.Range(0, units.Count).Select(units.Cases)] : units.Values, divides ? units.Denominators : [], why, boundaries);
    }

    /// <summary>Finds who is a neighbour of whom (a shared point is enough); units without neighbours are left out.</summary>
    /// <param name="groups">The group of each unit when one is needed; units without are left out.</param>
    /// <param name="threads">Cores to use; 0 for all.</param>
    /// <returns>The units, or <c>no-usable-units</c>, <c>no-polygons</c>.</returns>
    public Outcome<LinkedUnits> Link(string?[]? groups = null, int threads = 0)
    {
        if (!Array.Exists(Boundaries, shape => shape is Polygon or MultiPolygon))
            return new Reason("no-polygons", "The areas are no polygons, so they have no borders.");

        var why = (ExclusionReason[])Why.Clone();
        for (var unit = 0; groups is not null && unit < why.Length; unit++)
            if (why[unit] == ExclusionReason.None && groups[unit] is null)
                why[unit] = ExclusionReason.NoGroup;

        var (kept, among) = LinkedUnits.Keep(Contiguity.Queen(BoundaryColumns.AreaBoundariesOf(Boundaries), threads: threads), why, withoutIslands: true);
        if (kept.Length == 0)
            return Exclusion.Everybody(Texts.Language.Dutch, why);
        var codes = Units.Codes;
        return new LinkedUnits(
            Array.ConvertAll(kept, unit => codes[unit]), Array.ConvertAll(kept, unit => Values[unit]),
            Denominators.Length == 0 ? [] : Array.ConvertAll(kept, unit => Denominators[unit]), among,
            groups is null ? [] : Array.ConvertAll(kept, unit => groups[unit]!), LeftOut(codes, why), Units.Notes);
    }

    /// <summary>The units as points: their middles, with cases and people.</summary>
    /// <returns>The units, or <c>no-cases-known</c>, <c>no-usable-units</c>.</returns>
    public Outcome<PointUnits> Points()
    {
        if (Denominators.Length == 0)
            return CaseTree.NoCasesKnown(Units.Indicator);
        var used = Enumerable.Range(0, Why.Length).Where(unit => Why[unit] == ExclusionReason.None).ToArray();
        if (used.Length == 0)
            return Exclusion.Everybody(Texts.Language.Dutch, Why);

        var (x, y) = BoundaryColumns.CentroidsOf(Boundaries);
        var codes = Units.Codes;
        double[] Pick(double[] column) => Array.ConvertAll(used, unit => column[unit]);
        return new PointUnits(Array.ConvertAll(used, unit => codes[unit]), Pick(x), Pick(y), Pick(Values), Pick(Denominators), LeftOut(codes, Why), Units.Notes);
    }

    private static Exclusion[] LeftOut(string[] codes, ExclusionReason[] why) =>
        [.. Enumerable.Range(0, why.Length).Where(unit => why[unit] != ExclusionReason.None).Select(unit => new Exclusion(codes[unit], why[unit]))];
}
