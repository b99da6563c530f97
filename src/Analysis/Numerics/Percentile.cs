// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>Percentiles of replicates.</summary>
internal static class Percentile
{
    /// <summary>The value below which a part of the population lies: linear between the (n + 1)·p-th smallest, so that 199 replicates give the 10th and the 190th for 5 and 95 %.</summary>
    /// <param name="values">At least one; sorted in place.</param>
    /// <param name="part">[0..1].</param>
    internal static double Of(double[] values, double part)
    {
        Array.Sort(values);
        var place = Math.Clamp(((values.Length + 1) * part) - 1, 0, values.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, values.Length - 1);
        return values[below] + ((place - below) * (values[above] - values[below]));
    }
}
