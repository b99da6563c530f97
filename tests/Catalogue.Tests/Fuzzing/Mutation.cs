// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Text;
using Schakel.Analysis.Numerics;
using Schakel.Catalogue.Tests.Sources;

namespace Schakel.Catalogue.Tests.Fuzzing;

/// <summary>Changes a file a little, always the same for the same numbers.</summary>
internal static class Mutation
{
    private static readonly int[] numbers = [0, 1, -1, 127, 128, 255, 256, 32767, 65535, int.MaxValue, int.MinValue, 1 << 20, 1 << 28, 1000003];

    private static readonly double[] coordinates = [0, -0.0, double.NaN, double.PositiveInfinity, double.MaxValue, double.Epsilon, 1e18, -1e18, 5.4, 52.1, 155000, 463000, 180, 90];

    private static readonly string[] words =
    [
        "\"", "\"\"", ";", ",", "\t", "\n", "\r", "\r\n", "{", "}", "[", "]", "null", "true", "NaN", "1e999", "-99997", "geheim", ".", "0601", "\0", "\uFEFF", "é", "<", ">", "&a;", "<!--",
        "\"features\":", "\"coordinates\":", "\"type\":\"Polygon\"", "[[[[[", "]]]]]", "\\u0000", "\\ud800", "EPSG:28992", "../", "PK\u0003\u0004", "t=\"e\"", "r=\"XFD9\"", "<f>", "<v>",
    ];

    private static readonly string[] replacements =
    [
        "", "0", "1", "-1", "00", "0601", "1e308", "-1e308", "1e-320", "99999999999999999999", "-99997", "155000", "463000", "5.38", "52.15", "1,5", "1.234", "1.234,5", "null", "true", "x",
        "Point", "LineString", "Polygon", "MultiPolygon", "GeometryCollection", "Feature", "Topology", "type", "coordinates", "geometry", "properties", "arcs", "features", "crs", "id", "code", "gemeentecode",
        "geheim", "nihil", "40% tot 60%", "saldo", "c28992r100", "s", "n", "str", "e", "b", "A1", "XFD1048576", "row", "c", "v", "f", "is", "t",
    ];

    internal static byte[] Of(FuzzSeed seed, IReadOnlyList<FuzzSeed> all, ref RandomSequence random)
    {
        // Below the compression of an archive most of the time, else nearly every change is only a wrong checksum.
        if (seed.Inside.Count > 0 && random.NextInt(4) > 0)
        {
            var entries = seed.Inside.ToArray();
            var which = random.NextInt(entries.Length);
            entries[which].Bytes = Bytes(entries[which].Bytes, all, ref random);
            if (random.NextInt(20) == 0)
                entries[which].Name += "x";
            using var files = new MadeFiles();
            return File.ReadAllBytes(seed.Assemble(files, entries));
        }
        return Bytes(seed.Bytes, all, ref random);
    }

    private static byte[] Bytes(byte[] original, IReadOnlyList<FuzzSeed> all, ref RandomSequence random)
    {
        var bytes = original.ToList();
        for (var changes = 1 + random.NextInt(random.NextInt(3) == 0 ? 6 : 1); changes > 0 && bytes.Count > 0; changes--)
            Change(bytes, all, ref random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, IReadOnlyList<FuzzSeed> all, ref RandomSequence random)
    {
        var at = random.NextInt(bytes.Count);
        var length = Math.Min(1 + random.NextInt(random.NextInt(10) == 0 ? bytes.Count : 16), bytes.Count - at);
        switch (random.NextInt(15))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.NextInt(8));
                break;
            case 1:
                bytes[at] = (byte)random.NextInt(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(random.NextInt(bytes.Count - length + 1), length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                Write(bytes, at, Number(ref random));
                break;
            case 6:
                Write(bytes, at, Coordinate(ref random));
                break;
            case 7:
            case 8:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(words[random.NextInt(words.Length)]));
                break;
            case 10:
            case 11:
            case 12:
            case 13:
                ReplaceWord(bytes, at, ref random);
                break;
            case 9:
                var other = all[random.NextInt(all.Count)].Bytes;
                var from = random.NextInt(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + 1 + random.NextInt(64))]);
                break;
            default:
                var word = Encoding.UTF8.GetBytes(words[random.NextInt(words.Length)]);
                for (var i = 0; i < 1 << random.NextInt(10); i++)
                    bytes.InsertRange(at, word);
                break;
        }
    }

    // A word or number of text, whole: the file stays well-formed and means something else.
    private static void ReplaceWord(List<byte> bytes, int at, ref RandomSequence random)
    {
        int from = at, to = at;
        while (from > 0 && IsWord(bytes[from - 1]))
            from--;
        while (to < bytes.Count && IsWord(bytes[to]))
            to++;
        bytes.RemoveRange(from, to - from);
        bytes.InsertRange(from, Encoding.UTF8.GetBytes(replacements[random.NextInt(replacements.Length)]));
    }

    private static bool IsWord(byte c) => char.IsAsciiLetterOrDigit((char)c) || c is (byte)'.' or (byte)'-' or (byte)'+' or (byte)'_';

    private static byte[] Number(ref RandomSequence random)
    {
        var bytes = new byte[4];
        if (random.NextInt(2) == 0)
            BinaryPrimitives.WriteInt32LittleEndian(bytes, numbers[random.NextInt(numbers.Length)]);
        else
            BinaryPrimitives.WriteInt32BigEndian(bytes, numbers[random.NextInt(numbers.Length)]);
        return bytes;
    }

    private static byte[] Coordinate(ref RandomSequence random)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, coordinates[random.NextInt(coordinates.Length)]);
        return bytes;
    }

    private static void Write(List<byte> bytes, int at, byte[] value)
    {
        for (var i = 0; i < value.Length && at + i < bytes.Count; i++)
            bytes[at + i] = value[i];
    }
}
