// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Features;

namespace Schakel.Catalogue.Storage;

/// <summary>Reads barriers, crossings, backgrounds and drawings back.</summary>
internal static class FeatureFiles
{
    internal static IEnumerable<MapFeature> Read(ParquetFiles files, StoredFile file)
    {
        var (texts, _) = files.Read(file.Name, ["name", "class"], [], file.Rows);
        return files.ReadShapes(file.Name, file.Rows).Select((shape, i) => new MapFeature(texts[0][i], texts[1][i], shape));
    }

    internal static IEnumerable<DrawnNeighbourhood> ReadDrawings(ParquetFiles files, StoredFile file)
    {
        var (texts, _) = files.Read(file.Name, ["respondent", "home_cell", "age", "tenure"], [], file.Rows);
        return files.ReadShapes(file.Name, file.Rows).Select((shape, i) => new DrawnNeighbourhood(texts[0][i]!, texts[1][i], texts[2][i], texts[3][i], shape));
    }
}
