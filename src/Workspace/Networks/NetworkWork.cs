// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Networks;

/// <summary>Who sits at the table of an opgave.</summary>
public sealed class NetworkWork(Workroom room)
{
    /// <summary>An organisation takes the seat of a level or a sector; the seat is made when it is not there.</summary>
    public Task<Outcome<Seat>> Take(Actor actor, Guid opgave, string? level, string? sector, Guid organisation, CancellationToken cancel) =>
        OnSeat(actor, opgave, level, sector, async (turn, seat) =>
        {
            if (!(await turn.Find<Organisation>(organisation)).TryGet(out var found, out var reason))
                return reason;

            seat.Take(found.Id, found.Name, turn.Act);
            return null;
        }, cancel);

    /// <summary>"Bewust leeg, omdat …"</summary>
    public Task<Outcome<Seat>> LeaveEmpty(Actor actor, Guid opgave, string? level, string? sector, string because, CancellationToken cancel) =>
        OnSeat(actor, opgave, level, sector, (turn, seat) => Task.FromResult(seat.LeaveEmpty(because, turn.Act)), cancel);

    public Task<Outcome<IReadOnlyList<SeatAtTable>>> Table(Actor actor, Guid opgave, CancellationToken cancel) =>
        room.See<Opgave, IReadOnlyList<SeatAtTable>>(actor, WorkAction.ReadOpgave, opgave, async (turn, _) =>
        {
            var approach = await turn.Store.Approaches.SingleOrDefaultAsync(approach => approach.OpgaveId == opgave, cancel);
            var seats = await turn.Store.Seats.Where(seat => seat.OpgaveId == opgave).OrderBy(seat => seat.Since).ThenBy(seat => seat.Id).ToListAsync(cancel);
            return new Outcome<IReadOnlyList<SeatAtTable>>(Network.Of(approach, seats));
        }, cancel);

    private Task<Outcome<Seat>> OnSeat(Actor actor, Guid opgave, string? level, string? sector, Func<Turn, Seat, Task<Reason?>> change, CancellationToken cancel) =>
        room.On<Opgave, Seat>(actor, WorkAction.KeepNetwork, opgave, null, async (turn, _) =>
        {
            if (level is not null && !(await turn.Ladder()).Require(level).TryGet(out var __, out var unknown))
                return unknown;
            var seat = await turn.Store.Seats.FirstOrDefaultAsync(seat => seat.OpgaveId == opgave && seat.Level == level && seat.Sector == sector, cancel);
            if (seat is null)
            {
                if (!Seat.For(opgave, level, sector, turn.Act).TryGet(out seat, out var reason))
                    return reason;
                turn.Store.Add(seat);
            }

            return await change(turn, seat) is { } refusal ? refusal : seat;
        }, cancel);
}
