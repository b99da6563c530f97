// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>Which scale has it, borders aside?</summary>
internal static class BespokeWords
{
    internal static PartWords Of(Findings findings, EvidenceTexts texts)
    {
        var title = texts["bespoke.title"];
        if (!findings.Bespoke.TryGet(out var found, out var reason))
            return NoAnswer.Of("bespoke", title, reason, texts);

        var unknown = new List<string> { texts[found.Buffer > 0 ? "bespoke.buffer" : "bespoke.edge"] };
        if (found.Result.HalfAt.Value is { } half)
            return new PartWords("bespoke", title, [texts["bespoke.half", texts.About(half)], .. Beside(findings, half, texts)], unknown, true);

        var isLasting = found.Result.HalfAt.Reason!.Code == "never-half";
        return new PartWords(
            "bespoke", title,
            [isLasting ? texts["bespoke.never", ReadableNumber.Count((long)found.Result.Curve.Last(point => point.Share.Value is not null).People, texts.Language)] : texts["bespoke.none"]], unknown, isLasting);
    }

    // Beside the smallest level of which people know the size.
    private static IEnumerable<string> Beside(Findings findings, double half, EvidenceTexts texts)
    {
        foreach (var level in findings.Picture.Levels.Where(level => level.Level.Id is "buurt" or "wijk"))
        {
            var people = level.Denominators.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
            if (!double.IsFinite(people))
                continue;
            yield return texts[half < people ? "bespoke.smaller" : "bespoke.larger", texts.One(level.Level.Id), texts.About(people)];
            yield break;
        }
    }
}
