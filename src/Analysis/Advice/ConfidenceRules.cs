// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Rezoning;

namespace Schakel.Analysis.Advice;

/// <summary>What is missing for a firm advice (H.6). Not knowing never counts as better than knowing.</summary>
internal static class ConfidenceRules
{
    private const double FirmAcceptability = 0.70, FirmUnchanged = 0.80, HeavyComposition = 0.50;

    internal static IReadOnlyList<MissingEvidence> Missing(
        Rung[] rungs, ProblemEvidence evidence, RoleRules.Assignment flexible, LeadSensitivity sensitivity, in AdviceWeights weights)
    {
        var missing = new List<MissingEvidence>();
        var applicable = rungs.Where(rung => rung.Judgement.Location.IsApplicable).ToArray();
        if (applicable.Length == 0 || applicable.Any(rung => rung.Judgement.Location.IsUnknown || rung.Judgement.Location.High - rung.Judgement.Location.Low >= 2))
            Add("i", "location-unclear", "At which levels the differences lie is unknown or unclear; more years or more areas would tell.");
        if (evidence.Maup is not (RobustnessGrade.A or RobustnessGrade.B))
            Add("ii", "borders-matter", "Whether other borders would lead to another conclusion is unknown, or they would; compare other divisions of the same size.");
        if (MayBeInTopTwo(rungs, weights).Where(JudgedThinly).Select(rung => rung.Id).ToArray() is { Length: > 0 } thin)
            Add("iii", "raters-apart", "Too few people judged, or they differ by two steps or more, about: {0}; let them compare their reasons.", string.Join(", ", thin));
        if (sensitivity.AcceptabilityAtWorst < FirmAcceptability - Rung.Tie || sensitivity.UnchangedAtWorst < FirmUnchanged - Rung.Tie)
            Add("iv", "lead-hangs-on-weights", "The lead hangs on the weights, on one judgement or on figures that are missing; talk about the levels that come close.");
        if (flexible.Lead < 0 || flexible.Roles[flexible.Lead] == ApproachRole.ProvisionalLead || flexible.ByDuty)
            Add("v", "no-clear-lead", "No level unites cause and lever, or no supra-local level came forward by itself; look for levers first.");
        if (evidence.Composition is not < HeavyComposition && rungs.Any(rung => rung.IsLocal && rung.Cause >= 2))
            Add("vi", "composition-conflict", "A local cause is judged substantial, while the differences come from who lives where, or this is unknown; standardise the figures.");
        return missing;

        void Add(string item, string code, string text, params object[] arguments) => missing.Add(new MissingEvidence(
            item, new Sentence(code, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, arguments)) { Arguments = arguments }));
    }

    internal static ConfidenceGrade Grade(int missing) => missing switch
    {
        0 => ConfidenceGrade.A,
        1 => ConfidenceGrade.B,
        2 => ConfidenceGrade.C,
        _ => ConfidenceGrade.D,
    };

    private static bool JudgedThinly(Rung rung) => JudgedThinly(rung.Judgement.Cause) || JudgedThinly(rung.Judgement.Lever);

    private static bool JudgedThinly(IReadOnlyList<int> ratings) => ratings.Count < 2 || ratings.Max() - ratings.Min() >= 2;

    // The two highest, equals: the finer first. With evidence missing: every level that fewer than two others surely beat.
    private static IEnumerable<Rung> MayBeInTopTwo(Rung[] rungs, AdviceWeights weights)
    {
        for (var i = 0; i < rungs.Length; i++)
        {
            var best = rungs[i].MidAtBest(weights);
            var surelyAbove = 0;
            for (var j = 0; j < rungs.Length; j++)
                if (j != i && rungs[j].MidAtWorst(weights) >= best + (j < i ? -Rung.Tie : Rung.Tie))
                    surelyAbove++;
            if (surelyAbove < 2)
                yield return rungs[i];
        }
    }
}
