// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Workspace.Members;

/// <summary>Which rights one person can hold together.</summary>
public static class RoleRule
{
    public static Reason? Check(IReadOnlyList<AccessRole> roles)
    {
        if (roles.Count == 0 || roles.Contains(AccessRole.Visitor))
            return new Reason("roles-missing", "Choose at least one role. Without one an account may do nothing.");
        return roles.Contains(AccessRole.SecurityOfficer) && roles.Count > 1
            ? new Reason("security-officer-apart", "The security officer watches over all others, and so holds no other role.")
            : null;
    }
}
