// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Exports.Results;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Exports;

/// <summary>Gathers layers, figures and results into what is written.</summary>
internal sealed class ExportGathering(CatalogueFolder catalogue, ExportRequest request, CancellationToken cancel)
{
    private const string Cell = "cell";

    private readonly Dictionary<(string Indicator, int Year), FigureProtection> protections = [];
    private readonly List<Warning> warnings = [];
    private int smallCells;

    internal Outcome<ExportContent> Gather()
    {
        if (request.Levels?.FirstOrDefault(level => catalogue.Levels.All(rung => rung.Level.Id != level)) is { } unknown)
            return CatalogueAreas.NoSuchLevel(catalogue, unknown);
        if (!Indicators().TryGet(out var indicators, out var reason))
            return reason;
        Place? place = null;
        if (request.Within is { } code && !Place.Find(catalogue, code, null).TryGet(out place, out reason))
            return reason;

        var layers = new List<ExportLayer>();
        foreach (var rung in catalogue.Levels.Where(rung => request.Levels?.Contains(rung.Level.Id) ?? (rung.Areas > 0 && rung.Level.Id != Cell)))
        {
            if (!LayerOf(rung.Level, indicators).TryGet(out var layer, out reason))
                return reason;
            if (layer.Codes.Length > 0)
                layers.Add(layer);
        }
        if (layers.Count == 0)
            return new Reason("export-without-areas", "There is no area to export at these levels in this place.");
        if (request.Indicators is not null && layers.TrueForAll(layer => layer.Columns.Count == 0))
            return NoValues(indicators);

        var joined = new List<JoinedResult>();
        foreach (var result in request.Results)
        {
            if (!result.JoinTo(layers, request).TryGet(out var join, out reason))
                return reason;
            joined.Add(join);
            if (result.IsOfOther([.. catalogue.Datasets.Select(dataset => dataset.Sha256)]))
                warnings.Add(result.OtherFigures);
        }
        if (smallCells > 0)
            warnings.Add(new Warning("small-counts", $"{smallCells} figures stand for fewer than five people or events. This file is for use inside your own organisation; --publish makes one that may leave it.") { Arguments = [smallCells] });
        return new ExportContent(layers, request.Publish, place?.Name, catalogue.Fingerprint, catalogue.Datasets, joined, warnings, request.Language);
    }

    private Outcome<IReadOnlyList<Indicator>> Indicators()
    {
        if (request.Indicators is not { } asked)
            return new Outcome<IReadOnlyList<Indicator>>(catalogue.Indicators);
        var found = new List<Indicator>();
        foreach (var name in asked)
        {
            if (catalogue.Find(name) is not { } indicator)
            {
                var known = string.Join(", ", catalogue.Indicators.Select(known => known.Id).Take(12)) + (catalogue.Indicators.Count > 12 ? ", …" : "");
                return new Reason("no-such-indicator", $"The catalogue has no figure '{name}'. It has: {known}.") { Arguments = [name, known] };
            }
            if (!found.Contains(indicator))
                found.Add(indicator);
        }
        return found;
    }

    private Outcome<ExportLayer> LayerOf(Level level, IReadOnlyList<Indicator> indicators)
    {
        if (!CatalogueAreas.Gather(catalogue, level.Id, request.Within, request.Years?.Max()).TryGet(out var areas, out var reason))
            return reason;
        var (layer, places) = (areas.Layer, areas.Places);
        var codes = Array.ConvertAll(places, place => layer.Codes[place]);
        var parents = new List<(string, string?[])>();
        foreach (var coarser in catalogue.Levels.Where(rung => rung.Level.Rank > level.Rank))
            if (CatalogueAreas.ParentsOf(catalogue, layer, coarser.Level.Id) is { } all && Array.ConvertAll(places, place => all[place]) is var ours && Array.Exists(ours, parent => parent is not null))
                parents.Add((coarser.Level.Id, ours));

        var columns = new List<ExportColumn>();
        foreach (var indicator in indicators)
            foreach (var year in YearsOf(indicator, layer))
            {
                cancel.ThrowIfCancellationRequested();
                if (Figures(indicator, level, layer, codes, year) is { } column)
                    columns.Add(column);
            }

        var boundaries = catalogue.Boundaries(layer);
        return new ExportLayer(level, layer.Year, codes, Array.ConvertAll(places, place => layer.Names[place]), parents, Array.ConvertAll(places, place => (Geometry?)boundaries[place]), columns);
    }

    private IEnumerable<int> YearsOf(Indicator indicator, AreaLayer layer)
    {
        if (request.Years is { } asked)
            return indicator.Years.Where(asked.Contains);
        return indicator.Years.Reverse().Where(year => LevelFigures.Of(catalogue, indicator, layer, year) is not null).Take(1);
    }

    private ExportColumn? Figures(Indicator indicator, Level level, AreaLayer layer, string[] codes, int year)
    {
        if (LevelFigures.Of(catalogue, indicator, layer, year) is not { } figures)
            return null;
        var kind = FigureWords.Of(indicator, request);
        var protection = Protection(indicator, year);
        var numbers = new double[codes.Length];
        var missing = new string?[codes.Length];
        for (var area = 0; area < codes.Length; area++)
        {
            var cell = Array.BinarySearch(figures.Codes, codes[area], StringComparer.Ordinal) is >= 0 and var at
                ? new ExportCell(figures.Values[at], Catalogue.Columns.MissingWords.Of(figures.Missing[at]))
                : new ExportCell(double.NaN, Catalogue.Columns.MissingWords.Of(Catalogue.Columns.MissingReason.Empty));
            if (request.Publish)
                cell = protection.Shown(level.Id, codes[area], cell);
            else if (protection.IsSmall(level.Id, codes[area], cell))
                smallCells++;
            (numbers[area], missing[area]) = (cell.Value, cell.Missing);
        }

        if (Array.TrueForAll(missing, reason => reason is not null) && !request.Publish && request.Indicators is null)
            return null;
        return new ExportColumn(FormattableString.Invariant($"{indicator.Id}_{year}"), kind.Title(year))
        {
            Numbers = numbers,
            Missing = missing,
            IsCount = indicator.Kind is IndicatorKind.Count or IndicatorKind.Amount,
            Unit = kind.Unit,
            Year = year,
            Source = indicator.Source,
            Licence = indicator.Licence,
            Method = kind.Method(figures.SummedFrom, protection),
        };
    }

    private FigureProtection Protection(Indicator indicator, int year)
    {
        if (!protections.TryGetValue((indicator.Id, year), out var known))
            protections[(indicator.Id, year)] = known = FigureProtection.Of(catalogue, indicator, year, request.Publish);
        return known;
    }

    private static Reason NoValues(IReadOnlyList<Indicator> indicators)
    {
        var names = string.Join(", ", indicators.Select(indicator => indicator.Id));
        var years = string.Join(", ", indicators.SelectMany(indicator => indicator.Years).Distinct().Order());
        return new Reason("no-values", $"'{names}' has no values at these levels and years. It has values for: {years}.") { Arguments = [names, years] };
    }
}
