// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.History;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Opgaven;

/// <summary>Opening, moving, agreeing, closing and linking opgaven.</summary>
public sealed class OpgaveWork(Workroom room)
{
    /// <summary>Puts a question on the agenda. It needs no level, no wijk and no place.</summary>
    public Task<Outcome<Opgave>> Open(Actor actor, string title, string question, string? level, CancellationToken cancel) =>
        room.Do<Opgave>(actor, WorkAction.OpenOpgave, async turn =>
        {
            if (level is not null && !(await turn.Ladder()).Require(level).TryGet(out _, out var unknown))
                return unknown;
            if (!Opgave.Open(title, question, turn.Act).TryGet(out var opgave, out var reason))
                return reason;

            opgave.StartAt(level);
            turn.Store.Add(opgave);
            return opgave;
        }, cancel);

    public Task<Outcome<OpgavePlace>> AddArea(Actor actor, Guid opgave, string level, string code, string name, CancellationToken cancel) =>
        AddTo<OpgavePlace>(actor, WorkAction.WriteExpectation, opgave, async turn => (await turn.Ladder()).Require(level).TryGet(out _, out var unknown)
            ? OpgavePlace.Area(opgave, level, code, name, turn.Act) : unknown, cancel);

    /// <summary>Adds several areas in one go: all of them or none. What is there already stays as it is.</summary>
    public Task<Outcome<IReadOnlyList<OpgavePlace>>> AddAreas(Actor actor, Guid opgave, IReadOnlyList<(string Level, string Code, string Name)> areas, CancellationToken cancel) =>
        room.On<Opgave, IReadOnlyList<OpgavePlace>>(actor, WorkAction.WriteExpectation, opgave, null, async (turn, found) =>
        {
            var known = await turn.Store.OpgavePlaces.Where(place => place.OpgaveId == found.Id).Select(place => place.Code).ToListAsync(cancel);
            var added = new List<OpgavePlace>();
            foreach (var (level, code, name) in areas.Where(area => !known.Contains(area.Code)))
            {
                if (!(await turn.Ladder()).Require(level).TryGet(out _, out var reason) || !OpgavePlace.Area(opgave, level, code, name, turn.Act).TryGet(out var place, out reason))
                    return reason;
                turn.Store.Add(place);
                added.Add(place);
            }

            return added;
        }, cancel);

    public Task<Outcome<OpgavePlace>> AddDrawing(Actor actor, Guid opgave, string name, string outline, CancellationToken cancel) =>
        AddTo<OpgavePlace>(actor, WorkAction.WriteExpectation, opgave, turn => Task.FromResult(OpgavePlace.Drawn(opgave, name, outline, null, turn.Act)), cancel);

    public Task<Outcome<Position>> AddPosition(Actor actor, Guid opgave, string group, string text, CancellationToken cancel) =>
        AddTo<Position>(actor, WorkAction.AddPosition, opgave, turn => Task.FromResult(Position.Of(opgave, group, text, turn.Act)), cancel);

    public Task<Outcome<Opgave>> Expect(Actor actor, Guid id, int? seen, string expectation, CancellationToken cancel) =>
        Change(actor, WorkAction.WriteExpectation, id, seen, (turn, opgave) => opgave.Expect(expectation, turn.Act), cancel);

    public Task<Outcome<Opgave>> SayNoFigures(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        Change(actor, WorkAction.WriteExpectation, id, seen, (turn, opgave) => opgave.SayNoFigures(because, turn.Act), cancel);

    public Task<Outcome<Opgave>> TellYield(Actor actor, Guid id, int? seen, string words, CancellationToken cancel) =>
        Change(actor, WorkAction.TellYield, id, seen, (turn, opgave) => opgave.TellYield(words, turn.Act), cancel);

    public Task<Outcome<Opgave>> Move(Actor actor, Guid id, int? seen, OpgaveState state, string because, CancellationToken cancel) =>
        Change(actor, WorkAction.MoveOpgave, id, seen, (turn, opgave) => opgave.MoveTo(state, because, turn.Act).TryGet(out _, out var reason) ? null : reason, cancel);

    /// <summary>Agrees the opgave and its approach in one go.</summary>
    public Task<Outcome<Opgave>> Agree(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.On<Opgave, Opgave>(actor, WorkAction.MoveOpgave, id, seen, async (turn, opgave) =>
        {
            if (!opgave.Agree(because, await MissingFor(turn, opgave), turn.Act).TryGet(out _, out var reason))
                return reason;

            var approach = await turn.Store.Approaches.SingleAsync(approach => approach.OpgaveId == id, cancel);
            // The second round of an opgave agrees on an approach that was agreed before, and revised since.
            return approach.State != Approaches.ApproachState.Draft || approach.Agree(because, turn.Act).TryGet(out _, out reason) ? opgave : reason;
        }, cancel);

    /// <summary>Everything that stands between an opgave and agreement, for the screen.</summary>
    public Task<Outcome<IReadOnlyList<Reason>>> MissingForAgreement(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<Opgave, IReadOnlyList<Reason>>(actor, WorkAction.ReadOpgave, id, async (turn, opgave) =>
            new Outcome<IReadOnlyList<Reason>>(await MissingFor(turn, opgave)), cancel);

    public Task<Outcome<Opgave>> Close(Actor actor, Guid id, int? seen, OpgaveOutcome outcome, string because, string? aboutOpenParts, CancellationToken cancel) =>
        room.On<Opgave, Opgave>(actor, WorkAction.MoveOpgave, id, seen, async (turn, opgave) =>
        {
            var parts = await turn.Store.OpgaveLinks.Where(link => link.To == id && link.LinkKind == LinkKind.PartOf).Select(link => link.From).ToListAsync(cancel);
            var open = await turn.Store.Opgaven.Where(part => parts.Contains(part.Id) && part.State != OpgaveState.Closed).OrderBy(part => part.Title).ToListAsync(cancel);
            return opgave.Close(outcome, because, open, aboutOpenParts, turn.Act).TryGet(out _, out var reason) ? opgave : reason;
        }, cancel);

    public Task<Outcome<OpgaveLink>> Link(Actor actor, Guid from, Guid to, LinkKind kind, string because, CancellationToken cancel) =>
        room.On<Opgave, OpgaveLink>(actor, WorkAction.MoveOpgave, from, null, async (turn, opgave) =>
        {
            if (!(await turn.Find<Opgave>(to)).TryGet(out var other, out var reason)
                || !OpgaveLink.Between(opgave, other, kind, because, await turn.Store.OpgaveLinks.ToListAsync(cancel), turn.Act).TryGet(out var link, out reason))
                return reason;

            turn.Store.Add(link);
            return link;
        }, cancel);

    /// <summary>Opens a part of an opgave, with a level of its own, in one go with the link that makes it a part.</summary>
    public Task<Outcome<Opgave>> OpenPart(Actor actor, Guid whole, string title, string? level, string because, CancellationToken cancel) =>
        room.On<Opgave, Opgave>(actor, WorkAction.MoveOpgave, whole, null, async (turn, opgave) =>
        {
            if (level is not null && !(await turn.Ladder()).Require(level).TryGet(out _, out var reason)
                || !Opgave.Open(title, because, turn.Act).TryGet(out var part, out reason)
                || !OpgaveLink.Between(part, opgave, LinkKind.PartOf, because, await turn.Store.OpgaveLinks.ToListAsync(cancel), turn.Act).TryGet(out var link, out reason))
                return reason;

            part.StartAt(level);
            turn.Store.Add(part);
            turn.Store.Add(link);
            return part;
        }, cancel);

    internal static async Task<IReadOnlyList<PublishedEvidence>> EvidenceOf(Turn turn, Guid opgave)
    {
        var uses = await turn.Store.EvidenceUses.Where(use => use.OpgaveId == opgave).OrderBy(use => use.Since).ThenBy(use => use.Id).ToListAsync(turn.Cancel);
        var ids = uses.Select(use => use.EvidenceId).ToList();
        var evidence = await turn.Store.PublishedEvidence.Where(evidence => ids.Contains(evidence.Id)).ToDictionaryAsync(evidence => evidence.Id, turn.Cancel);
        return [.. ids.Distinct().Select(id => evidence[id])];
    }

    internal static async Task<IReadOnlyList<Reason>> MissingFor(Turn turn, Opgave opgave)
    {
        var figures = new List<EvidenceFigures>();
        foreach (var evidence in await EvidenceOf(turn, opgave.Id))
        {
            if (!evidence.Figures().TryGet(out var read, out var changed))
                return [changed];
            figures.Add(read);
        }

        return Agreement.Missing(
            opgave, figures.Count == 0 ? null : AdviceMaking.Combined(figures),
            await turn.Store.Judgements.Where(judgement => judgement.OpgaveId == opgave.Id).ToListAsync(turn.Cancel),
            await turn.Store.Approaches.SingleOrDefaultAsync(approach => approach.OpgaveId == opgave.Id, turn.Cancel),
            await turn.Store.MeasuringPlans.Where(plan => plan.OpgaveId == opgave.Id).ToListAsync(turn.Cancel),
            await turn.Store.Seats.Where(seat => seat.OpgaveId == opgave.Id).ToListAsync(turn.Cancel));
    }

    private Task<Outcome<Opgave>> Change(Actor actor, WorkAction action, Guid id, int? seen, Func<Turn, Opgave, Reason?> change, CancellationToken cancel) =>
        room.On<Opgave, Opgave>(actor, action, id, seen, (turn, opgave) => Task.FromResult<Outcome<Opgave>>(change(turn, opgave) is { } reason ? reason : opgave), cancel);

    private Task<Outcome<T>> AddTo<T>(Actor actor, WorkAction action, Guid opgave, Func<Turn, Task<Outcome<T>>> make, CancellationToken cancel)
        where T : Item => room.MakeFor<Opgave, T>(actor, action, opgave, (turn, _) => make(turn), cancel);
}
