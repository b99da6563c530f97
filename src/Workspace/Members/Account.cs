// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Members;

/// <summary>How a colleague signs in. Apart from <see cref="Member"/>, so that it goes on the day somebody leaves.</summary>
public sealed class Account : Item
{
    public static readonly TimeSpan LinkLives = TimeSpan.FromDays(7);
    public static readonly TimeSpan Closed = TimeSpan.FromMinutes(5);

    internal const int Attempts = 5;
    private const int LongestName = 254, SecretBytes = 32;

    private Account()
    {
    }

    public Guid MemberId { get; private set; }

    /// <summary>The work e-mail in small letters.</summary>
    public string SignInName { get; private set; } = "";

    /// <summary>Null as long as none was chosen.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>Changes with the password: what was signed in before no longer is.</summary>
    public string Stamp { get; private set; } = NewSecret();

    public int Failures { get; private set; }

    public DateTimeOffset? ClosedUntil { get; private set; }

    /// <summary>Of the one link that opens this account now; the link itself is known to who got it only.</summary>
    public string? LinkHash { get; private set; }

    public DateTimeOffset? LinkUntil { get; private set; }

    /// <summary>Who this is at the provider of the organisation: issuer and subject in one.</summary>
    public string? Provider { get; private set; }

    protected override string Kind => "account";

    internal static Outcome<Account> Of(Member member, Act act)
    {
        if (!NameOf(member.WorkEmail).TryGet(out var name, out var reason))
            return reason;
        var account = new Account { MemberId = member.Id, SignInName = name };
        account.Begin(act);
        return account;
    }

    /// <summary>How a name is looked up; <c>email-not-understood</c> when it can be none.</summary>
    public static Outcome<string> NameOf(string? email)
    {
        var name = email?.Trim().ToLowerInvariant() ?? "";
        var at = name.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == name.LastIndexOf('@') && at < name.Length - 1 && name.Length <= LongestName && !name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
            ? name
            : new Reason("email-not-understood", "Give a work e-mail address, as name@organisation.nl.");
    }

    /// <summary>A new link; the one before no longer opens.</summary>
    internal string NewLink(DateTimeOffset at)
    {
        var secret = NewSecret();
        (LinkHash, LinkUntil) = (HashOf(secret), at + LinkLives);
        return secret;
    }

    internal bool OpensWith(string secret, DateTimeOffset at) => LinkUntil > at && LinkHash is { } hash
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(HashOf(secret)));

    internal void SetPassword(string hash)
    {
        (PasswordHash, Stamp) = (hash, NewSecret());
        (LinkHash, LinkUntil, Failures, ClosedUntil) = (null, null, 0, null);
    }

    /// <summary>A passkey was added by the link; a password that there was no longer holds, as with a new password.</summary>
    internal void OpenWithoutPassword()
    {
        (PasswordHash, Stamp) = (null, NewSecret());
        (LinkHash, LinkUntil, Failures, ClosedUntil) = (null, null, 0, null);
    }

    internal bool IsClosed(DateTimeOffset at) => ClosedUntil > at;

    /// <summary>One more wrong password; true when that closes the account for a while.</summary>
    internal bool Fail(DateTimeOffset at)
    {
        if (++Failures < Attempts)
            return false;
        (Failures, ClosedUntil) = (0, at + Closed);
        return true;
    }

    internal void Succeed() => (Failures, ClosedUntil) = (0, null);

    internal void Bind(string provider) => Provider = provider;

    internal void EndSessions() => Stamp = NewSecret();

    internal static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
