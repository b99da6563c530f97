// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>The evidence on a question in plain words: one or two sentences first, then a part a question.</summary>
/// <param name="Opening">What a reader should remember.</param>
/// <param name="Parts">In the order of the page.</param>
public sealed record EvidenceWords(IReadOnlyList<string> Opening, IReadOnlyList<PartWords> Parts)
{
    /// <summary>Tells the findings.</summary>
    /// <param name="findings">The evidence.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The words.</returns>
    public static EvidenceWords Of(Findings findings, Language language)
    {
        var texts = EvidenceTexts.In(language);
        return new EvidenceWords(
            OpeningWords.Of(findings, texts),
            [
                ProfileWords.Of(findings, texts), ReachWords.Of(findings, texts), BordersWords.Of(findings, texts), CompositionWords.Of(findings, texts),
                ClusterWords.Of(findings, texts), BespokeWords.Of(findings, texts), StabilityWords.Of(findings, texts),
            ]);
    }

    internal static string TitleOf(Findings findings, EvidenceTexts texts) =>
        texts.Language == Language.Dutch ? findings.Picture.Indicator.TitleNl : findings.Picture.Indicator.TitleEn;

    internal static string PlaceOf(Findings findings, EvidenceTexts texts) =>
        findings.Picture.Place is { } name ? texts.Listed(name.Split(", ")) : texts["everywhere"];
}
