// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Rezoning;

/// <summary>How much a conclusion hangs on where the borders happen to lie.</summary>
public enum RobustnessGrade
{
    /// <summary>Other borders, the same conclusion.</summary>
    A,

    /// <summary>Mostly the same.</summary>
    B,

    /// <summary>Partly another one.</summary>
    C,

    /// <summary>Another one.</summary>
    D,
}
