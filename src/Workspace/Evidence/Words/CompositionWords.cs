// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Composition;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>Is it because of who lives there?</summary>
internal static class CompositionWords
{
    private const double Heavy = 0.50, Moderate = 0.25, Nothing = 0.01, NormalQuantile = 1.959963984540054;

    internal static PartWords Of(Findings findings, EvidenceTexts texts)
    {
        var title = texts["composition.title"];
        var finest = findings.Picture.Profile.Levels[0].Level;
        if (!findings.Composition.TryGet(out var found, out var reason))
            return reason.Code == "no-composition-figures"
                ? new PartWords("composition", title, [texts["composition.cannot"], texts["composition.unknown", texts.By(finest)]], [texts["composition.need", texts.By(finest)], texts["composition.above"]], false)
                : NoAnswer.Of("composition", title, reason, texts);

        var claims = new List<string>();
        var isAnswered = found.Result.TryGet(out var adjusted, out reason) && adjusted.Pcv.Value is not null;
        if (isAnswered)
            claims.AddRange(Claims(adjusted!, Names(findings, found, texts), texts));
        else
            claims.AddRange([texts["composition.cannot"], LevelLead.Of(findings.Picture.Profile) is null ? texts["composition.noDifference"] : ReasonTexts.Of(reason ?? adjusted!.Pcv.Reason!, texts.Language)]);

        if (findings.Wider is { } wider && wider.Composition.TryGet(out var wide, out _) && wide.Result.TryGet(out var all, out _) && all.Pcv.Value is { } part and > 0 && IsDistinguishable(all))
            claims.Add(EvidenceTexts.Capital(texts["composition.wider", texts.Share(part), Names(findings, wide, texts), texts["everywhere"]]));
        return new PartWords("composition", title, claims,
            isAnswered ? [texts["composition.upper", Names(findings, found, texts)], texts["composition.strata"], texts["composition.above"]] : [texts["composition.above"]], isAnswered);
    }

    /// <summary>Whether any of the figures goes with the problem beyond chance.</summary>
    internal static bool IsDistinguishable(AdjustedProfileResult adjusted) =>
        adjusted.Coefficients.Any(coefficient => Math.Abs(coefficient.Estimate) > NormalQuantile * coefficient.StandardError);

    private static IEnumerable<string> Claims(AdjustedProfileResult adjusted, string names, EvidenceTexts texts)
    {
        var part = adjusted.Pcv.Value!.Value;
        if (part <= 0)
        {
            yield return texts["composition.none", names];
            yield break;
        }

        if (part < Nothing)
        {
            yield return texts["composition.nothing", names];
            yield break;
        }

        yield return texts[part >= Heavy ? "composition.heavy" : part >= Moderate ? "composition.moderate" : "composition.light", texts.Share(part), names];
        if (!IsDistinguishable(adjusted))
            yield return texts["composition.chance"];
    }

    private static string Names(Findings findings, CompositionFinding found, EvidenceTexts texts) =>
        texts.Listed([.. found.Covariates.Select(id => findings.CovariateTitles.GetValueOrDefault(id) is { } titles ? texts.Language == Language.Dutch ? titles.Nl : titles.En : id)]);
}
