// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.InteropServices;
using System.Text;

namespace Schakel.Catalogue.Storage;

/// <summary>Makes names in a folder last: without it a power cut just after a rename can bring the old name back.</summary>
/// <remarks>.NET flushes files but not folders; on Windows a rename is written through by itself.</remarks>
internal static class FolderFlush
{
    private const int ReadOnly = 0;

    internal static void Of(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Open(Encoding.UTF8.GetBytes(directory + '\0'), ReadOnly);
        if (folder < 0)
            throw new IOException($"{directory} cannot be opened to make its names last (error {Marshal.GetLastPInvokeError()}).");
        try
        {
            // Some network disks cannot do this for folders; then their own promise is all there is.
            _ = Flush(folder);
        }
        finally
        {
            _ = Close(folder);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Flush(int folder);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int folder);
}
