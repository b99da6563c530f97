// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;

namespace Schakel.Catalogue.Sources;

/// <summary>Stops reading deep inside a file; <see cref="SourceFile"/> turns it into a <see cref="Refusal"/> at the edge of this folder.</summary>
/// <remarks>
/// Inside a parser each step would otherwise have to pass an outcome through a dozen levels. It never leaves the folder:
/// to callers a refusal is an answer, not an exception.
/// </remarks>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a code there is nothing to say.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It does not leave this project.")]
internal sealed class InputRefused(string code, string detail) : Exception(detail)
{
    internal string Code { get; } = code;

    internal string? Layer { get; init; }

    internal long? Row { get; init; }

    internal string? Column { get; init; }

    internal string? Value { get; init; }

    internal string? Expected { get; init; }

    internal Refusal For(string path, string? layer) => new(Code, Message, path)
    {
        Layer = Layer ?? layer,
        Row = Row,
        Column = Column,
        Value = Value is null ? null : Columns.ColumnFinish.Cut(Value),
        Expected = Expected,
    };
}
