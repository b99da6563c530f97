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

/// <summary>Reading signals: professionals and coordinators all of them, a policy adviser those of the own tasks. In the order they came, never by who gave them.</summary>
public sealed class SignalReading(Workroom room)
{
    private const int MostClosed = 100, NearInMetres = 250, NearInDays = 90;

    public Task<Outcome<IReadOnlyList<SignalEntry>>> All(Actor actor, CancellationToken cancel) =>
        room.Read<IReadOnlyList<SignalEntry>>(actor, WorkAction.HandleSignal, async turn =>
        {
            var open = await turn.Store.Signals.Where(signal => signal.State != SignalState.Closed).OrderBy(signal => signal.Since).ThenBy(signal => signal.Id).ToListAsync(cancel);
            var closed = await turn.Store.Signals.Where(signal => signal.State == SignalState.Closed).OrderByDescending(signal => signal.ClosedAt).ThenBy(signal => signal.Id).Take(MostClosed).ToListAsync(cancel);
            return new Outcome<IReadOnlyList<SignalEntry>>(await Entries(turn, [.. open, .. closed]));
        }, cancel);

    public Task<Outcome<SignalFile>> Of(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<Signal, SignalFile>(actor, WorkAction.HandleSignal, id, async (turn, signal) =>
        {
            var store = turn.Store;
            var terms = (await turn.Municipality()).Terms;
            var termFrom = signal.TermFrom ?? signal.Since.AddMonths(terms.OpenSignalMonths);
            var organisations = await store.Organisations.OrderBy(known => known.Name).ThenBy(known => known.Id).ToListAsync(cancel);
            return new SignalFile(
                (await Entries(turn, [signal]))[0],
                organisations.FirstOrDefault(known => known.Id == signal.AreaContact)?.Name,
                signal.CanReachReporter && Permissions.Allows(actor.Roles, WorkAction.SeeContact, await turn.StandingTo(signal)),
                signal.CanReachReporter ? termFrom.AddDays(terms.SignalContactDays) : signal.Text.Length > 0 ? termFrom.AddMonths(terms.SignalTextMonths) : null,
                await Near(turn, signal),
                await StoryWork.OfSubject(turn, id),
                await InForce(turn),
                await Readable(turn),
                organisations);
        }, cancel);

    /// <summary>What the form for a new signal offers.</summary>
    public Task<Outcome<SignalChoices>> Choices(Actor actor, CancellationToken cancel) =>
        room.Read<SignalChoices>(actor, WorkAction.GiveSignal, async turn => new SignalChoices(await InForce(turn)), cancel);

    /// <summary>Those on the desk of the reader: what waits for us, what nobody took up, and copies; a reader who handles no signals has none.</summary>
    internal static async Task<IReadOnlyList<SignalEntry>> ForDesk(Turn turn)
    {
        if (!Permissions.Allows(turn.By.Roles, WorkAction.HandleSignal, null))
            return [];
        var open = await turn.Store.Signals.Where(signal => signal.State != SignalState.Closed).OrderBy(signal => signal.Since).ThenBy(signal => signal.Id).ToListAsync(turn.Cancel);
        return [.. (await Entries(turn, open)).Where(entry => entry.Lies is SignalLies.WithUs or SignalLies.WithNobody or SignalLies.Copy)];
    }

    private static async Task<IReadOnlyList<SignalEntry>> Entries(Turn turn, IReadOnlyList<Signal> signals)
    {
        var organisations = await turn.Store.Organisations.ToDictionaryAsync(known => known.Id, known => known.Name, turn.Cancel);
        var tasks = await turn.Store.MunicipalTasks.ToDictionaryAsync(task => task.Id, turn.Cancel);
        var opgaven = (await Readable(turn)).ToDictionary(opgave => opgave.Id);
        return
        [
            .. signals.Where(signal => Permissions.Allows(turn.By.Roles, WorkAction.HandleSignal, signal.StandingOf(turn.By)))
                .Select(signal => new SignalEntry(
                    signal, Lies(signal, turn.By),
                    signal.Owner is { } owner ? organisations.GetValueOrDefault(owner) : null,
                    signal.TaskId is { } task ? tasks.GetValueOrDefault(task) : null,
                    signal.OpgaveId is { } opgave ? opgaven.GetValueOrDefault(opgave) : null)),
        ];
    }

    private static SignalLies Lies(Signal signal, Actor reader) =>
        signal.State == SignalState.Closed ? SignalLies.Closed
        : signal.Owner is null ? signal.State == SignalState.Received ? SignalLies.WithNobody : SignalLies.WithOthers
        : signal.Owner == reader.Organisation ? SignalLies.WithUs
        : signal.AreaContact is { } copy && copy == reader.Organisation ? SignalLies.Copy
        : SignalLies.WithOthers;

    // Together they may be one story; whether they are is for people to say.
    private static async Task<IReadOnlyList<SignalEntry>> Near(Turn turn, Signal signal)
    {
        var (from, until) = (signal.Since.AddDays(-NearInDays), signal.Since.AddDays(NearInDays));
        var near = await turn.Store.Signals
            .Where(other => other.Id != signal.Id && other.Since >= from && other.Since <= until && other.Text != ""
                && other.X >= signal.X - NearInMetres && other.X <= signal.X + NearInMetres && other.Y >= signal.Y - NearInMetres && other.Y <= signal.Y + NearInMetres)
            .OrderBy(other => other.Since).ThenBy(other => other.Id).Take(10).ToListAsync(turn.Cancel);
        return await Entries(turn, near);
    }

    private static Task<List<MunicipalTask>> InForce(Turn turn) =>
        turn.Store.MunicipalTasks.Where(task => task.State == ForceState.InForce).OrderBy(task => task.Name).ThenBy(task => task.Id).ToListAsync(turn.Cancel);

    private static async Task<IReadOnlyList<Opgave>> Readable(Turn turn)
    {
        var readable = new List<Opgave>();
        foreach (var opgave in await turn.Store.Opgaven.OrderBy(opgave => opgave.Title).ThenBy(opgave => opgave.Id).ToListAsync(turn.Cancel))
            if (Permissions.Allows(turn.By.Roles, WorkAction.ReadOpgave, await turn.StandingTo(opgave)))
                readable.Add(opgave);
        return readable;
    }
}
