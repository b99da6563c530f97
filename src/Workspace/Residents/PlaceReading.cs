// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Residents;

/// <summary>What everybody may read about a place: only what colleagues made public.</summary>
public sealed class PlaceReading(Workroom room)
{
    /// <param name="actor">Anybody.</param>
    /// <param name="above">Codes from the place itself upwards, finest first: the nearest team answers.</param>
    /// <param name="within">Codes of all areas that count as here: above, and what lies inside.</param>
    /// <param name="cancel">To stop.</param>
    public Task<Outcome<PlacePage>> Page(Actor actor, IReadOnlyList<string> above, IReadOnlyList<string> within, CancellationToken cancel) =>
        room.Read<PlacePage>(actor, WorkAction.ReadPublicPage, async turn =>
        {
            var here = within.Concat(above).Distinct(StringComparer.Ordinal).ToList();
            var teams = await turn.Store.FrontlineTeams.Where(team => above.Contains(team.AreaCode)).ToListAsync(cancel);
            var opgaven = await turn.Store.OpgavePlaces.Where(place => place.Code != null && here.Contains(place.Code)).Select(place => place.OpgaveId).Distinct().ToListAsync(cancel);
            return PlacePage.Of(
                await turn.Municipality(), above.Select(code => teams.FirstOrDefault(team => team.AreaCode == code)).FirstOrDefault(team => team is not null),
                await Items(turn, opgaven, cancel), await turn.Store.Initiatives.Where(initiative => here.Contains(initiative.Place)).ToListAsync(cancel),
                await turn.Store.MunicipalTasks.Where(task => task.State == ForceState.InForce).ToListAsync(cancel),
                await turn.Store.Organisations.ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancel));
        }, cancel);

    /// <summary>Initiatives and invitations that may be known, from everywhere.</summary>
    public Task<Outcome<PublicBoard>> Board(Actor actor, CancellationToken cancel) =>
        room.Read<PublicBoard>(actor, WorkAction.ReadPublicPage, async turn => new PublicBoard(
            (await turn.Municipality()).Name,
            [.. (await turn.Store.Initiatives.ToListAsync(cancel)).Where(initiative => initiative.IsSeen).OrderBy(initiative => initiative.Title, StringComparer.Ordinal)],
            [.. (await turn.Store.Invitations.ToListAsync(cancel)).Where(invitation => invitation.IsSeen).OrderBy(invitation => invitation.Title, StringComparer.Ordinal)],
            [.. (await turn.Store.ChallengeRequests.ToListAsync(cancel)).Where(request => request.IsPublic).OrderBy(request => request.Title, StringComparer.Ordinal)],
            [
                .. (await turn.Store.MunicipalTasks.Where(task => task.State == ForceState.InForce).ToListAsync(cancel)).OrderBy(task => task.Name, StringComparer.Ordinal)
                    .Select(task => new PlacePageTask(task.Id, task.Name, task.RoomForTailoring, null)),
            ]), cancel);

    private static async Task<List<PlacePageItem>> Items(Turn turn, List<Guid> opgaven, CancellationToken cancel)
    {
        var stories = await turn.Store.PublicStories.Where(story => story.State == ForceState.InForce && opgaven.Contains(story.OpgaveId)).ToListAsync(cancel);
        var told = stories.Select(story => story.OpgaveId).ToList();
        var places = (await turn.Store.OpgavePlaces.Where(place => told.Contains(place.OpgaveId) && place.Code != null).ToListAsync(cancel)).ToLookup(place => place.OpgaveId);
        var positions = (await turn.Store.Positions.Where(position => told.Contains(position.OpgaveId)).ToListAsync(cancel)).ToLookup(position => position.OpgaveId);
        var invitations = (await turn.Store.Invitations.Where(invitation => invitation.OpgaveId != null && told.Contains(invitation.OpgaveId.Value)).ToListAsync(cancel))
            .Where(invitation => invitation.IsSeen).ToLookup(invitation => invitation.OpgaveId);
        return
        [
            .. stories.Select(story => new PlacePageItem(
                story.OpgaveId, story.Title, story.What, story.Became, story.NextNews, story.Since, [.. places[story.OpgaveId].Select(place => place.Code!)],
                story.ShowsPositions
                    ? [.. positions[story.OpgaveId].OrderBy(position => position.Group, StringComparer.Ordinal).ThenBy(position => position.Id).Select(position => new PublicPosition(position.Group, position.Text))]
                    : [],
                [.. invitations[story.OpgaveId].OrderBy(invitation => invitation.Title, StringComparer.Ordinal)])),
        ];
    }
}

/// <summary>What residents begin and are invited to, as everybody may read it.</summary>
public sealed record PublicBoard(
    string Municipality, IReadOnlyList<Initiative> Initiatives, IReadOnlyList<Invitation> Invitations, IReadOnlyList<ChallengeRequest> Challenges, IReadOnlyList<PlacePageTask> Tasks);
