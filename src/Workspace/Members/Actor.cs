// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Members;

/// <summary>Somebody who acts: an account with its roles, or a visitor without one.</summary>
public sealed record Actor(Guid Tenant, Guid? Member, Guid? Organisation, IReadOnlySet<AccessRole> Roles)
{
    public static Actor Visitor(Guid tenant) => new(tenant, null, null, new HashSet<AccessRole> { AccessRole.Visitor });

    public bool Is(AccessRole role) => Roles.Contains(role);

    /// <summary>A director reads functions, no names.</summary>
    public bool SeesNames => Roles.Any(role => role is not (AccessRole.Director or AccessRole.Visitor));

    /// <summary>Whether this person can still be asked for a judgement, and so must not see those of others first.</summary>
    public bool MayJudge => Roles.Any(role => role is AccessRole.Partner or AccessRole.Professional or AccessRole.Coordinator or AccessRole.PolicyAdviser);
}
