// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Members;

/// <summary>
/// Signing in. Every refusal says the same, so that nobody learns which names exist; slow hashing happens outside the turn, and the turn decides again
/// whether the account was closed meanwhile, so that guessing with a hundred at once wins nothing.
/// </summary>
public sealed class SignInWork(Workroom room, IPasswords passwords)
{
    // Made once for all: made anew for every stranger, an answer to a name that nobody has would take twice as long, and so tell.
    private static readonly ConditionalWeakTable<IPasswords, string> nobodys = [];

    /// <summary>Signs in with a password: the account, or <c>sign-in-refused</c>, <c>account-closed</c>.</summary>
    public async Task<Outcome<SignedIn>> With(Guid tenant, string? email, string? password, string? address, CancellationToken cancel)
    {
        var visitor = Actor.Visitor(tenant);
        var name = Account.NameOf(email).TryGet(out var known, out _) ? known : "";
        var given = password ?? "";
        var seen = await room.Read<Found>(visitor, WorkAction.SignIn, async turn => new Found(await turn.Store.Accounts.SingleOrDefaultAsync(account => account.SignInName == name, turn.Cancel)), cancel);
        if (!seen.TryGet(out var found, out var reason))
            return reason;

        // Also for a name that nobody has: an answer that comes sooner would tell.
        var matches = given.Length <= PasswordRule.Longest && passwords.Matches(found.Account?.PasswordHash ?? nobodys.GetValue(passwords, known => known.Hash(Account.NewSecret())), given) && found.Account?.PasswordHash is not null;
        var decided = await room.Do<Decision>(visitor, WorkAction.SignIn, async turn =>
        {
            var account = found.Account is { Id: var id } ? await turn.Store.Accounts.SingleOrDefaultAsync(account => account.Id == id, turn.Cancel) : null;
            var member = account is null ? null : await turn.Store.Members.SingleOrDefaultAsync(member => member.Id == account.MemberId && member.LeftAt == null, turn.Cancel);
            if (account is null || member is null)
                return Refused(turn, null, SecurityEventKind.SignInRefused);
            if (account.IsClosed(turn.Act.At))
                return Refused(turn, member.Id, SecurityEventKind.SignInRefused);
            // The hash that was compared must still be the one that counts.
            if (!matches || account.PasswordHash != found.Account!.PasswordHash)
                return Refused(turn, member.Id, account.Fail(turn.Act.At) ? SecurityEventKind.AccountClosed : SecurityEventKind.SignInRefused);

            account.Succeed();
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.SignedIn, member.Id, address, turn.Act));
            return new Decision(new SignedIn(member, account.Stamp), null);
        }, cancel);
        return Answer(decided);

        Decision Refused(Turn turn, Guid? member, SecurityEventKind what)
        {
            turn.Store.Add(SecurityEvent.Of(what, member, address, turn.Act));
            return new Decision(null, new Reason("sign-in-refused", "This e-mail address and password do not belong together, or there were too many attempts."));
        }
    }

    /// <summary>Somebody plays this person of an invented town: no secret is asked, and it stands in the log like every other time.</summary>
    public Task<Outcome<Member>> Play(Guid tenant, Guid id, string? address, CancellationToken cancel) =>
        room.Do<Member>(Actor.Visitor(tenant), WorkAction.SignIn, async turn =>
        {
            if (await turn.Store.Members.SingleOrDefaultAsync(known => known.Id == id && known.LeftAt == null, turn.Cancel) is not { } member)
                return Workroom.NotFound();
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.SignedIn, id, address, turn.Act));
            return member;
        }, cancel);

    /// <summary>Opens an account by its link and gives it the password that its owner chose.</summary>
    public async Task<Outcome<SignedIn>> Open(Guid tenant, string secret, string? password, string? address, CancellationToken cancel)
    {
        var visitor = Actor.Visitor(tenant);
        if (!(await Whose(tenant, secret, cancel)).TryGet(out var name, out var reason))
        {
            await room.Do<Decision>(visitor, WorkAction.SignIn, turn =>
            {
                turn.Store.Add(SecurityEvent.Of(SecurityEventKind.LinkRefused, null, address, turn.Act));
                return Task.FromResult<Outcome<Decision>>(new Decision(null, null));
            }, cancel);
            return reason;
        }

        if (PasswordRule.Check(password, name) is { } weak)
            return weak;
        var hash = passwords.Hash(password!);
        return await room.Do<SignedIn>(visitor, WorkAction.SignIn, async turn =>
        {
            if (await ByLink(turn, secret) is not { } account || await turn.Store.Members.SingleOrDefaultAsync(member => member.Id == account.MemberId && member.LeftAt == null, turn.Cancel) is not { } member)
                return NotValid();
            account.SetPassword(hash);
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.PasswordSet, member.Id, address, turn.Act));
            return new SignedIn(member, account.Stamp);
        }, cancel);
    }

    /// <summary>The name on the account that this link opens; <c>link-not-valid</c> when it opens none (any more).</summary>
    public Task<Outcome<string>> Whose(Guid tenant, string secret, CancellationToken cancel) =>
        room.Read<string>(Actor.Visitor(tenant), WorkAction.SignIn, async turn => await ByLink(turn, secret) is { } account ? account.SignInName : NotValid(), cancel);

    /// <summary>One's own password, by who knows the old one. Other places where one was signed in no longer are.</summary>
    public async Task<Outcome<SignedIn>> Change(Actor actor, string? old, string? password, string? address, CancellationToken cancel)
    {
        var seen = await room.Read<Found>(actor, WorkAction.KeepOwnAccount, async turn => new Found(await turn.Store.Accounts.SingleOrDefaultAsync(account => account.MemberId == actor.Member, turn.Cancel)), cancel);
        if (!seen.TryGet(out var found, out var reason))
            return reason;
        if (found.Account is not { PasswordHash: { } current } known)
            return Workroom.NotFound();
        if (PasswordRule.Check(password, known.SignInName) is { } weak)
            return weak;

        var matches = (old ?? "").Length <= PasswordRule.Longest && passwords.Matches(current, old ?? "");
        var hash = passwords.Hash(password!);
        return Answer(await room.Do<Decision>(actor, WorkAction.KeepOwnAccount, async turn =>
        {
            var account = await turn.Store.Accounts.SingleAsync(account => account.Id == known.Id, turn.Cancel);
            var member = await turn.Store.Members.SingleAsync(member => member.Id == account.MemberId, turn.Cancel);
            if (!matches || account.IsClosed(turn.Act.At) || account.PasswordHash != current)
            {
                turn.Store.Add(SecurityEvent.Of(account.IsClosed(turn.Act.At) || !account.Fail(turn.Act.At) ? SecurityEventKind.SignInRefused : SecurityEventKind.AccountClosed, member.Id, address, turn.Act));
                return new Decision(null, new Reason("old-password-wrong", "The old password is not right, or there were too many attempts."));
            }

            account.SetPassword(hash);
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.PasswordSet, member.Id, address, turn.Act));
            return new Decision(new SignedIn(member, account.Stamp), null);
        }, cancel));
    }

    /// <summary>Signs this person out everywhere.</summary>
    public Task<Outcome<Account>> EndSessions(Actor actor, string? address, CancellationToken cancel) =>
        room.Do<Account>(actor, WorkAction.KeepOwnAccount, async turn =>
        {
            if (await turn.Store.Accounts.SingleOrDefaultAsync(account => account.MemberId == actor.Member, turn.Cancel) is not { } account)
                return Workroom.NotFound();
            account.EndSessions();
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.SessionsEnded, actor.Member, address, turn.Act));
            return account;
        }, cancel);

    /// <summary>
    /// Signs in who the provider of the organisation vouches for. Only who was invited comes in: at the first time by the e-mail address that the provider
    /// has verified, from then on by the provider's own name for this person.
    /// </summary>
    public async Task<Outcome<SignedIn>> Vouched(Guid tenant, string provider, string? verifiedEmail, string? address, CancellationToken cancel) =>
        Answer(await room.Do<Decision>(Actor.Visitor(tenant), WorkAction.SignIn, async turn =>
        {
            var account = await turn.Store.Accounts.SingleOrDefaultAsync(account => account.Provider == provider, turn.Cancel);
            if (account is null && Account.NameOf(verifiedEmail).TryGet(out var name, out _)
                && await turn.Store.Accounts.SingleOrDefaultAsync(account => account.SignInName == name && account.Provider == null, turn.Cancel) is { } invited)
            {
                account = invited;
                account.Bind(provider);
                turn.Store.Add(SecurityEvent.Of(SecurityEventKind.ProviderBound, account.MemberId, address, turn.Act));
            }

            if (account is null || await turn.Store.Members.SingleOrDefaultAsync(member => member.Id == account.MemberId && member.LeftAt == null, turn.Cancel) is not { } member)
            {
                turn.Store.Add(SecurityEvent.Of(SecurityEventKind.ProviderRefused, null, address, turn.Act));
                return new Decision(null, new Reason("provider-account-unknown", "Your organisation knows you, but nobody has invited you here yet. Ask your administrator."));
            }

            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.SignedIn, member.Id, address, turn.Act));
            return new Decision(new SignedIn(member, account.Stamp), null);
        }, cancel));

    internal static async Task<Account?> ByLink(Turn turn, string secret)
    {
        var hash = Account.HashOf(secret);
        var account = await turn.Store.Accounts.SingleOrDefaultAsync(account => account.LinkHash == hash, turn.Cancel);
        return account?.OpensWith(secret, turn.Act.At) == true ? account : null;
    }

    internal static Outcome<SignedIn> Answer(Outcome<Decision> decided) =>
        !decided.TryGet(out var decision, out var reason) ? reason : decision.Answer is { } answer ? answer : decision.Refusal!;

    internal static Reason NotValid() => new("link-not-valid", "This link was used already, is too old, or was replaced by a newer one. Ask your administrator for a new link.");

    private sealed record Found(Account? Account);
}

// What was refused is written down too, so a refusal is an answer here.
internal sealed record Decision(SignedIn? Answer, Reason? Refusal);

/// <summary>Who is signed in, and the stamp that holds until the password changes.</summary>
public sealed record SignedIn(Member Member, string Stamp);
