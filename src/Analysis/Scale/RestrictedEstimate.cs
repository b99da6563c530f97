// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>The best of three starts, and whether they agree.</summary>
/// <param name="Variances">By level, in the units of the fit; 0 where a level takes no part or has none.</param>
/// <param name="MinusTwoLogLikelihood">At the best.</param>
/// <param name="IsUnique">Whether every start ended there.</param>
internal sealed record RestrictedEstimate(double[] Variances, double MinusTwoLogLikelihood, bool IsUnique)
{
    // In −2ℓ: a twentieth of what moves a 95 % interval by a visible amount.
    private const double SameHeight = 0.01;

    // Of the sum of the variances: less is not visible in any figure that is shown.
    private const double SameShare = 0.05;

    /// <summary>Searches from an equal split, from mostly the finest and from mostly the coarsest level.</summary>
    internal static RestrictedEstimate Search(RestrictedFit fit, double rateVariance)
    {
        RestrictedEstimate? best = null;
        var isUnique = true;
        foreach (var weights in Starts(fit.Fitted.Length))
        {
            var start = new double[fit.Variances.Length];
            for (var k = 0; k < weights.Length; k++)
                start[fit.Fitted[k]] = weights[k] * fit.TrueVariance;
            var value = fit.From(start, RestrictedFit.Working);
            var found = new RestrictedEstimate(fit.Variances.ToArray(), value, true);
            isUnique &= best is null || found.Agrees(best);
            if (best is null || value < best.MinusTwoLogLikelihood)
                best = found;
        }

        // Ends precisely at the best, so that what follows starts with its curvature.
        var last = fit.From(best!.Variances, RestrictedFit.Precise);
        return new RestrictedEstimate(fit.Reported(rateVariance), Math.Min(last, best.MinusTwoLogLikelihood), isUnique);
    }

    private bool Agrees(RestrictedEstimate other)
    {
        if (Math.Abs(MinusTwoLogLikelihood - other.MinusTwoLogLikelihood) > SameHeight)
            return false;
        var sum = other.Variances.Sum();
        return !Variances.Zip(other.Variances).Any(pair => Math.Abs(pair.First - pair.Second) > SameShare * sum);
    }

    private static IEnumerable<double[]> Starts(int count)
    {
        const double Mostly = 0.8;
        yield return [.. Enumerable.Repeat(1.0 / count, count)];
        if (count == 1)
            yield break;
        var rest = (1 - Mostly) / (count - 1);
        yield return [.. Enumerable.Range(0, count).Select(k => k == 0 ? Mostly : rest)];
        yield return [.. Enumerable.Range(0, count).Select(k => k == count - 1 ? Mostly : rest)];
    }
}
