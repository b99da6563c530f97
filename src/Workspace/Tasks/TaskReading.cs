// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Tasks;

/// <summary>A task of the register with the name of who answers for it.</summary>
public sealed record TaskEntry(MunicipalTask Task, string? Owner);

/// <summary>The register as somebody reads it: tasks by name. Drafts are for who keeps the register.</summary>
public sealed record TaskRegister(IReadOnlyList<TaskEntry> Entries, IReadOnlyList<Organisation> Organisations, bool MayKeep);

/// <summary>One task: what it replaced, what replaced it, and what happened.</summary>
public sealed record TaskFile(TaskEntry Entry, MunicipalTask? Before, MunicipalTask? Next, IReadOnlyList<StoryLine> Story, IReadOnlyList<Organisation> Organisations, bool MayKeep);

/// <summary>Reading the task register.</summary>
public sealed class TaskReading(Workroom room)
{
    public Task<Outcome<TaskRegister>> All(Actor actor, CancellationToken cancel) =>
        room.Read<TaskRegister>(actor, WorkAction.ReadDirection, async turn =>
        {
            var organisations = await Organisations(turn);
            var mayKeep = MayKeep(actor);
            var tasks = await turn.Store.MunicipalTasks.Where(task => mayKeep || task.State != ForceState.Draft).OrderBy(task => task.Name).ThenBy(task => task.Since).ThenBy(task => task.Id).ToListAsync(cancel);
            return new TaskRegister([.. tasks.Select(task => new TaskEntry(task, Name(organisations, task.Owner)))], organisations, mayKeep);
        }, cancel);

    public Task<Outcome<TaskFile>> Of(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<MunicipalTask, TaskFile>(actor, WorkAction.ReadDirection, id, async (turn, task) =>
        {
            if (task.State == ForceState.Draft && !MayKeep(actor))
                return Workroom.NotFound();
            var organisations = await Organisations(turn);
            return new TaskFile(
                new TaskEntry(task, Name(organisations, task.Owner)),
                await turn.Store.MunicipalTasks.SingleOrDefaultAsync(known => known.Id == task.Replaces, cancel),
                await turn.Store.MunicipalTasks.FirstOrDefaultAsync(known => known.Replaces == id && known.State != ForceState.Draft, cancel),
                await StoryWork.OfSubject(turn, id), organisations, MayKeep(actor));
        }, cancel);

    private static bool MayKeep(Actor actor) => Permissions.Allows(actor.Roles, WorkAction.KeepTasks, Standing.None);

    private static Task<List<Organisation>> Organisations(Turn turn) => turn.Store.Organisations.OrderBy(known => known.Name).ThenBy(known => known.Id).ToListAsync(turn.Cancel);

    private static string? Name(List<Organisation> organisations, Guid? id) => organisations.FirstOrDefault(known => known.Id == id)?.Name;
}
