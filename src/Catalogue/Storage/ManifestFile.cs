// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis;

namespace Schakel.Catalogue.Storage;

/// <summary>Reads and replaces <c>manifest.json</c>. The rename is the moment at which a new catalogue begins to exist.</summary>
internal static class ManifestFile
{
    internal const string Name = "manifest.json";

    internal static Outcome<Manifest> Read(string directory)
    {
        var path = Path.Combine(directory, Name);
        if (!File.Exists(path))
            return new Reason("no-catalogue", $"{directory} holds no catalogue; make one with: schakel import FILE --into {directory}") { Arguments = [directory] };
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJson.Default.Manifest);
            if (manifest is null)
                return Damaged(directory, "the manifest is empty");
            if (manifest.Format > Manifest.CurrentFormat)
                return Damaged(directory, $"it was written by a newer version (format {manifest.Format}, this program knows {Manifest.CurrentFormat})");
            return manifest;
        }
        catch (JsonException problem)
        {
            return Damaged(directory, $"the manifest is not readable at line {problem.LineNumber + 1}");
        }
    }

    internal static Reason Damaged(string directory, string what) =>
        new("catalogue-damaged", $"The catalogue in {directory} cannot be used: {what}. Import the files again into a new folder.") { Arguments = [directory, what] };

    internal static void Replace(string directory, Manifest manifest)
    {
        var path = Path.Combine(directory, Name);
        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, manifest, ManifestJson.Default.Manifest);
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }
}
