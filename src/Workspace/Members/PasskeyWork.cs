// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Members;

/// <summary>
/// Passkeys of accounts: adding, naming, removing, signing in. The signature itself is checked at the door; here is decided, in one turn, whether this
/// account, this person and this count still hold.
/// </summary>
public sealed class PasskeyWork(Workroom room)
{
    public const int Most = 10;

    /// <summary>An account with its passkeys, to compare a signature with; <c>no-such-item</c> when there is none (any more).</summary>
    public Task<Outcome<AccountKeys>> Of(Guid tenant, Guid account, CancellationToken cancel) =>
        room.Read<AccountKeys>(Actor.Visitor(tenant), WorkAction.SignIn, async turn => await turn.Store.Accounts.SingleOrDefaultAsync(known => known.Id == account, turn.Cancel) is { } found
            ? await KeysOf(turn, found)
            : Workroom.NotFound(), cancel);

    /// <summary>One's own account; <c>no-such-item</c> for who plays somebody of an invented town.</summary>
    public Task<Outcome<AccountKeys>> Own(Actor actor, CancellationToken cancel) =>
        room.Read<AccountKeys>(actor, WorkAction.KeepOwnAccount, async turn => await OwnAccount(turn) is { } found ? await KeysOf(turn, found) : Workroom.NotFound(), cancel);

    /// <summary>The account that a one-time link opens.</summary>
    public Task<Outcome<AccountKeys>> ByLink(Guid tenant, string secret, CancellationToken cancel) =>
        room.Read<AccountKeys>(Actor.Visitor(tenant), WorkAction.SignIn, async turn => await SignInWork.ByLink(turn, secret) is { } found ? await KeysOf(turn, found) : SignInWork.NotValid(), cancel);

    public Task<Outcome<SignedIn>> Add(Actor actor, NewPasskey made, string? name, string? address, CancellationToken cancel) =>
        room.Do<SignedIn>(actor, WorkAction.KeepOwnAccount, async turn =>
        {
            if (await OwnAccount(turn) is not { } account)
                return Workroom.NotFound();
            return await Keep(turn, account, made, name, address) is { } reason ? reason : await SignedIn(turn, account);
        }, cancel);

    /// <summary>Opens an account by its link with a passkey instead of a password: for who was invited, and for who lost the way in.</summary>
    public Task<Outcome<SignedIn>> Open(Guid tenant, string secret, NewPasskey made, string? name, string? address, CancellationToken cancel) =>
        room.Do<SignedIn>(Actor.Visitor(tenant), WorkAction.SignIn, async turn =>
        {
            if (await SignInWork.ByLink(turn, secret) is not { } account || await Present(turn, account) is null)
                return SignInWork.NotValid();
            if (await Keep(turn, account, made, name, address) is { } reason)
                return reason;
            account.OpenWithoutPassword();
            return await SignedIn(turn, account);
        }, cancel);

    /// <summary>Signs in with a key whose signature was checked. What is refused is written down too.</summary>
    /// <param name="tenant">Whose account.</param>
    /// <param name="id">Which account.</param>
    /// <param name="credential">Which key.</param>
    /// <param name="count">As the key signed it.</param>
    /// <param name="isBackedUp">As the key signed it.</param>
    /// <param name="address">Network address, for the log.</param>
    /// <param name="cancel">To stop.</param>
    public async Task<Outcome<SignedIn>> SignIn(Guid tenant, Guid id, byte[] credential, long count, bool isBackedUp, string? address, CancellationToken cancel) =>
        SignInWork.Answer(await room.Do<Decision>(Actor.Visitor(tenant), WorkAction.SignIn, async turn =>
        {
            // An account that guessing has closed still opens for its key: nobody can keep a colleague out by typing wrong passwords.
            var key = await turn.Store.Passkeys.SingleOrDefaultAsync(known => known.AccountId == id && known.CredentialId == credential, turn.Cancel);
            var account = key is null ? null : await turn.Store.Accounts.SingleOrDefaultAsync(known => known.Id == id, turn.Cancel);
            var member = account is null ? null : await Present(turn, account);
            if (key is null || account is null || member is null || !key.Signed(count, isBackedUp))
                return Refused(turn, member?.Id, address);
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.SignedIn, member.Id, address, turn.Act));
            return new Decision(new SignedIn(member, account.Stamp), null);
        }, cancel));

    /// <summary>A key that did not fit: written down for the municipality it named.</summary>
    public async Task<Reason> Refuse(Guid tenant, Guid? account, string? address, CancellationToken cancel)
    {
        var decided = await room.Do<Decision>(Actor.Visitor(tenant), WorkAction.SignIn, async turn =>
        {
            var known = await turn.Store.Accounts.SingleOrDefaultAsync(known => known.Id == account, turn.Cancel);
            return Refused(turn, known?.MemberId, address);
        }, cancel);
        return decided.TryGet(out var decision, out var reason) ? decision.Refusal! : reason;
    }

    public Task<Outcome<Passkey>> Rename(Actor actor, Guid id, string? name, CancellationToken cancel) =>
        room.Do<Passkey>(actor, WorkAction.KeepOwnAccount, async turn =>
            await OwnKey(turn, id) is not { } key ? Workroom.NotFound() : key.Rename(name) is { } reason ? reason : key, cancel);

    /// <summary>Removes a key, unless nothing else would open this account. Whoever came in with it is out.</summary>
    public Task<Outcome<SignedIn>> Remove(Actor actor, Guid id, string? address, CancellationToken cancel) =>
        room.Do<SignedIn>(actor, WorkAction.KeepOwnAccount, async turn =>
        {
            if (await OwnAccount(turn) is not { } account || await OwnKey(turn, id) is not { } key)
                return Workroom.NotFound();
            if (account is { PasswordHash: null, Provider: null } && !await turn.Store.Passkeys.AnyAsync(other => other.AccountId == account.Id && other.Id != id, turn.Cancel))
                return new Reason("last-way-in", "Without this passkey nothing would open your account. Add another one first.");
            turn.Store.Remove(key);
            account.EndSessions();
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.PasskeyRemoved, account.MemberId, address, turn.Act));
            return await SignedIn(turn, account);
        }, cancel);

    internal static async Task<int> Forget(Turn turn, Account account)
    {
        var keys = await turn.Store.Passkeys.Where(key => key.AccountId == account.Id).ToListAsync(turn.Cancel);
        turn.Store.RemoveRange(keys);
        return keys.Count;
    }

    private static async Task<Reason?> Keep(Turn turn, Account account, NewPasskey made, string? name, string? address)
    {
        if (await turn.Store.Passkeys.CountAsync(key => key.AccountId == account.Id, turn.Cancel) >= Most)
            return new Reason("too-many-passkeys", $"An account has at most {Most} passkeys. Remove one that you no longer use.") { Arguments = [Most] };
        if (await turn.Store.Passkeys.AnyAsync(key => key.CredentialId == made.CredentialId, turn.Cancel))
            return new Reason("passkey-known", "This passkey is known here already.");
        if (!Passkey.Of(account, made, name, turn.Act).TryGet(out var passkey, out var reason))
            return reason;
        turn.Store.AddRange(passkey, SecurityEvent.Of(SecurityEventKind.PasskeyAdded, account.MemberId, address, turn.Act));
        return null;
    }

    private static async Task<AccountKeys> KeysOf(Turn turn, Account account) =>
        new(account, await turn.Store.Passkeys.Where(key => key.AccountId == account.Id).OrderBy(key => key.Since).ThenBy(key => key.Id).ToListAsync(turn.Cancel));

    private static Task<Account?> OwnAccount(Turn turn) => turn.Store.Accounts.SingleOrDefaultAsync(account => account.MemberId == turn.By.Member, turn.Cancel);

    private static async Task<Passkey?> OwnKey(Turn turn, Guid id) =>
        await OwnAccount(turn) is { } account ? await turn.Store.Passkeys.SingleOrDefaultAsync(key => key.Id == id && key.AccountId == account.Id, turn.Cancel) : null;

    private static Task<Member?> Present(Turn turn, Account account) =>
        turn.Store.Members.SingleOrDefaultAsync(member => member.Id == account.MemberId && member.LeftAt == null, turn.Cancel);

    private static async Task<SignedIn> SignedIn(Turn turn, Account account) => new((await Present(turn, account))!, account.Stamp);

    private static Decision Refused(Turn turn, Guid? member, string? address)
    {
        turn.Store.Add(SecurityEvent.Of(SecurityEventKind.PasskeyRefused, member, address, turn.Act));
        return new Decision(null, new Reason("passkey-refused", "This passkey does not open an account here. Sign in another way, or ask your administrator for a new link."));
    }
}

/// <summary>An account and what opens it.</summary>
public sealed record AccountKeys(Account Account, IReadOnlyList<Passkey> Passkeys);
