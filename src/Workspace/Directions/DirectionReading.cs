// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Directions;

/// <summary>The directions, in force first; drafts are for who writes them.</summary>
public sealed record DirectionsFile(IReadOnlyList<Direction> Directions, bool MaySet);

/// <summary>One direction, the versions around it, and what happened.</summary>
public sealed record DirectionFile(Direction Direction, Direction? Before, Direction? Next, IReadOnlyList<StoryLine> Story, bool MaySet);

/// <summary>The visions, and with whom the reader could write one.</summary>
/// <param name="Visions">By theme and area; drafts are for who may write.</param>
/// <param name="MayWrite">Whether the reader may write one, together with somebody.</param>
/// <param name="With">Colleagues and partners to write with.</param>
public sealed record VisionsFile(IReadOnlyList<Vision> Visions, bool MayWrite, IReadOnlyList<Member> With);

/// <summary>One vision, the versions around it, the opgaven that go by it, and what happened.</summary>
public sealed record VisionFile(
    Vision Vision, Vision? Before, Vision? Next, IReadOnlyList<Opgave> UsedBy, IReadOnlyList<StoryLine> Story, bool MayWrite, IReadOnlyList<Member> With);

/// <summary>A vision as an opgave shows it.</summary>
/// <param name="Vision">The vision.</param>
/// <param name="IsChosen">Whether people said that the opgave goes by it; else it is a vision of the area the opgave lies in.</param>
public sealed record VisionOfOpgave(Vision Vision, bool IsChosen);

/// <summary>What directions and visions an opgave stands under, and which visions it could go by.</summary>
public sealed record CourseOfOpgave(IReadOnlyList<Direction> Directions, IReadOnlyList<VisionOfOpgave> Visions, IReadOnlyList<Vision> Choices)
{
    public static CourseOfOpgave None { get; } = new([], [], []);
}

/// <summary>Reading directions and visions: all colleagues may.</summary>
public sealed class DirectionReading(Workroom room)
{
    public Task<Outcome<DirectionsFile>> Directions(Actor actor, CancellationToken cancel) =>
        room.Read<DirectionsFile>(actor, WorkAction.ReadDirection, async turn =>
        {
            var maySet = MaySet(actor);
            return new DirectionsFile(await turn.Store.Directions.Where(direction => maySet || direction.State != ForceState.Draft).OrderBy(direction => direction.Since).ThenBy(direction => direction.Id).ToListAsync(cancel), maySet);
        }, cancel);

    public Task<Outcome<DirectionFile>> Direction(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<Direction, DirectionFile>(actor, WorkAction.ReadDirection, id, async (turn, direction) =>
            direction.State == ForceState.Draft && !MaySet(actor) ? Workroom.NotFound() : new DirectionFile(
                direction,
                await turn.Store.Directions.SingleOrDefaultAsync(known => known.Id == direction.Replaces, cancel),
                await turn.Store.Directions.FirstOrDefaultAsync(known => known.Replaces == id && known.State != ForceState.Draft, cancel),
                await StoryWork.OfSubject(turn, id), MaySet(actor)), cancel);

    public Task<Outcome<VisionsFile>> Visions(Actor actor, CancellationToken cancel) =>
        room.Read<VisionsFile>(actor, WorkAction.ReadDirection, async turn =>
        {
            var mayWrite = MayWrite(actor);
            var visions = await turn.Store.Visions.Where(vision => mayWrite || vision.State != ForceState.Draft).ToListAsync(cancel);
            return new VisionsFile(
                [.. visions.OrderBy(vision => vision.Theme ?? "", StringComparer.OrdinalIgnoreCase).ThenBy(vision => vision.AreaCode, StringComparer.Ordinal).ThenBy(vision => vision.Id)],
                mayWrite, await With(turn, mayWrite));
        }, cancel);

    public Task<Outcome<VisionFile>> Vision(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<Vision, VisionFile>(actor, WorkAction.ReadDirection, id, async (turn, vision) =>
        {
            var mayWrite = MayWrite(actor);
            if (vision.State == ForceState.Draft && !mayWrite)
                return Workroom.NotFound();
            var uses = await turn.Store.VisionUses.Where(use => use.VisionId == id).Select(use => use.OpgaveId).ToListAsync(cancel);
            var opgaven = new List<Opgave>();
            foreach (var opgave in await turn.Store.Opgaven.Where(opgave => uses.Contains(opgave.Id)).OrderBy(opgave => opgave.Title).ThenBy(opgave => opgave.Id).ToListAsync(cancel))
                if (Permissions.Allows(actor.Roles, WorkAction.ReadOpgave, await turn.StandingTo(opgave)))
                    opgaven.Add(opgave);
            return new VisionFile(
                vision,
                await turn.Store.Visions.SingleOrDefaultAsync(known => known.Id == vision.Replaces, cancel),
                await turn.Store.Visions.FirstOrDefaultAsync(known => known.Replaces == id && known.State != ForceState.Draft, cancel),
                opgaven, await StoryWork.OfSubject(turn, id), mayWrite, await With(turn, mayWrite));
        }, cancel);

    /// <summary>What an opgave stands under: the directions in force, the visions it goes by, and those of the areas it lies in.</summary>
    public Task<Outcome<CourseOfOpgave>> OfOpgave(Actor actor, Guid id, CancellationToken cancel) =>
        room.See<Opgave, CourseOfOpgave>(actor, WorkAction.ReadOpgave, id, async (turn, _) =>
        {
            var places = await turn.Store.OpgavePlaces.Where(place => place.OpgaveId == id && place.Code != null).Select(place => place.Code!).ToListAsync(cancel);
            var chosen = await turn.Store.VisionUses.Where(use => use.OpgaveId == id).OrderBy(use => use.Since).ThenBy(use => use.Id).Select(use => use.VisionId).ToListAsync(cancel);
            var inForce = await turn.Store.Visions.Where(vision => vision.State == ForceState.InForce).OrderBy(vision => vision.Theme).ThenBy(vision => vision.Id).ToListAsync(cancel);
            // A vision that was replaced since is still what the opgave went by; its page leads to the next one.
            var used = await turn.Store.Visions.Where(vision => chosen.Contains(vision.Id)).OrderBy(vision => vision.Theme).ThenBy(vision => vision.Id).ToListAsync(cancel);
            return new CourseOfOpgave(
                await turn.Store.Directions.Where(direction => direction.State == ForceState.InForce).OrderBy(direction => direction.Since).ThenBy(direction => direction.Id).ToListAsync(cancel),
                [
                    .. used.Select(vision => new VisionOfOpgave(vision, true)),
                    .. inForce.Where(vision => !chosen.Contains(vision.Id) && vision.AreaCode is { } area && places.Contains(area)).Select(vision => new VisionOfOpgave(vision, false)),
                ],
                [.. inForce.Where(vision => !chosen.Contains(vision.Id))]);
        }, cancel);

    private static bool MaySet(Actor actor) => Permissions.Allows(actor.Roles, WorkAction.SetDirection, Standing.None);

    private static bool MayWrite(Actor actor) => Permissions.Allows(actor.Roles, WorkAction.WriteVision, null);

    private static async Task<IReadOnlyList<Member>> With(Turn turn, bool mayWrite) => !mayWrite ? [] :
        [.. (await turn.Store.Members.Where(member => member.LeftAt == null).OrderBy(member => member.Function).ThenBy(member => member.Id).ToListAsync(turn.Cancel))
            .Where(member => member.Id != turn.By.Member && member.Roles.Roles.Any(role => role is AccessRole.Professional or AccessRole.Partner))];
}
