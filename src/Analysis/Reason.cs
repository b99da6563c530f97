// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis;

/// <summary>Why there is no answer, in a form a person can act on.</summary>
/// <param name="Code">Stable, kebab-case; never changes meaning. The screens and the shell translate it.</param>
/// <param name="Detail">One English sentence that names what was found and what would be right.</param>
public record Reason(string Code, string Detail)
{
    /// <summary>The figures and names inside <see cref="Detail"/>, in order, so that a translation can repeat them.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];
}
