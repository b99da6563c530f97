// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Peers;

/// <summary>A group as its page shows it; names of members and notes are for members alone.</summary>
/// <param name="Group">The group.</param>
/// <param name="IsMember">Whether the reader belongs to it.</param>
/// <param name="Members">Functions of the members; empty for everybody else.</param>
/// <param name="Notes">What the group wrote down; empty for everybody else.</param>
public sealed record ReadGroup(PeerGroup Group, bool IsMember, IReadOnlyList<string> Members, IReadOnlyList<PeerNote> Notes);

/// <summary>Something that was exchanged with another municipality.</summary>
/// <param name="Exchange">The title is always there; the text only once both accepted.</param>
/// <param name="Other">Name of the other municipality.</param>
/// <param name="Text">What may be read of it.</param>
/// <param name="IsOurs">Whether it came from here.</param>
/// <param name="WeAccept">Whether this side accepts.</param>
public sealed record ReadExchange(Exchange Exchange, string Other, string? Text, bool IsOurs, bool WeAccept);

/// <summary>The craft: what there is to learn, who learns together, and what one tells the neighbours.</summary>
public sealed record CraftFile(
    IReadOnlyList<CraftOffer> Offers, IReadOnlyList<ReadGroup> Groups, IReadOnlyList<ReadExchange> Exchanges, IReadOnlyList<Member> Colleagues,
    IReadOnlyList<Municipality> Others, bool MayKeep, bool MayShare);

/// <summary>Reading the craft.</summary>
public sealed class CraftReading(Workroom room)
{
    public Task<Outcome<CraftFile>> Of(Actor actor, CancellationToken cancel) =>
        room.Read<CraftFile>(actor, WorkAction.Reflect, async turn =>
        {
            var store = turn.Store;
            var members = await store.Members.Where(member => member.LeftAt == null).OrderBy(member => member.Function).ThenBy(member => member.Id).ToListAsync(cancel);
            var municipalities = await store.Municipalities.OrderBy(known => known.Name).ToListAsync(cancel);
            var groups = new List<ReadGroup>();
            foreach (var group in await store.PeerGroups.OrderBy(group => group.Name).ThenBy(group => group.Id).ToListAsync(cancel))
            {
                var isMember = Permissions.Allows(actor.Roles, WorkAction.ReadPeerNotes, group.StandingOf(actor)) && group.StandingOf(actor).HasFlag(Standing.Member);
                groups.Add(new ReadGroup(
                    group, isMember,
                    isMember ? [.. members.Where(member => group.Members.Ids.Contains(member.Id)).Select(member => member.Name ?? member.Function)] : [],
                    isMember ? await store.PeerNotes.Where(note => note.GroupId == group.Id).OrderBy(note => note.Since).ThenBy(note => note.Id).ToListAsync(cancel) : []));
            }

            var mayShare = Permissions.Allows(actor.Roles, WorkAction.ShareOutside, Standing.None);
            var exchanges = (await store.Exchanges.OrderBy(exchange => exchange.Since).ThenBy(exchange => exchange.Id).ToListAsync(cancel)).Select(exchange =>
            {
                var isOurs = exchange.Tenant == actor.Tenant;
                return new ReadExchange(
                    exchange, municipalities.FirstOrDefault(known => known.Id == (isOurs ? exchange.With : exchange.Tenant))?.Name ?? "", exchange.TextFor(actor.Tenant),
                    isOurs, isOurs ? exchange.GiverAccepts : exchange.ReceiverAccepts);
            });
            return new CraftFile(
                await store.CraftOffers.OrderBy(offer => offer.Title).ThenBy(offer => offer.Id).ToListAsync(cancel), groups, [.. exchanges], members,
                [.. municipalities.Where(known => known.Id != actor.Tenant)],
                Permissions.Allows(actor.Roles, WorkAction.KeepPeerGroup, Standing.None), mayShare);
        }, cancel);
}
