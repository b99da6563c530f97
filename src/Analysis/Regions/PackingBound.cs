// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>How few boxes of one size can hold all items, at the very least.</summary>
public static class PackingBound
{
    /// <summary>The bound L2: items above half a box need a box each, and what fits beside them is limited.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> For K = 0 and each w ≤ C/2: N1 = {w &gt; C − K}, N2 = {C/2 &lt; w ≤ C − K}, N3 = {K ≤ w ≤ C/2};
    /// |N1| + |N2| + max(0, ⌈(Σ N3 − (|N2|·C − Σ N2))/C⌉), and the largest over K. With K = 0 it is at least ⌈Σw/C⌉.</para>
    /// <para><b>Units.</b> Sizes and box in the same unit.</para>
    /// <para><b>Cost.</b> O(n log n).</para>
    /// <para><b>Source.</b> Martello and Toth (1990), <i>Knapsack Problems</i>, ch. 8.</para>
    /// <para><b>Checked against.</b> <c>reference/regions/G-4.json</c>.</para>
    /// </remarks>
    /// <param name="sizes">[any unit] ≥ 0, none above the box.</param>
    /// <param name="box">[same unit] above 0; infinity is allowed.</param>
    /// <returns>[boxes] ≥ 0.</returns>
    /// <exception cref="ArgumentException">An item does not fit in a box.</exception>
    public static int MartelloToth(ReadOnlySpan<double> sizes, double box)
    {
        if (!(box > 0))
            throw new ArgumentException($"A box is larger than 0, but this is {box}.", nameof(box));
        Require.NotNegative(sizes, nameof(sizes));
        if (double.IsPositiveInfinity(box))
            return 0;

        var rising = sizes.ToArray();
        Array.Sort(rising);
        if (rising.Length > 0 && rising[^1] > box)
            throw new ArgumentException($"{rising[^1]} does not fit in a box of {box}.", nameof(sizes));
        var sums = new double[rising.Length + 1];
        for (var i = 0; i < rising.Length; i++)
            sums[i + 1] = sums[i] + rising[i];

        var half = FirstAbove(rising, box / 2);
        var most = Of(0, 0);
        for (var i = 0; i < half; i++)
            if (i == 0 || rising[i] > rising[i - 1])
                most = Math.Max(most, Of(i, rising[i]));
        return most;

        int Of(int small, double least)
        {
            var large = FirstAbove(rising, box - least);
            var medium = large - half;
            var room = (medium * box) - (sums[large] - sums[half]);
            return rising.Length - half + Math.Max(0, Boxes(sums[half] - sums[small] - room, box));
        }
    }

    /// <summary>⌈total/box⌉; sums of numbers that are no whole ones may be off in the last bits, and a bound may not be too high.</summary>
    internal static int Boxes(double total, double box)
    {
        const double Rounding = 1e-12;
        return double.IsPositiveInfinity(box) || total <= 0 ? 0 : (int)Math.Ceiling((total / box) * (1 - Rounding));
    }

    private static int FirstAbove(double[] rising, double limit)
    {
        var (low, high) = (0, rising.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rising[middle] > limit)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
