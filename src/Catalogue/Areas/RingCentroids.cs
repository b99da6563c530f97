// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Catalogue.Areas;

/// <summary>Middles of areas straight from their rings.</summary>
public static class RingCentroids
{
    /// <summary>The centre of gravity of each area, to the last digit that of <see cref="BoundaryColumns.CentroidsOf"/>.</summary>
    /// <remarks>Triangles from the first corner of a shell over each of its edges; a hole takes away what a shell gives, whichever way round they are drawn.</remarks>
    /// <param name="boundaries">[m].</param>
    /// <param name="isHole">For each ring whether it is a hole.</param>
    /// <returns>[m] one x and one y an area; NaN without a surface.</returns>
    /// <exception cref="ArgumentException">There is not one flag for each ring.</exception>
    public static (double[] X, double[] Y) Of(AreaBoundaries boundaries, ReadOnlySpan<bool> isHole)
    {
        if (isHole.Length != boundaries.RingStarts.Length - 1)
            throw new ArgumentException($"There are {isHole.Length} flags for {boundaries.RingStarts.Length - 1} rings.", nameof(isHole));
        var (x, y) = (new double[boundaries.AreaCount], new double[boundaries.AreaCount]);
        for (var area = 0; area < x.Length; area++)
            (x[area], y[area]) = Middle(boundaries, isHole, boundaries.AreaStarts[area], boundaries.AreaStarts[area + 1]);
        return (x, y);
    }

    private static (double X, double Y) Middle(AreaBoundaries boundaries, ReadOnlySpan<bool> isHole, int from, int to)
    {
        double sumX = 0, sumY = 0, sum = 0, baseX = 0, baseY = 0;
        for (var ring = from; ring < to; ring++)
        {
            var (start, end) = (boundaries.RingStarts[ring], boundaries.RingStarts[ring + 1]);
            ReadOnlySpan<double> xs = boundaries.X.AsSpan(start, end - start), ys = boundaries.Y.AsSpan(start, end - start);
            if (!isHole[ring])
                (baseX, baseY) = (xs[0], ys[0]);
            var sign = IsClockwise(xs, ys) == isHole[ring] ? -1.0 : 1.0;
            for (var i = 0; i < xs.Length - 1; i++)
            {
                var twice = ((xs[i] - baseX) * (ys[i + 1] - baseY)) - ((xs[i + 1] - baseX) * (ys[i] - baseY));
                sumX += sign * twice * (baseX + xs[i] + xs[i + 1]);
                sumY += sign * twice * (baseY + ys[i] + ys[i + 1]);
                sum += sign * twice;
            }
        }

        return sum == 0 ? (double.NaN, double.NaN) : (sumX / 3 / sum, sumY / 3 / sum);
    }

    // By the surface, reckoned from the first corner so that large coordinates do not swallow small rings.
    private static bool IsClockwise(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 1; i < x.Length - 1; i++)
            sum += ((x[i] - x[0]) * (y[i + 1] - y[0])) - ((x[i + 1] - x[0]) * (y[i] - y[0]));
        return sum < 0;
    }
}
