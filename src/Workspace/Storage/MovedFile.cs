// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Schakel.Workspace.Storage;

/// <summary>
/// Whether the file of an open connection still is the file that has its name. A connection from the pool would go on writing into a file that was
/// taken away or replaced, and what it acknowledges would be lost.
/// </summary>
internal static class MovedFile
{
    private const int HasMoved = 20; // SQLITE_FCNTL_HAS_MOVED

    internal static bool Is(SqliteConnection connection)
    {
        var moved = 0;
        // Its own driver asks the file system; where it cannot tell, it says no.
        _ = FileControl(connection.Handle!.DangerousGetHandle(), 0, HasMoved, ref moved);
        return moved != 0;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(nint database, nint name, int operation, ref int answer);
}
