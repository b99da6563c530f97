// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;

namespace Schakel.Workspace.Storage;

/// <summary>One turn at the store: who acts, when, and what they see.</summary>
public sealed record Turn(WorkspaceStore Store, Act Act, CancellationToken Cancel)
{
    public Actor By => Act.By;

    public async Task<Outcome<T>> Find<T>(Guid? id)
        where T : Item => await Store.Set<T>().SingleOrDefaultAsync(item => item.Id == id, Cancel) is { } found ? found : Workroom.NotFound();

    /// <summary>The ladder in force; the nine known levels as long as none was chosen.</summary>
    public async Task<LadderLevels> Ladder() =>
        (await Store.Ladders.Where(ladder => ladder.State == ForceState.InForce).OrderByDescending(ladder => ladder.Since).FirstOrDefaultAsync(Cancel))?.Rungs ?? LadderLevels.Known;

    public async Task<Municipality> Municipality() => await Store.Municipalities.SingleAsync(municipality => municipality.Id == Store.Tenant, Cancel);

    /// <summary>How the actor stands to an item: to the item itself, and to the opgave it belongs to.</summary>
    internal async Task<Standing> StandingTo(Item item)
    {
        var standing = item.StandingOf(By);
        if (item is Opgave opgave)
            return standing | await StandingTo(opgave);
        if (Store.Entry(item).Metadata.FindProperty(nameof(Position.OpgaveId)) is { } property
            && Store.Entry(item).Property(property).CurrentValue is Guid id
            && await Store.Opgaven.SingleOrDefaultAsync(opgave => opgave.Id == id, Cancel) is { } about)
            standing |= await StandingTo(about);
        return standing;
    }

    private async Task<Standing> StandingTo(Opgave opgave)
    {
        if (By.Organisation is not { } organisation)
            return Standing.None;

        var holds = opgave.Holder == organisation;
        var approach = await Store.Approaches.SingleOrDefaultAsync(approach => approach.OpgaveId == opgave.Id, Cancel);
        var roles = approach?.Roles.Levels ?? [];
        var seated = holds || roles.Any(role => role.Organisation == organisation)
            || await Store.Seats.AnyAsync(seat => seat.OpgaveId == opgave.Id && seat.Organisation == organisation, Cancel);
        var leads = roles.Any(role => role.Leads) ? roles.Any(role => role.Leads && role.Organisation == organisation) : holds;
        return (holds ? Standing.Holder : Standing.None) | (seated ? Standing.Own : Standing.None) | (leads ? Standing.Lead : Standing.None);
    }
}
