// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Catalogue.Columns;

namespace Schakel.Catalogue.Areas;

/// <summary>Areas of one layer with their borders as columns, ready for an analysis.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Layer">Layer that was read; null for formats with one table.</param>
/// <param name="Codes">One an area, each once, in the order of the file.</param>
/// <param name="Boundaries">[m] one area a code.</param>
/// <param name="HasBoundary">Whether the area has a border at all.</param>
/// <param name="Columns">The other columns that were asked for, as many cells as codes.</param>
/// <param name="Srid">EPSG number of the coordinates; 0 when unknown and taken as metres.</param>
/// <param name="Sha256">Lower-case hex of the SHA-256 of the file's bytes.</param>
/// <param name="Notes">What the reader did.</param>
public sealed record BoundaryTable(
    string Path, string? Layer, string[] Codes, AreaBoundaries Boundaries, bool[] HasBoundary, IReadOnlyList<Column> Columns,
    int Srid, string Sha256, IReadOnlyList<string> Notes)
{
    /// <summary>For each ring of <see cref="Boundaries"/> whether it is a hole.</summary>
    public bool[] IsHole { get; init; } = [];
}
