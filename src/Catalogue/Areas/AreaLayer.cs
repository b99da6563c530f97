// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Areas;

/// <summary>The areas of one level in one vintage, sorted by code (ordinal).</summary>
/// <param name="Level">Level id.</param>
/// <param name="Year">Vintage of the boundaries or, without boundaries, of the figures that named the areas.</param>
/// <param name="Codes">Sorted.</param>
/// <param name="Names">One an area; the code where the source gives no name.</param>
/// <param name="Parents">Per coarser level id: the code of the area's parent, null where unknown.</param>
/// <param name="HasBoundary">Whether a boundary is stored, one an area.</param>
public sealed record AreaLayer(
    string Level, int Year, string[] Codes, string[] Names, IReadOnlyDictionary<string, string?[]> Parents, bool[] HasBoundary)
{
    /// <summary>Year of the map that each boundary was taken from, 0 for an undated one and for an area without: a town without a map of this year has that of another.</summary>
    public int[] Editions { get; init; } = [];
}
