// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Adjacency;

/// <summary>Points in halves of halves (a k-d tree), to find those near a place without looking at all.</summary>
/// <remarks>The points of a node are a range of <see cref="order"/>; its middle one divides it across its longer side.</remarks>
internal sealed class PointTree
{
    /// <summary>So few points are looked at one by one.</summary>
    private const int Few = 8;

    private readonly double[] x;
    private readonly double[] y;
    private readonly int[] order;
    private readonly bool[] isByX;
    private readonly int[] smallest;

    internal PointTree(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        this.x = x.ToArray();
        this.y = y.ToArray();
        order = new int[x.Length];
        isByX = new bool[x.Length];
        smallest = new int[x.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Divide(0, order.Length);
    }

    /// <summary>All points at most so far from a point, itself excepted, in any order.</summary>
    internal void Within(int point, double distance, List<int> found) => Within(point, distance, found, 0, order.Length);

    /// <summary>The nearest points of a point, itself excepted; of equally near ones those with the smallest index.</summary>
    /// <param name="point">Index of the point.</param>
    /// <param name="nearest">Is filled, nearest first.</param>
    /// <param name="squares">As long as <paramref name="nearest"/>; is filled with the squared distances.</param>
    internal void Nearest(int point, int[] nearest, double[] squares)
    {
        Array.Fill(squares, double.PositiveInfinity);
        Array.Fill(nearest, int.MaxValue);
        Nearest(point, nearest, squares, 0, order.Length, atLeast: 0);
    }

    private void Divide(int from, int to)
    {
        while (to - from > Few)
        {
            double left = double.PositiveInfinity, right = double.NegativeInfinity, low = left, high = right;
            var first = int.MaxValue;
            for (var i = from; i < to; i++)
            {
                first = Math.Min(first, order[i]);
                left = Math.Min(left, x[order[i]]);
                right = Math.Max(right, x[order[i]]);
                low = Math.Min(low, y[order[i]]);
                high = Math.Max(high, y[order[i]]);
            }

            var middle = from + ((to - from) / 2);
            smallest[middle] = first;
            isByX[middle] = right - left >= high - low;
            Select(isByX[middle] ? x : y, from, to - 1, middle);
            Divide(from, middle);
            from = middle + 1;
        }
    }

    /// <summary>Puts the point that belongs at a place in the order there, smaller ones before and larger ones after it (Hoare's quickselect).</summary>
    private void Select(double[] by, int from, int to, int place)
    {
        while (from < to)
        {
            var pivot = by[order[from + ((to - from) / 2)]];
            int i = from, j = to;
            while (i <= j)
            {
                while (by[order[i]] < pivot)
                    i++;
                while (by[order[j]] > pivot)
                    j--;
                if (i > j)
                    break;
                (order[i], order[j]) = (order[j], order[i]);
                i++;
                j--;
            }

            if (place <= j)
                to = j;
            else if (place >= i)
                from = i;
            else
                return;
        }
    }

    private void Within(int point, double distance, List<int> found, int from, int to)
    {
        while (to - from > Few)
        {
            var middle = from + ((to - from) / 2);
            Add(order[middle]);
            var aside = Aside(point, middle);
            if (aside <= distance)
                Within(point, distance, found, from, middle);
            if (aside < -distance)
                return;
            from = middle + 1;
        }

        for (var i = from; i < to; i++)
            Add(order[i]);

        void Add(int other)
        {
            // The root, not the square of the distance: along an axis it is exact.
            if (other != point && Math.Sqrt(Square(point, other)) <= distance)
                found.Add(other);
        }
    }

    private void Nearest(int point, int[] nearest, double[] squares, int from, int to, double atLeast)
    {
        if (to - from <= Few)
        {
            for (var i = from; i < to && atLeast <= squares[^1]; i++)
                Offer(point, order[i], nearest, squares);
            return;
        }

        // All points here are at least so far away; when just as far as the last one found, only a smaller index could still replace it.
        var middle = from + ((to - from) / 2);
        if (atLeast > squares[^1] || (atLeast == squares[^1] && smallest[middle] > nearest[^1]))
            return;
        var aside = Aside(point, middle);
        var isBefore = aside < 0;
        Nearest(point, nearest, squares, isBefore ? from : middle + 1, isBefore ? middle : to, atLeast);
        Offer(point, order[middle], nearest, squares);
        Nearest(point, nearest, squares, isBefore ? middle + 1 : from, isBefore ? to : middle, Math.Max(atLeast, aside * aside));
    }

    private void Offer(int point, int other, int[] nearest, double[] squares)
    {
        if (other == point)
            return;
        var square = Square(point, other);
        var place = nearest.Length;
        while (place > 0 && (square < squares[place - 1] || (square == squares[place - 1] && other < nearest[place - 1])))
            place--;
        if (place == nearest.Length)
            return;
        for (var i = nearest.Length - 1; i > place; i--)
            (nearest[i], squares[i]) = (nearest[i - 1], squares[i - 1]);
        (nearest[place], squares[place]) = (other, square);
    }

    /// <summary>How far a point lies beyond the dividing line of a node; negative on the side of the smaller ones.</summary>
    private double Aside(int point, int middle) => isByX[middle] ? x[point] - x[order[middle]] : y[point] - y[order[middle]];

    private double Square(int one, int other)
    {
        var (dx, dy) = (x[one] - x[other], y[one] - y[other]);
        return (dx * dx) + (dy * dy);
    }
}
