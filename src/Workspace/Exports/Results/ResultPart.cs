// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Exports.Results;

/// <summary>One cell of a result.</summary>
/// <param name="Number">NaN when it is no number.</param>
/// <param name="Word">Null when it is no word.</param>
/// <param name="Missing">Why there is neither.</param>
internal readonly record struct ResultCell(double Number, string? Word, string? Missing)
{
    internal static ResultCell Of(double number) => new(number, null, null);

    internal static ResultCell Of(string word) => new(double.NaN, word, null);

    internal static ResultCell Without(string reason) => new(double.NaN, null, reason);
}

/// <summary>Members of a result by area: one list of areas, one proposal, one set of clusters.</summary>
/// <param name="level">Level that the result names; null when it does not.</param>
internal sealed class ResultPart(string? level)
{
    private readonly Dictionary<string, Dictionary<string, ResultCell>> columns = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    internal string? Level => level;

    /// <summary>Names of the columns, in the order in which they were first seen.</summary>
    internal IReadOnlyList<string> Names => names;

    /// <summary>Areas that are not among those of the level are worth telling.</summary>
    internal bool ListsAreas { get; init; }

    /// <summary>Columns that may be published: a class or an area, from which no count follows.</summary>
    internal HashSet<string> Publishable { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, ResultCell> Cells(string column) => columns[column];

    /// <summary>Sets a cell; the first one for an area stays.</summary>
    internal void Set(string column, string id, ResultCell cell)
    {
        if (!columns.TryGetValue(column, out var cells))
        {
            columns[column] = cells = new Dictionary<string, ResultCell>(StringComparer.Ordinal);
            names.Add(column);
        }
        Ids.Add(id);
        cells.TryAdd(id, cell);
    }
}
