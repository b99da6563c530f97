// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;
using Schakel.Workspace.Tasks;

namespace Schakel.Workspace.Signals;

/// <summary>Signals: given by anybody, linked, routed, answered and closed by who handles them.</summary>
public sealed class SignalWork(Workroom room)
{
    /// <summary>A complaint on a task that is steered centrally goes to its owner at once, with a copy to who knows the area.</summary>
    /// <param name="actor">Who; mostly a visitor without an account.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="text">What was noticed.</param>
    /// <param name="at">Where.</param>
    /// <param name="contact">E-mail or phone, if they want an answer.</param>
    /// <param name="task">The task it is about, if it is a complaint on one.</param>
    /// <param name="areas">Codes of the areas it lies in, fine to coarse, as far as known: the first that has a team gives it the copy.</param>
    /// <param name="cancel">To stop.</param>
    public Task<Outcome<Signal>> GiveAround(
        Actor actor, SignalSource source, string text, SignalPoint at, string? contact, Guid? task, IReadOnlyList<string> areas, CancellationToken cancel) =>
        room.Make<Signal>(actor, WorkAction.GiveSignal, async turn =>
        {
            MunicipalTask? about = null;
            if (task is not null)
            {
                about = await turn.Store.MunicipalTasks.SingleOrDefaultAsync(known => known.Id == task && known.State == ForceState.InForce, cancel);
                if (about is null)
                    return Workroom.NotFound();
            }

            if (!Signal.Receive(source, text, at, contact, room.Seal, about, turn.Act).TryGet(out var signal, out var reason))
                return reason;
            if (about is not { Steering: not Steering.ByArea, Owner: { } owner })
                return signal;

            var teams = await turn.Store.FrontlineTeams.Where(team => areas.Contains(team.AreaCode)).OrderBy(team => team.Since).ThenBy(team => team.Id).ToListAsync(cancel);
            var here = areas.Select(area => teams.FirstOrDefault(team => team.AreaCode == area)).FirstOrDefault(team => team is not null);
            return signal.Route(owner, about, here?.Organisation, about.Name, turn.Act).TryGet(out _, out reason) ? signal : reason;
        }, cancel);

    /// <summary>The same, where no more than one area is known.</summary>
    public Task<Outcome<Signal>> Give(
        Actor actor, SignalSource source, string text, SignalPoint at, string? contact, Guid? task, string? areaCode, CancellationToken cancel) =>
        GiveAround(actor, source, text, at, contact, task, areaCode is null ? [] : [areaCode], cancel);

    public Task<Outcome<Signal>> Link(Actor actor, Guid id, int? seen, Guid opgave, string because, CancellationToken cancel) =>
        room.On<Signal, Signal>(actor, WorkAction.HandleSignal, id, seen, async (turn, signal) =>
            (await turn.Find<Opgave>(opgave)).TryGet(out _, out var reason) && signal.Link(opgave, because, turn.Act).TryGet(out _, out reason) ? signal : reason, cancel);

    public Task<Outcome<Signal>> Route(Actor actor, Guid id, int? seen, Guid owner, Guid? areaContact, string because, CancellationToken cancel) =>
        room.On<Signal, Signal>(actor, WorkAction.HandleSignal, id, seen, async (turn, signal) =>
        {
            var about = await turn.Store.MunicipalTasks.SingleOrDefaultAsync(task => task.Id == signal.TaskId, cancel);
            return (await turn.Find<Organisation>(owner)).TryGet(out _, out var reason) && signal.Route(owner, about, areaContact, because, turn.Act).TryGet(out _, out reason)
                ? signal : reason;
        }, cancel);

    /// <summary>A complaint after all: what turns out to be about a task goes to the owner of that task.</summary>
    public Task<Outcome<Signal>> RouteToTask(Actor actor, Guid id, int? seen, Guid task, Guid? areaContact, string because, CancellationToken cancel) =>
        room.On<Signal, Signal>(actor, WorkAction.HandleSignal, id, seen, async (turn, signal) =>
        {
            if (!(await turn.Find<MunicipalTask>(task)).TryGet(out var about, out var reason))
                return reason;
            if (about.Owner is not { } owner)
                return new Reason("task-needs-owner", "Nobody owns this task yet. Choose an organisation that answers.");
            return signal.Route(owner, about, areaContact, because, turn.Act).TryGet(out _, out reason) ? signal : reason;
        }, cancel);

    public Task<Outcome<Signal>> Reply(Actor actor, Guid id, int? seen, string answer, CancellationToken cancel) =>
        room.Change<Signal>(actor, WorkAction.HandleSignal, id, seen, (signal, act) => signal.Reply(answer, act), cancel);

    public Task<Outcome<Signal>> Split(Actor actor, Guid id, string text, CancellationToken cancel) =>
        room.MakeFor<Signal, Signal>(actor, WorkAction.HandleSignal, id, (turn, signal) => Task.FromResult(signal.Split(text, turn.Act)), cancel);

    /// <summary>Closed never means solved. The terms of a signal and its pieces run from the first closing.</summary>
    public Task<Outcome<Signal>> Close(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.On<Signal, Signal>(actor, WorkAction.HandleSignal, id, seen, async (turn, signal) =>
        {
            if (!signal.Close(because, turn.Act).TryGet(out _, out var reason))
                return reason;

            var family = signal.SplitFrom ?? signal.Id;
            foreach (var other in await turn.Store.Signals.Where(other => other.Id == family || other.SplitFrom == family).ToListAsync(cancel))
                other.TermRunsFrom(turn.Act.At);
            return signal;
        }, cancel);

    public Task<Outcome<Signal>> Reopen(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<Signal>(actor, WorkAction.HandleSignal, id, seen, (signal, act) => signal.Reopen(because, act), cancel);

    /// <summary>The contact, for who answers; and for nobody else.</summary>
    public Task<Outcome<string>> Contact(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<Signal, string>(actor, WorkAction.SeeContact, id, (_, signal) => Task.FromResult<Outcome<string>>(
            signal.Contact is { } contact && room.Seal.Open(signal.Id, contact) is { } open ? open : Workroom.NotFound()), cancel);
}
