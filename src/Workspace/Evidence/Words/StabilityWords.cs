// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>Is it the same ones each year?</summary>
internal static class StabilityWords
{
    private const double Same = 0.75, Partly = 0.50;

    internal static PartWords Of(Findings findings, EvidenceTexts texts)
    {
        var title = texts["stability.title"];
        if (!findings.Stability.TryGet(out var found, out var reason))
            return NoAnswer.Of("stability", title, reason, texts);

        // What the profile withholds has too few groups to say anything here either.
        var told = found.Result[0].Levels.Where(level => level.Value.Value is not null && findings.Picture.Profile.Levels.FirstOrDefault(own => own.Level == level.Level) is { Groups: >= 5 }).ToArray();
        var claims = told.Select(level => texts[Math.Round(level.Value.Value!.Value, 2) switch { >= Same => "stability.same", >= Partly => "stability.partly", _ => "stability.other" }, texts.Many(level.Level), texts.Share(level.Value.Value!.Value)]);
        return new PartWords(
            "stability", title, told.Length > 0 ? [.. claims] : [texts["stability.unknown"]], [texts["stability.years", texts.Listed([.. found.Years.Select(year => year.ToString(System.Globalization.CultureInfo.InvariantCulture))])], texts["stability.breaks"]], told.Length > 0);
    }
}
