// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Members;
using Schakel.Workspace.Texts;

namespace Schakel.Web.WorkApi;

/// <summary><c>…/advice</c>: both readings side by side, what is missing, what would change it, and where people chose otherwise. No score leaves.</summary>
public static class AdviceApi
{
    /// <summary>A level in both readings. One without the other is never given.</summary>
    public sealed record ReadingsAnswer(string Level, ApproachRole Precise, ApproachRole Flexible);

    public sealed record CaveatAnswer(string Code, string? Severity, string Level, string Text);

    public sealed record MissingEvidenceAnswer(string Item, string Text);

    /// <summary>What would change it: this criterion at this level one step up or down; then <c>lead</c> leads, or nobody (null).</summary>
    public sealed record FlipAnswer(string Level, AdviceCriterion Criterion, FlipWay Way, string? Lead);

    /// <summary>People chose otherwise than the rules: both rules, the choice and the reason.</summary>
    public sealed record OverrulingAnswer(Guid Id, string Level, ApproachRole Precise, ApproachRole Flexible, ApproachRole Choice, string Because, DateTimeOffset Since);

    /// <summary>The advice. It sets nothing; people set roles. Stale: a judgement or evidence came after it, so ask again.</summary>
    public sealed record AdviceAnswer(
        Guid Id, AdviceState State, IReadOnlyList<ReadingsAnswer> Readings, string? LeadCondition, ConfidenceGrade Grade,
        IReadOnlyList<MissingEvidenceAnswer> MissingEvidence, IReadOnlyList<CaveatAnswer> Caveats, IReadOnlyList<FlipAnswer> Flips, IReadOnlyList<string> Story,
        IReadOnlyList<OverrulingAnswer> Overrulings, IReadOnlyList<Guid> Evidence, string MethodVersion, string Hash, DateTimeOffset Since);

    public enum FlipWay
    {
        Up,
        Down,
    }

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Judgements");
        routes.Read("/opgaven/{id}/advice", WorkAction.ReadOpgave, "GetAdvice", "The latest advice, both readings together, recomputed before it is shown.", Show);
        routes.Do("POST", "/opgaven/{id}/advice", WorkAction.ReadOpgave, "AskAdvice", "Makes advice from all evidence and all judgements. The same as the last one is the last one.", Ask);
    }

    private static async Task<Outcome<Said<AdviceAnswer>>> Ask(Asked asked)
    {
        if (!(await asked.Work<JudgementWork>().Advise(asked.Actor, asked.Id, asked.Cancel)).TryGet(out _, out var reason))
            return reason;
        asked.Tell(asked.Id, "advies");
        return await Show(asked);
    }

    private static async Task<Outcome<Said<AdviceAnswer>>> Show(Asked asked)
    {
        if (!(await asked.Work<JudgementWork>().Show(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var shown, out var reason))
            return reason;

        var (advice, result, language) = (shown.Advice, shown.Result, asked.Texts.Language);
        return new Said<AdviceAnswer>(new AdviceAnswer(
            advice.Id, advice.State,
            [.. advice.Rungs.Levels.Select(level => new ReadingsAnswer(
                level.Id, shown.Readings.Precise.GetValueOrDefault(level.Id, ApproachRole.None), shown.Readings.Flexible.GetValueOrDefault(level.Id, ApproachRole.None)))],
            result.LeadCondition, result.Grade,
            [.. result.MissingEvidence.Select(missing => new MissingEvidenceAnswer(missing.Item, SentenceTexts.Of(missing.Text, language)))],
            [.. result.Caveats.Select(caveat => new CaveatAnswer(caveat.Code, caveat.Severity, caveat.Level, SentenceTexts.Of(caveat.Text, language)))],
            [.. result.Flips.Select(flip => new FlipAnswer(flip.Level, flip.Criterion, flip.Step > 0 ? FlipWay.Up : FlipWay.Down, flip.Lead))],
            [.. result.Story.Select(sentence => SentenceTexts.Of(sentence, language))],
            [.. shown.Overrulings.Select(overruling => new OverrulingAnswer(
                overruling.Id, overruling.Level, overruling.Precise, overruling.Flexible, overruling.Choice, overruling.Because, overruling.Since))],
            advice.Evidence.Ids, advice.MethodVersion, advice.Hash, advice.Since));
    }
}
