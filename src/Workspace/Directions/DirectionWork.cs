// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;
using Schakel.Workspace.Tasks;

namespace Schakel.Workspace.Directions;

/// <summary>What a municipality puts in force: directions, visions, tasks, ladders.</summary>
public sealed class DirectionWork(Workroom room)
{
    public Task<Outcome<Direction>> DraftDirection(Actor actor, string text, IReadOnlyList<CoreValue> values, CancellationToken cancel, Guid? replaces = null) =>
        room.Make<Direction>(actor, WorkAction.SetDirection, turn => Next(turn, Direction.Draft(text, values, turn.Act), replaces), cancel);

    public Task<Outcome<Direction>> RewriteDirection(Actor actor, Guid id, int? seen, string text, IReadOnlyList<CoreValue> values, CancellationToken cancel) =>
        room.Change<Direction>(actor, WorkAction.SetDirection, id, seen, (direction, act) => direction.Rewrite(text, values, act), cancel);

    public Task<Outcome<Direction>> PutDirectionInForce(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        Enact<Direction>(actor, WorkAction.SetDirection, id, seen, because, cancel);

    public Task<Outcome<Direction>> ReplaceDirection(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<Direction>(actor, WorkAction.SetDirection, id, seen, (direction, act) => direction.Replace(because, act), cancel);

    /// <summary>Written by an adviser or coordinator together with a professional or partner.</summary>
    public Task<Outcome<Vision>> DraftVision(Actor actor, Member with, string? areaCode, string? theme, string text, CancellationToken cancel, Guid? replaces = null) =>
        room.Make<Vision>(actor, WorkAction.WriteVision, async turn =>
        {
            if (!(await Next(turn, Vision.Draft(areaCode, theme, text, turn.Act), replaces)).TryGet(out var vision, out var reason))
                return reason;
            vision.WrittenWith(with.Function, turn.Act);
            return vision;
        }, cancel, with);

    public Task<Outcome<Vision>> RewriteVision(Actor actor, Member with, Guid id, int? seen, string? areaCode, string? theme, string text, CancellationToken cancel) =>
        room.Change<Vision>(actor, WorkAction.WriteVision, id, seen, (vision, act) =>
            vision.Rewrite(areaCode, theme, text, act).TryGet(out _, out var reason) ? vision.WrittenWith(with.Function, act) : reason, cancel, with);

    public Task<Outcome<Vision>> PutVisionInForce(Actor actor, Member with, Guid id, int? seen, string because, CancellationToken cancel) =>
        Enact<Vision>(actor, WorkAction.WriteVision, id, seen, because, cancel, with);

    public Task<Outcome<Vision>> ReplaceVision(Actor actor, Member with, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<Vision>(actor, WorkAction.WriteVision, id, seen, (vision, act) => vision.Replace(because, act), cancel, with);

    /// <summary>Says that an opgave goes by this vision; its story tells why.</summary>
    public Task<Outcome<VisionUse>> UseVision(Actor actor, Guid opgave, Guid vision, string because, CancellationToken cancel) =>
        room.MakeFor<Opgave, VisionUse>(actor, WorkAction.WriteExpectation, opgave, async (turn, _) =>
            (await turn.Find<Vision>(vision)).TryGet(out var found, out var reason)
                ? VisionUse.Of(opgave, found, await turn.Store.VisionUses.Where(use => use.OpgaveId == opgave).ToListAsync(cancel), because, turn.Act) : reason, cancel);

    public Task<Outcome<MunicipalTask>> DraftTask(
        Actor actor, string name, Steering steering, Guid? owner, string? roomForTailoring, CancellationToken cancel, Guid? replaces = null) =>
        room.Make<MunicipalTask>(actor, WorkAction.KeepTasks, async turn => owner is not null && !(await turn.Find<Organisation>(owner)).TryGet(out _, out var reason)
            ? reason : await Next(turn, MunicipalTask.Draft(name, steering, owner, roomForTailoring, turn.Act), replaces), cancel);

    public Task<Outcome<MunicipalTask>> RewriteTask(
        Actor actor, Guid id, int? seen, string name, Steering steering, Guid? owner, string? roomForTailoring, CancellationToken cancel) =>
        room.On<MunicipalTask, MunicipalTask>(actor, WorkAction.KeepTasks, id, seen, async (turn, task) =>
            (owner is null || (await turn.Find<Organisation>(owner)).TryGet(out _, out var reason)) && task.Rewrite(name, steering, owner, roomForTailoring, turn.Act).TryGet(out _, out reason)
                ? task : reason, cancel);

    public Task<Outcome<MunicipalTask>> PutTaskInForce(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        Enact<MunicipalTask>(actor, WorkAction.KeepTasks, id, seen, because, cancel);

    public Task<Outcome<MunicipalTask>> ReplaceTask(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<MunicipalTask>(actor, WorkAction.KeepTasks, id, seen, (task, act) => task.Replace(because, act), cancel);

    public Task<Outcome<Ladder>> DraftLadder(Actor actor, string name, IReadOnlyList<LadderLevel> levels, CancellationToken cancel) =>
        room.Make<Ladder>(actor, WorkAction.KeepLadder, turn => Task.FromResult(Ladder.Draft(name, levels, turn.Act)), cancel);

    public Task<Outcome<Ladder>> PutLadderInForce(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        Enact<Ladder>(actor, WorkAction.KeepLadder, id, seen, because, cancel);

    /// <summary>In force at once with the end of the version it takes the place of: there is no moment with two, or with none.</summary>
    private Task<Outcome<T>> Enact<T>(Actor actor, WorkAction action, Guid id, int? seen, string because, CancellationToken cancel, Member? with = null)
        where T : Enacted => room.On<T, T>(actor, action, id, seen, async (turn, item) =>
        {
            if (!item.PutInForce(because, turn.Act).TryGet(out _, out var reason))
                return reason;
            if (item.Replaces is not { } old || !(await turn.Find<T>(old)).TryGet(out var before, out _))
                return item;
            // Somebody else put another next version in force in the meantime.
            if (before.State == ForceState.Replaced)
                return new Reason("already-replaced", "Only what is in force can get a next version. Begin with the version that is in force now.");
            return before.Replace(because, turn.Act).TryGet(out _, out reason) ? item : reason;
        }, cancel, with);

    private static async Task<Outcome<T>> Next<T>(Turn turn, Outcome<T> drafted, Guid? replaces)
        where T : Enacted
    {
        if (replaces is null || !drafted.TryGet(out var draft, out _))
            return drafted;
        return !(await turn.Find<T>(replaces)).TryGet(out var before, out var reason) ? reason
            : draft.TakePlaceOf(before) is { } refusal ? refusal
            : draft;
    }
}
