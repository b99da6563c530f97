// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>Describes every area of every level: what was observed, what is likely, and whether it differs from the mean.</summary>
internal sealed class StudyDescription(CatalogueFolder catalogue, CatalogueUnits units, StudyLadder ladder, ScaleProfileResult profile)
{
    // 90 % of a normal distribution lies within this many standard deviations.
    private const double NinetyPercent = 1.6448536269514722;

    private readonly bool chanceIsKnown = profile.Noise.Mean.Value is not null;

    internal IReadOnlyList<StudyLevel> Levels()
    {
        var levels = new List<StudyLevel> { Finest() };
        for (var level = 1; level < ladder.Levels.Count; level++)
            levels.Add(Coarser(level));
        return levels;
    }

    private StudyLevel Finest()
    {
        var cells = new Cells(units.Count);
        for (var unit = 0; unit < units.Count; unit++)
        {
            cells.Missing[unit] = units.WhyMissing(unit);
            if (units.HasDenominators)
                cells.Denominators[unit] = units.Denominators[unit];
            if (cells.Missing[unit] == MissingReason.Present)
                cells.Rates[unit] = units.Rate(unit);
        }

        var estimates = EstimatesOf(units.Level.Id);
        for (var leaf = 0; leaf < ladder.Usable.Length; leaf++)
            Estimate(cells, ladder.Usable[leaf], estimates, leaf);
        return cells.Level(units.Level, units.Layer, units.Places);
    }

    private StudyLevel Coarser(int depth)
    {
        var level = ladder.Levels[depth];
        if (!catalogue.Areas(level.Id, units.Year).TryGet(out var layer, out var reason))
            throw new InvalidOperationException($"Level {level.Id} was in the catalogue a moment ago: {reason.Detail}");

        var groups = ladder.Groups[depth - 1];
        var places = Array.FindAll(Array.ConvertAll(groups, code => Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal)), place => place >= 0);
        var cells = new Cells(places.Length);
        var own = catalogue.Values(units.Indicator.Id, layer, units.Year).TryGet(out var figures, out _) ? figures : null;
        var pooled = Pooled(depth, groups.Length);
        var estimates = EstimatesOf(level.Id);
        for (var area = 0; area < places.Length; area++)
        {
            var group = Array.BinarySearch(groups, layer.Codes[places[area]], StringComparer.Ordinal);
            if (units.HasDenominators)
                cells.Denominators[area] = pooled.Weights[group];
            cells.Rates[area] = pooled.Rates[group];

            // A share or mean that the source gives for the area itself is better than one put together from its parts.
            if (own is not null && units.Indicator.Kind is not IndicatorKind.Count && own.Missing[places[area]] == MissingReason.Present)
                cells.Rates[area] = own.Values[places[area]];
            Estimate(cells, area, estimates, group);
        }

        return cells.Level(level, layer, places);
    }

    private (double[] Rates, double[] Weights) Pooled(int depth, int groups)
    {
        var sums = new double[groups];
        var weights = new double[groups];
        var numbers = ladder.Tree.Ancestors[depth - 1];
        for (var leaf = 0; leaf < numbers.Length; leaf++)
        {
            if (numbers[leaf] < 0)
                continue;
            var unit = ladder.Usable[leaf];
            var weight = units.HasDenominators ? units.Denominators[unit] : 1;
            sums[numbers[leaf]] += weight * units.Rate(unit);
            weights[numbers[leaf]] += weight;
        }

        for (var group = 0; group < groups; group++)
            sums[group] /= weights[group];
        return (sums, weights);
    }

    private UnitEstimates? EstimatesOf(string level) => profile.Units.FirstOrDefault(entry => entry.Level == level);

    private void Estimate(Cells cells, int area, UnitEstimates? estimates, int number)
    {
        if (estimates is null)
            return;

        // How the people of this area are doing, not what the area does to its parts: the second is uncertain however many people live there.
        cells.Estimates[area] = estimates.Realised[number];
        if (!chanceIsKnown)
            return;

        var reach = NinetyPercent * estimates.RealisedStandardDeviation[number];
        cells.Lows[area] = estimates.Realised[number] - reach;
        cells.Highs[area] = estimates.Realised[number] + reach;
        if (units.Indicator.Kind is IndicatorKind.Count or IndicatorKind.Proportion)
            cells.Lows[area] = Math.Max(0, cells.Lows[area]);
        if (units.Indicator.Kind is IndicatorKind.Proportion)
            cells.Highs[area] = Math.Min(1, cells.Highs[area]);
        cells.LikeMean[area] = cells.Lows[area] <= profile.Mean && profile.Mean <= cells.Highs[area];
    }

    private sealed class Cells
    {
        internal Cells(int count)
        {
            (Denominators, Rates, Estimates, Lows, Highs) = (Unknown(count), Unknown(count), Unknown(count), Unknown(count), Unknown(count));
            (Missing, LikeMean) = (new MissingReason[count], new bool[count]);
        }

        internal double[] Denominators { get; }

        internal double[] Rates { get; }

        internal double[] Estimates { get; }

        internal double[] Lows { get; }

        internal double[] Highs { get; }

        internal MissingReason[] Missing { get; }

        internal bool[] LikeMean { get; }

        internal StudyLevel Level(Level level, AreaLayer layer, int[] places) => new(
            level, Pick(layer.Codes, places), Pick(layer.Names, places), layer.Parents.ToDictionary(pair => pair.Key, pair => Pick(pair.Value, places)),
            Denominators, Rates, Missing, Estimates, Lows, Highs, LikeMean);

        private static T[] Pick<T>(T[] column, int[] places) => Array.ConvertAll(places, place => column[place]);

        private static double[] Unknown(int count)
        {
            var cells = new double[count];
            Array.Fill(cells, double.NaN);
            return cells;
        }
    }
}
