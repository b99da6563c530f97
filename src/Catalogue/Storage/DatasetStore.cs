// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage;

/// <summary>Writes what one table says into the catalogue's folder.</summary>
internal static class DatasetStore
{
    internal const string MissingSuffix = "__missing";
    internal const string ParentPrefix = "parent_";
    internal const string Approximate = "approximate";
    internal const string ParentNamePrefix = "parent_name_";

    internal static StoredDataset Store(ParquetFiles files, RecognisedTable recognised, string imported)
    {
        var table = recognised.Table;
        var source = recognised.Provider;
        IReadOnlyList<Indicator> indicators = [.. recognised.Figures.SelectMany(figures => figures.Columns).Select(column => column.Indicator)
            .Concat(recognised.Events is { } points ? [points.Indicator] : []).DistinctBy(indicator => indicator.Id)];
        return new StoredDataset
        {
            Path = table.Path,
            Layer = table.Layer,
            Kind = recognised.Kind,
            Source = source.Id,
            Precedence = source.Precedence,
            Title = recognised.Title,
            Rows = table.RowCount,
            Years = recognised.Years,
            Sha256 = table.Sha256,
            Licence = source.Licence,
            Attribution = source.Attribution,
            Imported = imported,
            Areas = [.. recognised.Areas.Select(areas => new StoredAreas(areas.Level, areas.Year, areas.Boundaries is not null, Write(files, areas)))],
            Figures = [.. recognised.Figures.Select(figures => new StoredFigures(
                figures.Level, figures.Year,
                new SortedDictionary<string, int>(figures.Columns.ToDictionary(column => column.Indicator.Id, column => column.Missing.Count(reason => reason == MissingReason.Present)), StringComparer.Ordinal),
                Write(files, figures)))],
            Events = recognised.Events is { } events ? new StoredEvents(events.Indicator.Id, Write(files, events)) : null,
            Features = recognised.Features is { } features ? new StoredFeatures(features.Kind, Write(files, features)) : null,
            Missing = new SortedDictionary<string, int>(recognised.Figures.SelectMany(figures => figures.Columns).SelectMany(column => column.Missing).Where(reason => reason != MissingReason.Present)
                .CountBy(reason => reason).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value), StringComparer.Ordinal),
            Links = recognised.Links.Count > 0 ? LinkFile.Write(files, recognised.Links) : null,
            Columns = new SortedDictionary<string, string>(indicators.ToDictionary(indicator => indicator.Id, indicator => indicator.Column, StringComparer.Ordinal), StringComparer.Ordinal),
            Indicators = indicators,
        };
    }

    internal static StoredFile Write(ParquetFiles files, FigureRows figures)
    {
        var order = Order(figures.Codes);
        var columns = new List<ParquetColumn> { new ParquetText("code", Pick(figures.Codes, order)) };
        foreach (var column in figures.Columns)
        {
            columns.Add(new ParquetNumber(column.Indicator.Id, Pick(column.Values, order)));
            // The reason stands in words, so that R and Python users need no key; a complete column needs none.
            if (column.Missing.Any(reason => reason != MissingReason.Present))
                columns.Add(new ParquetText(column.Indicator.Id + MissingSuffix, [.. order.Select(i => column.Missing[i] == MissingReason.Present ? null : column.Missing[i].ToString())]));
        }
        return files.Write($"figures-{figures.Level}-{Year(figures.Year)}", columns);
    }

    private static StoredFile Write(ParquetFiles files, AreaRows areas)
    {
        var order = Order(areas.Codes);
        var columns = new List<ParquetColumn> { new ParquetText("code", Pick(areas.Codes, order)), new ParquetText("name", Pick(areas.Names, order)) };
        foreach (var (level, parent) in areas.Parents.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            columns.Add(new ParquetText(ParentPrefix + level, Pick(parent.Codes, order)));
            if (parent.Names is { } names)
                columns.Add(new ParquetText(ParentNamePrefix + level, Pick(names, order)));
        }
        if (areas.Approximate.Count > 0)
            columns.Add(new ParquetText(Approximate, [.. order.Select(i => areas.Approximate.Contains(areas.Codes[i]) ? "yes" : null)]));
        if (areas.Boundaries is { } boundaries)
            columns.Add(new ParquetGeometry("geometry", Pick(boundaries, order)));
        return files.Write($"{(areas.Boundaries is null ? "names" : "map")}-{areas.Level}-{Year(areas.Year)}", columns);
    }

    private static StoredFile Write(ParquetFiles files, EventRows events) => files.Write("events", [
        new ParquetInteger("year", events.Years), new ParquetText("date", events.Dates),
        new ParquetGeometry("geometry", [.. events.X.Zip(events.Y, (x, y) => new NetTopologySuite.Geometries.Point(x, y) { SRID = 28992 })])]);

    private static StoredFile Write(ParquetFiles files, FeatureRows features) => files.Write(features.Kind, [
        .. features.Texts.Select(text => new ParquetText(text.Column, text.Values)), new ParquetGeometry("geometry", features.Shapes)]);

    private static string Year(int year) => year == TableYears.Unknown ? "undated" : year.Text();

    private static int[] Order(string[] codes)
    {
        var order = Enumerable.Range(0, codes.Length).ToArray();
        Array.Sort((string[])codes.Clone(), order, StringComparer.Ordinal);
        return order;
    }

    private static T[] Pick<T>(T[] values, int[] order) => [.. order.Select(i => values[i])];
}
