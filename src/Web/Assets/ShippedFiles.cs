// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Schakel.Web.Assets;

/// <summary>One file of <c>wwwroot</c>, ready to leave.</summary>
/// <param name="ContentType">Media type.</param>
/// <param name="Bytes">As on disk.</param>
/// <param name="Compressed">Gzip, when that is worth it.</param>
public sealed record ShippedFile(string ContentType, byte[] Bytes, byte[]? Compressed);

/// <summary>
/// The files of <c>wwwroot</c> (2 MB), read once. Their address holds a hash over all of them: a browser keeps them for a year,
/// and modules that find each other by relative address never mix two versions.
/// </summary>
public sealed class ShippedFiles
{
    private static readonly FrozenDictionary<string, string> contentTypes = new Dictionary<string, string>
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
        [""] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, ShippedFile> files;

    public ShippedFiles(string folder)
    {
        var read = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => contentTypes.ContainsKey(Path.GetExtension(path)))
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, Shipped: Read(file.Path)))
            .ToArray();

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, shipped) in read)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(shipped.Bytes);
        }

        files = read.ToFrozenDictionary(file => file.Name, file => file.Shipped, StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
        ImportMap = "{\"imports\":{\"maplibre-gl\":\"" + Url("vendor/maplibre-gl/maplibre-gl.mjs") + "\"}}";
        ImportMapHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ImportMap)));
    }

    /// <summary>Changes exactly when a file changes.</summary>
    public string Version { get; }

    /// <summary>Where the browser finds the modules that we serve as published; the only script inside a page.</summary>
    public string ImportMap { get; }

    /// <summary>SHA-256 (base64) of <see cref="ImportMap"/>, for the content-security policy.</summary>
    public string ImportMapHash { get; }

    public string Url(string name) => $"/assets/{Version}/{name}";

    public ShippedFile? Find(string name) => files.GetValueOrDefault(name);

    private static ShippedFile Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var isText = Path.GetExtension(path) is not ".woff2";
        return new ShippedFile(contentTypes[Path.GetExtension(path)], bytes, isText && bytes.Length > 1024 ? Compress(bytes) : null);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return compressed.ToArray();
    }
}
