// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.IO.Compression;

namespace Schakel.Browser.Tests;

/// <summary>
/// Makes a screenshot small enough for the repository: the browser filters each line for speed, while pages of flat colour pack better without;
/// steps of 5 in a colour cannot be seen and let hatches and letters repeat themselves.
/// </summary>
internal static class SmallPicture
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    internal static byte[] Of(byte[] png)
    {
        using var packed = new MemoryStream();
        var header = Array.Empty<byte>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var kind = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            if (kind == "IHDR")
                header = png[(at + 8)..(at + 8 + length)];
            if (kind == "IDAT")
                packed.Write(png, at + 8, length);
            at += 12 + length;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        var channels = header[9] switch { 2 => 3, 6 => 4, _ => throw new InvalidOperationException("The browser gives colours of 24 or 32 bits.") };
        packed.Position = 0;
        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress))
            zlib.CopyTo(unpacked);
        var lines = Unfiltered(unpacked.ToArray(), width * channels, height, channels);

        using var small = new MemoryStream();
        small.Write(Signature);
        Chunk(small, "IHDR", header);
        Chunk(small, "IDAT", Compressed(lines));
        Chunk(small, "IEND", []);
        return small.ToArray();
    }

    private static byte[] Unfiltered(byte[] raw, int stride, int height, int channels)
    {
        for (var row = 0; row < height; row++)
        {
            var start = (row * (stride + 1)) + 1;
            var filter = raw[start - 1];
            raw[start - 1] = 0;
            for (var column = 0; column < stride; column++)
            {
                int left = column >= channels ? raw[start + column - channels] : 0;
                int above = row > 0 ? raw[start + column - stride - 1] : 0;
                int corner = row > 0 && column >= channels ? raw[start + column - stride - 1 - channels] : 0;
                var added = filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, corner), _ => 0 };
                raw[start + column] = unchecked((byte)(raw[start + column] + added));
            }
        }

        for (var at = 0; at < raw.Length; at++)
        {
            if (at % (stride + 1) != 0)
                raw[at] = (byte)((raw[at] + 2) / 5 * 5);
        }

        return raw;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static byte[] Compressed(byte[] lines)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
            zlib.Write(lines);
        return compressed.ToArray();
    }

    private static void Chunk(Stream to, string kind, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        System.Text.Encoding.ASCII.GetBytes(kind, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), CyclicRedundancy(chunk.AsSpan(4, content.Length + 4)));
        to.Write(chunk);
    }

    private static uint CyclicRedundancy(ReadOnlySpan<byte> bytes)
    {
        var remainder = 0xFFFFFFFF;
        foreach (var item in bytes)
        {
            remainder ^= item;
            for (var bit = 0; bit < 8; bit++)
                remainder = (remainder & 1) != 0 ? (remainder >> 1) ^ 0xEDB88320 : remainder >> 1;
        }

        return ~remainder;
    }
}
