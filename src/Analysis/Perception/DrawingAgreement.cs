// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Perception;

/// <summary>How alike are the drawings?</summary>
public static class DrawingAgreement
{
    /// <summary>Mean Jaccard likeness of all pairs of drawings, each pair alike.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Mean over pairs of |A ∩ B|/|A ∪ B|.</para>
    /// <para><b>Units.</b> Share 0..1.</para>
    /// <para><b>Shapes.</b> R drawings.</para>
    /// <para><b>Missing values.</b> See the surface.</para>
    /// <para><b>No answer.</b> <c>too-few-drawings</c>: fewer than two.</para>
    /// <para><b>Cost.</b> O(R² · cells/64).</para>
    /// <para><b>Source.</b> Jaccard (1912).</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/perception/I-1.json</c>.</para>
    /// </remarks>
    /// <param name="drawings">Who drew what.</param>
    /// <returns>[0..1].</returns>
    public static Outcome<double> Compute(Drawings drawings)
    {
        var count = drawings.RespondentCount;
        if (count < 2)
            return new Reason("too-few-drawings", $"There are {count} drawings; two or more can be compared.") { Arguments = [count] };

        var sum = 0.0;
        for (var one = 0; one < count; one++)
            for (var other = one + 1; other < count; other++)
                sum += drawings.Jaccard(one, other);
        return sum / (count * (count - 1.0) / 2);
    }

    /// <summary>Median drawn area as a part of the wijk: "residents' neighbourhood is a third of the wijk".</summary>
    /// <param name="areas">[m²] of the drawings; at least one.</param>
    /// <param name="wijk">[m²] above 0.</param>
    /// <returns>[no unit].</returns>
    public static double MedianPartOf(IReadOnlyList<double> areas, double wijk)
    {
        ArgumentOutOfRangeException.ThrowIfZero(areas.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wijk);
        double[] sorted = [.. areas.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2 / wijk;
    }
}
