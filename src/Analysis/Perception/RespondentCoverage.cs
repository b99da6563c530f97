// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Perception;

/// <summary>Where was nobody asked?</summary>
public static class RespondentCoverage
{
    // Beyond two bandwidths a voice counts for less than an eighth; many far voices are not a near one.
    private const double ReachInBandwidths = 2;

    /// <summary>Effective respondents around each cell; below 10 it is hatched: "nobody asked here".</summary>
    /// <remarks>
    /// <para><b>Definition.</b> (Σw)²/Σw² with w = wᵣ exp(−½(d/λ)²) over respondents whose home lies within 2λ of the cell's centre.</para>
    /// <para><b>Units.</b> Respondents.</para>
    /// <para><b>Shapes.</b> One answer a cell; one home and weight a respondent.</para>
    /// <para><b>Missing values.</b> Respondents without a home are left out.</para>
    /// <para><b>No answer.</b> 0 where nobody lives near.</para>
    /// <para><b>Cost.</b> O(respondents · cells).</para>
    /// <para><b>Source.</b> Kish (1965); the kernel and its reach are a convention of this library.</para>
    /// <para><b>Checked against.</b> By hand in the tests.</para>
    /// </remarks>
    /// <param name="cells">[metres] centres.</param>
    /// <param name="homes">[metres] coarsened homes.</param>
    /// <param name="weights">≥ 0, one a respondent.</param>
    /// <param name="bandwidthInMetres">[metres] λ, above 0.</param>
    /// <returns>[respondents] one a cell.</returns>
    public static double[] Compute(
        IReadOnlyList<(double X, double Y)> cells, IReadOnlyList<(double X, double Y)> homes, ReadOnlySpan<double> weights,
        double bandwidthInMetres = MembershipSurface.BandwidthInMetres)
    {
        Require.SameLength(weights.Length, homes.Count, nameof(weights));
        Require.NotNegative(weights, nameof(weights));
        Require.Positive([bandwidthInMetres], nameof(bandwidthInMetres));
        var effective = new double[cells.Count];
        var near = new List<double>();
        for (var cell = 0; cell < effective.Length; cell++)
        {
            near.Clear();
            for (var r = 0; r < homes.Count; r++)
            {
                double dx = (homes[r].X - cells[cell].X) / bandwidthInMetres, dy = (homes[r].Y - cells[cell].Y) / bandwidthInMetres;
                var square = (dx * dx) + (dy * dy);
                if (square <= ReachInBandwidths * ReachInBandwidths)
                    near.Add(weights[r] * Math.Exp(-0.5 * square));
            }

            effective[cell] = EffectiveNumber.Of([.. near]);
        }

        return effective;
    }
}
