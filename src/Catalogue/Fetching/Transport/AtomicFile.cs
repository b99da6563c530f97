// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Fetching.Transport;

/// <summary>Writes a file that is there whole or not at all, whatever happens meanwhile.</summary>
internal static class AtomicFile
{
    internal const string Unfinished = ".writing";

    internal static void Write(string path, Action<Stream> content)
    {
        var unfinished = path + Unfinished;
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            content(stream);
            stream.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }
}
