// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Members;

/// <summary>Upper limits of areas and teams: an impression that should be researched, so a setting.</summary>
/// <param name="Residents">[persons] of a work area.</param>
/// <param name="Dwellings">[dwellings] of a work area.</param>
/// <param name="TeamResidents">[persons] that one frontline team covers.</param>
public sealed record Ceilings(int Residents, int Dwellings, int TeamResidents) : IWrittenAsJson
{
    public static Ceilings Default { get; } = new(10_000, 4_000, 3_000);
}
