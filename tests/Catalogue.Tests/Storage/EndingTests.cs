// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Storage;

namespace Schakel.Catalogue.Tests.Storage;

/// <summary>The last moment of an import: the new name must last.</summary>
public sealed class EndingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("schakel ending ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_folder_is_settled_after_the_new_manifest_has_its_name()
    {
        var seen = new List<string>();

        ManifestFile.Replace(folder, new Manifest(), directory => seen.AddRange(Directory.GetFiles(directory).Select(file => Path.GetFileName(file))));

        Assert.Equal([ManifestFile.Name], seen);
    }

    [Fact]
    public void A_folder_can_be_settled_and_one_that_is_not_there_is_an_error()
    {
        FolderFlush.Of(folder);

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows writes renames through by itself.");
        Assert.Throws<IOException>(() => FolderFlush.Of(Path.Combine(folder, "nergens")));
    }
}
