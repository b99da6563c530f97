// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Storage;

/// <summary>A Parquet file of the catalogue. Its name holds the beginning of its hash, so a file never changes.</summary>
internal sealed record StoredFile(string Name, string Sha256, int Rows, long Bytes);

/// <summary>Areas of one level and vintage as one source gives them.</summary>
internal sealed record StoredAreas(string Level, int Year, bool HasBoundaries, StoredFile File);

/// <summary>Figures of one level and year of one source: a column an indicator. <paramref name="Present"/>: values present per indicator id.</summary>
internal sealed record StoredFigures(string Level, int Year, SortedDictionary<string, int> Present, StoredFile File);

/// <summary>Points of one source.</summary>
internal sealed record StoredEvents(string Indicator, StoredFile File);

/// <summary>Things of one source that are no areas: barriers, drawings.</summary>
internal sealed record StoredFeatures(string Kind, StoredFile File);

/// <summary>One table of an imported file, with where it came from.</summary>
internal sealed record StoredDataset
{
    public required string Path { get; init; }
    public string? Layer { get; init; }
    public required string Kind { get; init; }
    public required string Source { get; init; }
    public required int Precedence { get; init; }
    public required string Title { get; init; }
    public required int Rows { get; init; }
    public required IReadOnlyList<int> Years { get; init; }
    public required string Sha256 { get; init; }
    public required string Licence { get; init; }
    public required string Attribution { get; init; }

    /// <summary>Day of import, for people; no part of the fingerprint.</summary>
    public required string Imported { get; init; }
    public required IReadOnlyList<StoredAreas> Areas { get; init; }
    public required IReadOnlyList<StoredFigures> Figures { get; init; }
    public StoredEvents? Events { get; init; }
    public StoredFeatures? Features { get; init; }

    /// <summary>Which code became which.</summary>
    public StoredFile? Links { get; init; }

    /// <summary>Per indicator id, the name of its column in this table.</summary>
    public required SortedDictionary<string, string> Columns { get; init; }

    /// <summary>What the columns mean, while the table is being imported; the manifest keeps each meaning once.</summary>
    [JsonIgnore]
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>Figures that are missing, per reason.</summary>
    public SortedDictionary<string, int>? Missing { get; init; }

    [JsonIgnore]
    public IEnumerable<StoredFile> Files => Areas.Select(areas => areas.File).Concat(Figures.Select(figures => figures.File)).Concat(Events is null ? [] : [Events.File]).Concat(Features is null ? [] : [Features.File]).Concat(Links is null ? [] : [Links]);

    internal Dataset AsDataset() => new(Path, Kind, Source, Title, Rows, Years, Sha256, Licence, Attribution) { Missing = Missing ?? [] };
}

/// <summary>A level in one vintage, put together from all sources: which areas, their parents, and which file holds each boundary.</summary>
/// <remarks><c>Drawn</c>: boundaries of that very vintage; the others come from maps of other years, town by town.</remarks>
internal sealed record StoredLayer(string Level, int Year, int Areas, int Boundaries, int Drawn, StoredFile File, IReadOnlyList<StoredFile> Maps, IReadOnlyList<StoredFile> Own);

/// <summary>The one file that says what the catalogue holds. Replacing it is replacing the catalogue.</summary>
internal sealed record Manifest
{
    internal const int CurrentFormat = 2;

    public int Format { get; init; } = CurrentFormat;
    public string Fingerprint { get; init; } = "";
    public IReadOnlyList<StoredDataset> Datasets { get; init; } = [];

    /// <summary>The meaning of each indicator, by id; column and source are told by the dataset.</summary>
    public IReadOnlyList<Indicator> Meanings { get; init; } = [];
    public IReadOnlyList<StoredLayer> Layers { get; init; } = [];

    /// <summary>Counts of events per area and year, made from the points and the maps.</summary>
    public IReadOnlyList<StoredFigures> Derived { get; init; } = [];

    /// <summary>What changed between the years, from all sources together; null when nothing did.</summary>
    public StoredFile? Changes { get; init; }
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Files of the catalogue before this one, which a reader that opened it may still need; the next import removes them.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];

    [JsonIgnore]
    public IEnumerable<StoredFile> Files =>
        Datasets.SelectMany(dataset => dataset.Files).Concat(Layers.SelectMany(layer => layer.Own.Append(layer.File))).Concat(Derived.Select(figures => figures.File)).Concat(Changes is null ? [] : [Changes]);

    /// <summary>Over what the catalogue says: sources and contents, not paths or dates.</summary>
    internal string ComputeFingerprint()
    {
        var text = new StringBuilder("schakel-catalogue ").Append(Format).Append('\n');
        var sources = Datasets.Select(dataset => $"{dataset.Sha256} {dataset.Layer} {dataset.Kind} {dataset.Source} {dataset.Licence} {dataset.Attribution} {string.Join(' ', dataset.Years)}");
        // The names of files hold level, year and hash.
        // A newer version of the program may know more about a column; then the catalogue says something else.
        var meanings = Meanings.Select(meaning => $"{meaning.Id} {meaning.Kind} {meaning.Denominator} {meaning.Unit} {meaning.TitleNl} {meaning.TitleEn} {meaning.Recognised} {meaning.Direction} {meaning.Source} {meaning.Licence}");
        foreach (var line in sources.Concat(meanings).Concat(Files.Select(file => $"{file.Name} {file.Sha256}")).Order(StringComparer.Ordinal))
            text.Append(line).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
