// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Marshall's two moments of a set of rates.</summary>
/// <param name="A">[rate²] variance between areas beyond chance, not below 0.</param>
/// <param name="B">[rate] the overall rate.</param>
internal sealed record MarshallRates(double A, double B)
{
    internal static Outcome<MarshallRates> Of(ReadOnlySpan<double> cases, ReadOnlySpan<double> population)
    {
        Require.SameLength(population.Length, cases.Length, nameof(population));
        Require.Finite(cases, nameof(cases));
        Require.NotNegative(cases, nameof(cases));
        Require.Finite(population, nameof(population));
        Require.Positive(population, nameof(population));
        if (cases.Length < 2)
            return new Reason("too-few-areas", $"At least 2 areas with a value and a neighbour are needed, but there are {cases.Length}.") { Arguments = [2, cases.Length] };
        return Moments(cases, population);
    }

    /// <summary>The same without checks, for any number of areas.</summary>
    internal static MarshallRates Moments(ReadOnlySpan<double> cases, ReadOnlySpan<double> population)
    {
        double y = 0, n = 0, squares = 0;
        for (var area = 0; area < cases.Length; area++)
        {
            y += cases[area];
            n += population[area];
        }

        var b = y / n;
        for (var area = 0; area < cases.Length; area++)
        {
            var deviation = (cases[area] / population[area]) - b;
            squares += population[area] * deviation * deviation;
        }

        return new MarshallRates(Math.Max(0, (squares / n) - (b * cases.Length / n)), b);
    }

    /// <summary>θ = b + a / (a + b/n) · (p − b): leans on the overall rate the more, the smaller the area is.</summary>
    internal double Smooth(double cases, double population) =>
        A == 0 ? B : B + (A / (A + (B / population)) * ((cases / population) - B));
}
