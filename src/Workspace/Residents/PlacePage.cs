// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Tasks;
using Schakel.Workspace.WorkAreas;

namespace Schakel.Workspace.Residents;

/// <summary>One thing that goes on at a place: what, what became of it. No figures about people.</summary>
public sealed record PlacePageItem(Guid Opgave, string What, OpgaveState State, string? WhatBecameOfIt);

/// <summary>A task that is steered for the whole municipality, and what room there is for one person.</summary>
public sealed record PlacePageTask(string Name, string? RoomForTailoring);

/// <summary>The public page of a place. It always says who to turn to, also when nothing goes on.</summary>
public sealed record PlacePage(string Place, string Contact, DateOnly? ContactSince, IReadOnlyList<PlacePageItem> GoingOn, IReadOnlyList<PlacePageTask> Tasks)
{
    public static PlacePage Of(string place, Municipality municipality, FrontlineTeam? team, IEnumerable<Opgave> opgaven, IEnumerable<MunicipalTask> tasks) => new(
        place, team?.Contact ?? municipality.Contact, team?.ContactSince,
        [.. opgaven.OrderBy(opgave => opgave.Title, StringComparer.Ordinal).Select(opgave => new PlacePageItem(opgave.Id, opgave.Title, opgave.State, opgave.Yield))],
        [
            .. tasks.Where(task => task.Steering != Steering.ByArea).OrderBy(task => task.Name, StringComparer.Ordinal)
                .Select(task => new PlacePageTask(task.Name, task.RoomForTailoring)),
        ]);
}
