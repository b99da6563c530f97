// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
using Schakel.Analysis.Rezoning;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Advice;

public sealed class ScaleAdviceProperties
{
    private static readonly string[] ladder = ["cell", "buurt", "wijk", "stadsdeel", "gemeente", "regio", "provincie", "rijk", "eu"];

    private static readonly Gen<EvidenceClass> evidenceClass = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], (middle, below, above) => EvidenceClass.Of(middle, Math.Max(0, middle - below), Math.Min(3, middle + above)))),
        (2, Gen.Const(EvidenceClass.Unknown)),
        (1, Gen.Const(EvidenceClass.NotApplicable)));

    private static readonly Gen<LevelJudgement> judgement = Gen.Select(
        Gen.Int[0, 3].Array[1, 4], Gen.Int[0, 3].Array[1, 4], Gen.Enum<Authority>(), Gen.Frequency((3, Gen.Const(LeverKind.Direct)), (2, Gen.Enum<LeverKind>())),
        evidenceClass, evidenceClass,
        (cause, lever, authority, kind, location, reach) => new LevelJudgement(AdviceLevel.Known("rijk")!, cause, lever, authority, kind, location, reach));

    private static readonly Gen<AdviceCase> cases = Gen.Select(
        Gen.Int[1, 511].Where(set => set >> 3 != 0), judgement.Array[9],
        Gen.Enum<RobustnessGrade>(), Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Enum<DisplacementRisk>(),
        (set, levels, maup, composition, noise, localShare, waterbed) => new AdviceCase(
            "iets",
            [.. levels.Select((level, i) => level with { Level = AdviceLevel.Known(ladder[i])! }).Where((_, i) => (set >> i & 1) == 1)],
            new ProblemEvidence(maup, composition, noise, localShare, waterbed)));

    [Fact]
    public void Every_portfolio_has_a_supra_local_part_in_both_readings() => cases.Sample(question =>
    {
        var advice = Advise(question);
        var above = question.Levels.Where(level => level.Level.IsSupraLocal).Select(level => level.Level.Id).ToArray();

        Assert.Contains(above, level => advice.Precise[level] is not (ApproachRole.None or ApproachRole.AgendaSetting or ApproachRole.Supplementary or ApproachRole.FindingPlace));
        Assert.Contains(above, level => advice.Flexible[level] is not (ApproachRole.None or ApproachRole.AgendaSetting or ApproachRole.Supplementary or ApproachRole.FindingPlace));
    });

    [Fact]
    public void Judging_the_lead_higher_never_takes_the_lead_away() => Gen.Select(cases, Gen.Bool).Sample((question, cause) =>
    {
        if (Advise(question).Lead is not { } lead)
            return;
        var raised = Replace(question, lead, level => cause
            ? level with { Cause = [.. level.Cause.Select(Higher)] }
            : level with { Lever = [.. level.Lever.Select(Higher)] });

        Assert.Equal(lead, Advise(raised).Lead);

        static int Higher(int rating) => Math.Min(3, rating + 1);
    });

    [Fact]
    public void Not_knowing_never_improves_the_grade() => Gen.Select(cases, Gen.Int[0, 8], Gen.Int[0, 5]).Sample((question, at, what) =>
    {
        var level = question.Levels[at % question.Levels.Count];
        var less = what switch
        {
            0 => question with { Evidence = question.Evidence with { Maup = null } },
            1 => question with { Evidence = question.Evidence with { Composition = null } },
            2 => question with { Evidence = question.Evidence with { Noise = null } },
            3 when level.Location.IsApplicable => Replace(question, level.Level.Id, known => known with { Location = EvidenceClass.Unknown }),
            4 when level.Reach.IsApplicable => Replace(question, level.Level.Id, known => known with { Reach = EvidenceClass.Unknown }),
            _ => question with { Evidence = question.Evidence with { Waterbed = null, LocalShare = null } },
        };

        var (knowing, unknowing) = (Advise(question), Advise(less));

        Assert.True(unknowing.Grade >= knowing.Grade, $"{knowing.Grade} became {unknowing.Grade}");
        Assert.Subset(unknowing.MissingEvidence.Select(item => item.Item).ToHashSet(), knowing.MissingEvidence.Select(item => item.Item).ToHashSet());
    }, iter: 3000);

    [Fact]
    public void The_order_of_the_levels_changes_nothing() => Gen.Select(cases, Gen.Int[1, 8]).Sample((question, turn) =>
    {
        LevelJudgement[] turned = [.. question.Levels.Skip(turn % question.Levels.Count), .. question.Levels.Take(turn % question.Levels.Count)];

        var (one, other) = (Advise(question), Advise(question with { Levels = turned.Reverse().ToArray() }));

        Assert.Equal(one.Precise, other.Precise);
        Assert.Equal(one.Flexible, other.Flexible);
        Assert.Equal(one.Scores, other.Scores);
        Assert.Equal(one.Flips, other.Flips);
        Assert.Equal(one.Story.Select(sentence => sentence.Text), other.Story.Select(sentence => sentence.Text));
        Assert.Equal(one.Grade, other.Grade);
    });

    [Fact]
    public void Exactly_one_level_leads_or_none_and_scores_are_in_order() => cases.Sample(question =>
    {
        var advice = Advise(question);
        var leads = advice.Flexible.Values.Count(role => role is ApproachRole.Lead or ApproachRole.ProvisionalLead);

        Assert.Equal(advice.Lead is null ? 0 : 1, leads);
        Assert.All(advice.Scores.Values, score => Assert.True(score.Low <= score.Mid + 1e-12 && score.Mid <= score.High + 1e-12 && score.Low >= 0 && score.High <= 1 + 1e-12));
        Assert.InRange(advice.Unchanged, 0, 1);
        if (advice.Acceptability.Count > 0)
            Assert.Equal(1, advice.Acceptability.Values.Sum(), tolerance: 1e-9);
    });

    [Fact]
    public void In_the_precise_reading_no_local_level_acts_on_a_cause_that_lies_higher() => cases.Sample(question =>
    {
        var advice = Advise(question);
        var highest = question.Levels.Where(level => level.Level.IsSupraLocal).Max(level => Median(level.Cause));

        Assert.All(
            question.Levels.Where(level => !level.Level.IsSupraLocal && (Median(level.Cause) < 2 || Median(level.Cause) < highest)),
            level => Assert.True(advice.Precise[level.Level.Id] is ApproachRole.None or ApproachRole.FindingPlace));
    });

    private static ScaleAdviceResult Advise(AdviceCase question) => Answer(ScaleAdvice.Compute(question));

    private static AdviceCase Replace(AdviceCase question, string level, Func<LevelJudgement, LevelJudgement> change) =>
        question with { Levels = [.. question.Levels.Select(judged => judged.Level.Id == level ? change(judged) : judged)] };

    private static double Median(IReadOnlyList<int> ratings)
    {
        var sorted = ratings.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }
}
