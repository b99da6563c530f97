// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Autocorrelation;

namespace Schakel.Cli.Spatial;

/// <summary>The figure that a spatial statistic works on: as it is, cases by denominator, or standardised for small numbers.</summary>
internal static class SampleRates
{
    internal static Outcome<double[]> Of(Run run, Sample sample)
    {
        if (sample.Denominators.Length == 0)
            return sample.Values;
        if (run.Get(run.Shared.Figures.Rate) == "eb")
            return RateStandardisation.Compute(sample.Values, sample.Denominators).TryGet(out var standardised, out var reason) ? standardised.Values : reason;

        return Raw(sample);
    }

    internal static double[] Raw(Sample sample)
    {
        var rates = new double[sample.Values.Length];
        for (var unit = 0; unit < rates.Length; unit++)
            rates[unit] = sample.Values[unit] / sample.Denominators[unit];
        return rates;
    }
}
