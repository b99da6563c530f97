// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Schakel.Catalogue.Sources.Delimited;

/// <summary>How a text file is written: its encoding and what separates its cells, found from its first part.</summary>
/// <param name="Encoding">UTF-16 when the file is; null for everything that can be read as bytes (UTF-8, Windows-1252).</param>
/// <param name="Skip">Bytes before the first record: a byte order mark, a line <c>sep=;</c>.</param>
/// <param name="Delimiter">Between cells.</param>
internal sealed record Dialect(Encoding? Encoding, int Skip, byte Delimiter)
{
    private const int SampleRecords = 50;

    internal static Dialect Of(ReadOnlySpan<byte> head, bool complete)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new Dialect(Encoding.Unicode, 2, DelimiterOf(Utf8(Encoding.Unicode, head[2..]), complete));
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return new Dialect(Encoding.BigEndianUnicode, 2, DelimiterOf(Utf8(Encoding.BigEndianUnicode, head[2..]), complete));
        if (LooksLikeUtf16(head, 1))
            return new Dialect(Encoding.Unicode, 0, DelimiterOf(Utf8(Encoding.Unicode, head), complete));
        if (LooksLikeUtf16(head, 0))
            return new Dialect(Encoding.BigEndianUnicode, 0, DelimiterOf(Utf8(Encoding.BigEndianUnicode, head), complete));

        var skip = head.StartsWith("\uFEFF"u8) ? 3 : 0;
        RequireText(head[skip..]);
        // Excel's own hint.
        if (head[skip..].StartsWith("sep="u8) && head.Length > skip + 5)
        {
            var line = head[skip..].IndexOf((byte)'\n');
            if (line is 5 or 6)
                return new Dialect(null, skip + line + 1, head[skip + 4]);
        }
        return new Dialect(null, skip, DelimiterOf(head[skip..], complete));
    }

    private static byte[] Utf8(Encoding encoding, ReadOnlySpan<byte> head) => Encoding.UTF8.GetBytes(encoding.GetString(head[..(head.Length & ~1)]));

    // Every second byte of Latin text in UTF-16 is zero.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> head, int zeroAt)
    {
        var pairs = Math.Min(head.Length, 512) / 2;
        var zeros = 0;
        for (var i = 0; i < pairs; i++)
        {
            if (head[2 * i + zeroAt] == 0)
                zeros++;
            if (head[2 * i + 1 - zeroAt] == 0)
                return false;
        }
        return pairs >= 2 && zeros >= pairs * 9 / 10;
    }

    private static void RequireText(ReadOnlySpan<byte> head)
    {
        var odd = 0;
        foreach (var c in head)
            if (c < ' ' && c is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f' or 0x1A or 0)) // zeros are found later, with their line
                odd++;
        if (odd * 100 > head.Length)
            throw new InputRefused("not-text", "The file is neither a known format nor readable text.")
            {
                Value = Convert.ToHexString(head[..Math.Min(8, head.Length)]),
                Expected = "GeoPackage, shapefile, GeoJSON, TopoJSON, Parquet, XLSX, or text in UTF-8, UTF-16 or Windows-1252",
            };
    }

    private static byte DelimiterOf(ReadOnlySpan<byte> head, bool complete)
    {
        var bytes = head.ToArray();
        byte best = (byte)',';
        double bestScore = 0;
        foreach (var candidate in ";\t|,"u8)
        {
            var score = Score(bytes, candidate, complete);
            if (score > bestScore + 1e-9)
                (best, bestScore) = (candidate, score);
        }
        return best;
    }

    /// <summary>Share of the records that have as many fields as most have, when that is more than one; records in agreement weigh most, then their width.</summary>
    private static double Score(byte[] head, byte delimiter, bool complete)
    {
        var counts = new List<int>();
        try
        {
            var reader = new RecordReader(new MemoryStream(head), delimiter);
            while (counts.Count < SampleRecords && reader.Next())
                if (!reader.IsBlank)
                    counts.Add(reader.FieldCount);
        }
        catch (InputRefused)
        {
            // The sample ends inside a quoted field, or this is no delimiter of this file.
        }
        if (!complete && counts.Count > 1 && counts.Count < SampleRecords)
            counts.RemoveAt(counts.Count - 1);
        if (counts.Count == 0)
            return 0;
        var usual = counts.GroupBy(count => count).MaxBy(group => group.Count() * 1000 + Math.Min(group.Key, 999))!;
        if (usual.Key < 2)
            return 0;
        var first = counts[0] == usual.Key || counts[0] == usual.Key - 1 ? 0.5 : 0;
        return (double)usual.Count() / counts.Count + first + Math.Min(usual.Key, 100) / 1000.0;
    }

    /// <summary>The text of a cell in UTF-8, whatever it was written in.</summary>
    /// <param name="cell">As in the file.</param>
    /// <param name="foreign">Whether it was no UTF-8.</param>
    internal static ReadOnlySpan<byte> InUtf8(ReadOnlySpan<byte> cell, out bool foreign)
    {
        foreign = !Utf8IsValid(cell);
        return foreign ? Encoding.UTF8.GetBytes(Windows1252.GetString(cell)) : cell;
    }

    private static bool Utf8IsValid(ReadOnlySpan<byte> cell) => Ascii.IsValid(cell) || System.Text.Unicode.Utf8.IsValid(cell);

    internal static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
