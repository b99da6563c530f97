// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage.Assembly;

/// <summary>The finished layer as a table: code, name, file with the boundary, years (of areas without one), parents.</summary>
internal static class LayerFile
{
    internal static StoredLayer Write(ParquetFiles files, LayerDraft draft, string[] levels)
    {
        var areas = draft.Areas.Values;
        var columns = new List<ParquetColumn>
        {
            new ParquetText("code", [.. draft.Areas.Keys]),
            new ParquetText("name", [.. areas.Select(area => area.Name)]),
            new ParquetText("map", [.. areas.Select(area => area.Map)]),
            new ParquetText("edition", [.. areas.Select(area => area.Map is null ? null : (area.Edition ?? draft.Year).Text())]),
            new ParquetText("years", [.. areas.Select(area => area.Map is null && area.Years is { } years ? string.Join(' ', years.Select(year => year.ToString(CultureInfo.InvariantCulture))) : null)]),
        };
        for (var place = Array.IndexOf(levels, draft.Level) + 1; place < levels.Length; place++)
            if (areas.Any(area => area.Parents[place] is not null))
                columns.Add(new ParquetText(DatasetStore.ParentPrefix + levels[place], [.. areas.Select(area => area.Parents[place])]));
        var stem = $"areas-{draft.Level}-{(draft.Year == TableYears.Unknown ? "undated" : draft.Year.Text())}";
        return new StoredLayer(draft.Level, draft.Year, draft.Areas.Count, areas.Count(area => area.Map is not null), areas.Count(area => area.Map is not null && (area.Edition ?? draft.Year) == draft.Year), files.Write(stem, columns), draft.Maps, draft.Own);
    }
}
