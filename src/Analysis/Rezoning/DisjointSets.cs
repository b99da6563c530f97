// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Rezoning;

/// <summary>Sets that grow together (Tarjan 1975), for spanning trees and pieces of a map.</summary>
internal sealed class DisjointSets
{
    private readonly int[] parent;

    internal DisjointSets(int count)
    {
        parent = new int[count];
        for (var i = 0; i < count; i++)
            parent[i] = i;
    }

    internal int Find(int item)
    {
        while (parent[item] != item)
            item = parent[item] = parent[parent[item]];
        return item;
    }

    /// <summary>Joins two sets; false when they were one already. The lower number becomes the root.</summary>
    internal bool Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b)
            return false;
        parent[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }
}
