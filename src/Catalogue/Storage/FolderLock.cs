// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Catalogue.Storage;

/// <summary>Keeps two imports out of one folder. The lock is the open file, not its existence, so a killed import leaves none behind.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string Name = ".import.lock";
    private readonly FileStream stream;

    private FolderLock(FileStream stream) => this.stream = stream;

    /// <summary>Removes the file of the lock while it is still held, before its folder goes.</summary>
    internal void Delete() => File.Delete(stream.Name);

    internal static Outcome<FolderLock> Take(string directory)
    {
        try
        {
            return new FolderLock(new FileStream(Path.Combine(directory, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException problem) when (problem is not DirectoryNotFoundException)
        {
            return new Reason("catalogue-busy", $"Another import into {directory} is running; wait until it is done.") { Arguments = [directory] };
        }
    }

    public void Dispose() => stream.Dispose();
}
