// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;

namespace Schakel.Web.Maps;

/// <summary>The three kinds of Protocol Buffers fields that a vector tile needs.</summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    internal ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    internal byte[] ToArray() => bytes.WrittenSpan.ToArray();

    internal void Number(uint field, uint value)
    {
        Varint(field << 3);
        Varint(value);
    }

    internal void Message(uint field, ReadOnlySpan<byte> content)
    {
        Varint((field << 3) | 2);
        Varint((uint)content.Length);
        bytes.Write(content);
    }

    internal void Packed(uint field, ReadOnlySpan<uint> numbers)
    {
        var length = 0u;
        foreach (var number in numbers)
            length += SizeOf(number);
        Varint((field << 3) | 2);
        Varint(length);
        foreach (var number in numbers)
            Varint(number);
    }

    internal void Raw(ReadOnlySpan<byte> content) => bytes.Write(content);

    private void Varint(uint value)
    {
        var room = bytes.GetSpan(5);
        var length = 0;
        while (value >= 0x80)
        {
            room[length++] = (byte)((value & 0x7F) | 0x80);
            value >>= 7;
        }

        room[length++] = (byte)value;
        bytes.Advance(length);
    }

    private static uint SizeOf(uint value) => value switch { < 1u << 7 => 1, < 1u << 14 => 2, < 1u << 21 => 3, < 1u << 28 => 4, _ => 5 };
}
