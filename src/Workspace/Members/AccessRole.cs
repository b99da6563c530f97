// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Members;

/// <summary>What somebody may do here (the roles of levels are <see cref="Analysis.Advice.ApproachRole"/>).</summary>
public enum AccessRole
{
    /// <summary>No account.</summary>
    Visitor,

    /// <summary>Of an organisation at the table, for the opgaven it sits at.</summary>
    Partner,
    Professional,
    Coordinator,
    Analyst,
    PolicyAdviser,

    /// <summary>Reads functions instead of names.</summary>
    Director,
    TenantAdministrator,

    /// <summary>The security log, and nothing else.</summary>
    SecurityOfficer,
}
