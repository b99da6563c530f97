// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis;

/// <summary>One sentence of a lay text: a stable code with its arguments, so that screens and the shell can say it in Dutch or English.</summary>
/// <param name="Code">Stable, kebab-case; never changes meaning.</param>
/// <param name="Text">The sentence in English.</param>
public sealed record Sentence(string Code, string Text)
{
    /// <summary>The figures and names inside <see cref="Text"/>, in order, so that a translation can repeat them.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];
}
