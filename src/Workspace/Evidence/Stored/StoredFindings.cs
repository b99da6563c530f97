// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Schakel.Workspace.Evidence.Stored;

/// <summary>Evidence as a file: a line with what it is and its checksum, then the findings. Written once, read back the same.</summary>
public static class StoredFindings
{
    // Raise this when findings of an earlier program cannot be read any more; they are made again then.
    private const string Form = "schakel evidence 1 ";

    private sealed record Content(string Key, EvidencePieces Pieces);

    /// <summary>The findings, or null when the bytes are not those that were written, or of another form.</summary>
    /// <param name="bytes">The file.</param>
    public static Findings? Read(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0 || !bytes[..end].SequenceEqual(Encoding.ASCII.GetBytes(Form + Convert.ToHexStringLower(SHA256.HashData(bytes[(end + 1)..])))))
            return null;
        try
        {
            var content = EvidenceJson.Read<Content>(bytes[(end + 1)..]);
            return content.Pieces.Whole(content.Key).TryGet(out var findings, out _) ? findings : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static byte[] Write(string key, EvidencePieces pieces)
    {
        var findings = EvidenceJson.Write(new Content(key, pieces));
        return [.. Encoding.ASCII.GetBytes($"{Form}{Convert.ToHexStringLower(SHA256.HashData(findings))}\n"), .. findings];
    }
}
