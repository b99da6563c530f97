// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Members;

/// <summary>
/// What a program signs in with, in the name of the colleague who made it. It holds until a day, may be allowed to read only, and what it may do is
/// what its owner may at that moment. The key itself is shown once; kept is what it is checked by.
/// </summary>
public sealed class AccessKey : Item
{
    public const int Most = 10;
    private const string Mark = "schakel_";

    private AccessKey()
    {
    }

    public Guid MemberId { get; private set; }

    /// <summary>What its owner calls it: "koppeling zaaksysteem".</summary>
    public string Name { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public DateTimeOffset Until { get; private set; }

    public bool MayWrite { get; private set; }

    protected override string Kind => "accessKey";

    internal static Outcome<MadeKey> Make(string name, DateOnly until, bool mayWrite, Act act)
    {
        if (Words.Missing(("title", name)) is { } missing)
            return missing;
        var today = DateOnly.FromDateTime(act.At.UtcDateTime);
        if (until <= today || until > today.AddYears(1))
            return new Reason("key-until-not-usable", "A key holds until a day between tomorrow and a year from now.");
        if (act.By.Member is not { } member)
            return new Reason("not-allowed", "Only who is signed in makes keys.");

        var secret = Account.NewSecret();
        var key = new AccessKey
        {
            MemberId = member,
            Name = name.Trim(),
            Hash = Account.HashOf(secret),
            Until = new DateTimeOffset(until.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            MayWrite = mayWrite,
        };
        key.Begin(act);
        return new MadeKey(key, Mark + act.By.Tenant.ToString("N", CultureInfo.InvariantCulture) + secret);
    }

    /// <summary>Whose municipality a key says it is of, and its secret half: before that is known no row of it can be seen.</summary>
    public static bool TryRead(string given, out Guid tenant, out string secret)
    {
        (tenant, secret) = (Guid.Empty, "");
        if (!given.StartsWith(Mark, StringComparison.Ordinal) || given.Length != Mark.Length + 32 + 64 || !Guid.TryParseExact(given.AsSpan(Mark.Length, 32), "N", out tenant))
            return false;
        secret = given[(Mark.Length + 32)..];
        return true;
    }
}

/// <summary>A key that was just made, as its owner sees it this once.</summary>
public sealed record MadeKey(AccessKey Key, string Secret);
