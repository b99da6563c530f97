// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>A measurement among measurements of places where nothing was done.</summary>
/// <param name="P">[0..1] share of places, the real one included, that changed at least as much; never 0.</param>
/// <param name="Placebos">N, the number of places where nothing was done.</param>
public sealed record PlaceboResult(double P, int Placebos);

/// <summary>Does as much change also happen where nothing was done?</summary>
public static class PlaceboTest
{
    /// <summary>Fewer places than this cannot give a p of 0.05.</summary>
    public const int FewestPlacebos = 19;

    // Equal sums of counts may differ in the last bit.
    private const double Tie = 1e-12;

    /// <summary>Compares the measured total with the same figure for places where nothing was done.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> p = (1 + #{|WDDⱼ| ≥ |WDD|})/(N + 1).</para>
    /// <para><b>Units.</b> The values share the unit of the measurement.</para>
    /// <para><b>Shapes.</b> N values, one a placebo area; <see cref="PlaceboAreas"/> finds them.</para>
    /// <para><b>Missing values.</b> Leave them out.</para>
    /// <para><b>No answer.</b> <c>too-few-placebos</c>: fewer than 19.</para>
    /// <para><b>Cost.</b> O(N).</para>
    /// <para><b>Source.</b> Permutation logic: Phipson and Smyth (2010), <i>Permutation P-values should never be zero</i>.</para>
    /// <para><b>Checked against.</b> Counted by hand: <c>reference/displacement/F-9.json</c>.</para>
    /// </remarks>
    /// <param name="measured">[events] the real WDD.</param>
    /// <param name="placebos">[events] WDD of each placebo area, finite.</param>
    /// <returns>p, preferred over that of z where it is available.</returns>
    public static Outcome<PlaceboResult> Compute(double measured, ReadOnlySpan<double> placebos)
    {
        Require.Finite([measured], nameof(measured));
        Require.Finite(placebos, nameof(placebos));
        if (placebos.Length < FewestPlacebos)
            return new Reason("too-few-placebos", $"There are {placebos.Length} comparable areas; at least {FewestPlacebos} are needed.") { Arguments = [placebos.Length, FewestPlacebos] };

        var asLarge = 0;
        foreach (var placebo in placebos)
            if (Math.Abs(placebo) >= Math.Abs(measured) - Tie)
                asLarge++;
        return new PlaceboResult((1.0 + asLarge) / (placebos.Length + 1), placebos.Length);
    }
}
