// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.History;

/// <summary>A line of the story as somebody reads it.</summary>
/// <param name="At">When.</param>
/// <param name="Who">A name; a function for a director, or once the name is erased; null for a visitor.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="What">What happened.</param>
/// <param name="From">From.</param>
/// <param name="To">To.</param>
/// <param name="Because">Why.</param>
public sealed record StoryLine(DateTimeOffset At, string? Who, string Kind, string What, string? From, string? To, string Because);

/// <summary>History as a story: of an opgave, or of everything at a place. There is no other way in.</summary>
public sealed class StoryWork(Workroom room)
{
    public Task<Outcome<IReadOnlyList<StoryLine>>> OfOpgave(Actor actor, Guid opgave, CancellationToken cancel) =>
        room.See<Opgave, IReadOnlyList<StoryLine>>(actor, WorkAction.ReadOpgave, opgave, async (turn, _) =>
            new Outcome<IReadOnlyList<StoryLine>>(await Told(turn, [opgave])), cancel);

    /// <summary>All opgaven at an area, for who may read every one of them; a partner reads those of its own table.</summary>
    public Task<Outcome<IReadOnlyList<StoryLine>>> OfPlace(Actor actor, string areaCode, CancellationToken cancel) =>
        room.Read<IReadOnlyList<StoryLine>>(actor, WorkAction.ReadOpgave, async turn =>
        {
            var here = await turn.Store.OpgavePlaces.Where(place => place.Code == areaCode).Select(place => place.OpgaveId).Distinct().ToListAsync(cancel);
            var readable = new List<Guid>();
            foreach (var opgave in await turn.Store.Opgaven.Where(opgave => here.Contains(opgave.Id)).ToListAsync(cancel))
                if (Permissions.Allows(actor.Roles, WorkAction.ReadOpgave, await turn.StandingTo(opgave)))
                    readable.Add(opgave.Id);
            return new Outcome<IReadOnlyList<StoryLine>>(await Told(turn, readable));
        }, cancel);

    /// <summary>Of one thing that the reader may see.</summary>
    internal static Task<IReadOnlyList<StoryLine>> OfSubject(Turn turn, Guid subject) => Told(turn, turn.Store.History.Where(line => line.Subject == subject));

    private static Task<IReadOnlyList<StoryLine>> Told(Turn turn, List<Guid> opgaven) =>
        Told(turn, turn.Store.History.Where(line => line.Opgave != null && opgaven.Contains(line.Opgave.Value)));

    private static async Task<IReadOnlyList<StoryLine>> Told(Turn turn, IQueryable<HistoryEntry> told)
    {
        var lines = await told.OrderBy(line => line.Number).ToListAsync(turn.Cancel);
        var people = await turn.Store.Members.ToDictionaryAsync(member => member.Id, turn.Cancel);
        return [.. lines.Select(line => new StoryLine(line.At, Who(line.By), line.Kind, line.What, line.From, line.To, line.Because))];

        string? Who(Guid? by) => by is { } id && people.TryGetValue(id, out var member)
            ? turn.By.SeesNames ? member.Name ?? member.Function : member.Function
            : null;
    }
}
