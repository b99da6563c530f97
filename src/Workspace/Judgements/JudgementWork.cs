// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Judgements;

/// <summary>Advice with what it was made from, recomputed before it is shown.</summary>
public sealed record ShownAdvice(Advice Advice, ScaleAdviceResult Result, Readings Readings, IReadOnlyList<Overruling> Overrulings);

/// <summary>Judging, looking at what others judged, and asking for advice.</summary>
public sealed class JudgementWork(Workroom room)
{
    /// <summary>Gives a judgement, or a new one in place of one's own; the old one stays for advice that names it.</summary>
    public Task<Outcome<Judgement>> Give(
        Actor actor, Guid opgave, string level, int cause, int lever, LeverKind kind, Authority authority, string because, CancellationToken cancel) =>
        room.On<Opgave, Judgement>(actor, WorkAction.Judge, opgave, null, async (turn, about) =>
        {
            if (about.State == OpgaveState.Closed)
                return new Reason("opgave-closed", "This opgave is closed; take it up again first.");
            if (!(await turn.Ladder()).Require(level).TryGet(out var rung, out var reason)
                || !Judgement.Give(opgave, rung, cause, lever, kind, authority, because, turn.Act).TryGet(out var judgement, out reason))
                return reason;

            var before = await turn.Store.Judgements.SingleOrDefaultAsync(
                given => given.OpgaveId == opgave && given.Level == level && given.Rater == judgement.Rater && given.State == JudgementState.Given, cancel);
            before?.Revise("a newer one", turn.Act);
            if (before is not null)
                await turn.Store.SaveChangesAsync(cancel); // Before the new one: a person has one current judgement a level.
            turn.Store.Add(judgement);
            await AdviceGrowsStale(turn, opgave, "judgement");
            return judgement;
        }, cancel);

    public Task<Outcome<IReadOnlyList<JudgedLevel>>> View(Actor actor, Guid opgave, CancellationToken cancel) =>
        room.See<Opgave, IReadOnlyList<JudgedLevel>>(actor, WorkAction.ReadOpgave, opgave, async (turn, _) =>
        {
            var given = await turn.Store.Judgements.Where(judgement => judgement.OpgaveId == opgave).ToListAsync(cancel);
            return new Outcome<IReadOnlyList<JudgedLevel>>(JudgementView.For(actor, (await turn.Ladder()).Levels.Select(level => level.Id), given));
        }, cancel);

    /// <summary>Makes advice from all evidence and all current judgements. The same as the last one is the last one.</summary>
    public Task<Outcome<Advice>> Advise(Actor actor, Guid opgave, CancellationToken cancel) =>
        room.On<Opgave, Advice>(actor, WorkAction.ReadOpgave, opgave, null, async (turn, about) =>
        {
            var given = await turn.Store.Judgements.Where(judgement => judgement.OpgaveId == opgave && judgement.State == JudgementState.Given).ToListAsync(cancel);
            if (MustJudgeFirst(actor, given) is { } blind)
                return blind;
            if (!Advice.Make(opgave, about.Title, await turn.Ladder(), given, await OpgaveWork.EvidenceOf(turn, opgave), turn.Act).TryGet(out var advice, out var reason))
                return reason;

            var last = await Latest(turn, opgave);
            if (last is { State: AdviceState.Computed } && last.Hash == advice.Hash)
                return last;
            last?.GrowStale("newer", turn.Act);
            turn.Store.Add(advice);
            return advice;
        }, cancel);

    /// <summary>The latest advice, both readings with it, after checking that it still follows from what it names.</summary>
    public Task<Outcome<ShownAdvice>> Show(Actor actor, Guid opgave, CancellationToken cancel) =>
        room.See<Opgave, ShownAdvice>(actor, WorkAction.ReadOpgave, opgave, async (turn, _) =>
        {
            if (await Latest(turn, opgave) is not { } advice)
                return new Reason("no-advice", "No advice was asked for yet.");

            var judgements = await turn.Store.Judgements.Where(judgement => judgement.OpgaveId == opgave).ToListAsync(cancel);
            if (MustJudgeFirst(actor, judgements) is { } blind)
                return blind;
            if (!advice.Recompute(judgements, await OpgaveWork.EvidenceOf(turn, opgave)).TryGet(out var result, out var reason))
                return reason;

            var overrulings = await turn.Store.Overrulings.Where(overruling => overruling.OpgaveId == opgave).OrderBy(overruling => overruling.Since).ToListAsync(cancel);
            return new ShownAdvice(advice, result, advice.Readings(), overrulings);
        }, cancel);

    // Advice says what others judge; who can still be asked would no longer judge by themselves.
    private static Reason? MustJudgeFirst(Actor actor, IEnumerable<Judgement> given) => actor.MayJudge && given.All(judgement => judgement.Rater != actor.Member)
        ? new Reason("judge-first", "Give your own judgement first; then you see the advice and what others think.")
        : null;

    internal static Task<Advice?> Latest(Turn turn, Guid opgave) =>
        turn.Store.Advice.Where(advice => advice.OpgaveId == opgave).OrderByDescending(advice => advice.Since).ThenByDescending(advice => advice.Id).FirstOrDefaultAsync(turn.Cancel);

    internal static async Task AdviceGrowsStale(Turn turn, Guid opgave, string because) => (await Latest(turn, opgave))?.GrowStale(because, turn.Act);
}
