// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;
using Schakel.Workspace.Tasks;

namespace Schakel.Workspace.Directions;

/// <summary>What a municipality puts in force: directions, visions, tasks, ladders.</summary>
public sealed class DirectionWork(Workroom room)
{
    public Task<Outcome<Direction>> DraftDirection(Actor actor, string text, IReadOnlyList<CoreValue> values, CancellationToken cancel) =>
        room.Make<Direction>(actor, WorkAction.SetDirection, turn => Task.FromResult(Direction.Draft(text, values, turn.Act)), cancel);

    public Task<Outcome<Direction>> PutDirectionInForce(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<Direction>(actor, WorkAction.SetDirection, id, seen, (direction, act) => direction.PutInForce(because, act), cancel);

    public Task<Outcome<Direction>> ReplaceDirection(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<Direction>(actor, WorkAction.SetDirection, id, seen, (direction, act) => direction.Replace(because, act), cancel);

    /// <summary>Written by an adviser or coordinator together with a professional or partner.</summary>
    public Task<Outcome<Vision>> DraftVision(Actor actor, Member with, string? areaCode, string? theme, string text, CancellationToken cancel) =>
        room.Make<Vision>(actor, WorkAction.WriteVision, turn => Task.FromResult(Vision.Draft(areaCode, theme, text, turn.Act)), cancel, with);

    public Task<Outcome<Vision>> PutVisionInForce(Actor actor, Member with, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<Vision>(actor, WorkAction.WriteVision, id, seen, (vision, act) => vision.PutInForce(because, act), cancel, with);

    public Task<Outcome<MunicipalTask>> DraftTask(Actor actor, string name, Steering steering, Guid? owner, string? roomForTailoring, CancellationToken cancel) =>
        room.Make<MunicipalTask>(actor, WorkAction.KeepTasks, async turn => owner is not null && !(await turn.Find<Organisation>(owner)).TryGet(out _, out var reason)
            ? reason : MunicipalTask.Draft(name, steering, owner, roomForTailoring, turn.Act), cancel);

    public Task<Outcome<MunicipalTask>> PutTaskInForce(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<MunicipalTask>(actor, WorkAction.KeepTasks, id, seen, (task, act) => task.PutInForce(because, act), cancel);

    public Task<Outcome<Ladder>> DraftLadder(Actor actor, string name, IReadOnlyList<LadderLevel> levels, CancellationToken cancel) =>
        room.Make<Ladder>(actor, WorkAction.KeepLadder, turn => Task.FromResult(Ladder.Draft(name, levels, turn.Act)), cancel);

    public Task<Outcome<Ladder>> PutLadderInForce(Actor actor, Guid id, int? seen, string because, CancellationToken cancel) =>
        room.Change<Ladder>(actor, WorkAction.KeepLadder, id, seen, (ladder, act) => ladder.PutInForce(because, act), cancel);
}
