// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
using Schakel.Analysis.Rezoning;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Tests.Texts;

public sealed class SentenceTextTests
{
    [Fact]
    public void A_waterbed_is_told_in_dutch_with_what_could_not_be_seen()
    {
        var told = Tell([230, 110, 300, 309, 178, 205, 150, 150]);

        Assert.Contains("Hier waren er ongeveer 129 minder", told, StringComparison.Ordinal);
        Assert.EndsWith("Geen verschuiving aangetoond. Een verschuiving van minder dan 73 kunnen we niet uitsluiten.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, 300, 300, 300, 300, 460, 300, 300)]
    [InlineData(500, 300, 300, 300, 460, 300, 300, 300)]
    [InlineData(300, 500, 300, 300, 300, 460, 300, 300)]
    [InlineData(64, 38, 70, 66, 55, 63, 48, 50)]
    [InlineData(30, 5, 20, 30, 20, 20, 20, 20)]
    [InlineData(400, 400, 400, 400, 400, 400, 400, 400)]
    public void No_english_is_left_in_a_dutch_verdict(params int[] counts)
    {
        var told = Tell([.. counts.Select(count => (double)count)]);

        Assert.DoesNotMatch(new Regex(@"\b(there|the|shown|about|could|fewer|around)\b", RegexOptions.IgnoreCase), told);
        Assert.DoesNotContain("{", told, StringComparison.Ordinal);
    }

    [Fact]
    public void An_advice_is_told_in_dutch_with_roles_and_levels_in_words()
    {
        Assert.True(ScaleAdvice.Compute(new AdviceCase("eenzaamheid", [
            Judge("buurt", [1, 1], [2, 2], LeverKind.Detect), Judge("wijk", [1, 1], [2, 2], LeverKind.Direct), Judge("gemeente", [2, 2], [3, 3], LeverKind.Direct),
            Judge("regio", [2, 2], [2, 2], LeverKind.Direct)],
            new ProblemEvidence(RobustnessGrade.B, 0.6, 0.2, 0.4, DisplacementRisk.High))).TryGet(out var advice, out _));

        var told = SentenceTexts.Of(advice.Story, Language.Dutch);

        Assert.StartsWith("Voor eenzaamheid ligt de trekkersrol het meest voor de hand bij de gemeente, omdat oorzaak (flink) en handelingsruimte (groot)", told, StringComparison.Ordinal);
        Assert.Contains("In de precieze lezing: de buurt: vindplaats.", told, StringComparison.Ordinal);
        Assert.Contains("de wijk: voorwaarde in plaats van aanpak", told, StringComparison.Ordinal);
        Assert.Equal(advice.Story[0].Text, SentenceTexts.Of(advice.Story[0], Language.English));
        foreach (var sentence in advice.MissingEvidence.Select(item => item.Text).Concat(advice.Caveats.Select(caveat => caveat.Text)).Concat(advice.Story))
            Assert.NotEqual(sentence.Text, SentenceTexts.Of(sentence, Language.Dutch));
    }

    [Fact]
    public void A_sentence_without_a_translation_is_said_as_it_was_written() =>
        Assert.Equal("Something new.", SentenceTexts.Of(new Sentence("never-heard-of", "Something new."), Language.Dutch));

    private static string Tell(double[] pairs)
    {
        Assert.True(DisplacementCounts.FromPairs(pairs).TryGet(out var counts, out _));
        return SentenceTexts.Of(DisplacementDifference.Compute(counts).Verdict.Sentences, Language.Dutch);
    }

    private static LevelJudgement Judge(string level, int[] cause, int[] lever, LeverKind kind) =>
        new(AdviceLevel.Known(level)!, cause, lever, Authority.Own, kind, EvidenceClass.Of(1), EvidenceClass.NotApplicable);
}
