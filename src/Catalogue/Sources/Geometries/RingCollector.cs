// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;
using Schakel.Analysis.Adjacency;

namespace Schakel.Catalogue.Sources.Geometries;

/// <summary>Gathers the rings of areas straight from well-known binary into columns, without an object for each point.</summary>
/// <remarks>Gives exactly what <see cref="WellKnownBinary"/> and <see cref="Areas.BoundaryColumns.AreaBoundariesOf"/> give together for valid polygons.</remarks>
internal sealed class RingCollector
{
    private const int DeepestNesting = 32;

    private double[] x = new double[1 << 16], y = new double[1 << 16];
    private readonly List<int> ringStarts = [0];
    private readonly List<int> areaStarts = [0];
    private int count;

    internal Envelope Extent { get; } = new();

    internal List<bool> HasRings { get; } = [];

    /// <summary>For each ring whether it is a hole.</summary>
    internal List<bool> IsHole { get; } = [];

    /// <summary>Adds an area; empty bytes give an area without rings.</summary>
    internal void Add(ReadOnlySpan<byte> wkb)
    {
        var before = ringStarts.Count;
        if (!wkb.IsEmpty)
        {
            var at = 0;
            Geometry(wkb, ref at, 0);
        }
        areaStarts.Add(ringStarts.Count - 1);
        HasRings.Add(ringStarts.Count > before);
    }

    internal AreaBoundaries Boundaries() => new(x[..count], y[..count], [.. ringStarts], [.. areaStarts]);

    private void Geometry(ReadOnlySpan<byte> wkb, ref int at, int depth)
    {
        if (depth > DeepestNesting || wkb.Length - at < 9 || wkb[at] > 1)
            throw Bad();
        var little = wkb[at] == 1;
        at++;
        var type = UInt(wkb, ref at, little);
        if ((type & 0x20000000) != 0)
            UInt(wkb, ref at, little);
        var step = 16 + ((type & 0x80000000) != 0 ? 8 : 0) + ((type & 0x40000000) != 0 ? 8 : 0);
        type &= 0x0FFFFFFF;
        step += (type / 1000) switch { 1 or 2 => 8, 3 => 16, _ => 0 };
        switch (type % 1000)
        {
            case 3:
                Polygon(wkb, ref at, little, step);
                break;
            case 7:
                throw new MixedGeometry();
            case 6:
                var parts = UInt(wkb, ref at, little);
                for (uint part = 0; part < parts; part++)
                    Geometry(wkb, ref at, depth + 1);
                break;
            case >= 8 and <= 14:
                throw new InputRefused("curved-geometry", "The geometry has curves, which are not read here.") { Expected = "straight lines: in QGIS 'Convert curves to lines' (ST_CurveToLine)" };
            case 1 or 2 or 4 or 5 when depth == 0:
                WellKnownBinary.Read(wkb); // no area, but still checked
                at = wkb.Length;
                break;
            default:
                throw new MixedGeometry();
        }
    }

    private void Polygon(ReadOnlySpan<byte> wkb, ref int at, bool little, int step)
    {
        var rings = UInt(wkb, ref at, little);
        var shellIsEmpty = false;
        for (uint ring = 0; ring < rings; ring++)
        {
            var points = UInt(wkb, ref at, little);
            if (points > (uint)(wkb.Length - at) / (uint)step)
                throw Bad();
            var kept = !shellIsEmpty && Ring(wkb.Slice(at, (int)points * step), (int)points, little, step);
            shellIsEmpty |= ring == 0 && !kept;
            if (kept)
                IsHole.Add(ring > 0);
            at += (int)points * step;
        }
    }

    private bool Ring(ReadOnlySpan<byte> bytes, int points, bool little, int step)
    {
        Reserve(points + 1);
        var start = count;
        if (little && BitConverter.IsLittleEndian && step == 16)
        {
            var pairs = MemoryMarshal.Cast<byte, double>(bytes);
            for (var i = 0; i < points; i++)
            {
                x[start + i] = pairs[2 * i];
                y[start + i] = pairs[2 * i + 1];
            }
        }
        else
        {
            for (var i = 0; i < points; i++)
            {
                x[start + i] = Double(bytes[(i * step)..], little);
                y[start + i] = Double(bytes[(i * step + 8)..], little);
            }
        }
        for (var i = start; i < start + points; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]))
                throw new InputRefused("geometry-damaged", "The geometry cannot be read: a coordinate is no finite number.") { Expected = "finite coordinates" };
            Extent.ExpandToInclude(x[i], y[i]);
        }
        if (points > 0 && (x[start] != x[start + points - 1] || y[start] != y[start + points - 1]))
        {
            (x[start + points], y[start + points]) = (x[start], y[start]);
            points++;
        }
        if (points < 4)
            return false;
        count += points;
        ringStarts.Add(count);
        return true;
    }

    private void Reserve(int more)
    {
        if (count + (long)more <= x.Length)
            return;
        var length = (int)Math.Min(Array.MaxLength, Math.Max(2L * x.Length, count + (long)more));
        Array.Resize(ref x, length);
        Array.Resize(ref y, length);
    }

    private static uint UInt(ReadOnlySpan<byte> wkb, ref int at, bool little)
    {
        if (wkb.Length - at < 4)
            throw Bad();
        var value = little ? BinaryPrimitives.ReadUInt32LittleEndian(wkb[at..]) : BinaryPrimitives.ReadUInt32BigEndian(wkb[at..]);
        at += 4;
        return value;
    }

    private static double Double(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : BinaryPrimitives.ReadDoubleBigEndian(bytes);

    /// <summary>A geometry that only the full reader understands: a collection, or nonsense that it explains better.</summary>
    internal sealed class MixedGeometry : Exception;

    private static InputRefused Bad() => new("geometry-damaged", "The geometry cannot be read: it ends too early.") { Expected = "well-known binary as in the GeoPackage standard" };
}
