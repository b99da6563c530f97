// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Disclosure;

/// <summary>How much of a figure one contributor makes.</summary>
/// <param name="Share">[0..1] of the largest contributor.</param>
/// <param name="Rest">(total − x₁ − x₂)/x₁: how precisely the second could know the first; missing with <c>no-contributions</c>.</param>
public sealed record DominanceFigures(Figure Share, Figure Rest)
{
    /// <summary>The largest contributor makes more than this.</summary>
    public const double LargestShare = 0.85;

    /// <summary>The second largest could know the largest within this.</summary>
    public const double SmallestRest = 0.10;

    /// <summary>Why the figure must be withheld, or null.</summary>
    public string? Withhold => Share.Value > LargestShare ? "dominance" : Rest.Value < SmallestRest ? "p-rule" : null;
}

/// <summary>Does a figure give away its largest contributor?</summary>
public static class DominanceRule
{
    /// <summary>The dominance and p % rules for magnitudes that come from a few contributors.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Share x₁/total; rest (total − x₁ − x₂)/x₁ with x₁ ≥ x₂ the two largest. Withheld above .85 or below .10.</para>
    /// <para><b>Units.</b> None.</para>
    /// <para><b>Shapes.</b> One value a contributor.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> <c>no-contributions</c> inside the answer: nobody contributed anything.</para>
    /// <para><b>Cost.</b> O(contributors).</para>
    /// <para><b>Source.</b> Hundepool et al. (2012), <i>Statistical Disclosure Control</i>.</para>
    /// <para><b>Checked against.</b> By hand: <c>reference/disclosure/J-2.json</c>.</para>
    /// </remarks>
    /// <param name="contributions">[any unit] ≥ 0, one a contributor.</param>
    /// <returns>Both figures.</returns>
    public static DominanceFigures Compute(ReadOnlySpan<double> contributions)
    {
        Require.Finite(contributions, nameof(contributions));
        Require.NotNegative(contributions, nameof(contributions));
        double total = 0, first = 0, second = 0;
        foreach (var value in contributions)
        {
            total += value;
            (first, second) = value > first ? (value, first) : (first, Math.Max(second, value));
        }

        if (first > 0)
            return new DominanceFigures(first / total, Math.Max(0, total - first - second) / first);
        var nothing = new Reason("no-contributions", "Nobody contributed to this figure.");
        return new DominanceFigures(nothing, nothing);
    }
}
