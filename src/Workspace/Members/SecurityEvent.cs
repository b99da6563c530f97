// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.History;

namespace Schakel.Workspace.Members;

/// <summary>A line of the security log: for the security officer alone, and gone after the term. It cannot be selected or counted by account.</summary>
public sealed class SecurityEvent : Item, INeverChanges
{
    private SecurityEvent()
    {
    }

    public SecurityEventKind What { get; private set; }

    /// <summary>Whose account; null when no account goes by the name that was given. What was typed is never kept: it may be a password.</summary>
    public Guid? AccountOf { get; private set; }

    /// <summary>Who did it, when that is somebody else.</summary>
    public Guid? DoneBy { get; private set; }

    /// <summary>The network address it came from.</summary>
    public string? FromAddress { get; private set; }

    protected override string Kind => "securityEvent";

    internal static SecurityEvent Of(SecurityEventKind what, Guid? account, string? address, Act act)
    {
        var entry = new SecurityEvent { What = what, AccountOf = account, DoneBy = act.By.Member == account ? null : act.By.Member, FromAddress = address?[..Math.Min(address.Length, 64)] };
        entry.Begin(act);
        return entry;
    }
}

public enum SecurityEventKind
{
    SignedIn,
    SignInRefused,
    AccountClosed,
    LinkRefused,
    PasswordSet,
    Invited,
    LinkMade,
    RolesGiven,
    Left,
    SessionsEnded,
    MunicipalityFounded,
    ProviderBound,
    ProviderRefused,
    PasskeyAdded,
    PasskeyRemoved,
    PasskeyRefused,
    KeyMade,
    KeyTakenBack,
}
