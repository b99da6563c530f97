// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Residents;

/// <summary>Telling residents about an opgave, and taking it down again: who leads it, or coordinates.</summary>
public sealed class PublicStoryWork(Workroom room)
{
    public Task<Outcome<PublicStory>> Tell(
        Actor actor, Guid opgave, string title, string what, string? became, string? nextNews, bool showsPositions, CancellationToken cancel) =>
        room.MakeFor<Opgave, PublicStory>(actor, WorkAction.MoveOpgave, opgave, async (turn, found) =>
        {
            if (!PublicStory.Tell(found.Id, title, what, became, nextNews, showsPositions, turn.Act).TryGet(out var story, out var reason))
                return reason;
            foreach (var before in await InForce(turn, opgave, cancel))
                if (!before.Replace(story.Title, turn.Act).TryGet(out _, out reason))
                    return reason;
            return story;
        }, cancel);

    public Task<Outcome<Opgave>> TakeDown(Actor actor, Guid opgave, string because, CancellationToken cancel) =>
        room.On<Opgave, Opgave>(actor, WorkAction.MoveOpgave, opgave, null, async (turn, found) =>
        {
            foreach (var story in await InForce(turn, opgave, cancel))
                if (!story.Replace(because, turn.Act).TryGet(out _, out var reason))
                    return reason;
            return found;
        }, cancel);

    /// <summary>The opgave, what residents read about it now, and what groups want.</summary>
    public Task<Outcome<ToldOpgave>> Of(Actor actor, Guid opgave, CancellationToken cancel) =>
        room.See<Opgave, ToldOpgave>(actor, WorkAction.ReadOpgave, opgave, async (turn, found) => new ToldOpgave(
            found, (await InForce(turn, opgave, cancel)).FirstOrDefault(),
            await turn.Store.OpgavePlaces.Where(place => place.OpgaveId == opgave).OrderBy(place => place.Name).Select(place => place.Name).ToListAsync(cancel),
            await turn.Store.Positions.Where(position => position.OpgaveId == opgave).OrderBy(position => position.Group).ToListAsync(cancel)), cancel);

    private static Task<List<PublicStory>> InForce(Turn turn, Guid opgave, CancellationToken cancel) =>
        turn.Store.PublicStories.Where(story => story.OpgaveId == opgave && story.State == ForceState.InForce).ToListAsync(cancel);
}

/// <summary>An opgave and what residents may read about it; the story is null when nothing is public.</summary>
public sealed record ToldOpgave(Opgave Opgave, PublicStory? Story, IReadOnlyList<string> Places, IReadOnlyList<Position> Positions);
