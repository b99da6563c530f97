// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Displacement;

namespace Schakel.Analysis.Advice;

/// <summary>The three caveats of the flexible reading, for every local role.</summary>
internal static class CaveatRules
{
    private const double Heavy = 0.50, SmallLocalShare = 0.25;

    internal static IReadOnlyList<AdviceCaveat> Of(Rung[] rungs, ApproachRole[] flexible, ProblemEvidence evidence)
    {
        var caveats = new List<AdviceCaveat>();
        for (var i = 0; i < rungs.Length; i++)
        {
            if (rungs[i].IsSupraLocal || flexible[i] == ApproachRole.None)
                continue;

            caveats.Add(Overestimation(rungs[i].Id, evidence));
            caveats.Add(Waterbed(rungs[i].Id, evidence.Waterbed ?? DisplacementRisk.Unknown));
            if (flexible[i] == ApproachRole.EnablingInstead)
                caveats.Add(new AdviceCaveat("c3", null, rungs[i].Id, new Sentence(
                    "caveat-indirect", $"Do not attack the problem directly at the level {rungs[i].Id}; create conditions there.")
                { Arguments = [rungs[i].Id] }));
        }

        return caveats;
    }

    private static AdviceCaveat Overestimation(string level, ProblemEvidence evidence)
    {
        var severity = evidence.Composition >= Heavy || evidence.Noise >= Heavy || evidence.LocalShare < SmallLocalShare ? "heavy"
            : evidence is { Composition: null, Noise: null } ? "unknown"
            : "light";
        return new AdviceCaveat("c1", severity, level, new Sentence($"caveat-overestimation-{severity}", severity switch
        {
            "heavy" => "The link between place and problem is easily overestimated here; name the supra-local counterpart.",
            "unknown" => "Whether the link between place and problem is overestimated is unknown; name the supra-local counterpart.",
            _ => "There is no strong sign that the link between place and problem is overestimated.",
        }));
    }

    private static AdviceCaveat Waterbed(string level, DisplacementRisk risk)
    {
        var severity = risk switch
        {
            DisplacementRisk.Low => "low",
            DisplacementRisk.Medium => "medium",
            DisplacementRisk.High => "high",
            _ => "unknown",
        };
        return new AdviceCaveat("c2", severity, level, new Sentence($"caveat-waterbed-{severity}", severity switch
        {
            "low" => "The risk that relief here becomes a burden elsewhere is low.",
            "medium" => "Relief here may become a burden elsewhere; measure around the area as well.",
            "high" => "Relief here may well become a burden elsewhere: make a measuring plan beforehand, with the smallest level that holds the surroundings as partner.",
            _ => "Whether relief here becomes a burden elsewhere is unknown; answer the four questions.",
        }));
    }
}
