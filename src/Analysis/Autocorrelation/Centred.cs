// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>Values as deviations from their mean, in standard deviations.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">Population standard deviation (divided by n), above 0.</param>
/// <param name="Scores">(value − mean) / deviation: mean 0, mean square 1.</param>
internal sealed record Centred(double Mean, double Deviation, double[] Scores)
{
    /// <summary>Rounding that a sum of a few scores may carry; ties in the values may not be decided by it.</summary>
    internal const double Rounding = 1e-12;

    /// <summary>The mean of the fourth powers: the kurtosis b₂ that the randomisation moments use.</summary>
    internal double Kurtosis => Scores.Sum(score => score * score * score * score) / Scores.Length;

    /// <summary>Centres values, or says why that is impossible.</summary>
    internal static Outcome<Centred> Of(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
            return new Reason("too-few-areas", $"At least 2 areas with a value and a neighbour are needed, but there are {values.Length}.") { Arguments = [2, values.Length] };

        // Asked of the input, not of a computed sum: the mean of nine times 0.1 is not exactly 0.1.
        if (!values.ContainsAnyExcept(values[0]))
            return new Reason("no-variation", $"All {values.Length} values are equal.") { Arguments = [values.Length] };

        // Scaled first, so that squares neither overflow nor vanish for any finite input.
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        var scores = new double[values.Length];
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = values[i] / largest;
        var mean = sum / scores.Length;
        double rest = 0, squares = 0;
        for (var i = 0; i < scores.Length; i++)
            rest += scores[i] -= mean;

        // The mean of a column of large numbers is off by rounding; its deviations show by how much.
        var correction = rest / scores.Length;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] -= correction;
            squares += scores[i] * scores[i];
        }

        var deviation = Math.Sqrt(squares / scores.Length);
        if (deviation == 0)
            return new Reason("no-variation", $"The {values.Length} values do not differ beyond the precision of numbers.") { Arguments = [values.Length] };
        for (var i = 0; i < scores.Length; i++)
            scores[i] /= deviation;
        return new Centred((mean + correction) * largest, deviation * largest, scores);
    }
}
