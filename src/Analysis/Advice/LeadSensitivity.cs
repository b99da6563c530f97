// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Advice;

/// <summary>Does the lead hang on the weights, on one judgement, or on evidence that is missing?</summary>
internal sealed class LeadSensitivity
{
    private static readonly AdviceWeights[] grid = Grid();

    private LeadSensitivity(IReadOnlyDictionary<string, double> acceptability, double acceptabilityAtWorst, IReadOnlyList<AdviceFlip> flips, int changes, int surelyKept)
    {
        Acceptability = acceptability;
        AcceptabilityAtWorst = acceptabilityAtWorst;
        Flips = flips;
        Changes = changes;
        UnchangedAtWorst = changes == 0 ? 1 : (double)surelyKept / changes;
    }

    /// <summary>Share of the 84 weightings in which each candidate is first.</summary>
    internal IReadOnlyDictionary<string, double> Acceptability { get; }

    /// <summary>The largest share that one level keeps whatever the missing evidence turns out to be.</summary>
    internal double AcceptabilityAtWorst { get; }

    /// <summary>Changes of one judgement that bring another lead.</summary>
    internal IReadOnlyList<AdviceFlip> Flips { get; }

    /// <summary>Number of changes tried.</summary>
    internal int Changes { get; }

    /// <summary>Share of changes that keep the lead.</summary>
    internal double Unchanged => Changes == 0 ? 1 : 1 - ((double)Flips.Count / Changes);

    /// <summary>Share of changes that keep the lead whatever the missing evidence turns out to be.</summary>
    internal double UnchangedAtWorst { get; }

    internal static LeadSensitivity Of(Rung[] rungs, int lead, in AdviceWeights weights)
    {
        var candidates = Candidates(rungs);
        var shares = new double[candidates.Length];
        var sure = new double[candidates.Length];
        foreach (var weighting in grid)
        {
            Count(candidates, weighting, shares);
            if (SureFirst(candidates, weighting) is ( >= 0 and var first, var part))
                sure[first] += part;
        }

        var acceptability = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < candidates.Length; i++)
            acceptability[candidates[i].Id] = shares[i] / grid.Length;

        var (flips, changes, kept) = Change(rungs, lead, weights);
        return new LeadSensitivity(acceptability, sure.Length == 0 ? 0 : sure.Max() / grid.Length, flips, changes, kept);
    }

    private static Rung[] Candidates(Rung[] rungs)
    {
        var qualified = rungs.Where(rung => rung.Qualifies).ToArray();
        return qualified.Length > 0 ? qualified : [.. rungs.Where(rung => rung.MayLeadForNow)];
    }

    private static void Count(Rung[] candidates, in AdviceWeights weighting, double[] shares)
    {
        var best = double.NegativeInfinity;
        foreach (var candidate in candidates)
            best = Math.Max(best, candidate.Mid(weighting));

        var equals = 0;
        foreach (var candidate in candidates)
            if (candidate.Mid(weighting) >= best - Rung.Tie)
                equals++;
        for (var i = 0; i < candidates.Length; i++)
            if (candidates[i].Mid(weighting) >= best - Rung.Tie)
                shares[i] += 1.0 / equals;
    }

    // The level that no missing evidence can push from the first place, and its part of that place when others may come level.
    private static (int First, double Part) SureFirst(Rung[] candidates, in AdviceWeights weighting)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            var worst = candidates[i].MidAtWorst(weighting);
            var equals = 1;
            var overtaken = false;
            for (var j = 0; j < candidates.Length && !overtaken; j++)
            {
                if (j == i)
                    continue;
                var rival = candidates[j].MidAtBest(weighting);
                overtaken = rival > worst + Rung.Tie;
                equals += rival >= worst - Rung.Tie ? 1 : 0;
            }

            if (!overtaken)
                return (i, 1.0 / equals);
        }

        return (-1, 0);
    }

    private static (List<AdviceFlip> Flips, int Changes, int SurelyKept) Change(Rung[] rungs, int lead, in AdviceWeights weights)
    {
        var flips = new List<AdviceFlip>();
        int changes = 0, kept = 0;
        var sureLead = SureLead(rungs, weights);
        for (var level = 0; level < rungs.Length; level++)
        {
            var original = rungs[level];
            foreach (var criterion in new[] { AdviceCriterion.Cause, AdviceCriterion.Lever })
            {
                foreach (var step in new[] { -1, 1 })
                {
                    var median = (criterion == AdviceCriterion.Cause ? original.Cause : original.Lever) + step;
                    if (median is < 0 or > 3)
                        continue;

                    changes++;
                    rungs[level] = criterion == AdviceCriterion.Cause ? original with { Cause = median } : original with { Lever = median };
                    var changed = RoleRules.FindLead(rungs, _ => true, weights, out _);
                    if (changed != lead)
                        flips.Add(new AdviceFlip(original.Id, criterion, step, changed < 0 ? null : rungs[changed].Id));
                    else if (!Matters(original, rungs, level) || (sureLead is { } sure && SureLead(rungs, weights) == sure))
                        kept++;
                    rungs[level] = original;
                }
            }
        }

        return (flips, changes, kept);
    }

    // A level that is no candidate before nor after plays no part in who leads.
    private static bool Matters(Rung before, Rung[] changed, int level)
    {
        var nowQualified = changed.Any(rung => rung.Qualifies);
        var wereQualified = before.Qualifies || changed.Where((_, i) => i != level).Any(rung => rung.Qualifies);
        return nowQualified != wereQualified || before.Qualifies || changed[level].Qualifies
            || (!nowQualified && (before.MayLeadForNow || changed[level].MayLeadForNow));
    }

    /// <summary>The lead that does not depend on missing evidence; −1 for surely nobody, null when it depends.</summary>
    private static int? SureLead(Rung[] rungs, in AdviceWeights weights)
    {
        var qualified = Array.Exists(rungs, rung => rung.Qualifies);
        var strongest = rungs.Where(rung => rung.MayLeadForNow).Select(rung => rung.LeverInReach).DefaultIfEmpty(0).Max();
        bool Competes(Rung rung) => qualified ? rung.Qualifies : rung.MayLeadForNow && rung.LeverInReach >= strongest - Rung.Tie;

        int? sure = -1;
        for (var i = 0; i < rungs.Length; i++)
        {
            if (!Competes(rungs[i]))
                continue;
            sure = null;
            var worst = rungs[i].MidAtWorst(weights);
            var overtaken = false;
            for (var j = 0; j < rungs.Length; j++)
            {
                // A coarser level takes the lead at an equal score, a finer one only with a higher score.
                if (j != i && Competes(rungs[j]) && rungs[j].MidAtBest(weights) >= worst + (j > i ? -Rung.Tie : Rung.Tie))
                    overtaken = true;
            }

            if (!overtaken)
                return i;
        }

        return sure;
    }

    private static AdviceWeights[] Grid()
    {
        var all = new List<AdviceWeights>(84);
        for (var cause = 1; cause <= 7; cause++)
            for (var lever = 1; cause + lever <= 8; lever++)
                for (var location = 1; cause + lever + location <= 9; location++)
                    all.Add(new AdviceWeights(cause / 10.0, lever / 10.0, location / 10.0, (10 - cause - lever - location) / 10.0));
        return [.. all];
    }
}
