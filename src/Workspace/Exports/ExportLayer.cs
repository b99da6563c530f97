// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Areas;

namespace Schakel.Workspace.Exports;

/// <summary>The areas of one level with their figures.</summary>
/// <param name="Level">The level.</param>
/// <param name="Vintage">Year of the boundaries; 0 when their source states none.</param>
/// <param name="Codes">Sorted (ordinal).</param>
/// <param name="Names">One an area.</param>
/// <param name="Parents">Per coarser level that is known: the code of the parent of each area.</param>
/// <param name="Boundaries">[m, RD New] one an area, null where there is none.</param>
/// <param name="Columns">Figures and results.</param>
public sealed record ExportLayer(
    Level Level, int Vintage, string[] Codes, string[] Names, IReadOnlyList<(string Level, string?[] Codes)> Parents, Geometry?[] Boundaries,
    IReadOnlyList<ExportColumn> Columns);
