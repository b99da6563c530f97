// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;

namespace Schakel.Workspace.Exports;

/// <summary>Names of columns differ in more than case, and keep away from those that a table has anyway.</summary>
internal static class ColumnNames
{
    private static readonly string[] reserved = ["code", "naam", "fid", "geom", "geometry"];

    /// <summary>The name, with a number behind it where it is taken.</summary>
    internal static string Free(string name, IEnumerable<ExportColumn> columns, IEnumerable<(string Level, string?[] Codes)> parents)
    {
        var taken = columns.SelectMany(column => new[] { column.Name, column.ReasonName }).Concat(parents.Select(parent => parent.Level + "code")).Concat(reserved)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var free = name;
        for (var i = 2; taken.Contains(free) || taken.Contains(free + MissingWords.Suffix); i++)
            free = FormattableString.Invariant($"{name}_{i}");
        return free;
    }
}
