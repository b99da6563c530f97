// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Advice;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Approaches;

/// <summary>What a level does in this approach, and which organisation does it there.</summary>
public sealed record LevelRole(string Level, double Rank, bool IsSupraLocal, ApproachRole Role, Guid? Organisation)
{
    // Agenda-setting only asks; a finding place or tailor-made extra does not act on what lies above the wijk.
    private static readonly ApproachRole[] counting =
    [
        ApproachRole.Lead, ApproachRole.ProvisionalLead, ApproachRole.CoLead, ApproachRole.Partial, ApproachRole.Enabling,
        ApproachRole.Counterpart, ApproachRole.CounterpartByDuty,
    ];

    /// <summary>Fulfils the duty to have somebody above the wijk.</summary>
    public bool AnswersTheDuty => IsSupraLocal && Organisation is not null && counting.Contains(Role);

    internal bool Leads => Role is ApproachRole.Lead or ApproachRole.ProvisionalLead;
}

/// <summary>At most one role a level, fine to coarse.</summary>
public sealed record LevelRoles(IReadOnlyList<LevelRole> Levels) : IWrittenAsJson
{
    public static LevelRoles None { get; } = new([]);

    public LevelRole? At(string level) => Levels.FirstOrDefault(role => role.Level == level);

    internal LevelRoles With(LevelRole changed) => new(
    [
        .. Levels.Where(role => role.Level != changed.Level).Concat(changed.Role == ApproachRole.None ? [] : [changed]).OrderBy(role => role.Rank).ThenBy(role => role.Level, StringComparer.Ordinal),
    ]);
}
