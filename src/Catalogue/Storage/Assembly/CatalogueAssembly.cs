// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage.Assembly;

/// <summary>
/// Puts the layers together from all sources: which areas exist in each vintage, what they are called, and what they lie in.
/// The outcome depends on the set of sources, never on the order in which they came.
/// </summary>
internal sealed class CatalogueAssembly
{
    private readonly IReadOnlyList<StoredDataset> datasets;
    private readonly IReadOnlyList<Indicator> meanings;
    private readonly ParquetFiles files;
    private readonly CancellationToken cancel;
    private readonly List<string> notes = [];
    private readonly Dictionary<(string Level, int Year), LayerDraft> drafts = [];
    private readonly Dictionary<(string Level, string Code), string> parentNames = [];
    private readonly List<(LayerDraft Made, LayerDraft From)> dissolved = [];
    private string[] levels = [];
    private ILookup<string, int> mapYears = Array.Empty<int>().ToLookup(_ => "");

    internal CatalogueAssembly(IEnumerable<StoredDataset> datasets, IReadOnlyList<Indicator> meanings, ParquetFiles files, CancellationToken cancel)
    {
        this.meanings = meanings;
        this.datasets = [.. datasets.OrderBy(dataset => dataset.Precedence).ThenByDescending(dataset => dataset.Rows)
            .ThenBy(dataset => Path.GetFileName(dataset.Path), StringComparer.Ordinal).ThenBy(dataset => dataset.Layer, StringComparer.Ordinal).ThenBy(dataset => dataset.Sha256, StringComparer.Ordinal)];
        this.files = files;
        this.cancel = cancel;
    }

    internal (IReadOnlyList<StoredLayer> Layers, IReadOnlyList<StoredFigures> Derived, StoredFile? Changes, IReadOnlyList<string> Notes) Assemble()
    {
        var stored = datasets.SelectMany(dataset => dataset.Areas).Select(areas => (Areas: areas, Columns: files.ColumnsOf(areas.File.Name))).ToList();
        levels = [.. stored.SelectMany(part => part.Columns.Where(IsParent).Select(column => column[DatasetStore.ParentPrefix.Length..]).Append(part.Areas.Level))
            .Concat(["wijk", "gemeente"]).Distinct(StringComparer.Ordinal).OrderBy(level => Level.Of(level).Rank).ThenBy(level => level, StringComparer.Ordinal)];
        mapYears = stored.Where(part => part.Areas.HasBoundaries).Select(part => part.Areas).ToLookup(areas => areas.Level, areas => areas.Year);

        foreach (var (areas, columns) in stored.Where(part => part.Areas.HasBoundaries))
            AddMap(areas, columns);
        foreach (var level in levels)
            TownEditions.Complete([.. DraftsOf(level)], files, Place("gemeente"), cancel);
        foreach (var (areas, columns) in stored.Where(part => !part.Areas.HasBoundaries))
            AddNames(areas, columns);
        ByStructure();
        foreach (var level in levels)
        {
            PutInTown(level);
            ShareAcrossVintages(level);
            ImplyParents(level);
        }
        NameParents();
        foreach (var level in levels.Reverse())
            foreach (var draft in DraftsOf(level))
            {
                cancel.ThrowIfCancellationRequested();
                Inherit(draft);
                ByPlace(draft);
            }
        notes.AddRange(NestingCheck.Run(drafts.Values, levels));
        foreach (var level in levels.Where(level => !mapYears.Contains(level)))
            foreach (var draft in DraftsOf(level))
                Dissolve(draft);

        notes.AddRange(dissolved.GroupBy(pair => (pair.Made.Level, From: pair.From.Level))
            .Select(group => $"Boundaries of {string.Join(", ", group.Select(pair => pair.Made))} are made from those of {string.Join(", ", group.Select(pair => pair.From).Distinct())}."));

        var layers = Drafts().Select(draft => LayerFile.Write(files, draft, levels)).ToList();
        var derived = EventCounts.Count(files, datasets, meanings, [.. Drafts()], levels, notes);
        var links = new BorderChanges(datasets, files, cancel).Find([.. Drafts()]);
        // What changed between years matters more than where a year was read.
        notes.InsertRange(0, LinkFile.Notes(links));
        return (layers, derived, LinkFile.Write(files, links), notes);
    }

    private IEnumerable<LayerDraft> Drafts() => levels.SelectMany(DraftsOf);

    private IEnumerable<LayerDraft> DraftsOf(string level) => drafts.Values.Where(draft => draft.Level == level).OrderBy(draft => draft.Year).ToList();

    private LayerDraft Draft(string level, int year) =>
        drafts.TryGetValue((level, year), out var draft) ? draft : drafts[(level, year)] = new LayerDraft(level, year);

    private LayerDraft? Nearest(string level, int year)
    {
        var years = drafts.Keys.Where(key => key.Level == level).Select(key => key.Year).ToList();
        return years.Count == 0 ? null : drafts[(level, Vintage.Nearest(years, year))];
    }

    private int Place(string level) => Array.IndexOf(levels, level);

    private static bool IsParent(string column) =>
        column.StartsWith(DatasetStore.ParentPrefix, StringComparison.Ordinal) && !column.StartsWith(DatasetStore.ParentNamePrefix, StringComparison.Ordinal);

    private void AddMap(StoredAreas map, IReadOnlyList<string> columns)
    {
        var draft = Draft(map.Level, map.Year);
        draft.Maps.Add(map.File);
        Read(map, columns, (code, name, parents) =>
        {
            if (!draft.Areas.TryGetValue(code, out var area))
                draft.Areas.Add(code, area = new AreaDraft(levels.Length) { Map = map.File.Name, Edition = map.Year });
            Fill(area, name, parents);
        });
    }

    // Only the vintage that serves the table's year gets areas that no map knows.
    private void AddNames(StoredAreas names, IReadOnlyList<string> columns)
    {
        var years = mapYears[names.Level].Distinct().ToList();
        var draft = years.Count == 0 ? Draft(names.Level, names.Year) : Draft(names.Level, Vintage.Nearest(years, names.Year));
        Read(names, columns, (code, name, parents) =>
        {
            if (!draft.Areas.TryGetValue(code, out var area))
                draft.Areas.Add(code, area = new AreaDraft(levels.Length));
            Fill(area, name, parents);
            if (area.Map is null)
                (area.Years ??= []).Add(names.Year);
        });
    }

    /// <summary>A crosswalk says once what lies in which stadsdeel; what one vintage knows of a code serves the others, newest first.</summary>
    private void ShareAcrossVintages(string level)
    {
        var ofLevel = DraftsOf(level).ToList();
        if (ofLevel.Count < 2)
            return;
        var known = new Dictionary<string, AreaDraft>(StringComparer.Ordinal);
        foreach (var (code, area) in ofLevel.AsEnumerable().Reverse().SelectMany(draft => draft.Areas))
        {
            if (!known.TryGetValue(code, out var shared))
                known.Add(code, shared = new AreaDraft(levels.Length));
            Fill(shared, area.Name, area.Parents);
        }
        foreach (var (code, area) in ofLevel.SelectMany(draft => draft.Areas))
            Fill(area, known[code].Name, known[code].Parents);
    }

    /// <summary>A table that leaves out the town of its own codes means the one town that uses them.</summary>
    private void PutInTown(string level)
    {
        var aliases = OwnCode.Aliases(DraftsOf(level).SelectMany(draft => draft.Areas.Keys));
        foreach (var draft in aliases.Count == 0 ? [] : DraftsOf(level))
            foreach (var (bare, known) in draft.Areas.Where(pair => aliases.GetValueOrDefault(pair.Key) is not null).ToList())
            {
                var code = aliases[bare]!;
                draft.Areas.Remove(bare);
                if (draft.Areas.TryAdd(code, known))
                    continue;
                var area = draft.Areas[code];
                Fill(area, known.Name, known.Parents);
                if (area.Map is null)
                    (area.Map, area.Edition) = (known.Map, known.Edition);
            }
    }

    private static void Fill(AreaDraft area, string? name, string?[] parents)
    {
        area.Name ??= name;
        for (var i = 0; i < parents.Length; i++)
            area.Parents[i] ??= parents[i];
    }

    private void Read(StoredAreas areas, IReadOnlyList<string> columns, Action<string, string?, string?[]> each)
    {
        var parents = columns.Where(IsParent).ToList();
        var named = columns.Where(column => column.StartsWith(DatasetStore.ParentNamePrefix, StringComparison.Ordinal)).ToList();
        var (texts, _) = files.Read(areas.File.Name, ["code", "name", .. parents, .. named], [], areas.File.Rows);
        int[] places = [.. parents.Select(column => Place(column[DatasetStore.ParentPrefix.Length..]))];
        var row = new string?[levels.Length];
        for (var i = 0; i < areas.File.Rows; i++)
        {
            Array.Clear(row);
            for (var k = 0; k < places.Length; k++)
                row[places[k]] = texts[2 + k][i];
            var code = texts[0][i]!;
            for (var k = 0; k < named.Count; k++)
            {
                var level = named[k][DatasetStore.ParentNamePrefix.Length..];
                if (texts[2 + places.Length + k][i] is { } name && (row[Place(level)] ?? AreaCode.ParentByStructure(code, level)) is { } parent)
                    parentNames.TryAdd((level, parent), name);
            }
            each(code, texts[1][i], row);
        }
    }

    private void ByStructure()
    {
        foreach (var level in new[] { "wijk", "gemeente" })
            foreach (var draft in drafts.Values)
            {
                var place = Place(level);
                var against = draft.Areas.Count(pair => pair.Value.Parents[place] is { } parent && AreaCode.ParentByStructure(pair.Key, level) is { } told && told != parent);
                if (against > 0)
                {
                    notes.Add($"{against.Text("area", "areas")} of {draft} {(against == 1 ? "lies" : "lie")} in another {level} than {(against == 1 ? "its code tells" : "their codes tell")}; the columns are followed.");
                    continue;
                }
                foreach (var (code, area) in draft.Areas)
                    area.Parents[place] ??= AreaCode.ParentByStructure(code, level);
            }
    }

    private void ImplyParents(string level)
    {
        foreach (var draft in DraftsOf(level))
            for (var place = Place(level) + 1; place < levels.Length; place++)
            {
                var codes = draft.Areas.Values.Select(area => (Code: area.Parents[place], area.Years)).Where(pair => pair.Code is not null).GroupBy(pair => pair.Code!, StringComparer.Ordinal).ToList();
                if (codes.Count == 0)
                    continue;
                var parentLayer = mapYears.Contains(levels[place]) ? Nearest(levels[place], draft.Year)! : Draft(levels[place], draft.Year);
                foreach (var children in codes)
                {
                    if (!parentLayer.Areas.TryGetValue(children.Key, out var parent))
                        parentLayer.Areas.Add(children.Key, parent = new AreaDraft(levels.Length));
                    if (parent.Map is not null)
                        continue;
                    parent.Years ??= [];
                    foreach (var (_, years) in children)
                        parent.Years.UnionWith(years ?? [draft.Year]);
                }
            }
    }

    private void NameParents()
    {
        foreach (var draft in drafts.Values)
            foreach (var (code, area) in draft.Areas)
                if (area.Name is null && parentNames.TryGetValue((draft.Level, code), out var name))
                    area.Name = name;
        foreach (var level in levels)
            ShareAcrossVintages(level);
    }

    /// <summary>What my parent lies in, I lie in.</summary>
    private void Inherit(LayerDraft draft)
    {
        for (var place = Place(draft.Level) + 1; place < levels.Length; place++)
        {
            if (Nearest(levels[place], draft.Year) is not { } parents)
                continue;
            foreach (var area in draft.Areas.Values)
                if (area.Parents[place] is { } code && parents.Areas.TryGetValue(code, out var parent))
                    for (var coarser = place + 1; coarser < levels.Length; coarser++)
                        area.Parents[coarser] ??= parent.Parents[coarser];
        }
    }

    /// <summary>An area whose parent nobody names lies in the area that contains a point inside it; for a cell, its centre.</summary>
    private void ByPlace(LayerDraft draft)
    {
        if (draft.Maps.Count == 0)
            return;
        for (var place = Place(draft.Level) + 1; place < levels.Length; place++)
        {
            if (!mapYears.Contains(levels[place]) || Nearest(levels[place], draft.Year) is not { Maps.Count: > 0 } parents || draft.Areas.Values.All(area => area.Map is null || area.Parents[place] is not null))
                continue;
            string[] codes = [.. parents.Areas.Keys];
            var index = new PolygonIndex(parents.Boundaries(files));
            var boundaries = draft.Boundaries(files);
            var isCell = Level.Of(draft.Level).Rank < Level.Of("buurt").Rank;
            var i = 0;
            foreach (var area in draft.Areas.Values)
            {
                if (boundaries[i++] is not { } boundary || area.Parents[place] is not null)
                    continue;
                var point = isCell ? boundary.EnvelopeInternal.Centre : boundary.InteriorPoint.Coordinate;
                if (index.Find(point.X, point.Y) is var found && found >= 0)
                    area.Parents[place] = codes[found];
            }
            Inherit(draft);
        }
    }

    /// <summary>A level that no map draws is drawn from the areas inside it.</summary>
    private void Dissolve(LayerDraft draft)
    {
        var place = Place(draft.Level);
        var children = levels.Take(place).Where(level => Level.Of(level).Rank >= Level.Of("buurt").Rank && mapYears.Contains(level))
            .Select(level => Nearest(level, draft.Year)!).FirstOrDefault(layer => layer.Areas.Values.Any(area => area.Map is not null && area.Parents[place] is not null));
        if (children is null)
            return;
        var shapes = DissolvedAreas.Union([.. children.Areas.Values.Select(area => area.Parents[place])], children.Boundaries(files), cancel);
        foreach (var code in shapes.Keys.Where(code => !draft.Areas.ContainsKey(code)).ToList())
            shapes.Remove(code);
        if (shapes.Count == 0)
            return;
        var file = files.Write($"map-{draft.Level}-{(draft.Year == TableYears.Unknown ? "undated" : draft.Year.Text())}-from-{children.Level}", [new ParquetText("code", [.. shapes.Keys]), new ParquetGeometry("geometry", [.. shapes.Values])]);
        draft.Own.Add(file);
        foreach (var code in shapes.Keys)
            (draft.Areas[code].Map, draft.Areas[code].Edition) = (file.Name, draft.Year);
        dissolved.Add((draft, children));
    }
}
