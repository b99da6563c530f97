// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage.Assembly;

/// <summary>Counts events per area and year, for the cells and the buurten of the catalogue.</summary>
internal static class EventCounts
{
    /// <summary>
    /// An area counts as observed when it lies among the events (inside their convex hull) and one in five areas of its gemeente ever has
    /// one; only there does "none" mean 0. Elsewhere the file says nothing: a city's own registration is silent about the rest of the country.
    /// </summary>
    private const double ObservedShare = 0.2;

    internal static IReadOnlyList<StoredFigures> Count(ParquetFiles files, IReadOnlyList<StoredDataset> datasets, IReadOnlyList<Indicator> meanings, IReadOnlyList<LayerDraft> layers, string[] levels, List<string> notes)
    {
        var counted = new List<StoredFigures>();
        foreach (var dataset in datasets.Where(dataset => dataset.Events is not null))
        {
            var events = dataset.Events!;
            var (_, numbers) = files.Read(events.File.Name, [], ["year"], events.File.Rows);
            var places = files.ReadPoints(events.File.Name, events.File.Rows);
            var indicator = meanings.Single(known => known.Id == events.Indicator);
            foreach (var level in new[] { "cell", "buurt" })
            {
                var vintages = layers.Where(layer => layer.Level == level && layer.Maps.Count > 0).Select(layer => layer.Year).ToList();
                if (vintages.Count == 0)
                    continue;
                foreach (var ofVintage in dataset.Years.GroupBy(year => Vintage.Nearest(vintages, year)).OrderBy(group => group.Key))
                {
                    var layer = layers.Single(candidate => candidate.Level == level && candidate.Year == ofVintage.Key);
                    counted.AddRange(CountIn(files, layer, [.. ofVintage], numbers[0], places, indicator, Array.IndexOf(levels, "gemeente"), notes));
                }
            }
        }
        return counted;
    }

    private static IEnumerable<StoredFigures> CountIn(
        ParquetFiles files, LayerDraft layer, int[] years, double[] yearOf, (double X, double Y)[] places, Indicator indicator, int gemeente, List<string> notes)
    {
        string[] codes = [.. layer.Areas.Keys];
        string?[] municipalities = [.. layer.Areas.Values.Select(area => area.Parents[gemeente])];
        var index = new PolygonIndex(layer.Boundaries(files));
        var counts = years.ToDictionary(year => year, _ => new double[codes.Length]);
        var touched = new bool[codes.Length];
        int inside = 0, all = 0;
        for (var i = 0; i < places.Length; i++)
        {
            if (!counts.TryGetValue((int)yearOf[i], out var ofYear))
                continue;
            all++;
            var area = index.Find(places[i].X, places[i].Y);
            if (area < 0)
                continue;
            inside++;
            ofYear[area]++;
            touched[area] = true;
        }
        if (inside == 0)
            yield break;
        if (inside < all)
            notes.Add($"{indicator.Id}: {(all - inside).Text()} of {all.Text()} events lie in no area of {layer}.");

        var hull = PreparedGeometryFactory.Prepare(new MultiPoint([.. places.Select(place => new Point(place.X, place.Y))]).ConvexHull());
        var boundaries = layer.Boundaries(files);
        var observed = Enumerable.Range(0, codes.Length).Where(i => boundaries[i] is not null).GroupBy(i => municipalities[i] ?? "")
            .Where(group => group.Count(i => touched[i]) >= ObservedShare * group.Count() || layer.Level == "cell" && group.Any(i => touched[i]))
            .SelectMany(group => group.Where(i => touched[i] || hull.Contains(boundaries[i]!.Centroid))).ToHashSet();
        foreach (var year in years)
        {
            var kept = Enumerable.Range(0, codes.Length).Where(i => observed.Contains(i) || counts[year][i] > 0).ToArray();
            var values = kept.Select(i => counts[year][i]).ToArray();
            var rows = new FigureRows(layer.Level, year, [.. kept.Select(i => codes[i])], [new FigureColumn(indicator, values, new MissingReason[kept.Length])]);
            yield return new StoredFigures(layer.Level, year, new SortedDictionary<string, int>(StringComparer.Ordinal) { [indicator.Id] = kept.Length }, DatasetStore.Write(files, rows));
        }
    }
}
