// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage;

/// <summary>A layer as it is stored, decoded once.</summary>
internal sealed class StoredAreaColumns
{
    private readonly ConcurrentDictionary<int, AreaLayer> byYear = new();
    private readonly StoredLayer layer;
    private readonly string?[] names;
    private readonly string?[] years;
    private readonly string?[] editions;
    private readonly Dictionary<string, string?[]> parents;

    private StoredAreaColumns(StoredLayer layer, string[] codes, string?[] names, string?[] maps, string?[] years, string?[] editions, Dictionary<string, string?[]> parents)
    {
        this.layer = layer;
        Codes = codes;
        this.names = names;
        Maps = maps;
        this.years = years;
        this.editions = editions;
        this.parents = parents;
    }

    /// <summary>Sorted.</summary>
    internal string[] Codes { get; }

    /// <summary>File with the boundary of each area, or null.</summary>
    internal string?[] Maps { get; }

    internal static StoredAreaColumns Read(ParquetFiles files, StoredLayer layer)
    {
        var levels = files.ColumnsOf(layer.File.Name).Where(column => column.StartsWith(DatasetStore.ParentPrefix, StringComparison.Ordinal)).ToList();
        var (texts, _) = files.Read(layer.File.Name, ["code", "name", "map", "years", "edition", .. levels], [], layer.File.Rows);
        var parents = levels.Select((column, i) => (Level: column[DatasetStore.ParentPrefix.Length..], Codes: texts[5 + i])).ToDictionary(pair => pair.Level, pair => pair.Codes, StringComparer.Ordinal);
        return new StoredAreaColumns(layer, texts[0]!, texts[1], texts[2], texts[3], texts[4], parents);
    }

    /// <summary>File with the boundary of each of these areas, or null.</summary>
    internal string?[] MapsOf(string[] codes) => [.. codes.Select(code => Array.BinarySearch(Codes, code, StringComparer.Ordinal) is var place && place >= 0 ? Maps[place] : null)];

    /// <summary>The areas that exist in a year: those with a boundary, and those that a table of that year names.</summary>
    internal AreaLayer In(int? year) => byYear.GetOrAdd(year ?? Newest(), Build);

    private int Newest() => years.Where(list => list is not null).SelectMany(Split).Append(layer.Year).Max();

    private AreaLayer Build(int year)
    {
        // A level that no map draws has a layer for each year of its tables, which also serves the years after it.
        var hasMap = layer.Maps.Count > 0;
        int[] kept = [.. Enumerable.Range(0, Codes.Length).Where(i => Maps[i] is not null || years[i] is null || Split(years[i]).Any(named => named == year || named == TableYears.Unknown || !hasMap && named == layer.Year))];
        return new AreaLayer(
            layer.Level, layer.Year, [.. kept.Select(i => Codes[i])], [.. kept.Select(i => names[i] ?? Codes[i])],
            parents.ToDictionary(pair => pair.Key, pair => kept.Select(i => pair.Value[i]).ToArray(), StringComparer.Ordinal), [.. kept.Select(i => Maps[i] is not null)])
        {
            Editions = [.. kept.Select(i => editions[i] is { } edition ? int.Parse(edition, NumberStyles.None, CultureInfo.InvariantCulture) : TableYears.Unknown)],
        };
    }

    private static IEnumerable<int> Split(string? list) => (list ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(year => int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture));
}
