// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Voorbeeldstad.Figures;

/// <summary>Effects of the units of one level: on average 0, with exactly the variance that was asked for.</summary>
/// <param name="Total">[rate] one a unit; mean 0, and Σ Total² / (units − 1) is the planted variance.</param>
/// <param name="Explained">[rate] the part of it that goes with who lives there.</param>
internal sealed record Effects(double[] Total, double[] Explained)
{
    /// <summary>Draws effects.</summary>
    /// <param name="count">Units, at least 3.</param>
    /// <param name="variance">[rate²] planted.</param>
    /// <param name="composition">[0..1] share of the variance that goes with who lives there.</param>
    /// <param name="random">Chance.</param>
    internal static Effects Draw(int count, double variance, double composition, ref RandomSequence random)
    {
        var people = new double[count];
        var place = new double[count];
        for (var i = 0; i < count; i++)
        {
            people[i] = Figures.Draw.Moderate(ref random);
            place[i] = Figures.Draw.Moderate(ref random);
        }

        // Made exactly orthogonal, so that the two parts add up to the whole and to nothing else.
        Standardise(people);
        Centre(place);
        var overlap = Dot(people, place) / Dot(people, people);
        for (var i = 0; i < count; i++)
            place[i] -= overlap * people[i];
        Standardise(place);

        var (explained, rest) = (Math.Sqrt(variance * composition), Math.Sqrt(variance * (1 - composition)));
        return new Effects(
            [.. people.Zip(place, (a, b) => (explained * a) + (rest * b))],
            [.. people.Select(a => explained * a)]);
    }

    /// <summary>[rate²] Σ (x − x̄)² / (n − 1).</summary>
    internal static double VarianceOf(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }

    /// <summary>Σ w (x − x̄)² / Σ w.</summary>
    internal static double VarianceOf(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        var all = weights.Sum();
        var mean = values.Zip(weights, (value, weight) => value * weight).Sum() / all;
        return values.Zip(weights, (value, weight) => weight * (value - mean) * (value - mean)).Sum() / all;
    }

    private static void Centre(double[] values)
    {
        var mean = values.Average();
        for (var i = 0; i < values.Length; i++)
            values[i] -= mean;
    }

    private static void Standardise(double[] values)
    {
        Centre(values);
        var deviation = Math.Sqrt(VarianceOf(values));
        for (var i = 0; i < values.Length; i++)
            values[i] /= deviation;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
