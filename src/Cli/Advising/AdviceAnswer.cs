// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Advice;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Advising;

/// <summary>A portfolio of roles, as it is written down. Scores stand in the JSON only: on a page they would look more precise than they are.</summary>
internal sealed record AdviceAnswer(ScaleAdviceResult Advice, AdviceCase Question)
{
    // From fine to coarse, as people think of them.
    private readonly string[] levels =
        [.. Question.Levels.OrderBy(level => level.Level.Rank).ThenBy(level => level.Level.Id, StringComparer.Ordinal).Select(level => level.Level.Id)];

    internal void Write(AnswerJson json)
    {
        json.Text("problem", Question.Problem);
        json.Text("lead", Advice.Lead);
        Write(json, "precise", Advice.Precise);
        Write(json, "flexible", Advice.Flexible);
        json.Object("scores", () =>
        {
            foreach (var level in levels)
                json.Numbers(level, [Advice.Scores[level].Low, Advice.Scores[level].Mid, Advice.Scores[level].High]);
        });
        json.Object("acceptability", () =>
        {
            foreach (var (level, share) in Advice.Acceptability)
                json.Number(level, share);
        });
        json.Count("changes", Advice.Changes);
        json.Number("unchanged", Advice.Unchanged);
        json.Objects("flips", Advice.Flips, flip =>
        {
            json.Text("level", flip.Level);
            json.Text("criterion", flip.Criterion == AdviceCriterion.Cause ? "cause" : "lever");
            json.Count("step", flip.Step);
            json.Text("lead", flip.Lead);
        });
        json.Text("grade", Advice.Grade.ToString());
        json.Objects("missingEvidence", Advice.MissingEvidence, missing =>
        {
            json.Text("item", missing.Item);
            json.Text("text", SentenceTexts.Of(missing.Text, json.Language));
        });
        json.Objects("caveats", Advice.Caveats, caveat =>
        {
            json.Text("code", caveat.Code);
            json.Text("severity", caveat.Severity);
            json.Text("level", caveat.Level);
            json.Text("text", SentenceTexts.Of(caveat.Text, json.Language));
        });
        json.Text("leadCondition", Advice.LeadCondition);
        json.Text("text", SentenceTexts.Of(Advice.Story, json.Language));
    }

    internal void Write(TextPage page)
    {
        page.Title(page.Say($"Advies: {Question.Problem}", $"Advice: {Question.Problem}"));
        page.Table(
            [page.Say("schaal", "level"), page.Say("precieze lezing", "precise reading"), page.Say("rekkelijke lezing", "flexible reading")],
            [.. levels.Select(level => new[] { Name(level), Name(Role(Advice.Precise[level])), Name(Role(Advice.Flexible[level])) })]);
        page.Line();
        foreach (var sentence in Advice.Story)
            page.Line(SentenceTexts.Of(sentence, page.Language));
        if (Advice.MissingEvidence.Count > 0)
        {
            page.Line();
            page.Line(page.Say("Wat ontbreekt:", "What is missing:"));
            foreach (var missing in Advice.MissingEvidence)
                page.Line($"  {missing.Item,-4} {SentenceTexts.Of(missing.Text, page.Language)}");
        }

        if (Advice.Caveats.Count == 0)
            return;
        page.Line();
        page.Line(page.Say("Kanttekeningen bij lokale rollen:", "Caveats with local roles:"));
        foreach (var group in Advice.Caveats.GroupBy(caveat => SentenceTexts.Of(caveat.Text, page.Language)))
            page.Line($"  {string.Join(", ", group.Select(caveat => Name(caveat.Level)))}: {group.Key}");

        string Name(string word) => SentenceTexts.WordOf(word, page.Language);
    }

    private void Write(AnswerJson json, string name, IReadOnlyDictionary<string, ApproachRole> roles) => json.Object(name, () =>
    {
        foreach (var level in levels)
            json.Text(level, Role(roles[level]));
    });

    private static string Role(ApproachRole role) => LevelsInRoles.Word(role);
}
