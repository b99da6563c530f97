// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Displacement;

namespace Schakel.Analysis.Advice;

/// <summary>Which level does what: from evidence and judgement to a portfolio of roles.</summary>
public static class ScaleAdvice
{
    private const double LocalPattern = 0.50, LightComposition = 0.25;

    /// <summary>Two levels this close are presented as equal.</summary>
    public const double EqualWithin = 0.10;

    /// <summary>Gives every level its role, in the precise and in the flexible reading, and says what that hangs on.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Gates, then an order. A level qualifies to lead with median cause ≥ 2, median lever ≥ 2, authority own or shared and a
    /// direct lever; the highest score leads (equal: the coarser), others within 0.10 lead along, the rest solve a part. Score = Σwx/Σw over the
    /// applicable of cause/3, lever/3 × authority (1, ⅔, ⅓), location class/3 and reach class/3, with w = .35 .35 .15 .15. The other roles and the
    /// supra-local duty follow from cause, lever, kind and authority alone. In the precise reading a local level needs a cause of at least 2 and at
    /// least that of every supra-local level. Sensitivity: all 84 weightings in steps of .1, and every median one step up and down. Grade: the
    /// number of six things missing, 0 = A … 3 or more = D; where figures are unknown the worst they could be decides, so that not knowing never
    /// improves a grade.</para>
    /// <para><b>Units.</b> Judgements 0–3; classes 0–3; scores 0–1, for the order only.</para>
    /// <para><b>Shapes.</b> One judgement record a level, any order; at least one level above the wijk.</para>
    /// <para><b>Missing values.</b> Unknown evidence widens the score (0, ½, 1) and costs confidence; not-applicable evidence drops out of both sums.</para>
    /// <para><b>No answer.</b> <c>no-supra-local-level</c>: no level above the wijk was judged, and without one there is no portfolio;
    /// <c>level-twice</c>; <c>no-judgement</c>: nobody judged cause or lever of a level.</para>
    /// <para><b>Cost.</b> O(levels² · 84); well below a millisecond for nine levels.</para>
    /// <para><b>Source.</b> RMO (2009), <i>De wijk nemen</i>; acceptability after Lahdelma, Hokkanen and Salminen (1998), SMAA; simple weights after
    /// Dawes (1979), <i>The robust beauty of improper linear models</i>.</para>
    /// <para><b>Checked against.</b> Four worked cases by hand: <c>reference/advice/H-1.json</c> to <c>H-4.json</c>.</para>
    /// </remarks>
    /// <param name="question">Judgements and evidence.</param>
    /// <param name="weights">Weights of the score; the default by convention.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A rating lies outside 0–3 or a weight is not above 0.</exception>
    public static Outcome<ScaleAdviceResult> Compute(AdviceCase question, AdviceWeights? weights = null)
    {
        var used = weights ?? AdviceWeights.Default;
        Require.Positive([used.Cause, used.Lever, used.Location, used.Reach], nameof(weights));
        if (Refuse(question) is { } reason)
            return reason;

        // From fine to coarse whatever the order given; equal ranks by id, so that the answer never depends on the file.
        var rungs = question.Levels.OrderBy(level => level.Level.Rank).ThenBy(level => level.Level.Id, StringComparer.Ordinal).Select(Rung.From).ToArray();
        var precise = RoleRules.Assign(rungs, precise: true, used, EqualWithin);
        var flexible = RoleRules.Assign(rungs, precise: false, used, EqualWithin);
        var sensitivity = LeadSensitivity.Of(rungs, flexible.Lead, used);
        var missing = ConfidenceRules.Missing(rungs, question.Evidence, flexible, sensitivity, used);
        var grade = ConfidenceRules.Grade(missing.Count);
        var condition = flexible.Lead >= 0 && rungs[flexible.Lead].IsLocal && question.Evidence.Waterbed == DisplacementRisk.High ? "waterbed" : null;

        return new ScaleAdviceResult(
            ByLevel(rungs, (_, i) => precise.Roles[i]), ByLevel(rungs, (_, i) => flexible.Roles[i]),
            flexible.Lead < 0 ? null : rungs[flexible.Lead].Id,
            ByLevel(rungs, (rung, _) => new AdviceScore(rung.Low(used), rung.Mid(used), rung.High(used))),
            sensitivity.Acceptability, sensitivity.Changes, sensitivity.Unchanged, sensitivity.Flips,
            grade, missing, CaveatRules.Of(rungs, flexible.Roles, question.Evidence), condition,
            Warnings(rungs, question.Evidence),
            AdviceStory.Tell(question, rungs, precise, flexible, grade, sensitivity.Flips, condition));
    }

    private static Reason? Refuse(AdviceCase question)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in question.Levels)
        {
            if (!seen.Add(level.Level.Id))
                return new Reason("level-twice", $"The level {level.Level.Id} stands in the case twice.") { Arguments = [level.Level.Id] };
            if (level.Cause.Count == 0 || level.Lever.Count == 0)
                return new Reason("no-judgement", $"Nobody judged both cause and lever of the level {level.Level.Id}.") { Arguments = [level.Level.Id] };
            foreach (var rating in level.Cause.Concat(level.Lever))
                if (rating is < 0 or > 3)
                    throw new ArgumentOutOfRangeException(nameof(question), rating, $"A judgement is 0, 1, 2 or 3 (level {level.Level.Id}).");
        }

        return question.Levels.Any(level => level.Level.IsSupraLocal)
            ? null
            : new Reason("no-supra-local-level", "No level above the wijk was judged; every portfolio has a supra-local part.");
    }

    private static IReadOnlyList<Warning> Warnings(Rung[] rungs, ProblemEvidence evidence)
    {
        var unexplained = evidence is { LocalShare: >= LocalPattern, Composition: < LightComposition } && !rungs.Any(rung => rung.IsLocal && rung.Cause > 1);
        return unexplained
            ? [new Warning("unexplained-local-pattern", "The figures show a local pattern that nobody can explain: go and look.")]
            : [];
    }

    private static SortedDictionary<string, T> ByLevel<T>(Rung[] rungs, Func<Rung, int, T> value)
    {
        var result = new SortedDictionary<string, T>(StringComparer.Ordinal);
        for (var i = 0; i < rungs.Length; i++)
            result[rungs[i].Id] = value(rungs[i], i);
        return result;
    }
}
