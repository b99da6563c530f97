// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Desks;

/// <summary>All gaps in policy that one may read, in the order in which they were raised.</summary>
public sealed class GapReading(Workroom room)
{
    public Task<Outcome<IReadOnlyList<WaitingGap>>> All(Actor actor, CancellationToken cancel) =>
        room.Read<IReadOnlyList<WaitingGap>>(actor, WorkAction.ReadOpgave, async turn =>
        {
            var organisations = await turn.Store.Organisations.ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancel);
            var opgaven = await turn.Store.Opgaven.ToDictionaryAsync(opgave => opgave.Id, cancel);
            var readable = new List<WaitingGap>();
            foreach (var gap in await turn.Store.PolicyGaps.OrderBy(gap => gap.Since).ThenBy(gap => gap.Id).ToListAsync(cancel))
                // A gap hangs on its opgave: who may not read that one, or is not asked, does not read this either.
                if (Permissions.Allows(actor.Roles, WorkAction.ReadOpgave, await turn.StandingTo(gap)) || gap.Addressee == actor.Organisation)
                    readable.Add(new WaitingGap(gap, gap.OpgaveId is { } about ? opgaven.GetValueOrDefault(about) : null, organisations.GetValueOrDefault(gap.Addressee, "")));
            return readable;
        }, cancel);
}
