// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Members;

/// <summary>Making keys for one's own programs, taking them back, and finding whose key it is.</summary>
public sealed class AccessKeyWork(Workroom room)
{
    public Task<Outcome<MadeKey>> Make(Actor actor, string name, DateOnly until, bool mayWrite, string? address, CancellationToken cancel) =>
        room.Do<MadeKey>(actor, WorkAction.KeepOwnAccount, async turn =>
        {
            if (!AccessKey.Make(name, until, mayWrite, turn.Act).TryGet(out var made, out var reason))
                return reason;
            var known = await turn.Store.AccessKeys.CountAsync(key => key.MemberId == actor.Member, turn.Cancel);
            if (known >= AccessKey.Most)
                return new Reason("keys-too-many", $"You have {known} keys already. Take one back first.") { Arguments = [known] };
            turn.Store.AddRange(made.Key, SecurityEvent.Of(SecurityEventKind.KeyMade, actor.Member, address, turn.Act));
            return made;
        }, cancel);

    /// <summary>One's own keys, by name.</summary>
    public Task<Outcome<IReadOnlyList<AccessKey>>> Own(Actor actor, CancellationToken cancel) =>
        room.Read<IReadOnlyList<AccessKey>>(actor, WorkAction.KeepOwnAccount, async turn =>
            await turn.Store.AccessKeys.Where(key => key.MemberId == actor.Member).OrderBy(key => key.Name).ThenBy(key => key.Id).ToListAsync(turn.Cancel), cancel);

    /// <summary>From now on nothing opens with it.</summary>
    public Task<Outcome<AccessKey>> TakeBack(Actor actor, Guid id, string? address, CancellationToken cancel) =>
        room.Do<AccessKey>(actor, WorkAction.KeepOwnAccount, async turn =>
        {
            if (await turn.Store.AccessKeys.SingleOrDefaultAsync(key => key.Id == id && key.MemberId == actor.Member, turn.Cancel) is not { } key)
                return Workroom.NotFound();
            turn.Store.Remove(key);
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.KeyTakenBack, actor.Member, address, turn.Act));
            return key;
        }, cancel);

    /// <summary>Whose key this is; <c>key-not-valid</c> when it is nobody's (any more).</summary>
    public Task<Outcome<KeyHolder>> Who(string given, CancellationToken cancel) => !AccessKey.TryRead(given, out var tenant, out var secret)
        ? Task.FromResult<Outcome<KeyHolder>>(NotValid())
        : room.Read<KeyHolder>(Actor.Visitor(tenant), WorkAction.SignIn, async turn =>
        {
            var hash = Account.HashOf(secret);
            return await turn.Store.AccessKeys.SingleOrDefaultAsync(key => key.Hash == hash, turn.Cancel) is { } key && key.Until > turn.Act.At
                && await turn.Store.Members.SingleOrDefaultAsync(member => member.Id == key.MemberId && member.LeftAt == null, turn.Cancel) is { } member
                ? new KeyHolder(member, key.MayWrite)
                : NotValid();
        }, cancel);

    private static Reason NotValid() => new("key-not-valid", "This key does not exist (any more): it ended, was taken back, or was never made.");
}

/// <summary>The colleague in whose name a program asks, and whether it may change anything.</summary>
public sealed record KeyHolder(Member Member, bool MayWrite);
