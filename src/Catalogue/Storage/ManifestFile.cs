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
        var bytes = File.ReadAllBytes(path);
        try
        {
            var manifest = JsonSerializer.Deserialize(bytes, ManifestJson.Default.Manifest);
            if (manifest is null)
                return Damaged(directory, "the manifest is empty");
            // Members that are not there come as null, whatever their type says.
            return manifest.Format == Manifest.CurrentFormat && manifest is { Datasets: not null, Meanings: not null, Layers: not null, Derived: not null, Notes: not null } ? manifest : OtherVersion(directory);
        }
        catch (JsonException problem)
        {
            return IsWhole(bytes) ? OtherVersion(directory) : Damaged(directory, $"the manifest is not readable at line {problem.LineNumber + 1}");
        }
    }

    /// <summary>Whole JSON that does not say what this program wants to know was not damaged: another version wrote it.</summary>
    private static bool IsWhole(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("format", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Reason OtherVersion(string directory) =>
        new("catalogue-other-version", $"The catalogue in {directory} was made by another version of Schakel. Import the files again into a new folder.") { Arguments = [directory] };

    internal static Reason Damaged(string directory, string what) =>
        new("catalogue-damaged", $"The catalogue in {directory} cannot be used: {what}. Import the files again into a new folder.") { Arguments = [directory, what] };

    /// <param name="directory">Folder of the catalogue.</param>
    /// <param name="manifest">What counts from now on.</param>
    /// <param name="settle">Makes the rename last; a test looks when it comes.</param>
    internal static void Replace(string directory, Manifest manifest, Action<string>? settle = null)
    {
        var path = Path.Combine(directory, Name);
        var temporary = path + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, manifest, ManifestJson.Default.Manifest);
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        (settle ?? FolderFlush.Of)(directory);
    }
}
