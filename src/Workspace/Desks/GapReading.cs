// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Desks;

/// <summary>A gap in policy as its page shows it.</summary>
/// <param name="Gap">The gap.</param>
/// <param name="Opgave">The opgave it hangs on, if the reader may read that one.</param>
/// <param name="To">Who has to answer.</param>
/// <param name="MayAnswer">Whether that is the reader's organisation.</param>
public sealed record ReadGap(PolicyGap Gap, Opgave? Opgave, string To, bool MayAnswer);

/// <summary>The gaps and what the reader can do.</summary>
/// <param name="Gaps">In the order in which they were raised.</param>
/// <param name="Opgaven">Opgaven about which the reader may raise one.</param>
/// <param name="Organisations">Who can be asked.</param>
/// <param name="MayRaiseAlone">Whether the reader may raise one that hangs on no opgave.</param>
public sealed record GapsFile(IReadOnlyList<ReadGap> Gaps, IReadOnlyList<Opgave> Opgaven, IReadOnlyList<Organisation> Organisations, bool MayRaiseAlone);

/// <summary>All gaps in policy that one may read, in the order in which they were raised.</summary>
public sealed class GapReading(Workroom room)
{
    public Task<Outcome<GapsFile>> All(Actor actor, CancellationToken cancel) =>
        room.Read<GapsFile>(actor, WorkAction.ReadOpgave, async turn =>
        {
            var organisations = await turn.Store.Organisations.ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancel);
            var opgaven = await turn.Store.Opgaven.ToDictionaryAsync(opgave => opgave.Id, cancel);
            var readable = new List<ReadGap>();
            foreach (var gap in await turn.Store.PolicyGaps.OrderBy(gap => gap.Since).ThenBy(gap => gap.Id).ToListAsync(cancel))
            // A gap hangs on its opgave: who may not read that one, or is not asked, does not read this either.
            {
                var standing = await turn.StandingTo(gap);
                var mayReadOpgave = Permissions.Allows(actor.Roles, WorkAction.ReadOpgave, standing);
                if (mayReadOpgave || gap.Addressee == actor.Organisation)
                    readable.Add(new ReadGap(
                        gap, mayReadOpgave && gap.OpgaveId is { } about ? opgaven.GetValueOrDefault(about) : null, organisations.GetValueOrDefault(gap.Addressee, ""),
                        Permissions.Allows(actor.Roles, WorkAction.AnswerGap, standing)));
            }

            var raisable = new List<Opgave>();
            foreach (var opgave in opgaven.Values.Where(opgave => opgave.State != OpgaveState.Closed).OrderBy(opgave => opgave.Title, StringComparer.Ordinal).ThenBy(opgave => opgave.Id))
                if (Permissions.Allows(actor.Roles, WorkAction.RaiseGap, await turn.StandingTo(opgave)))
                    raisable.Add(opgave);
            return new GapsFile(
                readable, raisable, await turn.Store.Organisations.OrderBy(known => known.Name).ThenBy(known => known.Id).ToListAsync(cancel),
                Permissions.Allows(actor.Roles, WorkAction.RaiseGap, Standing.None));
        }, cancel);
}
