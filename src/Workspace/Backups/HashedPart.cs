// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Schakel.Workspace.Backups;

/// <summary>A part of a backup that knows the hash of what was written into it.</summary>
internal sealed class HashedPart(ZipArchive archive, string name) : IDisposable
{
    private readonly Stream stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal string Name => name;

    internal void Line(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\n");
        hash.AppendData(bytes);
        stream.Write(bytes);
    }

    internal string Close()
    {
        stream.Dispose();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose()
    {
        stream.Dispose();
        hash.Dispose();
    }
}
