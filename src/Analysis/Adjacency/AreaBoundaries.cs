// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Adjacency;

/// <summary>The borders of areas as columns of coordinates: what a neighbour graph needs, and nothing of any file format.</summary>
/// <remarks>
/// <para><b>Shapes.</b> Ring r runs over points <c>RingStarts[r] .. RingStarts[r + 1]</c>; area a has rings <c>AreaStarts[a] .. AreaStarts[a + 1]</c>
/// (shells and holes alike, in any direction, of all its parts). A ring repeats its first point as its last.</para>
/// <para><b>Units.</b> Metres.</para>
/// </remarks>
public sealed class AreaBoundaries
{
    /// <summary>Takes over the columns without copying them.</summary>
    /// <param name="x">[m] finite.</param>
    /// <param name="y">[m] finite, as many as <paramref name="x"/>.</param>
    /// <param name="ringStarts">Rising, from 0 to the number of points.</param>
    /// <param name="areaStarts">Rising, from 0 to the number of rings; its length is the number of areas plus one.</param>
    /// <exception cref="ArgumentException">The columns do not fit each other, or a coordinate is not finite.</exception>
    public AreaBoundaries(double[] x, double[] y, int[] ringStarts, int[] areaStarts)
    {
        Require.SameLength(y.Length, x.Length, nameof(y));
        Require.Finite(x, nameof(x));
        Require.Finite(y, nameof(y));
        if (ringStarts.Length == 0 || ringStarts[0] != 0 || ringStarts[^1] != x.Length)
            throw new ArgumentException($"Ring starts run from 0 to {x.Length}.", nameof(ringStarts));
        if (areaStarts.Length == 0 || areaStarts[0] != 0 || areaStarts[^1] != ringStarts.Length - 1)
            throw new ArgumentException($"Area starts run from 0 to {ringStarts.Length - 1}.", nameof(areaStarts));

        X = x;
        Y = y;
        RingStarts = ringStarts;
        AreaStarts = areaStarts;
    }

    /// <summary>Makes the columns from areas as lists of rings, the way most formats and libraries hold them.</summary>
    /// <param name="areas">[m] for each area its rings (shells and holes alike, of all its parts), each a list of points of which the last repeats the first. An area without rings touches nobody.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">A coordinate is not finite.</exception>
    public static AreaBoundaries FromRings(IEnumerable<IEnumerable<IEnumerable<(double X, double Y)>>> areas)
    {
        List<double> x = [], y = [];
        List<int> ringStarts = [0], areaStarts = [0];
        foreach (var area in areas)
        {
            foreach (var ring in area)
            {
                foreach (var point in ring)
                {
                    x.Add(point.X);
                    y.Add(point.Y);
                }

                ringStarts.Add(x.Count);
            }

            areaStarts.Add(ringStarts.Count - 1);
        }

        return new AreaBoundaries([.. x], [.. y], [.. ringStarts], [.. areaStarts]);
    }

    /// <summary>[m] read-only by agreement.</summary>
    public double[] X { get; }

    /// <summary>[m] read-only by agreement.</summary>
    public double[] Y { get; }

    /// <summary>Number of rings plus one.</summary>
    public int[] RingStarts { get; }

    /// <summary>Number of areas plus one.</summary>
    public int[] AreaStarts { get; }

    /// <summary>Number of areas.</summary>
    public int AreaCount => AreaStarts.Length - 1;
}
