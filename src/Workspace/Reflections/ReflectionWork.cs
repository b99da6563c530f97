// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Reflections;

/// <summary>Reflections: private until their author shares them, also for who knows the address.</summary>
public sealed class ReflectionWork(Workroom room)
{
    public Task<Outcome<Reflection>> Write(Actor actor, string text, Guid? opgave, CancellationToken cancel) =>
        room.Make<Reflection>(actor, WorkAction.Reflect, async turn => opgave is not null && !(await turn.Find<Opgaven.Opgave>(opgave)).TryGet(out _, out var reason)
            ? reason : Reflection.Write(text, opgave, turn.Act), cancel);

    public Task<Outcome<Reflection>> Share(Actor actor, Guid id, CancellationToken cancel) => ByAuthor(actor, id, share: true, cancel);

    public Task<Outcome<Reflection>> TakeBack(Actor actor, Guid id, CancellationToken cancel) => ByAuthor(actor, id, share: false, cancel);

    /// <summary>Gone at the wish of its author; a pass of the eraser takes what the history still says of it.</summary>
    public Task<Outcome<Reflection>> Remove(Actor actor, Guid id, CancellationToken cancel) =>
        room.On<Reflection, Reflection>(actor, WorkAction.ShareReflection, id, null, (turn, reflection) =>
        {
            turn.Store.Remove(reflection);
            return Task.FromResult<Outcome<Reflection>>(reflection);
        }, cancel);

    /// <summary>One reflection; of somebody else's private one not even that it exists.</summary>
    public Task<Outcome<Reflection>> Read(Actor actor, Guid id, CancellationToken cancel) =>
        room.Read<Reflection>(actor, WorkAction.Reflect, async turn =>
            await turn.Store.Reflections.SingleOrDefaultAsync(reflection => reflection.Id == id, cancel) is { } found && found.IsFor(actor) ? found : Workroom.NotFound(), cancel);

    /// <summary>One's own, and what others shared.</summary>
    public Task<Outcome<IReadOnlyList<Reflection>>> All(Actor actor, CancellationToken cancel) =>
        room.Read<IReadOnlyList<Reflection>>(actor, WorkAction.Reflect, async turn => await turn.Store.Reflections
            .Where(reflection => reflection.State == ReflectionState.Shared || (actor.Member != null && reflection.Author == actor.Member))
            .OrderBy(reflection => reflection.Since).ToListAsync(cancel), cancel);

    private Task<Outcome<Reflection>> ByAuthor(Actor actor, Guid id, bool share, CancellationToken cancel) =>
        room.Change<Reflection>(actor, WorkAction.ShareReflection, id, null, (reflection, act) =>
            reflection.IsFor(actor) ? share ? reflection.Share(act) : reflection.TakeBack(act) : Workroom.NotFound(), cancel);
}
