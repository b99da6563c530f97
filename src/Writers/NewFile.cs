// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Writers;

/// <summary>A file that is not there until it is whole.</summary>
/// <remarks>
/// It is written beside its place under the name of the place with <c>.part</c> behind it, flushed to the disk, and then put in place by a
/// rename: whoever looks sees the old file or the new one, also when the program is killed. What a killed program left is replaced by the next.
/// </remarks>
public sealed class NewFile : IDisposable
{
    private bool placed;

    /// <summary>A file to be.</summary>
    /// <param name="path">Where it will be.</param>
    public NewFile(string path)
    {
        Path = path;
        WorkPath = path + ".part";
        // Made at once, so that a place that cannot be written to is known before the work, and said in the system's own words.
        using (File.Create(WorkPath))
        {
        }
    }

    /// <summary>Where it will be.</summary>
    public string Path { get; }

    /// <summary>Where it is written.</summary>
    public string WorkPath { get; }

    /// <summary>Opens it for writing.</summary>
    public FileStream Open() => new(WorkPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);

    /// <summary>Puts the whole file in place.</summary>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="IOException">There is a file, and it may not be replaced.</exception>
    public void Place(bool overwrite = true)
    {
        using (var written = new FileStream(WorkPath, FileMode.Open, FileAccess.ReadWrite))
            written.Flush(flushToDisk: true);
        File.Move(WorkPath, Path, overwrite);
        placed = true;
    }

    /// <summary>Puts files in place that belong together: all of them, or none.</summary>
    /// <param name="files">Whole files, in the order in which they appear.</param>
    /// <param name="overwrite">Whether files that are there may be replaced.</param>
    public static void PlaceAll(IReadOnlyList<NewFile> files, bool overwrite)
    {
        var placedNow = new List<NewFile>();
        try
        {
            foreach (var file in files)
            {
                if (overwrite && files.Count > 1 && File.Exists(file.Path))
                    File.Copy(file.Path, file.OldPath, overwrite: true);
                file.Place(overwrite);
                placedNow.Add(file);
            }
        }
        catch
        {
            foreach (var file in placedNow)
                if (File.Exists(file.OldPath))
                    File.Move(file.OldPath, file.Path, overwrite: true);
                else
                    File.Delete(file.Path);
            throw;
        }
        finally
        {
            foreach (var file in files)
                File.Delete(file.OldPath);
        }
    }

    private string OldPath => Path + ".old";

    /// <summary>Leaves nothing half-written behind.</summary>
    public void Dispose()
    {
        if (!placed)
            File.Delete(WorkPath);
    }
}
