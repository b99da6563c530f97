// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>The codes of 100 m and 500 m squares look alike; the column's name or the square itself tells them apart.</summary>
internal static class CellSizes
{
    internal static CodeColumn Apply(SourceTable table, CodeColumn unit)
    {
        if (!unit.Levels.Contains("cell"))
            return unit;
        var name = ColumnSpelling.Compact(unit.Column.Name);
        var file = ColumnSpelling.Compact(table.Layer ?? System.IO.Path.GetFileNameWithoutExtension(table.Path));
        var isLarge = name.Contains("500", StringComparison.Ordinal) || file.Contains("500m", StringComparison.Ordinal)
            || table.Geometries?.FirstOrDefault(geometry => geometry is not null)?.EnvelopeInternal.Width > 400;
        return isLarge ? unit with { Levels = [.. unit.Levels.Select(level => level == "cell" ? "cell500" : level)] } : unit;
    }
}
