// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>What chance gives for local Moran when all values are dealt, that of the area too (Anselin 1995, appendix A).</summary>
/// <param name="n">Number of areas.</param>
/// <param name="kurtosis">b₂ of the values.</param>
internal readonly struct TotalMoments(double n, double kurtosis)
{
    internal double Expected(Surroundings around) => -around.WeightSum / (n - 1);

    /// <summary>0 where Iᵢ cannot vary; needs 3 areas.</summary>
    internal double Variance(Surroundings around)
    {
        if (n < 3)
            return 0;
        var (sum, squares) = (around.WeightSum * around.WeightSum, around.WeightSquares);
        var expected = Expected(around);
        var variance = (squares * (n - kurtosis) / (n - 1)) + ((sum - squares) * ((2 * kurtosis) - n) / ((n - 1) * (n - 2))) - (expected * expected);
        return variance > Surroundings.Rounding * sum ? variance : 0;
    }

    /// <summary>How far Iᵢ (divided by n) is from what chance gives, in standard deviations.</summary>
    internal Figure Z(double statistic, Surroundings around) =>
        Variance(around) is > 0 and var variance ? (statistic - Expected(around)) / Math.Sqrt(variance) : LocalReasons.Fixed;
}
