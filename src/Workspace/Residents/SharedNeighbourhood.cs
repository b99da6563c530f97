// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Schakel.Analysis;
using Schakel.Analysis.Perception;

namespace Schakel.Workspace.Residents;

/// <summary>Who lives in one area and drew their neighbourhood, as the surface that many drew alike. The only form in which drawings are seen.</summary>
/// <remarks>
/// What half of them drew, and what three quarters drew; and only squares that ten of them drew. Drawings count by tens, in the order in which they
/// came: from one state to the next at least ten are added, so that nobody finds one drawing by comparing yesterday with today.
/// </remarks>
/// <param name="Drawings">How many are used: a multiple of ten.</param>
/// <param name="Shared">What half drew.</param>
/// <param name="Core">What three quarters drew; empty when there is no such square.</param>
public sealed record SharedNeighbourhood(int Drawings, Geometry Shared, Geometry Core)
{
    private const int SideInMetres = 100;
    private const double Half = 0.5, ThreeQuarters = 0.75;

    /// <summary>The surface, or why it is not shown: <c>surface-too-few-contributors</c>.</summary>
    /// <param name="outlines">In RD, in the order in which they came.</param>
    public static Outcome<SharedNeighbourhood> Of(IReadOnlyList<Geometry> outlines)
    {
        var used = outlines.Count / DrawnSurface.FewestContributors * DrawnSurface.FewestContributors;
        if (used == 0)
            return TooFew(outlines.Count);

        var around = new Envelope();
        foreach (var outline in outlines.Take(used))
            around.ExpandToInclude(outline.EnvelopeInternal);
        var squares = Squares(around);
        var centres = squares.ConvertAll(square => (square.X + (SideInMetres / 2.0), square.Y + (SideInMetres / 2.0)));
        var cells = outlines.Take(used).Select(outline => DrawnPolygon.Compute(Rings(outline), centres).TryGet(out var drawn, out _) ? drawn.Cells : [])
            .Where(drawn => drawn.Count > 0).ToList();
        if (cells.Count < DrawnSurface.FewestContributors)
            return TooFew(cells.Count);

        var drawings = new Drawings(squares.Count, cells);
        if (!MembershipSurface.Compute(drawings, Enumerable.Repeat(1.0, cells.Count).ToArray(), replicates: 0).TryGet(out var surface, out var reason))
            return reason;

        Geometry Where(double least) => UnaryUnionOp.Union(
            [
                .. Enumerable.Range(0, squares.Count)
                    .Where(cell => surface.Cells[cell].Membership >= least && Math.Round(surface.Cells[cell].Membership * cells.Count) >= DrawnSurface.FewestContributors)
                    .Select(Geometry (cell) => Square(squares[cell])),
            ]) ?? GeometryFactory.Default.CreatePolygon();
        var shared = Where(Half);
        return shared.IsEmpty ? TooFew(cells.Count) : new SharedNeighbourhood(used, shared, Where(ThreeQuarters));
    }

    private static Reason TooFew(int drawings) =>
        new("surface-too-few-contributors", $"A surface is shown from {DrawnSurface.FewestContributors} drawings; this one has {drawings}.") { Arguments = [DrawnSurface.FewestContributors, drawings] };

    private static List<(double X, double Y)> Squares(Envelope around)
    {
        var squares = new List<(double X, double Y)>();
        for (var y = Math.Floor(around.MinY / SideInMetres) * SideInMetres; y < around.MaxY; y += SideInMetres)
            for (var x = Math.Floor(around.MinX / SideInMetres) * SideInMetres; x < around.MaxX; x += SideInMetres)
                squares.Add((x, y));
        return squares;
    }

    private static Polygon Square((double X, double Y) corner)
    {
        var (x, y) = corner;
        return GeometryFactory.Default.CreatePolygon([new(x, y), new(x + SideInMetres, y), new(x + SideInMetres, y + SideInMetres), new(x, y + SideInMetres), new(x, y)]);
    }

    private static List<IReadOnlyList<(double X, double Y)>> Rings(Geometry outline) =>
    [
        .. Enumerable.Range(0, outline.NumGeometries).Select(outline.GetGeometryN).OfType<Polygon>().SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            .Select(ring => (IReadOnlyList<(double X, double Y)>)[.. ring.Coordinates.Select(point => (point.X, point.Y))]),
    ];
}
