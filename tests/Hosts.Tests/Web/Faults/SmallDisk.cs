// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;

namespace Schakel.Hosts.Tests.Web.Faults;

/// <summary>A disk of a few megabytes, made of memory. It takes the rights of an administrator to make one; where we have none, the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel-disk-");

    internal SmallDisk(int megabytes)
    {
        if (Environment.UserName != "root" || !Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", folder.FullName))
        {
            folder.Delete();
            Assert.Skip("A disk that is full needs a small disk, and only root of a Linux machine may mount one.");
        }
    }

    internal string Folder => folder.FullName;

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Takes every byte that is left.</summary>
    internal void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        foreach (var size in new[] { 1 << 16, 4096, 1 })
            try
            {
                while (true)
                    ballast.Write(new byte[size]);
            }
            catch (IOException)
            {
                // Nothing of this size fits any more.
            }
    }

    internal void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        if (Directory.Exists(Folder) && Run("umount", "--lazy", Folder))
            folder.Delete();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
