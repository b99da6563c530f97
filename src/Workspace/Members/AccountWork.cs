// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Members;

/// <summary>What an administrator does with accounts: invite, change rights, make a new link, let go; and who reads what happened.</summary>
public sealed class AccountWork(Workroom room)
{
    private const int LogLines = 500;

    /// <summary>A colleague with an account that opens by a link. Nobody chooses a password for somebody else.</summary>
    public Task<Outcome<Invited>> Invite(
        Actor actor, string name, string function, string email, Guid? organisation, IReadOnlyList<AccessRole> roles, string? address, CancellationToken cancel) =>
        room.Do<Invited>(actor, WorkAction.KeepAccounts, async turn =>
        {
            if (RoleRule.Check(roles) is { } refusal)
                return refusal;
            if (organisation is not null && !(await turn.Find<Organisation>(organisation)).TryGet(out _, out var unknown))
                return unknown;
            if (!Member.Join(name, function, email, organisation, roles, turn.Act).TryGet(out var member, out var reason) || !Account.Of(member, turn.Act).TryGet(out var account, out reason))
                return reason;
            if (await turn.Store.Accounts.AnyAsync(known => known.SignInName == account.SignInName, turn.Cancel))
                return new Reason("sign-in-name-taken", "Somebody has an account with this e-mail address already.");

            var secret = account.NewLink(turn.Act.At);
            turn.Store.AddRange(member, account, SecurityEvent.Of(SecurityEventKind.Invited, member.Id, address, turn.Act));
            return new Invited(member, secret);
        }, cancel);

    /// <summary>A new link for who lost the password or the invitation. The old password works until a new one is chosen; passkeys of a lost device go at once.</summary>
    public Task<Outcome<Invited>> NewLink(Actor actor, Guid id, bool forgetPasskeys, string? address, CancellationToken cancel) =>
        room.On<Member, Invited>(actor, WorkAction.KeepAccounts, id, null, async (turn, member) =>
        {
            if (member.LeftAt is not null)
                return new Reason("member-left", "Who has left cannot sign in.");
            var account = await turn.Store.Accounts.SingleOrDefaultAsync(known => known.MemberId == id, turn.Cancel);
            if (account is null)
            {
                if (!Account.Of(member, turn.Act).TryGet(out account, out var reason))
                    return reason;
                turn.Store.Add(account);
            }

            if (forgetPasskeys && await PasskeyWork.Forget(turn, account) > 0)
            {
                account.EndSessions();
                turn.Store.Add(SecurityEvent.Of(SecurityEventKind.PasskeyRemoved, id, address, turn.Act));
            }

            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.LinkMade, id, address, turn.Act));
            return new Invited(member, account.NewLink(turn.Act.At));
        }, cancel);

    public Task<Outcome<Member>> Give(Actor actor, Guid id, int? seen, IReadOnlyList<AccessRole> roles, string? address, CancellationToken cancel) =>
        room.On<Member, Member>(actor, WorkAction.KeepAccounts, id, seen, async (turn, member) =>
        {
            if (RoleRule.Check(roles) is { } refusal)
                return refusal;
            if (!roles.Contains(AccessRole.TenantAdministrator) && await IsLastAdministrator(turn, member) is { } last)
                return last;
            member.Give(roles);
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.RolesGiven, id, address, turn.Act));
            return member;
        }, cancel);

    /// <summary>Somebody leaves: the account goes at once, the name after its term.</summary>
    public Task<Outcome<Member>> Leave(Actor actor, Guid id, string? address, CancellationToken cancel) =>
        room.On<Member, Member>(actor, WorkAction.KeepAccounts, id, null, async (turn, member) =>
        {
            if (await IsLastAdministrator(turn, member) is { } last)
                return last;
            member.Leave(turn.Act.At);
            foreach (var account in await turn.Store.Accounts.Where(known => known.MemberId == id).ToListAsync(turn.Cancel))
            {
                await PasskeyWork.Forget(turn, account);
                turn.Store.Remove(account);
            }

            // They open nothing any more, and their names are words of who left.
            turn.Store.RemoveRange(await turn.Store.AccessKeys.Where(key => key.MemberId == id).ToListAsync(turn.Cancel));
            turn.Store.Add(SecurityEvent.Of(SecurityEventKind.Left, id, address, turn.Act));
            return member;
        }, cancel);

    /// <summary>Colleagues who are here, by name. When somebody last signed in is nobody's business.</summary>
    public Task<Outcome<Colleagues>> All(Actor actor, CancellationToken cancel) =>
        room.Read<Colleagues>(actor, WorkAction.KeepAccounts, async turn =>
        {
            var members = await turn.Store.Members.Where(member => member.LeftAt == null).OrderBy(member => member.Name).ThenBy(member => member.Function).ToListAsync(turn.Cancel);
            var accounts = await turn.Store.Accounts.ToDictionaryAsync(account => account.MemberId, turn.Cancel);
            var keyed = (await turn.Store.Passkeys.Select(key => key.AccountId).Distinct().ToListAsync(turn.Cancel)).ToHashSet();
            var organisations = await turn.Store.Organisations.OrderBy(organisation => organisation.Name).ToListAsync(turn.Cancel);
            return new Colleagues([.. members.Select(member => Of(member, accounts.GetValueOrDefault(member.Id)))], organisations);

            Colleague Of(Member member, Account? account) =>
                new(member, account, organisations.FirstOrDefault(known => known.Id == member.Organisation), account is not null && keyed.Contains(account.Id));
        }, cancel);

    /// <summary>The last lines of the log, newest first; by kind or day, never by account.</summary>
    public Task<Outcome<SecurityLog>> Log(Actor actor, SecurityEventKind? what, DateOnly? until, CancellationToken cancel) =>
        room.Read<SecurityLog>(actor, WorkAction.ReadSecurityLog, async turn =>
        {
            var lines = turn.Store.SecurityEvents.AsQueryable();
            if (what is { } kind)
                lines = lines.Where(line => line.What == kind);
            if (until is { } day)
            {
                var end = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                lines = lines.Where(line => line.Since < end);
            }

            var shown = await lines.OrderByDescending(line => line.Since).ThenByDescending(line => line.Id).Take(LogLines + 1).ToListAsync(turn.Cancel);
            var names = await turn.Store.Members.ToDictionaryAsync(member => member.Id, member => member.Name ?? member.Function, turn.Cancel);
            return new SecurityLog([.. shown.Take(LogLines)], names, shown.Count > LogLines);
        }, cancel);

    private static async Task<Reason?> IsLastAdministrator(Turn turn, Member member)
    {
        if (member.LeftAt is not null || !member.Roles.Roles.Contains(AccessRole.TenantAdministrator))
            return null;
        var others = await turn.Store.Members.Where(other => other.Id != member.Id && other.LeftAt == null).ToListAsync(turn.Cancel);
        return others.Any(other => other.Roles.Roles.Contains(AccessRole.TenantAdministrator))
            ? null
            : new Reason("last-administrator", "Without an administrator nobody could keep accounts. Make somebody else administrator first.");
    }
}

/// <summary>A member, and the secret of the link that opens the account: shown once.</summary>
public sealed record Invited(Member Member, string Secret);

/// <summary>The people of a municipality and where they may be from.</summary>
public sealed record Colleagues(IReadOnlyList<Colleague> People, IReadOnlyList<Organisation> Organisations);

/// <summary>A colleague; the account is null when they cannot sign in (yet).</summary>
public sealed record Colleague(Member Member, Account? Account, Organisation? Organisation, bool HasPasskey)
{
    /// <summary>Invited, and not in yet.</summary>
    public bool IsWaiting => Account is { PasswordHash: null, Provider: null } && !HasPasskey;
}

public sealed record SecurityLog(IReadOnlyList<SecurityEvent> Lines, IReadOnlyDictionary<Guid, string> Names, bool HasMore);
