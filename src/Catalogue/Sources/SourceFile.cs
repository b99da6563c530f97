// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Catalogue.Sources;

/// <summary>How to read a file; everything is recognised from its bytes unless it is said here.</summary>
public sealed record ReadOptions
{
    /// <summary>Only this layer or sheet.</summary>
    public string? Layer { get; init; }

    /// <summary>Only these columns (case- and underscore-insensitive); null = all. A faster read for single analyses.</summary>
    public IReadOnlyCollection<string>? Columns { get; init; }

    /// <summary>Whether geometries are needed.</summary>
    public bool Geometry { get; init; } = true;

    /// <summary>Largest file that is read at all, in bytes (also after unzipping).</summary>
    public long MaxBytes { get; init; } = 4L << 30;
}

/// <summary>Reads any file that a municipality downloads: GeoPackage, shapefile (also zipped), GeoJSON, delimited text, StatLine CSV, XLSX, Parquet.</summary>
public static class SourceFile
{
    /// <summary>Splits <c>FILE[:LAYER]</c> as the command line accepts it (a colon inside an existing path is no layer).</summary>
    /// <param name="text">As typed.</param>
    /// <returns>Path and layer.</returns>
    public static (string Path, string? Layer) Split(string text) => throw new NotImplementedException();

    /// <summary>Reads every table in a file (or the one asked for).</summary>
    /// <param name="path">File name.</param>
    /// <param name="options">What is needed.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The tables, or a <see cref="Refusal"/>.</returns>
    public static Outcome<IReadOnlyList<SourceTable>> Read(string path, ReadOptions options, CancellationToken cancel) =>
        throw new NotImplementedException();
}
