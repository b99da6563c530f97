// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>A tree laid out for arithmetic: nodes by depth from the root, the children of a node side by side.</summary>
/// <remarks>Node 0 is the root (everything); it belongs to no level. Nodes of depth d are <c>DepthStarts[d] .. DepthStarts[d + 1]</c>.
/// Only the levels that take part in the fit have nodes; what lies in a group of a level that does not, hangs under the next coarser group.</remarks>
internal sealed class FitTree
{
    private FitTree(int levelCount, int[] level, int[] parent, int[] firstChild, int[] unit, int[] depthStarts, int[] depthLevels, int[][] nodeOf)
    {
        LevelCount = levelCount;
        Level = level;
        Parent = parent;
        FirstChild = firstChild;
        Unit = unit;
        DepthStarts = depthStarts;
        DepthLevels = depthLevels;
        NodeOf = nodeOf;
    }

    /// <summary>Number of levels of the unit tree, taking part or not.</summary>
    internal int LevelCount { get; }

    internal int NodeCount => Level.Length;

    /// <summary>Level of each node; of the root the number of levels.</summary>
    internal int[] Level { get; }

    /// <summary>Parent of each node; of the root −1.</summary>
    internal int[] Parent { get; }

    /// <summary>The children of node g are <c>FirstChild[g] .. FirstChild[g + 1]</c> (none: a leaf); its length is the number of nodes plus one.</summary>
    internal int[] FirstChild { get; }

    /// <summary>Unit of a leaf; −1 for groups.</summary>
    internal int[] Unit { get; }

    internal int[] DepthStarts { get; }

    /// <summary>The level that all nodes of a depth share, or −1 when they differ (some units lack a level).</summary>
    internal int[] DepthLevels { get; }

    /// <summary>Per level, the node of each group; empty for levels that do not take part.</summary>
    internal int[][] NodeOf { get; }

    internal int DepthCount => DepthLevels.Length;

    internal bool IsLeaf(int node) => Unit[node] >= 0;

    /// <summary>Lays out the levels that take part.</summary>
    internal static FitTree Of(UnitTree tree, bool[] takesPart)
    {
        var levelCount = tree.Levels.Count;
        var offsets = new int[levelCount + 1];
        for (var k = 0; k < levelCount; k++)
            offsets[k + 1] = offsets[k] + (takesPart[k] ? tree.GroupCounts[k] : 0);
        var root = offsets[levelCount];

        var (childStarts, children) = ChildrenOf(ParentsOf(tree, takesPart, offsets), root + 1);
        return Layout(tree, takesPart, offsets, childStarts, children);
    }

    private static int[] ParentsOf(UnitTree tree, bool[] takesPart, int[] offsets)
    {
        var root = offsets[^1];
        var parents = new int[root + 1];
        Array.Fill(parents, -1);
        for (var i = 0; i < tree.UnitCount; i++)
        {
            var node = i;
            for (var k = 1; k < tree.Levels.Count; k++)
            {
                var group = tree.Ancestors[k - 1][i];
                if (!takesPart[k] || group < 0)
                    continue;
                parents[node] = offsets[k] + group;
                node = offsets[k] + group;
            }

            parents[node] = root;
        }

        return parents;
    }

    private static (int[] Starts, int[] Children) ChildrenOf(int[] parents, int nodeCount)
    {
        var starts = new int[nodeCount + 1];
        foreach (var parent in parents)
            if (parent >= 0)
                starts[parent + 1]++;
        for (var node = 0; node < nodeCount; node++)
            starts[node + 1] += starts[node];
        var next = (int[])starts.Clone();
        var children = new int[starts[nodeCount]];
        for (var node = 0; node < nodeCount; node++)
            if (parents[node] >= 0)
                children[next[parents[node]]++] = node;
        return (starts, children);
    }

    private static FitTree Layout(UnitTree tree, bool[] takesPart, int[] offsets, int[] childStarts, int[] children)
    {
        var levelCount = tree.Levels.Count;
        var nodeCount = offsets[^1] + 1;
        var order = new int[nodeCount];
        var parent = new int[nodeCount];
        var firstChild = new int[nodeCount + 1];
        order[0] = nodeCount - 1;
        parent[0] = -1;
        var depthStarts = new List<int> { 0 };
        var (filled, depthEnd) = (1, 1);
        for (var node = 0; node < nodeCount; node++)
        {
            if (node == depthEnd)
            {
                depthStarts.Add(node);
                depthEnd = filled;
            }

            firstChild[node] = filled;
            for (var c = childStarts[order[node]]; c < childStarts[order[node] + 1]; c++)
            {
                order[filled] = children[c];
                parent[filled++] = node;
            }
        }

        firstChild[nodeCount] = filled;
        depthStarts.Add(nodeCount);

        var level = new int[nodeCount];
        var unit = new int[nodeCount];
        var nodeOf = Enumerable.Range(0, levelCount).Select(k => new int[takesPart[k] ? tree.GroupCounts[k] : 0]).ToArray();
        for (var node = 0; node < nodeCount; node++)
        {
            var k = 0;
            while (k < levelCount && order[node] >= offsets[k + 1])
                k++;
            level[node] = k;
            unit[node] = k == 0 ? order[node] : -1;
            if (k < levelCount)
                nodeOf[k][order[node] - offsets[k]] = node;
        }

        var depthLevels = new int[depthStarts.Count - 1];
        for (var depth = 0; depth < depthLevels.Length; depth++)
        {
            var levels = level.AsSpan(depthStarts[depth]..depthStarts[depth + 1]);
            depthLevels[depth] = levels.ContainsAnyExcept(levels[0]) ? -1 : levels[0];
        }

        return new FitTree(levelCount, level, parent, firstChild, unit, [.. depthStarts], depthLevels, nodeOf);
    }
}
