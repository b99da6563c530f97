// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Perception;

/// <summary>How far residents see two cells as one neighbourhood.</summary>
/// <param name="A">0-based cell.</param>
/// <param name="B">0-based cell.</param>
/// <param name="Value">[0..1]; missing with <c>too-few-respondents</c>: unknown, not 0.</param>
/// <param name="EffectiveRespondents">Voices that drew one of the two or both.</param>
public sealed record Affinity(int A, int B, Figure Value, double EffectiveRespondents)
{
    /// <summary>[0..1] how strongly residents feel a border between the two.</summary>
    public Figure BoundaryStrength => Value.Value is { } value ? 1 - value : Value;
}

/// <summary>Do residents see two adjacent cells as one neighbourhood?</summary>
public static class CellAffinity
{
    /// <summary>Fewer effective respondents than this are too few.</summary>
    public const double LeastRespondents = 10;

    /// <summary>The share of those who drew one of two cells that drew both.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Aᵢⱼ = Σ w 1[i and j]/Σ w 1[i or j]; effective respondents (Σw)²/Σw² over those who drew i or j.</para>
    /// <para><b>Units.</b> Shares; respondents.</para>
    /// <para><b>Shapes.</b> One answer a pair, in the order given.</para>
    /// <para><b>Missing values.</b> See the surface.</para>
    /// <para><b>No answer.</b> <c>too-few-respondents</c> inside a pair.</para>
    /// <para><b>Cost.</b> O(respondents · pairs).</para>
    /// <para><b>Source.</b> Jenks and Dempsey (2007); the ratio is Jaccard's.</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/perception/I-1.json</c>.</para>
    /// </remarks>
    /// <param name="drawings">Who drew what.</param>
    /// <param name="weights">≥ 0, one a respondent.</param>
    /// <param name="pairs">Adjacent cells.</param>
    /// <param name="leastRespondents">[respondents] ≥ 0.</param>
    /// <returns>One answer a pair.</returns>
    public static IReadOnlyList<Affinity> Compute(
        Drawings drawings, ReadOnlySpan<double> weights, IReadOnlyList<(int A, int B)> pairs, double leastRespondents = LeastRespondents)
    {
        drawings.RequireWeights(weights);
        var answers = new Affinity[pairs.Count];
        for (var pair = 0; pair < answers.Length; pair++)
        {
            var (a, b) = pairs[pair];
            double both = 0, either = 0, square = 0;
            for (var r = 0; r < weights.Length; r++)
            {
                var (one, other) = (drawings.Holds(r, a), drawings.Holds(r, b));
                if (one || other)
                {
                    either += weights[r];
                    square += weights[r] * weights[r];
                }

                both += one && other ? weights[r] : 0;
            }

            var effective = square > 0 ? either * either / square : 0;
            answers[pair] = new Affinity(
                a, b,
                either > 0 && effective >= leastRespondents
                    ? both / either
                    : new Reason("too-few-respondents", FormattableString.Invariant($"Only {effective:F1} voices drew one of these cells; {leastRespondents} are needed.")) { Arguments = [effective, leastRespondents] },
                effective);
        }

        return answers;
    }
}
