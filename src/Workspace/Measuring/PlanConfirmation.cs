// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Measuring;

/// <summary>What one of the two who fix a plan together has said; it waits for the other. A change of the draft takes it away.</summary>
/// <param name="Member">Who confirmed.</param>
/// <param name="Because">Why.</param>
/// <param name="At">When.</param>
/// <param name="Areas">For a change of a fixed plan: the areas it becomes.</param>
/// <param name="Before">For a change: the period before.</param>
/// <param name="After">For a change: the period after.</param>
/// <param name="Counted">For a change: what was counted before in those areas.</param>
/// <param name="Source">Where that comes from.</param>
public sealed record PlanConfirmation(Guid Member, string Because, DateTimeOffset At, PlanAreas? Areas, PlanPeriod? Before, PlanPeriod? After, ZoneCounts? Counted, string? Source) : IWrittenAsJson;
