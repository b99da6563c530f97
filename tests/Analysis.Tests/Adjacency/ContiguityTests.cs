// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using static Schakel.Analysis.Tests.Adjacency.Graphs;

namespace Schakel.Analysis.Tests.Adjacency;

public sealed class ContiguityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Squares_in_a_grid_are_neighbours_as_on_a_chessboard(int threads)
    {
        var squares = Boundaries([.. Enumerable.Range(0, 12).Select(i => new[] { Box(i % 4, i / 4, (i % 4) + 1, (i / 4) + 1) })]);

        Same(Neighbours.Grid(3, 4, queen: true), Contiguity.Queen(squares, threads: threads));
        Same(Neighbours.Grid(3, 4), Contiguity.Rook(squares, threads: threads));
    }

    [Fact]
    public void A_corner_on_another_edge_makes_neighbours_although_no_point_is_shared()
    {
        // A wide area above two narrow ones, and a triangle that touches the wide one from above with its tip only.
        var areas = Boundaries([Box(0, 10, 20, 20)], [Box(0, 0, 7, 10)], [Box(7, 0, 20, 10)], [[10, 20, 15, 30, 5, 30]]);

        Assert.Equal([[1, 2, 3], [0, 2], [0, 1], [0]], Contiguity.Queen(areas).Lists());
        Assert.Equal([[1, 2], [0, 2], [0, 1], []], Contiguity.Rook(areas).Lists());
    }

    [Fact]
    public void An_area_that_only_reaches_a_junction_with_its_corner_is_a_queen_neighbour()
    {
        // Three areas below the long edge meet it at (10, 10); the middle one is a triangle that has only that point of it.
        var areas = Boundaries([Box(0, 10, 20, 20)], [[0, 0, 5, 0, 10, 10, 0, 10]], [[5, 0, 15, 0, 10, 10]], [[15, 0, 20, 0, 20, 10, 10, 10]]);

        Assert.Equal([[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]], Contiguity.Queen(areas).Lists());
        Assert.Equal([[1, 3], [0, 2], [1, 3], [0, 2]], Contiguity.Rook(areas).Lists());
    }

    [Theory]
    [InlineData(0.0009, true)]
    [InlineData(0.0011, false)]
    public void Borders_are_one_up_to_a_millimetre(double gap, bool areNeighbours)
    {
        var areas = Boundaries([Box(0, 0, 10, 10)], [Box(10 + gap, 3, 20, 7)]);

        Assert.Equal(areNeighbours, Contiguity.Queen(areas).Contains(0, 1));
        Assert.Equal(areNeighbours, Contiguity.Rook(areas).Contains(0, 1));
        Assert.True(Contiguity.Queen(areas, toleranceInMetres: 0.01).Contains(1, 0));
    }

    [Fact]
    public void Corners_that_differ_by_less_than_the_tolerance_join_everyone_who_meets_there()
    {
        // Four squares around a point that the two on the right have half a millimetre to the east.
        const double east = 10.0005;
        var areas = Boundaries([Box(0, 0, 10, 10)], [Box(0, 10, 10, 20)], [Box(east, 0, 20, 10)], [Box(east, 10, 20, 20)]);

        Same(Neighbours.Grid(2, 2, queen: true), Contiguity.Queen(areas));
        Same(Neighbours.FromPairs(4, [(0, 1), (2, 3), (0, 2), (1, 3)]), Contiguity.Rook(areas));
    }

    [Fact]
    public void An_area_in_the_hole_of_another_is_its_only_neighbour()
    {
        var areas = Boundaries([Box(0, 0, 30, 30), Box(10, 10, 20, 20)], [Box(10, 10, 20, 20)], [Box(30, 0, 40, 30)]);

        Assert.Equal([[1, 2], [0], [0]], Contiguity.Queen(areas).Lists());
        Assert.Equal([[1, 2], [0], [0]], Contiguity.Rook(areas).Lists());
    }

    [Fact]
    public void Areas_of_several_parts_and_areas_without_any_are_taken_as_they_are()
    {
        var areas = Boundaries([Box(0, 0, 1, 1), Box(5, 0, 6, 1)], [Box(1, 0, 5, 1)], [], [Box(100, 100, 101, 101)]);

        Assert.Equal([[1], [0], [], []], Contiguity.Queen(areas).Lists());
        Assert.Equal(8 - 6, Contiguity.BorderLengths(areas).Weights[0], 1e-9);
    }

    [Fact]
    public void Areas_that_overlap_touch_where_their_borders_cross()
    {
        var areas = Boundaries([Box(0, 0, 10, 4)], [Box(3, -5, 6, 9)]);

        Assert.True(Contiguity.Queen(areas).Contains(0, 1));
        Assert.False(Contiguity.Rook(areas).Contains(0, 1));
    }

    [Fact]
    public void A_short_common_border_does_not_count_when_a_minimum_is_asked()
    {
        var areas = Boundaries([Box(0, 0, 100, 50)], [Box(0, 50, 9, 60)], [Box(9, 50, 100, 60)]);

        Assert.Equal([[1, 2], [0, 2], [0, 1]], Contiguity.Rook(areas).Lists());
        Assert.Equal([[2], [2], [0, 1]], Contiguity.Rook(areas, minimumLengthInMetres: 10).Lists());
        Assert.Equal([9.0, 91, 9, 10, 91, 10], Contiguity.BorderLengths(areas).Weights.ToArray());
    }

    [Fact]
    public void A_corner_that_touches_at_a_sharp_angle_shares_no_border()
    {
        // The angle is two degrees: the first centimetres run within a millimetre of the edge.
        var areas = Boundaries([Box(0, -10, 100, 0)], [[50, 0, 90, 1.4, 90, 30]]);

        Assert.True(Contiguity.Queen(areas).Contains(0, 1));
        Assert.False(Contiguity.Rook(areas).Contains(0, 1));
    }

    [Fact]
    public void One_far_off_area_changes_nothing_for_the_others()
    {
        double[][][] near = [.. Enumerable.Range(0, 400).Select(i => new[] { Box(i % 20, (i / 20) + (i % 2 * 0.5), (i % 20) + 1, (i / 20) + 1 + (i % 2 * 0.5)) })];
        var alone = Contiguity.Queen(Boundaries(near));

        var with = Contiguity.Queen(Boundaries([.. near, [Box(-7e6, 4e6, -6e6, 5e6)]]));

        Assert.Equal([.. alone.Lists(), []], with.Lists());
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e9)]
    [InlineData(1e150)]
    public void Maps_of_any_size_have_their_neighbours(double unit)
    {
        var bricks = Boundaries([.. Enumerable.Range(0, 60).Select(i => new[] { Box(((i % 6) + (i / 6 % 2 * 0.5)) * unit, i / 6 * unit, ((i % 6) + 1 + (i / 6 % 2 * 0.5)) * unit, ((i / 6) + 1) * unit) })]);

        var queen = Contiguity.Queen(bricks, toleranceInMetres: 0);

        // Bricks half a brick aside: two neighbours beside, four above and below.
        Assert.Equal(6, queen.DegreeOf(20));
        Assert.Equal(queen.Lists(), Contiguity.Rook(bricks, toleranceInMetres: 0).Lists());
    }

    [Fact]
    public void Rings_that_are_empty_or_a_single_point_have_no_borders()
    {
        var areas = new AreaBoundaries([0, 1, 1, 0, 5, 1, 2, 2, 1], [0, 0, 1, 0, 5, 0, 0, 1, 0], [0, 4, 4, 5, 9], [0, 2, 3, 4]);

        Assert.Equal([[2], [], [0]], Contiguity.Queen(areas).Lists());
        Assert.Equal([[], [], []], Contiguity.Rook(areas).Lists());
    }

    [Fact]
    public void A_ring_that_repeats_its_points_touches_the_same_areas()
    {
        var areas = Boundaries([[0, 0, 0, 0, 10, 0, 10, 0, 10, 10, 0, 10]], [Box(10, 0, 20, 10)]);

        Assert.Equal([10.0, 10], Contiguity.BorderLengths(areas).Weights.ToArray());
    }

    [Fact]
    public void Two_areas_with_one_and_the_same_border_share_all_of_it()
    {
        var areas = Boundaries([Box(0, 0, 10, 10)], [Box(0, 0, 10, 10)]);

        Assert.Equal([40.0, 40], Contiguity.BorderLengths(areas).Weights.ToArray());
    }

    [Fact]
    public void Zero_and_minus_zero_are_the_same_place()
    {
        var areas = Boundaries([Box(0.0, 0, 10, 10)], [Box(-10, 0, -0.0, 10)]);

        Assert.True(Contiguity.Rook(areas).Contains(0, 1));
    }

    [Fact]
    public void A_ring_that_is_not_closed_is_refused_on_any_number_of_cores()
    {
        var open = new AreaBoundaries([0, 1, 1], [0, 0, 1], [0, 3], [0, 1]);

        Assert.Throws<ArgumentException>(() => Contiguity.Queen(open, threads: 1));
        Assert.Throws<ArgumentException>(() => Contiguity.Queen(open, threads: 2));
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(double.NaN)]
    public void A_tolerance_is_finite_and_not_negative(double tolerance)
    {
        var area = Boundaries([Box(0, 0, 1, 1)]);

        Assert.Throws<ArgumentException>(() => Contiguity.Queen(area, tolerance));
        Assert.Throws<ArgumentException>(() => Contiguity.Rook(area, tolerance));
        Assert.Throws<ArgumentException>(() => Contiguity.Rook(area, minimumLengthInMetres: tolerance));
    }
}
