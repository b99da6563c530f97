// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>Where −2ℓ has risen by 3.84 on both sides of a variance, the other variances fitted anew at each step.</summary>
internal static class LikelihoodInterval
{
    /// <summary>√ of the 95th percentile of chi-square with one degree of freedom: the normal quantile of 97.5 %.</summary>
    internal const double Of95 = 1.959963984540054;

    /// <summary>An upper end beyond this many times the variance of the rates says only that the data set no limit.</summary>
    internal const double MostPart = 100;

    // Relative precision of an end: methods asks 1e-6 of worked cases.
    private const double Precision = 1e-8;

    /// <summary>The interval of one level.</summary>
    /// <returns>Low is 0 where the likelihood allows none; high is null where it sets no limit.</returns>
    internal static (double Low, double? High) Of(RestrictedFit fit, RestrictedEstimate estimate, int level, double rateVariance, double quantile = Of95)
    {
        var others = (double[])estimate.Variances.Clone();
        double Rise(double logarithm)
        {
            fit.Hold(level, Math.Exp(logarithm));
            var rise = fit.From(others, RestrictedFit.Working) - estimate.MinusTwoLogLikelihood;
            fit.Variances.CopyTo(others);
            return Math.Sqrt(Math.Max(0, rise)) - quantile;
        }

        void Start() => estimate.Variances.CopyTo(others, 0);

        var least = Math.Log(RestrictedFit.LeastPart * rateVariance);
        var most = Math.Log(MostPart * rateVariance);
        var middle = Math.Max(Math.Log(estimate.Variances[level]), least);

        var low = 0.0;
        Start();
        if (middle > least && Rise(least) > 0)
        {
            Start();
            var (inside, outside) = Step(Rise, quantile, middle, least);
            low = Math.Exp(Crossing(Rise, inside, outside));
        }

        Start();
        var from = Math.Max(middle, Math.Log(1e-3 * rateVariance));
        double? high = null;
        var (within, beyond) = Step(Rise, quantile, from > middle && Rise(from) > 0 ? middle : from, most);
        if (beyond.Rise > 0)
            high = Math.Exp(Crossing(Rise, within, beyond));
        fit.Release();
        return (low, high);
    }

    // Doubling steps from the estimate, so that the others never start far from where they end.
    private static ((double At, double Rise) Inside, (double At, double Rise) Outside) Step(Func<double, double> rise, double quantile, double from, double limit)
    {
        var inside = (At: from, Rise: -quantile);
        var length = limit > from ? 0.5 : -0.5;
        while (true)
        {
            var next = inside.At + length;
            next = length > 0 ? Math.Min(next, limit) : Math.Max(next, limit);
            var outside = (At: next, Rise: rise(next));
            if (outside.Rise > 0 || next == limit)
                return (inside, outside);
            inside = outside;
            length *= 2;
        }
    }

    // The root of the rise is nearly a straight line, so that a secant does most of the work; bisection (every third step) guards it.
    private static double Crossing(Func<double, double> rise, (double At, double Rise) inside, (double At, double Rise) outside)
    {
        for (var step = 0; step < 200 && Math.Abs(outside.At - inside.At) > Precision; step++)
        {
            var part = step % 3 == 2 ? 0.5 : Math.Clamp(inside.Rise / (inside.Rise - outside.Rise), 0.001, 0.999);
            var at = inside.At + (part * (outside.At - inside.At));
            var height = rise(at);
            if (Math.Abs(height) < Precision / 10)
                return at;
            if (height > 0)
                outside = (at, height);
            else
                inside = (at, height);
        }

        return (inside.At + outside.At) / 2;
    }
}
