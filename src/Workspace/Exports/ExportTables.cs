// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;
using Schakel.Writers;

namespace Schakel.Workspace.Exports;

/// <summary>Layers as tables: code, name, parents, and for each figure its numbers and the reasons where there is none.</summary>
internal static class ExportTables
{
    /// <summary>The column that tells areas apart.</summary>
    internal const string Key = "code";

    internal static FeatureTable Of(ExportLayer layer, ExportRequest words, string description, ShapesIn shapes)
    {
        var columns = new List<TableColumn>
        {
            new TextCells(Key, layer.Codes) { Title = words.Say($"code van {layer.Level.Id}", $"code of {layer.Level.Id}") },
            new TextCells("naam", layer.Names) { Title = words.Say($"naam van {layer.Level.Id}", $"name of {layer.Level.Id}") },
        };
        foreach (var (level, codes) in layer.Parents)
            columns.Add(new TextCells($"{level}code", codes) { Title = words.Say($"code van {level}", $"code of {level}") });
        foreach (var column in layer.Columns)
        {
            var text = $"{(column.Unit.Length > 0 ? column.Unit + ". " : "")}{column.Method} {column.Source} {column.Licence}".Trim();
            columns.Add(column.Numbers is { } numbers
                ? Whole(new NumberCells(column.Name, numbers) { Title = column.Title, Description = text }, column)
                : new TextCells(column.Name, column.Words!) { Title = column.Title, Description = text });
            columns.Add(new TextCells(column.ReasonName, column.Missing)
            {
                Title = words.Say($"{column.Title}: waarom er geen waarde is", $"{column.Title}: why there is no value"),
            });
        }

        return new FeatureTable(layer.Level.Id, columns)
        {
            Title = layer.Vintage == 0 ? layer.Level.Id : FormattableString.Invariant($"{layer.Level.Id} {layer.Vintage}"),
            Description = description,
            Shapes = shapes switch
            {
                ShapesIn.Metres => layer.Boundaries,
                ShapesIn.Degrees => Array.ConvertAll(layer.Boundaries, shape => shape is null ? null : WorldPlaces.ToDegrees(shape)),
                _ => null,
            },
        };
    }

    private static NumberCells Whole(NumberCells cells, ExportColumn column) => column.IsCount ? cells.WholeWherePossible() : cells;
}

/// <summary>The coordinates of shapes in a file.</summary>
internal enum ShapesIn
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>Metres of RD New.</summary>
    Metres,

    /// <summary>Degrees of WGS 84.</summary>
    Degrees,
}
