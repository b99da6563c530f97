// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Perception;

/// <summary>With how many equal voices do weighted ones speak?</summary>
public static class EffectiveNumber
{
    /// <summary>Kish's effective number: (Σw)²/Σw², 0 for no weight at all.</summary>
    /// <param name="weights">≥ 0.</param>
    /// <returns>[respondents].</returns>
    public static double Of(ReadOnlySpan<double> weights)
    {
        double sum = 0, square = 0;
        foreach (var weight in weights)
        {
            sum += weight;
            square += weight * weight;
        }

        return square > 0 ? sum * sum / square : 0;
    }
}
