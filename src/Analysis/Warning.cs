// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis;

/// <summary>A doubt that comes with an answer.</summary>
/// <param name="Code">Stable, kebab-case: for example <c>too-few-groups</c>, <c>mostly-noise</c>, <c>depends-on-method</c>, <c>not-uniquely-determined</c>.</param>
/// <param name="Text">One English sentence; the screens and the shell translate it by its code.</param>
public sealed record Warning(string Code, string Text)
{
    /// <summary>The figures and names inside <see cref="Text"/>, in order, so that a translation can repeat them.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];
}
