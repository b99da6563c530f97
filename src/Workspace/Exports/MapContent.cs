// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Exports.Results;

namespace Schakel.Workspace.Exports;

/// <summary>What is written of a map of one's own: its areas with the columns that it has, and the results that were made on it.</summary>
internal static class MapContent
{
    private static readonly string[] nameColumns = ["naam", "statnaam", "buurtnaam", "wijknaam", "gemeentenaam", "name"];

    internal static Outcome<ExportContent> Of(SourceTable map, Column id, IReadOnlyDictionary<string, int> rowOf, ExportRequest request)
    {
        if (map.Geometries is not null && map.Srid is not (0 or 28992))
            return new Reason("export-other-coordinates", $"The map is in EPSG:{map.Srid}; only maps in RD New or in degrees within the Netherlands are written.") { Arguments = [map.Srid] };

        var codes = rowOf.Keys.Order(StringComparer.Ordinal).ToArray();
        var rows = Array.ConvertAll(codes, code => rowOf[code]);
        var names = nameColumns.Select(map.Find).FirstOrDefault(column => column is TextColumn && column != id);
        var columns = new List<ExportColumn>();
        foreach (var column in map.Columns.Where(column => column != id && column != names))
            columns.Add(Column(column, rows, map, request) with { Name = ColumnNames.Free(column.Name, columns, []) });
        var level = map.Layer ?? Path.GetFileNameWithoutExtension(map.Path);
        var layers = new List<ExportLayer>
        {
            new(Level.Of(level), 0, codes, [.. rows.Select((row, area) => names?.TextAt(row) ?? codes[area])], [],
                [.. rows.Select(row => (Geometry?)map.Geometries?[row])], columns),
        };

        var joined = new List<JoinedResult>();
        var warnings = new List<Warning>();
        foreach (var result in request.Results)
        {
            if (!result.JoinTo(layers, request).TryGet(out var join, out var reason))
                return reason;
            joined.Add(join);
            if (result.IsOfOther([map.Sha256]))
                warnings.Add(result.OtherFigures);
        }
        var licence = request.Say("zie het bestand zelf", "see the file itself");
        var dataset = new Dataset(map.Path, "areas", "municipal", Path.GetFileName(map.Path), map.RowCount, [], map.Sha256, licence, Path.GetFileName(map.Path));
        return new ExportContent(layers, IsPublication: false, Place: null, map.Sha256, [dataset], joined, warnings, request.Language);
    }

    private static ExportColumn Column(Column column, int[] rows, SourceTable map, ExportRequest request)
    {
        var numbers = column as NumberColumn;
        return new ExportColumn(column.Name, column.Name)
        {
            Numbers = numbers is null ? null : Array.ConvertAll(rows, row => numbers.Values[row]),
            Words = numbers is null ? Array.ConvertAll(rows, column.TextAt) : null,
            Missing = Array.ConvertAll(rows, row => numbers is not null ? MissingWords.Of(numbers.Missing[row]) : column.TextAt(row) is null ? MissingWords.Of(MissingReason.Empty) : null),
            IsCount = true,
            Year = 0,
            Source = Path.GetFileName(map.Path),
            Licence = request.Say("zie het bestand zelf", "see the file itself"),
            Method = request.Say("Zoals het bestand het geeft.", "As the file gives it."),
        };
    }
}
