// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Rezoning;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>Do the borders matter?</summary>
public static class BordersWords
{
    private const double Clear = 0.05;

    internal static PartWords Of(Findings findings, EvidenceTexts texts)
    {
        if (!findings.Borders.TryGet(out var found, out var reason))
            return NoAnswer.Of("borders", texts["borders.title"], reason, texts);

        var claims = Claims(found, found.Result, texts).ToList();
        if (findings.Picture.Profile.Noise.Dominates)
            claims.Insert(0, texts["profile.chance", texts.Many(findings.Picture.Profile.Levels[0].Level)]);
        return new PartWords("borders", texts["borders.title"], claims, [texts["borders.unknown"], texts["borders.some"]], true);
    }

    /// <summary>Whether the choice that the official zones lead to stands with another number of zones.</summary>
    /// <param name="found">Which areas, which zones.</param>
    /// <param name="scale">The number that was tried.</param>
    /// <param name="texts">Language.</param>
    /// <returns>Sentences.</returns>
    public static IReadOnlyList<string> Verdict(BordersFinding found, ZoningScale scale, EvidenceTexts texts) => scale.Grade is { } grade
        ? [texts[$"borders.stands.{grade}", scale.Zones, texts.Many(found.Zones)], texts[$"borders.{grade}"]]
        : [texts["borders.stands.unknown", scale.Zones, texts.Many(found.Level)]];

    /// <summary>The claims of a trial.</summary>
    /// <param name="found">Which areas, which zones.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="texts">Language.</param>
    /// <returns>Sentences.</returns>
    public static IEnumerable<string> Claims(BordersFinding found, RezoningResult trial, EvidenceTexts texts)
    {
        var zonings = trial.Scales.FirstOrDefault(scale => scale.Zones == trial.Official.Zones)?.Zonings ?? trial.Scales.Max(scale => scale.Zonings);
        yield return trial.Official.P <= Clear
            ? texts["borders.better", texts.Many(found.Zones), zonings]
            : texts["borders.same", texts.Many(found.Zones), zonings];
        yield return trial.Grade is { } grade ? texts[$"borders.{grade}"] : ReasonTexts.Of(trial.GradeReason!, texts.Language);
    }
}
