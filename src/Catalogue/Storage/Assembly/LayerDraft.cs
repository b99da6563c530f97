// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage.Assembly;

/// <summary>An area while its layer is being put together.</summary>
internal sealed class AreaDraft(int levels)
{
    public string? Name { get; set; }

    /// <summary>File with its boundary.</summary>
    public string? Map { get; set; }

    /// <summary>Year of the map that draws it; null without a boundary. Not always that of the layer: see <see cref="TownEditions"/>.</summary>
    public int? Edition { get; set; }

    /// <summary>Years of the tables that name it; only for areas without a boundary.</summary>
    public SortedSet<int>? Years { get; set; }

    /// <summary>Code of its parent at each level, by the level's place among all levels.</summary>
    public string?[] Parents { get; } = new string?[levels];

    /// <summary>The same area for another edition, to be filled in on its own.</summary>
    public AreaDraft Copy()
    {
        var copy = new AreaDraft(Parents.Length) { Name = Name, Map = Map, Edition = Edition };
        Parents.CopyTo(copy.Parents, 0);
        return copy;
    }
}

/// <summary>The areas of one level in one vintage while they are being put together from all sources.</summary>
internal sealed class LayerDraft(string level, int year)
{
    private Geometry?[]? boundaries;

    public string Level { get; } = level;
    public int Year { get; } = year;
    public SortedDictionary<string, AreaDraft> Areas { get; } = new(StringComparer.Ordinal);
    public List<StoredFile> Maps { get; } = [];
    public List<StoredFile> Own { get; } = [];

    /// <summary>Boundaries in the order of the codes, read once.</summary>
    public Geometry?[] Boundaries(ParquetFiles files) => boundaries ??= BoundaryFiles.Read(files, Maps.Concat(Own), [.. Areas.Keys], [.. Areas.Values.Select(area => area.Map)]);

    /// <inheritdoc/>
    public override string ToString() => Year == TableYears.Unknown ? $"{Level} (year unknown)" : $"{Level} {Year.Text()}";
}
