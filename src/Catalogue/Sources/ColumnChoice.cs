// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;

namespace Schakel.Catalogue.Sources;

/// <summary>Which columns of a file are wanted.</summary>
internal sealed class ColumnChoice
{
    private readonly HashSet<string>? plain;

    internal ColumnChoice(IReadOnlyCollection<string>? names) => plain = names?.Select(ColumnName.Plain).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether to read a column: all are read when none was named.</summary>
    internal bool Wants(string name) => plain is null || plain.Contains(ColumnName.Plain(name.Trim()));

    /// <summary>Whether the caller asked for this very column.</summary>
    internal bool Names(string name) => plain is not null && plain.Contains(ColumnName.Plain(name.Trim()));
}
