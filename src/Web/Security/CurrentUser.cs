// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Accounts;
using Schakel.Workspace.Members;

namespace Schakel.Web.Security;

/// <summary>Who asks this: a colleague who is signed in, or a visitor of the municipality whose site this is. One for each request.</summary>
public sealed class CurrentUser(Workplace workplace)
{
    private Actor? signedIn;

    /// <summary>Tenant, account, organisation and roles, as the use cases ask for them.</summary>
    public Actor Actor => signedIn ?? Actor.Visitor(workplace.Home);

    public Guid Tenant => Actor.Tenant;

    public bool IsSignedIn => signedIn is not null;

    /// <summary>Whether there is anything here to sign in to.</summary>
    public bool CanSignIn => workplace.Exists;

    /// <summary>How to call who is signed in; null for a visitor.</summary>
    public string? Name { get; private set; }

    public string? Function { get; private set; }

    /// <summary>Of who is signed in, else of the site; null when there is none.</summary>
    public string? Municipality => workplace.Municipalities.FirstOrDefault(known => known.Id == Tenant)?.Name;

    /// <summary>Whether this could be allowed at all; how one stands to the item is asked by the use case.</summary>
    public bool May(WorkAction action) => Permissions.Allows(Actor.Roles, action, null) && !(LacksPasskey && Permissions.IsForAdministrators(action));

    /// <summary>Came in by passkey, or by way of the organisation.</summary>
    public bool IsStrong { get; private set; }

    /// <summary>Keeps accounts or the log, on a server that asks a passkey for that, and came in without one.</summary>
    public bool LacksPasskey { get; private set; }

    /// <summary>A program that came by a key: what it may change, or null for a person who signed in.</summary>
    public bool? KeyMayWrite { get; private set; }

    /// <summary>A key is no strong way in: where administrators need a passkey, it opens nothing of theirs.</summary>
    internal void BecomesByKey(KeyHolder holder)
    {
        KeyMayWrite = holder.MayWrite;
        Becomes(holder.Member, isStrong: false, hasAccount: true);
    }

    internal void Becomes(Member member, bool isStrong, bool hasAccount)
    {
        IsStrong = isStrong;
        LacksPasskey = workplace.AsksPasskey && hasAccount && !isStrong && member.Roles.Roles.Any(role => role is AccessRole.TenantAdministrator or AccessRole.SecurityOfficer);
        signedIn = member.Acting();
        (Name, Function) = (member.Name ?? member.Function, member.Function);
    }
}
