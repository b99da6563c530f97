// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Desks;

/// <summary>Something that was asked and waits for an answer, with the opgave it is about.</summary>
public sealed record WaitingHandover(Handover Handover, Opgave Opgave, string From, string To);

/// <summary>A gap in policy that waits for an answer.</summary>
public sealed record WaitingGap(PolicyGap Gap, Opgave? Opgave, string To);

/// <summary>A chair at a table of the reader on which nobody sits, and nobody said why.</summary>
public sealed record MissingAtTable(Opgave Opgave, SeatAtTable Seat);

/// <summary>An opgave of the reader: who is responsible, and the roles on the ladder.</summary>
public sealed record DeskOpgave(OpgaveEntry Entry, IReadOnlyList<LevelRole> Roles)
{
    public Opgave Opgave => Entry.Opgave;

    public string? Holder => Entry.Holder;
}

/// <summary>A chair with the name of who sits there; a chair that is empty on purpose is not missing.</summary>
public sealed record DeskSeat(string? Level, string? Sector, string? Organisation, bool IsOurs, bool IsMissing);

/// <summary>A table at which somebody is missing, with all its chairs.</summary>
public sealed record DeskTable(Opgave Opgave, IReadOnlyList<DeskSeat> Seats);

/// <summary>What lies on the desk of one reader. It says what is asked and by whom; it counts nothing and ranks nothing.</summary>
/// <param name="Function">The function of the reader.</param>
/// <param name="Organisation">Where the reader belongs.</param>
/// <param name="AskedOfUs">Handovers that others asked of the reader's organisation.</param>
/// <param name="GapsForUs">Gaps in policy that wait for the reader's organisation.</param>
/// <param name="Ours">Opgaven that the organisation holds, leads or sits at, by name.</param>
/// <param name="Unanswered">Handovers of ours that others have not answered.</param>
/// <param name="UnansweredGaps">Gaps of our opgaven that others have not answered.</param>
/// <param name="EmptySeats">Who is missing at our tables.</param>
/// <param name="Tables">Those tables with all their chairs.</param>
/// <param name="Signals">Signals that wait for us, that nobody took up, or of which we got a copy.</param>
/// <param name="Directions">The directions in force, in words.</param>
/// <param name="Ladder">The levels, with the words of the municipality.</param>
public sealed record DeskFile(
    string? Function, string? Organisation, IReadOnlyList<WaitingHandover> AskedOfUs, IReadOnlyList<WaitingGap> GapsForUs, IReadOnlyList<DeskOpgave> Ours,
    IReadOnlyList<WaitingHandover> Unanswered, IReadOnlyList<WaitingGap> UnansweredGaps, IReadOnlyList<MissingAtTable> EmptySeats, IReadOnlyList<DeskTable> Tables, IReadOnlyList<SignalEntry> Signals, IReadOnlyList<string> Directions,
    Ladders.LadderLevels Ladder);

/// <summary>The desk: what others ask of me first, then what is mine, then who is missing.</summary>
public sealed class DeskReading(Workroom room)
{
    public Task<Outcome<DeskFile>> Of(Actor actor, CancellationToken cancel) =>
        room.Read<DeskFile>(actor, WorkAction.ReadOpgave, async turn =>
        {
            var store = turn.Store;
            var organisations = await store.Organisations.ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancel);
            var opgaven = await store.Opgaven.ToDictionaryAsync(opgave => opgave.Id, cancel);
            var handovers = await store.Handovers.Where(handover => handover.State == HandoverState.Asked).OrderBy(handover => handover.Since).ThenBy(handover => handover.Id).ToListAsync(cancel);
            var gaps = (await store.PolicyGaps.OrderBy(gap => gap.Since).ThenBy(gap => gap.Id).ToListAsync(cancel)).Where(gap => gap.IsUnanswered).ToList();
            var places = (await store.OpgavePlaces.OrderBy(place => place.Since).ToListAsync(cancel)).ToLookup(place => place.OpgaveId, place => place.Name);

            var ours = new List<DeskOpgave>();
            var tables = new List<DeskTable>();
            var empty = new List<MissingAtTable>();
            foreach (var opgave in opgaven.Values.Where(opgave => opgave.State != OpgaveState.Closed).OrderBy(opgave => opgave.Title, StringComparer.Ordinal).ThenBy(opgave => opgave.Id))
            {
                if ((await turn.StandingTo(opgave) & (Standing.Own | Standing.Lead | Standing.Holder)) == 0)
                    continue;
                var approach = await store.Approaches.SingleOrDefaultAsync(approach => approach.OpgaveId == opgave.Id, cancel);
                var seats = await store.Seats.Where(seat => seat.OpgaveId == opgave.Id).OrderBy(seat => seat.Since).ThenBy(seat => seat.Id).ToListAsync(cancel);
                ours.Add(new DeskOpgave(new OpgaveEntry(opgave, opgave.Holder is { } holder ? organisations.GetValueOrDefault(holder) : null, [.. places[opgave.Id]]), approach?.Roles.Levels ?? []));
                var table = Network.Of(approach, seats);
                empty.AddRange(table.Where(seat => seat.IsMissing).Select(seat => new MissingAtTable(opgave, seat)));
                if (table.Any(seat => seat.IsMissing))
                    tables.Add(new DeskTable(opgave, [.. table.Select(seat => new DeskSeat(
                        seat.Level, seat.Sector, seat.Organisation is { } sits ? organisations.GetValueOrDefault(sits) : null, seat.Organisation is not null && seat.Organisation == actor.Organisation, seat.IsMissing))]));
            }

            var mine = ours.Select(entry => entry.Opgave.Id).ToHashSet();
            var me = actor.Member is { } id ? await store.Members.SingleOrDefaultAsync(member => member.Id == id, cancel) : null;
            var directions = (await store.Directions.Where(direction => direction.State == ForceState.InForce).OrderBy(direction => direction.Since).ToListAsync(cancel)).Select(direction => direction.Text);
            return new DeskFile(
                me?.Function, actor.Organisation is { } home ? organisations.GetValueOrDefault(home) : null,
                [.. handovers.Where(handover => handover.Addressee == actor.Organisation).Select(Waiting)],
                [.. gaps.Where(gap => gap.Addressee == actor.Organisation).Select(WaitingFor)],
                ours,
                [.. handovers.Where(handover => handover.Sender == actor.Organisation && handover.Addressee != actor.Organisation).Select(Waiting)],
                [.. gaps.Where(gap => gap.OpgaveId is { } about && mine.Contains(about) && gap.Addressee != actor.Organisation).Select(WaitingFor)],
                empty, tables, await SignalReading.ForDesk(turn), [.. directions], await turn.Ladder());

            WaitingHandover Waiting(Handover handover) => new(handover, opgaven[handover.OpgaveId], organisations.GetValueOrDefault(handover.Sender, ""), organisations.GetValueOrDefault(handover.Addressee, ""));

            WaitingGap WaitingFor(PolicyGap gap) => new(gap, gap.OpgaveId is { } about ? opgaven.GetValueOrDefault(about) : null, organisations.GetValueOrDefault(gap.Addressee, ""));
        }, cancel);
}
