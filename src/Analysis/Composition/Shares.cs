// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Composition;

/// <summary>Checks that shares of strata are shares of one whole.</summary>
internal static class Shares
{
    // Published shares are whole percents of several strata; their sum may miss 1 by so much, and no more.
    private const double Rounding = 0.02;

    /// <summary>The shares made to add up to exactly 1, or the reason why they are no shares of one whole.</summary>
    /// <param name="shares">[0..1].</param>
    /// <param name="whose">Of whom, for the reason: "area A", "unit 12".</param>
    internal static Reason? Normalise(Span<double> shares, string whose)
    {
        var sum = 0.0;
        foreach (var share in shares)
        {
            if (share is < 0 or > 1 + Rounding)
                return new Reason("shares-do-not-add-up", FormattableString.Invariant($"A share of {whose} is {share}; shares lie between 0 and 1.")) { Arguments = [whose, share] };
            sum += share;
        }

        if (Math.Abs(sum - 1) > Rounding)
            return new Reason("shares-do-not-add-up", FormattableString.Invariant($"The shares of {whose} add up to {sum:0.###} instead of 1.")) { Arguments = [whose, sum] };
        foreach (ref var share in shares)
            share /= sum;
        return null;
    }
}
