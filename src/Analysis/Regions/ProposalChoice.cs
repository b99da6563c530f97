// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>A finished plan that may become a proposal.</summary>
/// <param name="AreaOf">By unit: its area, numbered by first unit.</param>
/// <param name="Areas">How many.</param>
/// <param name="Score">What it is like.</param>
internal sealed record Candidate(int[] AreaOf, int Areas, PlanScore Score);

/// <summary>Chooses a handful of clearly different plans out of many.</summary>
internal static class ProposalChoice
{
    // A plan that is this much worse than the best is not worth talking about.
    private const double WorstRatio = 1.15;

    /// <summary>The best on F, the fewest areas, and then again and again the plan that differs most from those chosen.</summary>
    internal static List<Candidate> Choose(IEnumerable<Candidate> candidates, int wanted, double[] population)
    {
        var different = new List<Candidate>();
        foreach (var candidate in candidates.OrderBy(candidate => candidate.Score.F).ThenBy(candidate => candidate.Areas))
            if (!different.Exists(other => other.AreaOf.AsSpan().SequenceEqual(candidate.AreaOf)))
                different.Add(candidate);

        var best = different[0];
        var fewest = different.MinBy(candidate => candidate.Areas)!;
        var chosen = new List<Candidate> { wanted == 1 ? fewest : best };
        if (wanted > 1 && fewest != best)
            chosen.Add(fewest);
        var left = different.Where(candidate => candidate.Score.F <= WorstRatio * best.Score.F && !chosen.Contains(candidate)).ToList();
        while (chosen.Count < wanted && left.Count > 0)
        {
            var next = left.MaxBy(candidate => chosen.Min(other => Difference(candidate.AreaOf, other.AreaOf, population)))!;
            chosen.Add(next);
            left.Remove(next);
        }

        return [.. chosen.OrderBy(candidate => candidate.Areas).ThenBy(candidate => candidate.Score.F)];
    }

    /// <summary>[nats] by residents; by units where nobody lives anywhere.</summary>
    internal static double Difference(int[] one, int[] other, double[] population)
    {
        if (PlanComparison.Compute(one, other, population).TryGet(out var likeness, out _))
            return likeness.VariationOfInformation;
        var each = new double[one.Length];
        Array.Fill(each, 1);
        return PlanComparison.Compute(one, other, each).TryGet(out likeness, out _) ? likeness.VariationOfInformation : 0;
    }
}
