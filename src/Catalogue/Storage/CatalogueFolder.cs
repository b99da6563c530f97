// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Features;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage;

/// <summary>One file that was imported.</summary>
/// <param name="Path">As given at import.</param>
/// <param name="Kind"><c>areas</c>, <c>figures</c>, <c>events</c>, or a kind of <see cref="FeatureKind"/>.</param>
/// <param name="Source"><c>cbs</c>, <c>rivm</c>, <c>police</c>, <c>pdok</c> or <c>municipal</c>.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Rows">Data rows.</param>
/// <param name="Years">Years it speaks of.</param>
/// <param name="Sha256">Of the file's bytes.</param>
/// <param name="Licence">Licence text.</param>
/// <param name="Attribution">Source line for screens and reports.</param>
public sealed record Dataset(
    string Path, string Kind, string Source, string Title, int Rows, IReadOnlyList<int> Years, string Sha256, string Licence, string Attribution)
{
    /// <summary>Figures that are missing, per reason.</summary>
    public IReadOnlyDictionary<string, int> Missing { get; init; } = new Dictionary<string, int>();

    /// <summary>Areas that the table names (each once, whatever the years), or events; null when it names none, and outside an import.</summary>
    public int? Named { get; init; }

    /// <summary>How many of those have a boundary in the catalogue; of events, how many lie in an area.</summary>
    public int? Matched { get; init; }
}

/// <summary>A level in the catalogue.</summary>
/// <param name="Level">The level.</param>
/// <param name="Areas">Areas with a boundary, newest vintage.</param>
/// <param name="Years">Vintages; empty when the only one is undated.</param>
public sealed record LevelSummary(Level Level, int Areas, IReadOnlyList<int> Years);

/// <summary>A folder of Parquet files with a manifest: what a municipality knows about its areas. Read-only and safe for many readers.</summary>
public sealed class CatalogueFolder : IDisposable
{
    /// <summary>More shapes than this are told apart by the files they lie in: reading them would keep a page waiting.</summary>
    private const int MostToCompare = 20_000;

    private readonly Manifest manifest;
    private readonly ParquetFiles files;
    private readonly ColumnCache cache = new();
    private readonly ConcurrentDictionary<string, StoredAreaColumns> layers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string[] Codes, int[]? Order)> codesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Indicator> byName;
    private readonly Lazy<IReadOnlyList<AreaChange>> changes;

    private CatalogueFolder(string directory, Manifest manifest)
    {
        Directory = directory;
        this.manifest = manifest;
        files = new ParquetFiles(directory);
        changes = new Lazy<IReadOnlyList<AreaChange>>(() => manifest.Changes is { } stored ? AreaChange.Of(LinkFile.Read(files, stored)) : []);
        Levels = [.. manifest.Layers.GroupBy(layer => layer.Level, StringComparer.Ordinal).OrderBy(group => Level.Of(group.Key).Rank).ThenBy(group => group.Key, StringComparer.Ordinal).Select(Summary)];
        Indicators = IndicatorList.Of(manifest);
        byName = IndicatorList.ByName(Indicators, manifest);
        Datasets = [.. manifest.Datasets.Select(dataset => dataset.AsDataset()).OrderBy(dataset => dataset.Path, StringComparer.Ordinal).ThenBy(dataset => dataset.Title, StringComparer.Ordinal)];
    }

    /// <summary>Where it lies.</summary>
    public string Directory { get; }

    /// <summary>Changes exactly when the content changes: SHA-256 over the manifest's content hashes, lower-case hex.</summary>
    public string Fingerprint => manifest.Fingerprint;

    /// <summary>Levels, finest first.</summary>
    public IReadOnlyList<LevelSummary> Levels { get; }

    /// <summary>Indicators, by id.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Imported files, by path.</summary>
    public IReadOnlyList<Dataset> Datasets { get; }

    /// <summary>What was noticed when the layers were put together: levels that do not nest, boundaries that were derived.</summary>
    public IReadOnlyList<string> Notes => manifest.Notes;

    /// <summary>What changed between the years: recoded, split, joined and redrawn areas, and changes that nobody explains.</summary>
    public IReadOnlyList<AreaChange> Changes => changes.Value;

    /// <summary>Opens a catalogue.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>The catalogue, or <c>no-catalogue</c>, <c>catalogue-other-version</c>, <c>catalogue-damaged</c>.</returns>
    public static Outcome<CatalogueFolder> Open(string directory)
    {
        if (!ManifestFile.Read(directory).TryGet(out var manifest, out var reason))
            return reason;
        foreach (var file in manifest.Files)
            if (new FileInfo(Path.Combine(directory, file.Name)) is var found && !found.Exists)
                return ManifestFile.Damaged(directory, $"{file.Name} is not there");
            else if (found.Length != file.Bytes)
                return ManifestFile.Damaged(directory, string.Create(CultureInfo.InvariantCulture, $"{file.Name} has {found.Length} bytes where the manifest says {file.Bytes}"));
        return new CatalogueFolder(directory, manifest);
    }

    /// <summary>The areas of a level. The vintage nearest to <paramref name="year"/>: that year, else the latest before it, else an undated one,
    /// else the earliest after it. Areas without a boundary are in it when a table of that year names them.</summary>
    /// <param name="level">Level id.</param>
    /// <param name="year">Wanted year; null = newest.</param>
    /// <returns>The areas, or <c>no-such-level</c>.</returns>
    public Outcome<AreaLayer> Areas(string level, int? year)
    {
        var vintages = manifest.Layers.Where(layer => layer.Level == level).ToDictionary(layer => layer.Year);
        if (vintages.Count == 0)
            return new Reason("no-such-level", $"The catalogue has no level {level}; it has {string.Join(", ", Levels.Select(known => known.Level.Id))}.") { Arguments = [level] };
        var stored = vintages[year is { } wanted ? Vintage.Nearest(vintages.Keys, wanted) : Vintage.Current([.. vintages.Values.Select(layer => (layer.Year, layer.Boundaries, layer.Drawn))])];
        try
        {
            return Columns(stored).In(year);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            return ManifestFile.Damaged(Directory, $"{stored.File.Name} is not readable");
        }
    }

    /// <summary>Boundaries in EPSG:28992, in the order of <see cref="AreaLayer.Codes"/>; null where there is none.</summary>
    /// <param name="layer">As given by <see cref="Areas"/>.</param>
    /// <returns>One geometry an area.</returns>
    public Geometry?[] Boundaries(AreaLayer layer)
    {
        var stored = manifest.Layers.Single(candidate => candidate.Level == layer.Level && candidate.Year == layer.Year);
        return BoundaryFiles.Read(files, stored.Maps.Concat(stored.Own), layer.Codes, Columns(stored).MapsOf(layer.Codes));
    }

    /// <summary>Names the boundaries of a layer: the same for two years, or before and after an import, when areas, their names and what draws them are
    /// the same. Two layers with one mark look alike; another mark may still draw the same lines.</summary>
    /// <param name="layer">As given by <see cref="Areas"/>.</param>
    /// <returns>Sixteen hexadecimal digits.</returns>
    public string BoundaryMark(AreaLayer layer)
    {
        var stored = manifest.Layers.Single(candidate => candidate.Level == layer.Level && candidate.Year == layer.Year);
        StoredFile[] maps = [.. stored.Maps, .. stored.Own];
        var mapOf = Columns(stored).MapsOf(layer.Codes);
        return maps.Length > 1 && layer.Codes.Length <= MostToCompare
            // Squares of each year lie in a file of their own, and are the same squares.
            ? BoundaryMarks.OfShapes(layer, BoundaryFiles.Read(files, maps, layer.Codes, mapOf))
            : BoundaryMarks.OfMaps(layer, mapOf, maps);
    }

    /// <summary>Barriers, crossings or background of all sources, in the order of the files.</summary>
    /// <param name="kind">Of <see cref="FeatureKind"/>, but no drawings.</param>
    /// <returns>None when nobody imported any.</returns>
    public IReadOnlyList<MapFeature> Features(string kind) => [.. StoredFeaturesOf(kind).SelectMany(file => FeatureFiles.Read(files, file))];

    /// <summary>What residents drew. Personal data: publish surfaces of at least ten drawings, never one of them.</summary>
    /// <returns>None when nobody imported any.</returns>
    public IReadOnlyList<DrawnNeighbourhood> Drawings() => [.. StoredFeaturesOf(FeatureKind.Drawings).SelectMany(file => FeatureFiles.ReadDrawings(files, file))];

    /// <summary>The values of an indicator, in the order of the areas of that level.</summary>
    /// <param name="indicator">Indicator id (or its column name, case- and underscore-insensitive).</param>
    /// <param name="layer">As given by <see cref="Areas"/>.</param>
    /// <param name="year">Year of the figures.</param>
    /// <returns>The values, or <c>no-such-indicator</c>, <c>no-values</c> (nothing for this level and year).</returns>
    public Outcome<IndicatorValues> Values(string indicator, AreaLayer layer, int year)
    {
        if (Find(indicator) is not { } known)
            return new Reason("no-such-indicator", $"The catalogue has no indicator {indicator}; see: schakel catalogue {Directory}") { Arguments = [indicator] };
        var parts = IndicatorList.Figures(manifest).Where(figures => figures.Level == layer.Level && figures.Year == year && figures.Present.ContainsKey(known.Id)).ToList();
        if (parts.Count == 0)
            return new Reason("no-values", string.Create(CultureInfo.InvariantCulture, $"There are no figures of {known.Id} for {layer.Level} in {year}; years with figures: {string.Join(", ", known.Years)}."))
            {
                Arguments = [known.Id, layer.Level, year],
            };

        var values = new double[layer.Codes.Length];
        var missing = new MissingReason[layer.Codes.Length];
        Array.Fill(values, double.NaN);
        Array.Fill(missing, MissingReason.Empty);
        var isSettled = new bool[layer.Codes.Length];
        foreach (var part in parts)
        {
            IndicatorValues column;
            try
            {
                column = cache.Get((part.File.Name, known.Id), () => Read(part, known.Id));
            }
            catch (Exception problem) when (IsDamage(problem))
            {
                return ManifestFile.Damaged(Directory, $"{part.File.Name} is not readable");
            }
            int ours = 0, theirs = 0;
            // Both are sorted by code, so one walk along both joins them.
            while (ours < layer.Codes.Length && theirs < column.Codes.Length)
                switch (string.CompareOrdinal(layer.Codes[ours], column.Codes[theirs]))
                {
                    case < 0: ours++; break;
                    case > 0: theirs++; break;
                    default:
                        if (!isSettled[ours] && (column.Missing[theirs] == MissingReason.Present || missing[ours] == MissingReason.Empty))
                        {
                            (values[ours], missing[ours]) = (column.Values[theirs], column.Missing[theirs]);
                            isSettled[ours] = column.Missing[theirs] == MissingReason.Present;
                        }
                        ours++;
                        theirs++;
                        break;
                }
        }
        return new IndicatorValues(layer.Codes, values, missing);
    }

    /// <summary>An indicator by its id or by a name that a column of it had, without regard to case and punctuation.</summary>
    /// <param name="name">Id or column name.</param>
    /// <returns>The indicator, or null.</returns>
    public Indicator? Find(string name) =>
        byName.GetValueOrDefault(ColumnSpelling.Compact(name)) ?? byName.GetValueOrDefault(ColumnSpelling.Compact(FigureColumns.IdOf(name)));

    /// <summary>Who published the figures of an indicator: <c>cbs</c>, <c>rivm</c>, <c>police</c>, <c>pdok</c> or <c>municipal</c>, each once.</summary>
    /// <param name="indicator">Indicator id.</param>
    public IReadOnlyList<string> ProvidersOf(string indicator) =>
        [.. manifest.Datasets.Where(dataset => dataset.Columns.ContainsKey(indicator)).Select(dataset => dataset.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Frees the embedded database that reads the files.</summary>
    public void Dispose() => files.Dispose();

    private IEnumerable<StoredFile> StoredFeaturesOf(string kind) => manifest.Datasets
        .Where(dataset => dataset.Features?.Kind == kind).OrderBy(dataset => dataset.Sha256, StringComparer.Ordinal).ThenBy(dataset => dataset.Layer, StringComparer.Ordinal)
        .Select(dataset => dataset.Features!.File);

    private static bool IsDamage(Exception problem) => problem is DuckDB.NET.Data.DuckDBException or InvalidDataException;

    private IndicatorValues Read(StoredFigures figures, string id)
    {
        // All columns of a file share one list of codes, so that a hundred indicators do not hold it a hundred times.
        var (codes, order) = codesOf.GetOrAdd(figures.File.Name, _ => InTown(figures.Level, files.Read(figures.File.Name, ["code"], [], figures.File.Rows).Texts[0]!));
        var hasReasons = figures.Present[id] < figures.File.Rows;
        var (texts, numbers) = files.Read(figures.File.Name, hasReasons ? [id + DatasetStore.MissingSuffix] : [], [id], figures.File.Rows);
        var missing = new MissingReason[figures.File.Rows];
        if (hasReasons)
            for (var row = 0; row < missing.Length; row++)
                missing[row] = texts[0][row] is { } reason ? Enum.Parse<MissingReason>(reason) : MissingReason.Present;
        return order is null
            ? new IndicatorValues(codes, numbers[0], missing)
            : new IndicatorValues(codes, Array.ConvertAll(order, row => numbers[0][row]), Array.ConvertAll(order, row => missing[row]));
    }

    /// <summary>The codes as the layers have them, sorted again where a table left out the town of its own codes.</summary>
    private (string[] Codes, int[]? Order) InTown(string level, string[] codes)
    {
        if (Array.TrueForAll(codes, code => AreaCode.LevelOf(code) is not null || OwnCode.Bare(code) is not null))
            return (codes, null);
        var aliases = OwnCode.Aliases(manifest.Layers.Where(layer => layer.Level == level).SelectMany(layer => Columns(layer).Codes));
        if (aliases.Count == 0)
            return (codes, null);
        string[] known = [.. codes.Select(code => aliases.GetValueOrDefault(code) ?? code)];
        int[] order = [.. Enumerable.Range(0, codes.Length)];
        Array.Sort(known, order, StringComparer.Ordinal);
        return (known, order);
    }

    private StoredAreaColumns Columns(StoredLayer layer) => layers.GetOrAdd(layer.File.Name, _ => StoredAreaColumns.Read(files, layer));

    private static LevelSummary Summary(IGrouping<string, StoredLayer> ofLevel)
    {
        var newest = Vintage.Current([.. ofLevel.Select(layer => (layer.Year, layer.Boundaries, layer.Drawn))]);
        return new LevelSummary(Level.Of(ofLevel.Key), ofLevel.Single(layer => layer.Year == newest).Boundaries, [.. ofLevel.Select(layer => layer.Year).Where(year => year != TableYears.Unknown).Order()]);
    }
}
