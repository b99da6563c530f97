// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Approaches;
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

    /// <summary>The same to many opgaven, in two questions to the store however many they are.</summary>
    internal async Task<IReadOnlyDictionary<Guid, Standing>> StandingsTo(IReadOnlyCollection<Opgave> opgaven)
    {
        if (By.Organisation is not { } organisation)
            return opgaven.ToDictionary(opgave => opgave.Id, opgave => opgave.StandingOf(By));

        var approaches = await Store.Approaches.ToDictionaryAsync(approach => approach.OpgaveId, Cancel);
        var tables = (await Store.Seats.Where(seat => seat.Organisation == organisation).Select(seat => seat.OpgaveId).ToListAsync(Cancel)).ToHashSet();
        return opgaven.ToDictionary(opgave => opgave.Id, opgave => opgave.StandingOf(By) | Standing(opgave, organisation, approaches.GetValueOrDefault(opgave.Id), tables.Contains(opgave.Id)));
    }

    private async Task<Standing> StandingTo(Opgave opgave)
    {
        if (By.Organisation is not { } organisation)
            return Members.Standing.None;

        var approach = await Store.Approaches.SingleOrDefaultAsync(approach => approach.OpgaveId == opgave.Id, Cancel);
        return Standing(opgave, organisation, approach, await Store.Seats.AnyAsync(seat => seat.OpgaveId == opgave.Id && seat.Organisation == organisation, Cancel));
    }

    private static Standing Standing(Opgave opgave, Guid organisation, Approach? approach, bool hasSeat)
    {
        var holds = opgave.Holder == organisation;
        var roles = approach?.Roles.Levels ?? [];
        var seated = holds || hasSeat || roles.Any(role => role.Organisation == organisation);
        var leads = roles.Any(role => role.Leads) ? roles.Any(role => role.Leads && role.Organisation == organisation) : holds;
        return (holds ? Members.Standing.Holder : Members.Standing.None) | (seated ? Members.Standing.Own : Members.Standing.None) | (leads ? Members.Standing.Lead : Members.Standing.None);
    }
}
