// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Evidences;
using Schakel.Workspace.Signals;

namespace Schakel.Workspace.Demo;

/// <summary>What the figures of the demo town say, for who has them loaded. Without figures the stories say that there are none.</summary>
public interface IDemoFigures
{
    /// <summary>Evidence on an indicator; null = not loaded, or not to be estimated.</summary>
    EvidenceFigures? EvidenceOn(string indicator);

    /// <summary>Name of an area; null = unknown.</summary>
    string? NameOf(string areaCode);

    /// <summary>[persons] in an area; null = unknown.</summary>
    int? ResidentsOf(string areaCode);

    /// <summary>[dwellings] in an area; null = unknown.</summary>
    int? DwellingsOf(string areaCode);

    /// <summary>The middle of an area; null = unknown.</summary>
    SignalPoint? MiddleOf(string areaCode);

    /// <summary>Figures to count in, before and after.</summary>
    Measuring.ICountedAreas Counted { get; }
}
