// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>What people who know the place answer before anything is done; each 0 (no), 1 (somewhat), 2 (yes), or null (unknown).</summary>
/// <param name="Mobility">Are the persons or activities that carry the problem mobile?</param>
/// <param name="NearbyAlternatives">Are there similar opportunities nearby?</param>
/// <param name="Suppressing">Is the problem pushed away rather than its cause removed?</param>
/// <param name="EarlierExperience">Did it move before?</param>
public sealed record DisplacementQuestions(int? Mobility, int? NearbyAlternatives, int? Suppressing, int? EarlierExperience);

/// <summary>How likely a waterbed is thought to be.</summary>
public enum DisplacementRisk
{
    /// <summary>Sum 0 to 2.</summary>
    Low,

    /// <summary>Sum 3 to 5.</summary>
    Medium,

    /// <summary>Sum 6 to 8.</summary>
    High,

    /// <summary>Two or more answers are unknown.</summary>
    Unknown,
}

/// <summary>The outcome of the four questions, with what was found elsewhere.</summary>
/// <param name="Risk">The class.</param>
/// <param name="Sum">0..8, an unknown answer counted as 1.</param>
/// <param name="Unknown">Number of unknown answers.</param>
/// <param name="BaseRate">What earlier studies found; to be shown beside the class.</param>
public sealed record DisplacementForecastResult(DisplacementRisk Risk, int Sum, int Unknown, Sentence BaseRate);

/// <summary>Might the problem move if we act here? A risk, not a prediction.</summary>
public static class DisplacementForecast
{
    /// <summary>Displacement was seen in this share of 574 observations (Guerette and Bowers 2009).</summary>
    public const double DisplacementSeen = 0.26;

    /// <summary>Diffusion of benefit was seen in this share of them.</summary>
    public const double DiffusionSeen = 0.27;

    private static readonly Sentence baseRate = new(
        "displacement-base-rate",
        "In 102 evaluations with 574 observations, displacement was seen in 26 % and diffusion of benefit in 27 %; where there was displacement it was mostly smaller than the gain.")
    {
        Arguments = [102, 574, DisplacementSeen, DiffusionSeen],
    };

    /// <summary>Adds up four answers.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Sum of four answers 0, 1 or 2 (unknown = 1): 0–2 low, 3–5 medium, 6–8 high; two or more unknown: unknown.</para>
    /// <para><b>Units.</b> None.</para>
    /// <para><b>Shapes.</b> Four answers.</para>
    /// <para><b>Missing values.</b> Null = unknown, counted and shown.</para>
    /// <para><b>No answer.</b> The class <c>Unknown</c>.</para>
    /// <para><b>Cost.</b> Constant.</para>
    /// <para><b>Source.</b> Base rates: Guerette and Bowers (2009), <i>Assessing the extent of crime displacement and diffusion of benefits</i>,
    /// Criminology 47, 1331–1368. The questions and classes are a convention of this library.</para>
    /// <para><b>Checked against.</b> All 256 answers, counted in the tests.</para>
    /// </remarks>
    /// <param name="answers">0, 1, 2 or null each.</param>
    /// <returns>Class, sum and base rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer is not 0, 1 or 2.</exception>
    public static DisplacementForecastResult Compute(DisplacementQuestions answers)
    {
        int?[] all = [answers.Mobility, answers.NearbyAlternatives, answers.Suppressing, answers.EarlierExperience];
        foreach (var answer in all)
            if (answer is < 0 or > 2)
                throw new ArgumentOutOfRangeException(nameof(answers), answer, "An answer is 0, 1, 2 or unknown.");

        var unknown = all.Count(answer => answer is null);
        var sum = all.Sum(answer => answer ?? 1);
        var risk = unknown >= 2 ? DisplacementRisk.Unknown
            : sum <= 2 ? DisplacementRisk.Low
            : sum <= 5 ? DisplacementRisk.Medium
            : DisplacementRisk.High;
        return new DisplacementForecastResult(risk, sum, unknown, baseRate);
    }
}
