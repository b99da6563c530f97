// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Storage;

/// <summary>Files with personal data are for their owner alone, from the first byte.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>For a new file.</summary>
    internal static FileStreamOptions Options
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            return options;
        }
    }

    /// <summary>Makes an empty file, and its folder; one that is there stays as it is.</summary>
    internal static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (File.Exists(file))
            return;
        try
        {
            using var made = new FileStream(file, Options);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Somebody else made it at the same moment.
        }
    }
}
