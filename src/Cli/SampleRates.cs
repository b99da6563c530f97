// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Cli.Inputs;

namespace Schakel.Cli;

/// <summary>The figure that a spatial statistic works on: as it is, cases by denominator.</summary>
internal static class SampleRates
{
    internal static double[] Of(Sample sample)
    {
        if (sample.Denominators.Length == 0)
            return sample.Values;

        var rates = new double[sample.Values.Length];
        for (var unit = 0; unit < rates.Length; unit++)
            rates[unit] = sample.Values[unit] / sample.Denominators[unit];
        return rates;
    }
}
