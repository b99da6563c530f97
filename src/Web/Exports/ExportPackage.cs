// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using Schakel.Analysis;
using Schakel.Workspace.Exports;

namespace Schakel.Web.Exports;

/// <summary>A download: one file, or several in a zip archive. It lies on the disk while it is sent and is gone afterwards.</summary>
/// <param name="Content">Open at its beginning; closing it removes the file.</param>
/// <param name="MediaType">Of the whole.</param>
/// <param name="FileName">As the reader gets it.</param>
internal sealed record ExportPackage(FileStream Content, string MediaType, string FileName)
{
    private static readonly DateTimeOffset noMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static Outcome<ExportPackage> Make(ExportContent content, ExportQuestion question, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("schakel-").FullName;
        try
        {
            var path = Path.Combine(folder, question.FileName + question.Format.Ending);
            if (!new ExportFiles(content, $"Schakel {ProgramVersion.Text}").Write(question.Format, path, overwrite: false, cancel).TryGet(out var files, out var reason))
                return reason;
            return files.Count == 1
                ? new ExportPackage(Lent(files[0].Path), question.Format.MediaType, Path.GetFileName(files[0].Path))
                : new ExportPackage(Zipped(folder, files), "application/zip", question.FileName + ".zip");
        }
        finally
        {
            // A file that is open stays until it is closed, also without its name.
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FileStream Zipped(string folder, IReadOnlyList<ExportedFile> files)
    {
        var path = Path.Combine(folder, "pakket");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
            foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(Path.GetFileName(file.Path), CompressionLevel.Optimal);
                entry.LastWriteTime = noMoment;
                using var into = entry.Open();
                using var from = File.OpenRead(file.Path);
                from.CopyTo(into);
            }
        return Lent(path);
    }

    private static FileStream Lent(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan | FileOptions.Asynchronous);
}
