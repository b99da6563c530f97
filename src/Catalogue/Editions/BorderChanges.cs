// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Sources.Recognition;
using Schakel.Catalogue.Storage;
using Schakel.Catalogue.Storage.Assembly;

namespace Schakel.Catalogue.Editions;

/// <summary>Finds what changed between the years of a catalogue: from crosswalks, from maps laid over each other, from what the source states, and from codes alone.</summary>
internal sealed class BorderChanges(IReadOnlyList<StoredDataset> datasets, ParquetFiles files, CancellationToken cancel)
{
    private const string Residents = "aantal_inwoners";

    internal IReadOnlyList<AreaLink> Find(IReadOnlyList<LayerDraft> layers)
    {
        var rows = datasets.Where(dataset => dataset.Links is not null).SelectMany(dataset => LinkFile.ReadRows(files, dataset.Links!)).Distinct().ToList();
        var overlays = Overlays(layers);
        var links = Stated(rows, Crosswalks(rows, overlays));
        links.AddRange(new CodeHistory(datasets.SelectMany(dataset => dataset.Areas), files).Unexplained(links));
        return links;
    }

    private List<AreaLink> Overlays(IReadOnlyList<LayerDraft> layers)
    {
        var links = new List<AreaLink>();
        foreach (var ofLevel in layers.Where(layer => layer.Year != TableYears.Unknown && layer.Maps.Count > 0 && Level.Of(layer.Level).Rank is var rank && rank >= Level.Of("buurt").Rank && rank <= Level.Of("gemeente").Rank)
            .GroupBy(layer => layer.Level, StringComparer.Ordinal))
        {
            LayerDraft? earlier = null;
            foreach (var later in ofLevel.OrderBy(layer => layer.Year))
            {
                if (earlier is not null)
                    links.AddRange(Between(earlier, later));
                earlier = later;
            }
        }
        return links;
    }

    private IReadOnlyList<AreaLink> Between(LayerDraft earlier, LayerDraft later)
    {
        // What the same map serves in both years cannot differ.
        var before = Drawn(earlier, later);
        var after = Drawn(later, earlier);
        if (before.Count == 0 || after.Count == 0)
            return [];
        return new BorderOverlay(later.Level, People(earlier.Year)).Links(before, after, cancel);
    }

    private List<DrawnArea> Drawn(LayerDraft layer, LayerDraft other)
    {
        var areas = layer.Areas.Where(pair => pair.Value is { Map: not null, Edition: > 0 } && !(other.Areas.TryGetValue(pair.Key, out var same) && same.Map == pair.Value.Map)).ToList();
        if (areas.Count == 0)
            return [];
        string[] codes = [.. areas.Select(pair => pair.Key)];
        var boundaries = BoundaryFiles.Read(files, layer.Maps, codes, [.. areas.Select(pair => pair.Value.Map)]);
        var approximate = areas.Select(pair => pair.Value.Map!).Distinct(StringComparer.Ordinal).SelectMany(map => Approximate(layer.Maps.First(file => file.Name == map)).Select(code => (map, code))).ToHashSet();
        return [.. areas.Select((pair, i) => (pair, Boundary: boundaries[i])).Where(area => area.Boundary is { IsEmpty: false, Area: > 0 }).Select(area => new DrawnArea(area.pair.Key, area.pair.Value.Edition!.Value, area.Boundary!, approximate.Contains((area.pair.Value.Map!, area.pair.Key))))];
    }

    private IEnumerable<string> Approximate(StoredFile map)
    {
        if (!files.ColumnsOf(map.Name).Contains(DatasetStore.Approximate))
            return [];
        var (texts, _) = files.Read(map.Name, ["code", DatasetStore.Approximate], [], map.Rows);
        return texts[0].Where((_, row) => texts[1][row] is not null)!;
    }

    private readonly Dictionary<int, IReadOnlyList<(double X, double Y, double People)>> people = [];

    /// <summary>People in 100 m squares in the year nearest to that of the areas before.</summary>
    private IReadOnlyList<(double X, double Y, double People)> People(int year)
    {
        var cells = datasets.SelectMany(dataset => dataset.Figures).Where(figures => figures.Level == "cell" && figures.Year > 0 && figures.Present.ContainsKey(Residents)).ToList();
        if (cells.Count == 0)
            return [];
        // One year for each town would be best; squares of several towns differ little within a few years, so each file gives its nearest.
        var nearest = cells.Min(figures => Math.Abs(figures.Year - year));
        var chosen = cells.First(figures => Math.Abs(figures.Year - year) == nearest).Year;
        if (people.TryGetValue(chosen, out var known))
            return known;
        var found = new Dictionary<string, (double, double, double)>(StringComparer.Ordinal);
        foreach (var figures in cells.Where(figures => figures.Year == chosen))
        {
            var (texts, numbers) = files.Read(figures.File.Name, ["code"], [Residents], figures.File.Rows);
            for (var row = 0; row < texts[0].Length; row++)
                if (numbers[0][row] > 0 && AreaCode.TryCorner(texts[0][row], out var x, out var y))
                    found.TryAdd(texts[0][row]!, (x + 50.0, y + 50.0, numbers[0][row]));
        }
        return people[chosen] = [.. found.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
    }

    /// <summary>A crosswalk goes before what the maps show; what it leaves open (shares) the maps fill in.</summary>
    private static List<AreaLink> Crosswalks(List<CrosswalkRow> rows, List<AreaLink> overlays)
    {
        var stated = rows.Where(row => row.Basis == ChangeBasis.Crosswalk).ToList();
        var before = stated.Where(row => row.Before is not null).ToLookup(row => (row.Level, row.Before!));
        var after = stated.Where(row => row.After is not null).ToLookup(row => (row.Level, row.After!));
        var shown = overlays.ToLookup(link => (link.Level, link.Before, link.After));

        bool During(AreaLink link, CrosswalkRow row) => link.FromYear < row.Year && row.Year <= link.ToYear;
        var links = overlays.Where(link => !before[(link.Level, link.Before!)].Any(row => During(link, row)) && !after[(link.Level, link.After!)].Any(row => During(link, row))).ToList();
        foreach (var row in stated)
        {
            var onMap = shown[(row.Level, row.Before, row.After)].FirstOrDefault(link => During(link, row));
            var isOnlyOne = row.Before is { } from && before[(row.Level, from)].Count(other => other.Year == row.Year) == 1;
            var share = !double.IsNaN(row.Share) ? row.Share : isOnlyOne ? 1 : onMap?.Share ?? double.NaN;
            var isAlone = row.After is { } to && after[(row.Level, to)].Count(other => other.Year == row.Year) == 1;
            links.Add(new AreaLink(row.Level, row.Year - 1, row.Year, row.Before, row.After, share, isAlone ? 1 : onMap?.Back ?? double.NaN, ChangeBasis.Crosswalk));
        }
        return links;
    }

    private static List<AreaLink> Stated(List<CrosswalkRow> rows, List<AreaLink> links)
    {
        var touched = links.SelectMany(link => new[] { (link.Level, link.Before, link), (link.Level, link.After, link) }).ToLookup(end => (end.Level, end.Item2), end => end.link);
        links.AddRange(rows.Where(row => row.Basis == ChangeBasis.Stated && !touched[(row.Level, row.After)].Any(link => link.FromYear < row.Year && row.Year <= link.ToYear))
            .Select(row => new AreaLink(row.Level, row.Year - 1, row.Year, row.Before, row.After, double.NaN, double.NaN, ChangeBasis.Stated)));
        return links;
    }
}
