// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;

namespace Schakel.Analysis.Adjacency;

/// <summary>Two areas as one sortable number: the first in the upper half, the second in the lower.</summary>
internal static class Pair
{
    /// <summary>A pair without direction: the smaller index first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Key(int a, int b) => a < b ? Directed(a, b) : Directed(b, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Directed(int from, int to) => unchecked(((ulong)(uint)from << 32) | (uint)to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int First(ulong key) => (int)(key >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Second(ulong key) => unchecked((int)key);
}
