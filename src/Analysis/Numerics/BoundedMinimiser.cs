// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>A smooth function of a few variables with its gradient.</summary>
internal interface ISmoothFunction
{
    /// <summary>Value and gradient at a point.</summary>
    double At(ReadOnlySpan<double> point, Span<double> gradient);
}

/// <summary>Finds a minimum of a smooth function within bounds: projected BFGS for a handful of variables, without allocation in the search.</summary>
/// <remarks>
/// <para><b>Definition.</b> Variables at a bound whose slope points outwards rest; the others move along the quasi-Newton direction, with the step halved
/// until the function falls enough (Armijo), or, where the fall drowns in rounding, until the slope along the direction shrinks (the approximate Wolfe rule).</para>
/// <para><b>Source.</b> Nocedal and Wright (2006), <i>Numerical Optimization</i>; Hager and Zhang (2005), SIAM J. Optim. 16, for the approximate rule.</para>
/// </remarks>
internal sealed class BoundedMinimiser
{
    // A step of e⁴ in a variance at once is as far as a quadratic picture of the likelihood can be trusted.
    private const double LongestStep = 4;
    private const double SufficientFall = 1e-4;
    private const double RoundingOfValue = 1e-14;
    private const int MostSteps = 200;

    private readonly int count;
    private readonly double[] gradient, trial, trialGradient, direction, moved, bent, product;
    private readonly bool[] free;

    internal BoundedMinimiser(int count)
    {
        this.count = count;
        (gradient, trial, trialGradient, direction) = (new double[count], new double[count], new double[count], new double[count]);
        (moved, bent, product) = (new double[count], new double[count], new double[count]);
        free = new bool[count];
        InverseHessian = new double[count * count];
    }

    /// <summary>What is known of the curvature, row by row: kept between searches, so that a search that starts near the last one is short.</summary>
    internal double[] InverseHessian { get; }

    /// <summary>Starts from a diagonal curvature.</summary>
    internal void Forget(ReadOnlySpan<double> inverseDiagonal)
    {
        Array.Clear(InverseHessian);
        for (var i = 0; i < count; i++)
            InverseHessian[(i * count) + i] = inverseDiagonal[i];
    }

    /// <summary>Moves <paramref name="point"/> to a minimum; a variable with equal bounds stays.</summary>
    /// <returns>The value there.</returns>
    internal double Minimise(
        ISmoothFunction function, Span<double> point, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper,
        ReadOnlySpan<double> inverseDiagonal, double tolerance)
    {
        for (var i = 0; i < count; i++)
            point[i] = Math.Clamp(point[i], lower[i], upper[i]);
        var value = function.At(point, gradient);
        var fresh = false;
        for (var step = 0; step < MostSteps; step++)
        {
            for (var i = 0; i < count; i++)
                free[i] = lower[i] < upper[i] && !(point[i] <= lower[i] && gradient[i] >= 0) && !(point[i] >= upper[i] && gradient[i] <= 0);
            var slope = Aim();
            if (!(slope < 0) && !fresh)
            {
                Forget(inverseDiagonal);
                fresh = true;
                slope = Aim();
            }

            if (!(slope < 0) || Longest() < tolerance)
                return value;
            if (!Search(function, point, lower, upper, slope, ref value))
            {
                if (fresh)
                    return value;
                Forget(inverseDiagonal);
                fresh = true;
                continue;
            }

            fresh = false;
            Learn();
        }

        return value;
    }

    private double Aim()
    {
        var slope = 0.0;
        for (var i = 0; i < count; i++)
        {
            direction[i] = 0;
            if (!free[i])
                continue;
            for (var j = 0; j < count; j++)
                if (free[j])
                    direction[i] -= InverseHessian[(i * count) + j] * gradient[j];
            slope += direction[i] * gradient[i];
        }

        var longest = Longest();
        if (longest <= LongestStep)
            return slope;
        for (var i = 0; i < count; i++)
            direction[i] *= LongestStep / longest;
        return slope * LongestStep / longest;
    }

    private double Longest()
    {
        var longest = 0.0;
        for (var i = 0; i < count; i++)
            longest = Math.Max(longest, Math.Abs(direction[i]));
        return longest;
    }

    private bool Search(
        ISmoothFunction function, Span<double> point, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, double slope, ref double value)
    {
        for (var length = 1.0; length > 1e-9; length /= 2)
        {
            var promised = 0.0;
            for (var i = 0; i < count; i++)
            {
                trial[i] = Math.Clamp(point[i] + (length * direction[i]), lower[i], upper[i]);
                promised += gradient[i] * (trial[i] - point[i]);
            }

            var found = function.At(trial, trialGradient);
            var slopeThere = 0.0;
            for (var i = 0; i < count; i++)
                slopeThere += trialGradient[i] * direction[i];
            var falls = found <= value + (SufficientFall * promised);
            var flat = found <= value + (RoundingOfValue * Math.Abs(value)) && Math.Abs(slopeThere) < 0.9 * Math.Abs(slope);
            if (!falls && !flat)
                continue;

            for (var i = 0; i < count; i++)
            {
                moved[i] = free[i] ? trial[i] - point[i] : 0;
                bent[i] = free[i] ? trialGradient[i] - gradient[i] : 0;
                point[i] = trial[i];
                gradient[i] = trialGradient[i];
            }

            value = found;
            return true;
        }

        return false;
    }

    private void Learn()
    {
        var (curvature, reach) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            curvature += moved[i] * bent[i];
            product[i] = 0;
            for (var j = 0; j < count; j++)
                product[i] += InverseHessian[(i * count) + j] * bent[j];
            reach += product[i] * bent[i];
        }

        if (!(curvature > 1e-12 * reach) || !(curvature > 0))
            return;
        var scale = (1 + (reach / curvature)) / curvature;
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
                InverseHessian[(i * count) + j] += (scale * moved[i] * moved[j]) - (((product[i] * moved[j]) + (moved[i] * product[j])) / curvature);
    }
}
