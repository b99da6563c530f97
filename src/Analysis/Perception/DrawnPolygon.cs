// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Perception;

/// <summary>A drawn polygon on a set of cells.</summary>
/// <param name="AreaInSquareMetres">[m²] by the even–odd rule, so that a crossed line cuts instead of cancelling.</param>
/// <param name="Cells">0-based, rising: cells whose centre lies inside.</param>
public sealed record RasterisedDrawing(double AreaInSquareMetres, IReadOnlyList<int> Cells);

/// <summary>Which cells lie in what a respondent drew?</summary>
public static class DrawnPolygon
{
    /// <summary>[m²] a smaller drawing is a slip of the hand: half a hectare.</summary>
    public const double SmallestArea = 5_000;

    /// <summary>[m²] a larger one is not a neighbourhood: 25 km².</summary>
    public const double LargestArea = 25_000_000;

    // Slices between two corners; the middle rule is exact but where lines cross inside a slice.
    private const int SlicesPerBand = 16;

    // More heights of corners than this are taken together.
    private const int MostBands = 100;

    /// <summary>Lays a drawing over cells.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> A centre is inside when a ray from it crosses the rings an odd number of times. Area by slices between the heights of corners.</para>
    /// <para><b>Units.</b> Metres, square metres.</para>
    /// <para><b>Shapes.</b> Rings of points; the last point may repeat the first.</para>
    /// <para><b>Missing values.</b> Not accepted.</para>
    /// <para><b>No answer.</b> <c>drawing-too-small</c>: below half a hectare; <c>drawing-too-large</c>: above 25 km²; <c>drawing-without-cells</c>.</para>
    /// <para><b>Cost.</b> O(points · (rows of cells + slices)).</para>
    /// <para><b>Source.</b> Even–odd rule; bounds are a convention of this library.</para>
    /// <para><b>Checked against.</b> By hand in the tests.</para>
    /// </remarks>
    /// <param name="rings">[metres] outer and inner rings alike, each of three points or more.</param>
    /// <param name="centres">[metres] of the cells.</param>
    /// <returns>The cells, or why this drawing is set aside.</returns>
    public static Outcome<RasterisedDrawing> Compute(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings, IReadOnlyList<(double X, double Y)> centres)
    {
        var edges = new List<(double X1, double Y1, double X2, double Y2)>();
        foreach (var ring in rings)
            for (var i = 0; i < ring.Count; i++)
            {
                var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
                Require.Finite([from.X, from.Y], nameof(rings));
                if (from.Y != to.Y)
                    edges.Add((from.X, from.Y, to.X, to.Y));
            }

        var area = Area(edges);
        if (area < SmallestArea)
            return new Reason("drawing-too-small", FormattableString.Invariant($"The drawing covers {area:F0} m²; half a hectare or more is a neighbourhood.")) { Arguments = [area] };
        if (area > LargestArea)
            return new Reason("drawing-too-large", FormattableString.Invariant($"The drawing covers {area / 1e6:F1} km²; up to 25 km² is a neighbourhood.")) { Arguments = [area] };

        // Cells lie in rows: the crossings of a row are found once for all cells in it.
        var rows = new Dictionary<double, double[]>();
        var cells = new List<int>();
        for (var cell = 0; cell < centres.Count; cell++)
        {
            var (x, y) = centres[cell];
            if (!rows.TryGetValue(y, out var crossings))
                rows[y] = crossings = Crossings(edges, y);
            if ((crossings.Length - Array.FindLastIndex(crossings, crossing => crossing <= x) - 1) % 2 == 1)
                cells.Add(cell);
        }

        return cells.Count > 0
            ? new RasterisedDrawing(area, cells)
            : new Reason("drawing-without-cells", "No inhabited cell has its centre in this drawing.");
    }

    // Where a level line crosses the rings, rising. Lower end of an edge included, upper excluded, so that a line through a corner counts once.
    private static double[] Crossings(List<(double X1, double Y1, double X2, double Y2)> edges, double y) =>
        [.. edges.Where(edge => edge.Y1 > y != edge.Y2 > y).Select(edge => edge.X1 + ((y - edge.Y1) / (edge.Y2 - edge.Y1) * (edge.X2 - edge.X1))).Order()];

    private static double Area(List<(double X1, double Y1, double X2, double Y2)> edges)
    {
        double[] corners = [.. edges.Select(edge => edge.Y1).Concat(edges.Select(edge => edge.Y2)).Distinct().Order()];
        if (corners.Length < 2)
            return 0;
        // A drawing of very many points is cut in even slices: its corners lie closer together than matters.
        double[] heights = corners.Length <= MostBands
            ? corners
            : [.. Enumerable.Range(0, MostBands).Select(band => corners[0] + ((corners[^1] - corners[0]) * band / (MostBands - 1)))];

        var area = 0.0;
        for (var band = 1; band < heights.Length; band++)
        {
            var thickness = (heights[band] - heights[band - 1]) / SlicesPerBand;
            for (var slice = 0; slice < SlicesPerBand; slice++)
            {
                var crossings = Crossings(edges, heights[band - 1] + ((slice + 0.5) * thickness));
                for (var i = 1; i < crossings.Length; i += 2)
                    area += (crossings[i] - crossings[i - 1]) * thickness;
            }
        }

        return area;
    }
}
