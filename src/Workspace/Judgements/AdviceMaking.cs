// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Ladders;

namespace Schakel.Workspace.Judgements;

/// <summary>From evidence and judgements to a case, and from the case to advice: the same input gives the same bytes.</summary>
internal static class AdviceMaking
{
    /// <summary>Changes when the rules do; advice of an older version recomputes with its own program.</summary>
    internal const string MethodVersion = "H 2026.1";

    internal static AdviceCase CaseOf(
        string problem, IReadOnlyList<LadderLevel> ladder, IReadOnlyCollection<Judgement> judgements, IReadOnlyList<EvidenceFigures> evidences)
    {
        var levels =
            from level in ladder
            let given = judgements.Where(judgement => judgement.Level == level.Id).OrderBy(judgement => judgement.Id).ToList()
            where given.Count > 0
            select new LevelJudgement(
                new AdviceLevel(level.Id, level.Rank, level.IsSupraLocal),
                [.. given.Select(judgement => judgement.Cause)], [.. given.Select(judgement => judgement.Lever)],
                RaterAgreement.On([.. given.Select(judgement => judgement.Authority)]).Answer, RaterAgreement.On([.. given.Select(judgement => judgement.LeverKind)]).Answer,
                Latest(evidences, figures => figures.Levels.GetValueOrDefault(level.Id)?.Location), Latest(evidences, figures => figures.Levels.GetValueOrDefault(level.Id)?.Reach));
        return new AdviceCase(problem, [.. levels], Combined(evidences));
    }

    /// <summary>Later evidence wins, as far as it knows.</summary>
    internal static ProblemEvidence Combined(IReadOnlyList<EvidenceFigures> evidences) => evidences.Aggregate(
        new ProblemEvidence(null, null, null, null, null),
        (known, next) => new ProblemEvidence(
            next.Problem.Maup ?? known.Maup, next.Problem.Composition ?? known.Composition, next.Problem.Noise ?? known.Noise,
            next.Problem.LocalShare ?? known.LocalShare, next.Problem.Waterbed ?? known.Waterbed));

    internal static Outcome<(string Content, ScaleAdviceResult Result)> Make(
        string problem, IReadOnlyList<LadderLevel> ladder, IReadOnlyCollection<Judgement> judgements, IReadOnlyList<EvidenceFigures> evidences)
    {
        var question = CaseOf(problem, ladder, judgements, evidences);
        if (question.Levels.Count == 0)
            return new Reason("no-judgement", "Nobody has judged a level yet.");
        return ScaleAdvice.Compute(question).TryGet(out var result, out var reason) ? (AdviceText.Write(question, result), result) : reason;
    }

    private static EvidenceClass Latest(IReadOnlyList<EvidenceFigures> evidences, Func<EvidenceFigures, EvidenceClass?> part) =>
        evidences.Reverse().Select(part).FirstOrDefault(evidence => evidence is { IsUnknown: false }) ?? EvidenceClass.Unknown;
}
