// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.PolicyGaps;

/// <summary>Raising a gap in policy, and answering one in words.</summary>
public sealed class GapWork(Workroom room)
{
    public Task<Outcome<PolicyGap>> Raise(Actor actor, Guid opgave, string question, Guid? addressee, CancellationToken cancel) =>
        room.MakeFor<Opgave, PolicyGap>(actor, WorkAction.RaiseGap, opgave, async (turn, _) =>
            PolicyGap.Raise(question, await turn.Store.Organisations.SingleOrDefaultAsync(found => found.Id == addressee, cancel), opgave, turn.Act), cancel);

    /// <summary>A gap that hangs on no opgave.</summary>
    public Task<Outcome<PolicyGap>> Raise(Actor actor, string question, Guid? addressee, CancellationToken cancel) =>
        room.Make<PolicyGap>(actor, WorkAction.RaiseGap, async turn =>
            PolicyGap.Raise(question, await turn.Store.Organisations.SingleOrDefaultAsync(found => found.Id == addressee, cancel), null, turn.Act), cancel);

    public Task<Outcome<PolicyGap>> Receive(Actor actor, Guid id, int? seen, string words, CancellationToken cancel) =>
        room.Change<PolicyGap>(actor, WorkAction.AnswerGap, id, seen, (gap, act) => gap.Receive(words, act), cancel);

    public Task<Outcome<PolicyGap>> Adopt(Actor actor, Guid id, int? seen, string answer, CancellationToken cancel) =>
        room.Change<PolicyGap>(actor, WorkAction.AnswerGap, id, seen, (gap, act) => gap.Adopt(answer, act), cancel);

    public Task<Outcome<PolicyGap>> Explain(Actor actor, Guid id, int? seen, string answer, CancellationToken cancel) =>
        room.Change<PolicyGap>(actor, WorkAction.AnswerGap, id, seen, (gap, act) => gap.Explain(answer, act), cancel);

    public Task<Outcome<PolicyGap>> Forward(Actor actor, Guid id, int? seen, Guid? addressee, string because, CancellationToken cancel) =>
        room.On<PolicyGap, PolicyGap>(actor, WorkAction.AnswerGap, id, seen, async (turn, gap) =>
        {
            var to = await turn.Store.Organisations.SingleOrDefaultAsync(found => found.Id == addressee, cancel);
            return gap.Forward(to, because, turn.Act).TryGet(out _, out var reason) ? gap : reason;
        }, cancel);
}
