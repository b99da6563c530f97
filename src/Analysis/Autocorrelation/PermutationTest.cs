// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>What comes out when the values are dealt over the areas again and again.</summary>
/// <param name="Replicates">Number of random arrangements, R.</param>
/// <param name="P">[0..1] (1 + arrangements at least as extreme) / (R + 1); never 0.</param>
/// <param name="Mean">Mean of the statistic over the arrangements.</param>
/// <param name="Variance">Its variance over the arrangements (divided by R − 1; 0 for one arrangement).</param>
public sealed record PermutationTest(int Replicates, double P, double Mean, double Variance)
{
    /// <summary>Compares an observed statistic with those of the arrangements.</summary>
    internal static PermutationTest Of(double[] arranged, double observed, bool highIsExtreme, double tolerance)
    {
        var extreme = 0;
        var mean = 0.0;
        foreach (var value in arranged)
        {
            if (highIsExtreme ? value >= observed - tolerance : value <= observed + tolerance)
                extreme++;
            mean += value;
        }

        mean /= arranged.Length;
        var squares = 0.0;
        foreach (var value in arranged)
            squares += (value - mean) * (value - mean);
        return new PermutationTest(
            arranged.Length, (1.0 + extreme) / (arranged.Length + 1), mean, squares / Math.Max(1, arranged.Length - 1));
    }
}
