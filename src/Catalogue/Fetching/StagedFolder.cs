// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Schakel.Catalogue.Fetching.Transport;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Fetching;

/// <summary>Files of one publisher about one gemeente and year, as they go into the import, with the statement of where they come from.</summary>
internal sealed class StagedFolder(string folder, Publisher publisher)
{
    private static readonly JsonWriterOptions readable = new() { Indented = true, NewLine = "\n" };
    private static readonly JsonWriterOptions compact = new() { SkipValidation = false };

    /// <summary>Writes one file of JSON.</summary>
    internal string Write(string name, Action<Utf8JsonWriter> content)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        AtomicFile.Write(path, stream =>
        {
            using var json = new Utf8JsonWriter(stream, compact);
            content(json);
        });
        return path;
    }

    /// <summary>Says beside the files where they come from: addresses, time, licence, checksum. Files of an earlier fetch that this one did not make again go; what a person put there stays.</summary>
    internal void State(IReadOnlyList<string> files, IReadOnlyList<Page> pages)
    {
        foreach (var old in Directory.EnumerateFiles(folder, publisher.Id + "_*").Where(path => !files.Contains(path, StringComparer.Ordinal)))
            File.Delete(old);
        AtomicFile.Write(Path.Combine(folder, StatedOrigin.FileName), stream =>
        {
            using var json = new Utf8JsonWriter(stream, readable);
            json.WriteStartObject();
            json.WriteString("bron", publisher.Terms.Attribution["Bron: ".Length..]);
            json.WriteString("licentie", publisher.Terms.Licence);
            json.WriteStartArray("bestanden");
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("naam", Path.GetFileName(file));
                json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("antwoorden");
            foreach (var page in pages)
            {
                json.WriteStartObject();
                json.WriteString("adres", page.Address.AbsoluteUri);
                json.WriteString("opgehaald", page.Retrieved.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                json.WriteString("sha256", page.Sha256);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
