// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Members;

/// <summary>
/// A key pair of which we know the public half: the private one lies in a phone, computer or key ring of its owner, and opens by finger, face or PIN.
/// What kind of device that is, is not kept: nobody needs it to check a signature.
/// </summary>
public sealed class Passkey : Item
{
    public const int LongestName = 60;

    private Passkey()
    {
    }

    public Guid AccountId { get; private set; }

    /// <summary>What its owner calls it: "telefoon".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Which key the browser must take.</summary>
    public byte[] CredentialId { get; private set; } = [];

    /// <summary>The public half, as the standard writes it (COSE).</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>How often it signed, when it counts: a copy lags behind. Keys that travel between devices say 0 for ever.</summary>
    public long SignCount { get; private set; }

    /// <summary>Whether it may travel with the account at its maker; a key that once could not, never can.</summary>
    public bool MayBeBackedUp { get; private set; }

    public bool IsBackedUp { get; private set; }

    protected override string Kind => "passkey";

    internal static Outcome<Passkey> Of(Account account, NewPasskey made, string? name, Act act)
    {
        if (CheckName(name) is { } reason)
            return reason;
        var passkey = new Passkey
        {
            AccountId = account.Id,
            Name = name!.Trim(),
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            MayBeBackedUp = made.MayBeBackedUp,
            IsBackedUp = made.IsBackedUp,
        };
        passkey.Begin(act);
        return passkey;
    }

    internal Reason? Rename(string? name)
    {
        if (CheckName(name) is { } reason)
            return reason;
        Name = name!.Trim();
        return null;
    }

    /// <summary>It signed once more; false when the count does not rise, as with a copy, or with the same signature sent twice at the same moment.</summary>
    internal bool Signed(long count, bool isBackedUp)
    {
        if ((count != 0 || SignCount != 0) && count <= SignCount)
            return false;
        (SignCount, IsBackedUp) = (count, isBackedUp);
        return true;
    }

    private static Reason? CheckName(string? name) => Words.Missing(("passkeyName", name)) ?? (name!.Trim().Length > LongestName
        ? new Reason("text-too-long", $"This is longer than {LongestName} characters: passkeyName.") { Arguments = [LongestName, new Texts.Term("text.passkeyName")] }
        : null);
}

/// <summary>What a browser handed over and the standard has checked.</summary>
public sealed record NewPasskey(byte[] CredentialId, byte[] PublicKey, long SignCount, bool MayBeBackedUp, bool IsBackedUp);
