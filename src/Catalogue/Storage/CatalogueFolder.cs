// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Storage;

/// <summary>One file that was imported.</summary>
/// <param name="Path">As given at import.</param>
/// <param name="Kind"><c>areas</c>, <c>figures</c> or <c>events</c>.</param>
/// <param name="Source"><c>cbs</c>, <c>rivm</c>, <c>police</c>, <c>pdok</c> or <c>municipal</c>.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Rows">Data rows.</param>
/// <param name="Years">Years it speaks of.</param>
/// <param name="Sha256">Of the file's bytes.</param>
/// <param name="Licence">Licence text.</param>
/// <param name="Attribution">Source line for screens and reports.</param>
public sealed record Dataset(
    string Path, string Kind, string Source, string Title, int Rows, IReadOnlyList<int> Years, string Sha256, string Licence, string Attribution);

/// <summary>A level in the catalogue.</summary>
/// <param name="Level">The level.</param>
/// <param name="Areas">Areas with a boundary, newest vintage.</param>
/// <param name="Years">Vintages.</param>
public sealed record LevelSummary(Level Level, int Areas, IReadOnlyList<int> Years);

/// <summary>A folder of Parquet files with a manifest: what a municipality knows about its areas. Read-only and safe for many readers.</summary>
public sealed class CatalogueFolder
{
    private CatalogueFolder(string directory) => Directory = directory;

    /// <summary>Where it lies.</summary>
    public string Directory { get; }

    /// <summary>Changes exactly when the content changes: SHA-256 over the manifest's content hashes, lower-case hex.</summary>
    public string Fingerprint => throw new NotImplementedException();

    /// <summary>Levels, finest first.</summary>
    public IReadOnlyList<LevelSummary> Levels => throw new NotImplementedException();

    /// <summary>Indicators, by id.</summary>
    public IReadOnlyList<Indicator> Indicators => throw new NotImplementedException();

    /// <summary>Imported files, by path.</summary>
    public IReadOnlyList<Dataset> Datasets => throw new NotImplementedException();

    /// <summary>Opens a catalogue.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>The catalogue, or <c>no-catalogue</c>, <c>catalogue-damaged</c>.</returns>
    public static Outcome<CatalogueFolder> Open(string directory) => throw new NotImplementedException();

    /// <summary>The areas of a level. The vintage nearest to <paramref name="year"/>: that year, else the latest before it, else the earliest after it.</summary>
    /// <param name="level">Level id.</param>
    /// <param name="year">Wanted year; null = newest.</param>
    /// <returns>The areas, or <c>no-such-level</c>.</returns>
    public Outcome<AreaLayer> Areas(string level, int? year) => throw new NotImplementedException();

    /// <summary>Boundaries in EPSG:28992, in the order of <see cref="AreaLayer.Codes"/>; null where there is none.</summary>
    /// <param name="layer">As given by <see cref="Areas"/>.</param>
    /// <returns>One geometry an area.</returns>
    public Geometry?[] Boundaries(AreaLayer layer) => throw new NotImplementedException();

    /// <summary>The values of an indicator, in the order of the areas of that level.</summary>
    /// <param name="indicator">Indicator id (or its column name, case- and underscore-insensitive).</param>
    /// <param name="layer">As given by <see cref="Areas"/>.</param>
    /// <param name="year">Year of the figures.</param>
    /// <returns>The values, or <c>no-such-indicator</c>, <c>no-values</c> (nothing for this level and year).</returns>
    public Outcome<IndicatorValues> Values(string indicator, AreaLayer layer, int year) => throw new NotImplementedException();
}
