// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;
using Schakel.Workspace.Tasks;
using Schakel.Workspace.WorkAreas;

namespace Schakel.Workspace.Residents;

/// <summary>What a group wants, in its own words.</summary>
public sealed record PublicPosition(string Group, string Text);

/// <summary>One thing that goes on at a place: what, what became of it, and who wants what. No figures about people.</summary>
/// <param name="Opgave">Its id, for the address of the item.</param>
/// <param name="Title">In words for residents.</param>
/// <param name="What">What goes on.</param>
/// <param name="Became">What was done with it; null when nothing yet.</param>
/// <param name="NextNews">When there is more to tell; null when nobody said.</param>
/// <param name="Since">When this was written.</param>
/// <param name="Codes">Areas it lies in.</param>
/// <param name="Positions">Next to each other, as they were given; empty when colleagues show none.</param>
/// <param name="Invitations">What residents are invited to.</param>
public sealed record PlacePageItem(
    Guid Opgave, string Title, string What, string? Became, string? NextNews, DateTimeOffset Since, IReadOnlyList<string> Codes,
    IReadOnlyList<PublicPosition> Positions, IReadOnlyList<Invitation> Invitations);

/// <summary>A task that is steered for the whole municipality, and what room there is for one person.</summary>
public sealed record PlacePageTask(Guid Task, string Name, string? RoomForTailoring, string? Owner);

/// <summary>The public page of a place. It always says who to turn to, also when nothing goes on.</summary>
/// <param name="Municipality">Name of who answers here.</param>
/// <param name="Contact">Who to turn to: the team of the area, else the desk of the municipality.</param>
/// <param name="ContactSince">Since when; null for the desk.</param>
/// <param name="GoingOn">By title.</param>
/// <param name="Initiatives">What residents started here and may be known.</param>
/// <param name="Tasks">By name.</param>
public sealed record PlacePage(
    string Municipality, string Contact, DateOnly? ContactSince, IReadOnlyList<PlacePageItem> GoingOn, IReadOnlyList<Initiative> Initiatives, IReadOnlyList<PlacePageTask> Tasks)
{
    public static PlacePage Of(
        Municipality municipality, FrontlineTeam? team, IEnumerable<PlacePageItem> goingOn, IEnumerable<Initiative> initiatives, IEnumerable<MunicipalTask> tasks,
        IReadOnlyDictionary<Guid, string> owners) => new(
        municipality.Name, team?.Contact ?? municipality.Contact, team?.ContactSince,
        [.. goingOn.OrderBy(item => item.Title, StringComparer.Ordinal).ThenBy(item => item.Opgave)],
        [.. initiatives.Where(initiative => initiative.IsSeen).OrderBy(initiative => initiative.Title, StringComparer.Ordinal)],
        [
            .. tasks.Where(task => task.Steering != Steering.ByArea).OrderBy(task => task.Name, StringComparer.Ordinal)
                .Select(task => new PlacePageTask(task.Id, task.Name, task.RoomForTailoring, task.Owner is { } owner ? owners.GetValueOrDefault(owner) : null)),
        ]);
}
