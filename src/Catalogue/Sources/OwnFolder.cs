// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources;

/// <summary>A folder for files that only a library can open by name; it goes away whatever happens.</summary>
internal sealed class OwnFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel-");

    internal string Name => folder.FullName;

    internal string File(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
