// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Exports;

/// <summary>The figures of one indicator for all areas of a level in one year.</summary>
/// <param name="Codes">Of all areas, sorted.</param>
/// <param name="Values">NaN where missing.</param>
/// <param name="Missing">Why.</param>
/// <param name="SummedFrom">Level that they were added up from; null when they are as the source gave them.</param>
internal sealed record LevelFigures(string[] Codes, double[] Values, MissingReason[] Missing, string? SummedFrom)
{
    /// <summary>The figures, as the other screens and commands take them; null when there are none.</summary>
    internal static LevelFigures? Of(CatalogueFolder catalogue, Indicator indicator, AreaLayer layer, int year) =>
        UnitGathering.Whole(catalogue, indicator, layer, year) is { } found ? new LevelFigures(layer.Codes, found.Values, found.Missing, found.SummedFrom) : null;
}
