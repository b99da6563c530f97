// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis.Advice;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Judgements;

/// <summary>Advice as it is kept: the case and the outcome. Scores stand in this file and on no screen.</summary>
internal static class AdviceText
{
    internal static string Write(AdviceCase question, ScaleAdviceResult result) => CanonicalJson.Write(json =>
    {
        json.WriteString("method", AdviceMaking.MethodVersion);
        json.WriteString("problem", question.Problem);
        json.WriteArray("levels", () =>
        {
            foreach (var level in question.Levels)
                Write(json, level);
        });
        Roles(json, "precise", result.Precise);
        Roles(json, "flexible", result.Flexible);
        json.WriteString("lead", result.Lead);
        json.WriteObject("scores", () =>
        {
            foreach (var (level, score) in result.Scores)
                json.WriteArray(level, () =>
                {
                    json.WriteNumberValue(score.Low);
                    json.WriteNumberValue(score.Mid);
                    json.WriteNumberValue(score.High);
                });
        });
        json.WriteObject("acceptability", () =>
        {
            foreach (var (level, share) in result.Acceptability)
                json.WriteNumber(level, share);
        });
        json.WriteNumber("unchanged", result.Unchanged);
        json.WriteArray("flips", () =>
        {
            foreach (var flip in result.Flips)
                json.WriteStringValue($"{flip.Level} {Words.Of(flip.Criterion)} {(flip.Step > 0 ? "+" : "-")} {flip.Lead ?? "nobody"}");
        });
        json.WriteString("grade", result.Grade.ToString());
        json.WriteArray("missingEvidence", () =>
        {
            foreach (var missing in result.MissingEvidence)
                json.WriteStringValue(missing.Item);
        });
        json.WriteArray("caveats", () =>
        {
            foreach (var caveat in result.Caveats)
                json.WriteStringValue($"{caveat.Level} {caveat.Code} {caveat.Severity ?? "-"}");
        });
        json.WriteString("leadCondition", result.LeadCondition);
        json.WriteArray("story", () =>
        {
            foreach (var sentence in result.Story)
                json.WriteStringValue(sentence.Text);
        });
    });

    /// <summary>Both readings of a kept advice.</summary>
    internal static Readings ReadingsOf(string content)
    {
        using var document = JsonDocument.Parse(content);
        return new Readings(Roles("precise"), Roles("flexible"));

        SortedDictionary<string, ApproachRole> Roles(string reading)
        {
            var roles = new SortedDictionary<string, ApproachRole>(StringComparer.Ordinal);
            foreach (var level in document.RootElement.GetProperty(reading).EnumerateObject())
                roles[level.Name] = Enum.Parse<ApproachRole>(level.Value.GetString()!, ignoreCase: true);
            return roles;
        }
    }

    private static void Write(Utf8JsonWriter json, LevelJudgement level)
    {
        json.WriteStartObject();
        json.WriteString("level", level.Level.Id);
        json.WriteNumber("rank", level.Level.Rank);
        json.WriteBoolean("supraLocal", level.Level.IsSupraLocal);
        Numbers(json, "cause", level.Cause);
        Numbers(json, "lever", level.Lever);
        json.WriteString("authority", Words.Of(level.Authority));
        json.WriteString("kind", Words.Of(level.Kind));
        json.WriteString("location", Text(level.Location));
        json.WriteString("reach", Text(level.Reach));
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<int> numbers) => json.WriteArray(name, () =>
    {
        foreach (var number in numbers)
            json.WriteNumberValue(number);
    });

    private static void Roles(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, ApproachRole> roles) => json.WriteObject(name, () =>
    {
        foreach (var (level, role) in roles)
            json.WriteString(level, Words.Of(role));
    });

    private static string Text(EvidenceClass evidence) =>
        !evidence.IsApplicable ? "n.a." : evidence.Middle is { } middle ? FormattableString.Invariant($"{middle} [{evidence.Low}-{evidence.High}]") : "unknown";
}
