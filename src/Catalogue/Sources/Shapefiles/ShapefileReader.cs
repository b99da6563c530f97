// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Schakel.Catalogue.Sources.Coordinates;

namespace Schakel.Catalogue.Sources.Shapefiles;

/// <summary>Reads a shapefile: shapes (.shp), their attributes (.dbf), and what is known of its coordinates (.prj) and letters (.cpg).</summary>
/// <remarks>The index (.shx) is not needed: records are read one after the other.</remarks>
internal static class ShapefileReader
{
    /// <summary>Reads from the folder of a .shp or .dbf file.</summary>
    internal static TableDraft Read(string path, ReadOptions options, CancellationToken cancel)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var stem = Path.GetFileNameWithoutExtension(path);
        return Read(stem, extension =>
        {
            var exact = Path.Combine(folder, stem + extension);
            var found = File.Exists(exact) ? exact
                : Directory.EnumerateFiles(folder, "*", SearchOption.TopDirectoryOnly)
                    .Where(file => string.Equals(Path.GetFileName(file), stem + extension, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault();
            return found is null ? null : new FileStream(found, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        }, options, cancel);
    }

    /// <summary>Reads from wherever the parts are.</summary>
    internal static TableDraft Read(string layer, Func<string, Stream?> open, ReadOptions options, CancellationToken cancel)
    {
        if (options.Layer is not null && !string.Equals(options.Layer, layer, StringComparison.OrdinalIgnoreCase))
            throw new InputRefused("no-such-layer", $"There is no layer '{options.Layer}' in the file.") { Layer = options.Layer, Value = options.Layer, Expected = layer };
        var draft = new TableDraft(layer);
        using var attributes = open(".dbf") ?? throw new InputRefused("file-part-missing", "The shapefile has no .dbf beside it, so its areas have no codes.")
        {
            Layer = layer,
            Value = layer + ".dbf",
            Expected = "the .shp, .dbf and .prj together, or a .zip with all of them",
        };
        var deleted = DbaseTable.Read(attributes, TextOf(open(".cpg")), draft, new ColumnChoice(options.Columns), cancel);
        if (!options.Geometry)
            return draft;

        using var shapes = open(".shp") ?? throw new InputRefused("file-part-missing", "The shapefile has no .shp.") { Layer = layer, Value = layer + ".shp", Expected = "the .shp, .dbf and .prj together" };
        draft.Crs = CrsName.Of(TextOf(open(".prj")));
        draft.Geometries = ShapeRecords.Read(shapes, deleted, layer, cancel);
        if (draft.Geometries.Count != draft.RowCount)
            throw new InputRefused("file-parts-differ", $"The .shp has {draft.Geometries.Count} shapes and the .dbf {draft.RowCount} rows.")
            {
                Layer = layer,
                Expected = "as many rows as shapes; download or export all parts again",
            };
        return draft;
    }

    private static string? TextOf(Stream? stream)
    {
        if (stream is null)
            return null;
        using (stream)
        {
            var bytes = new byte[65536];
            return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Trim('\uFEFF', ' ', '\r', '\n', '\t', '\0');
        }
    }
}
