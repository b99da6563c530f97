// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>What chance gives for the surroundings of an area when the other values are dealt at random and its own stays.</summary>
/// <param name="Lag">Σ w·score of the neighbours.</param>
/// <param name="Expected">Its conditional mean.</param>
/// <param name="Variance">Its conditional variance; 0 when the lag cannot vary.</param>
/// <param name="WeightSum">Σ w.</param>
/// <param name="WeightSquares">Σ w².</param>
internal readonly record struct Surroundings(double Lag, double Expected, double Variance, double WeightSum, double WeightSquares)
{
    /// <summary>What rounding may leave of a variance that is 0, as scores have variance 1.</summary>
    internal const double Rounding = 1e-13;

    /// <summary>How far the lag is from what chance gives, in standard deviations.</summary>
    internal Figure Z => Variance > 0
        ? (Lag - Expected) / Math.Sqrt(Variance)
        : LocalReasons.Fixed;

    /// <summary>Σ w·value of the neighbours of an area, in the unit of the values.</summary>
    internal static double LagOf(ReadOnlySpan<double> values, Neighbours neighbours, int area)
    {
        var lag = 0.0;
        var others = neighbours.Of(area);
        var weights = neighbours.WeightsOf(area);
        for (var place = 0; place < others.Length; place++)
            lag += weights.Length == 0 ? values[others[place]] : weights[place] * values[others[place]];
        return lag;
    }

    internal static Surroundings Of(ReadOnlySpan<double> scores, Neighbours neighbours, int area)
    {
        double lag = 0, sum = 0, squares = 0;
        var others = neighbours.Of(area);
        var weights = neighbours.WeightsOf(area);
        for (var place = 0; place < others.Length; place++)
        {
            var weight = weights.Length == 0 ? 1 : weights[place];
            lag += weight * scores[others[place]];
            sum += weight;
            squares += weight * weight;
        }

        // The scores have mean 0 and mean square 1, so that the other n − 1 follow from the area's own.
        double n = scores.Length;
        var mean = -scores[area] / (n - 1);
        var spread = ((n - (scores[area] * scores[area])) / (n - 1)) - (mean * mean);
        var differing = ((n - 1) * squares) - (sum * sum);
        var isFixed = n < 3 || differing <= Rounding * (n - 1) * squares || spread <= Rounding;
        return new Surroundings(lag, sum * mean, isFixed ? 0 : spread * differing / (n - 2), sum, squares);
    }
}
