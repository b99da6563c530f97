// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Analysis.Advice;

/// <summary>The advice in sentences, each with a code and arguments for a translation. Never a score.</summary>
internal static class AdviceStory
{
    internal static IReadOnlyList<Sentence> Tell(
        AdviceCase question, Rung[] rungs, RoleRules.Assignment precise, RoleRules.Assignment flexible,
        ConfidenceGrade grade, IReadOnlyList<AdviceFlip> flips, string? condition)
    {
        var story = new List<Sentence>();
        if (flexible.Lead < 0)
        {
            story.Add(Say("advice-no-lead", "For {0} no level can lead yet: look for levers first.", question.Problem));
        }
        else
        {
            var lead = rungs[flexible.Lead];
            var firm = flexible.Roles[flexible.Lead] == ApproachRole.Lead;
            story.Add(Say(
                firm ? "advice-lead" : "advice-provisional-lead",
                firm ? "For {0} the lead lies most naturally at the level {1}, where cause ({2}) and room to act ({3}) meet."
                    : "For {0} the level {1} may lead for now (cause: {2}, room to act: {3}); no level unites both.",
                question.Problem, lead.Id, Strength(lead.Cause), Strength(lead.Lever)));
        }

        if (condition is not null)
            story.Add(Say("advice-lead-on-condition", "It leads on condition: a measuring plan beforehand, and the smallest level that holds the surroundings as partner."));
        story.Add(Say("advice-precise", "In the precise reading the local levels are: {0}.", Roles(rungs, precise.Roles, supraLocal: false)));
        story.Add(Say("advice-flexible", "In the flexible reading they are, with the caveats: {0}.", Roles(rungs, flexible.Roles, supraLocal: false)));
        story.Add(Say("advice-supra-local", "Above the wijk is needed: {0}.", Roles(rungs, flexible.Roles, supraLocal: true)));
        story.Add(grade switch
        {
            ConfidenceGrade.A => Say("advice-grade-a", "Confidence: firm."),
            ConfidenceGrade.B => Say("advice-grade-b", "Confidence: fairly sure."),
            ConfidenceGrade.C => Say("advice-grade-c", "Confidence: a direction, no proof."),
            _ => Say("advice-grade-d", "Confidence: a hypothesis for conversation, not advice."),
        });
        foreach (var flip in flips)
        {
            var name = (flip.Criterion == AdviceCriterion.Cause ? "cause" : "lever") + (flip.Step > 0 ? "-higher" : "-lower");
            story.Add(Say(
                flip.Lead is null ? $"advice-flip-{name}-nobody" : $"advice-flip-{name}",
                "If the " + (flip.Criterion == AdviceCriterion.Cause ? "cause" : "room to act") + " at the level {0} is judged one step "
                + (flip.Step > 0 ? "higher" : "lower") + (flip.Lead is null ? ", no level can lead." : ", the level {1} becomes lead."),
                flip.Lead is null ? [flip.Level] : [flip.Level, flip.Lead]));
        }

        return story;
    }

    private static string Strength(double median) => median switch
    {
        < 0.5 => "none",
        < 1.5 => "minor",
        < 2.5 => "substantial",
        _ => "main",
    };

    private static LevelsInRoles Roles(Rung[] rungs, ApproachRole[] roles, bool supraLocal) => new(
        [.. rungs.Select((rung, i) => (rung, role: roles[i]))
            .Where(entry => entry.rung.IsSupraLocal == supraLocal && entry.role != ApproachRole.None)
            .Select(entry => new LevelInRole(entry.rung.Id, entry.role))]);

    private static Sentence Say(string code, string text, params object[] arguments) =>
        new(code, string.Format(CultureInfo.InvariantCulture, text, arguments)) { Arguments = arguments };
}
