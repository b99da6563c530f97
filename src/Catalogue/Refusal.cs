// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Catalogue;

/// <summary>Input that cannot be used: what, where, and what would be right.</summary>
/// <param name="Code">Stable, kebab-case, with a page in docs/problems.</param>
/// <param name="Detail">One English sentence.</param>
/// <param name="Path">The file as the user named it.</param>
public sealed record Refusal(string Code, string Detail, string Path) : Reason(Code, Detail)
{
    /// <summary>Layer or sheet inside the file.</summary>
    public string? Layer { get; init; }

    /// <summary>1-based line (text files) or feature number (layers).</summary>
    public long? Row { get; init; }

    /// <summary>Column as it is called in the file.</summary>
    public string? Column { get; init; }

    /// <summary>The offending value, cut to 100 characters.</summary>
    public string? Value { get; init; }

    /// <summary>What would have been right.</summary>
    public string? Expected { get; init; }
}
