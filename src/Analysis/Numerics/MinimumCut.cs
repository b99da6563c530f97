// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>The cheapest way to cut a network between a source and a sink.</summary>
/// <remarks><b>Source.</b> Dinic (1970): shortest augmenting paths, layer by layer.</remarks>
internal sealed class MinimumCut
{
    // Capacities are counts of people and events; what flows is a sum of them, so this is far below the smallest difference.
    private const double Nothing = 1e-9;

    private readonly List<int> to = [];
    private readonly List<double> left = [];
    private readonly List<int>[] from;
    private readonly int[] layer, tried;

    internal MinimumCut(int nodes)
    {
        from = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        (layer, tried) = (new int[nodes], new int[nodes]);
    }

    /// <summary>Adds an arc; infinity is allowed where a cut may not pass.</summary>
    internal void Add(int tail, int head, double capacity)
    {
        from[tail].Add(to.Count);
        to.Add(head);
        left.Add(capacity);
        from[head].Add(to.Count);
        to.Add(tail);
        left.Add(0);
    }

    /// <summary>Cuts; afterwards <see cref="OnSourceSide"/> tells the sides apart.</summary>
    /// <returns>The cost of the cut.</returns>
    internal double Solve(int source, int sink)
    {
        var flow = 0.0;
        while (Layer(source, sink))
        {
            Array.Clear(tried);
            while (Push(source, sink, double.PositiveInfinity) is > 0 and var pushed)
                flow += pushed;
        }

        return flow;
    }

    /// <summary>After <see cref="Solve"/>: whether a node stays with the source.</summary>
    internal bool OnSourceSide(int node) => layer[node] >= 0;

    private bool Layer(int source, int sink)
    {
        Array.Fill(layer, -1);
        layer[source] = 0;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
            foreach (var arc in from[node])
                if (left[arc] > Nothing && layer[to[arc]] < 0)
                {
                    layer[to[arc]] = layer[node] + 1;
                    queue.Enqueue(to[arc]);
                }

        return layer[sink] >= 0;
    }

    private double Push(int node, int sink, double amount)
    {
        if (node == sink)
            return amount;
        for (; tried[node] < from[node].Count; tried[node]++)
        {
            var arc = from[node][tried[node]];
            if (left[arc] <= Nothing || layer[to[arc]] != layer[node] + 1)
                continue;
            var pushed = Push(to[arc], sink, Math.Min(amount, left[arc]));
            if (pushed <= 0)
                continue;
            left[arc] -= pushed;
            left[arc ^ 1] += pushed;
            return pushed;
        }

        return 0;
    }
}
