// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Schakel.Catalogue.Fetching.Transport;

/// <summary>
/// Keeps the answers of a fetch that is under way, so that one that was interrupted goes on where it was. A page is one file: a line of JSON
/// about it, then the body; it appears whole by a rename. What does not fit its own checksum, or is too old, is asked again.
/// </summary>
internal sealed class PageStore(string folder, TimeProvider clock)
{
    /// <summary>Older answers do not go together with new ones: the source may have changed in between.</summary>
    internal static readonly TimeSpan Freshness = TimeSpan.FromHours(24);

    private const string Extension = ".page";
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Page> served = new(StringComparer.Ordinal);

    /// <summary>Every answer that this fetch used, by address.</summary>
    internal IReadOnlyList<Page> Served
    {
        get
        {
            lock (gate)
                return [.. served.Values];
        }
    }

    internal Page? Find(Uri address)
    {
        var path = PathOf(address);
        if (!File.Exists(path) || Read(path) is not { } page || page.Address != address || clock.GetUtcNow() - page.Retrieved is var age && (age > Freshness || age < -Freshness))
            return null;
        return Remember(page);
    }

    internal Page Keep(Uri address, string? crs, byte[] body)
    {
        var page = new Page(address, clock.GetUtcNow(), Convert.ToHexStringLower(SHA256.HashData(body)), crs, body);
        Directory.CreateDirectory(folder);
        var head = new JsonObject { ["address"] = address.AbsoluteUri, ["retrieved"] = page.Retrieved.ToString("O", CultureInfo.InvariantCulture), ["sha256"] = page.Sha256, ["crs"] = crs };
        AtomicFile.Write(PathOf(address), stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes(head.ToJsonString() + "\n"));
            stream.Write(body);
        });
        return Remember(page);
    }

    /// <summary>The answer turned out to be part of a moving whole; it is asked again.</summary>
    internal void Forget(Uri address)
    {
        if (File.Exists(PathOf(address)))
            File.Delete(PathOf(address));
        lock (gate)
            served.Remove(address.AbsoluteUri);
    }

    /// <summary>The fetch is complete: what it was made of is no longer needed.</summary>
    internal void Clear()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private Page Remember(Page page)
    {
        // The bodies are used at once and not held: a hundred pages of polygons are a lot of memory.
        lock (gate)
            served[page.Address.AbsoluteUri] = page with { Body = [] };
        return page;
    }

    private string PathOf(Uri address) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32] + Extension);

    private static Page? Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var end = bytes.AsSpan().IndexOf((byte)'\n');
            if (end < 0 || JsonNode.Parse(bytes.AsSpan(0, end)) is not JsonObject head)
                return null;
            var body = bytes[(end + 1)..];
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(body));
            return (string?)head["sha256"] == sha256 && Uri.TryCreate((string?)head["address"], UriKind.Absolute, out var address)
                && DateTimeOffset.TryParse((string?)head["retrieved"], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var retrieved)
                    ? new Page(address, retrieved, sha256, (string?)head["crs"], body) : null;
        }
        catch (Exception problem) when (problem is JsonException or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
