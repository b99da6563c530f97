// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Handovers;

/// <summary>Schakelen between scales, and between a team and its mother organisation.</summary>
public sealed class HandoverWork(Workroom room)
{
    public Task<Outcome<Handover>> Ask(
        Actor actor, Guid opgave, HandoverKind kind, string fromLevel, Guid addressee, string toLevel, string because, DateOnly? returnBy, CancellationToken cancel) =>
        room.On<Opgave, Handover>(actor, WorkAction.AskHandover, opgave, null, async (turn, about) =>
        {
            var ladder = await turn.Ladder();
            if (!ladder.Require(fromLevel).TryGet(out var from, out var reason) || !ladder.Require(toLevel).TryGet(out var to, out reason)
                || !(await turn.Find<Organisation>(actor.Organisation)).TryGet(out var sender, out reason) || !(await turn.Find<Organisation>(addressee)).TryGet(out var receiver, out reason))
                return reason;

            var others = await turn.Store.Handovers.Where(other => other.OpgaveId == opgave).ToListAsync(cancel);
            if (!Handover.Ask(about, kind, sender, from, receiver, to, because, returnBy, others, turn.Act).TryGet(out var handover, out reason))
                return reason;

            turn.Store.Add(handover);
            return handover;
        }, cancel);

    /// <summary>Yes: from now on the addressee is responsible (for help that was asked the sender stays so).</summary>
    public Task<Outcome<Handover>> Accept(Actor actor, Guid id, int? seen, string words, CancellationToken cancel) =>
        Answer(actor, id, seen, (handover, act) => handover.Accept(words, act), cancel);

    public Task<Outcome<Handover>> Decline(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        Answer(actor, id, seen, (handover, act) => handover.Decline(because, act), cancel);

    public Task<Outcome<Handover>> Complete(Actor actor, Guid id, int? seen, string words, CancellationToken cancel) =>
        Answer(actor, id, seen, (handover, act) => handover.Complete(words, act), cancel);

    public Task<Outcome<Handover>> Return(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        Answer(actor, id, seen, (handover, act) => handover.Return(because, act), cancel);

    public Task<Outcome<Handover>> Withdraw(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.On<Handover, Handover>(actor, WorkAction.AskHandover, id, seen, (turn, handover) => Task.FromResult<Outcome<Handover>>(
            handover.Sender != actor.Organisation ? Workroom.NotFound() : handover.Withdraw(because, turn.Act).TryGet(out _, out var reason) ? handover : reason), cancel);

    private Task<Outcome<Handover>> Answer(Actor actor, Guid id, int? seen, Func<Handover, Act, Outcome<HistoryEntry>> answer, CancellationToken cancel) =>
        room.On<Handover, Handover>(actor, WorkAction.AnswerHandover, id, seen, async (turn, handover) =>
        {
            if (!answer(handover, turn.Act).TryGet(out var moved, out var reason))
                return reason;

            if (handover.HandoverKind == HandoverKind.Whole)
            {
                var opgave = await turn.Store.Opgaven.SingleAsync(opgave => opgave.Id == handover.OpgaveId, cancel);
                var level = handover.Responsible == handover.Addressee ? handover.AddresseeLevel : handover.SenderLevel;
                if (opgave.Holder != handover.Responsible || opgave.HolderLevel != level)
                    opgave.HeldBy(handover.Responsible, level, moved.Because, turn.Act);
            }

            return handover;
        }, cancel);
}
