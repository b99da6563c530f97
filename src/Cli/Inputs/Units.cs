// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Sources;

namespace Schakel.Cli.Inputs;

/// <summary>The units of an analysis, sorted by code (ordinal), with the files that their figures stand in.</summary>
/// <param name="Ids">Sorted.</param>
/// <param name="Map">The areas' file, or null.</param>
/// <param name="MapRows">Row of each unit in the map.</param>
/// <param name="Table">The table with figures, or null.</param>
/// <param name="TableRows">Row of each unit in the table, −1 where it has none.</param>
/// <param name="Join">What the join came to; null when nothing was joined.</param>
internal sealed record Units(string[] Ids, SourceTable? Map, int[] MapRows, SourceTable? Table, int[] TableRows, JoinReport? Join)
{
    /// <summary>Doubts about the units as a whole.</summary>
    internal IReadOnlyList<Warning> Warnings { get; init; } = [];

    internal int Count => Ids.Length;

    /// <summary>Borders of the units; null when there is no map.</summary>
    internal Borders? Borders { get; init; }

    /// <summary>A column as numbers: from the table when it has it, else from the map's own attributes.</summary>
    internal Outcome<Cells> Numbers(string option, string name)
    {
        if (Table?.Find(name) is { } inTable)
            return Cells.From(Table, inTable, TableRows);
        if (Map?.Find(name) is { } inMap)
            return Cells.From(Map, inMap, MapRows);
        return Unknown(option, name);
    }

    /// <summary>A column as codes: ids of groups, zones, levels.</summary>
    internal Outcome<string?[]> Codes(string option, string name)
    {
        if (Table?.Find(name) is { } inTable)
            return Picked(CodeColumn.Codes(inTable), TableRows);
        if (Map?.Find(name) is { } inMap)
            return Picked(CodeColumn.Codes(inMap), MapRows);
        return Unknown(option, name);
    }

    // Only the columns that were asked for have been read: the names of all are looked up again for the message.
    private WrongUse Unknown(string option, string name)
    {
        var table = Table ?? Map!;
        return SourceFile.Read(table.Path, new ReadOptions { Layer = table.Layer, Geometry = false }, CancellationToken.None).TryGet(out var whole, out _)
            ? CodeColumn.Unknown(whole[0], option, name)
            : CodeColumn.Unknown(table, option, name);
    }

    private static string?[] Picked(string?[] codes, int[] rows) => Array.ConvertAll(rows, row => row < 0 ? null : codes[row]);
}
