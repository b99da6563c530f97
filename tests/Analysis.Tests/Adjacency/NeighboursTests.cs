// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Tests.Adjacency;

public sealed class NeighboursTests
{
    private static readonly Neighbours twoPartsAndAnIsland = Neighbours.FromPairs(6, [(4, 0), (1, 3), (0, 4), (3, 5)]);

    [Fact]
    public void Pairs_count_in_both_directions_and_only_once()
    {
        Assert.Equal([[4], [3], [], [1, 5], [0], [3]], twoPartsAndAnIsland.Lists());
        Assert.Equal(6, twoPartsAndAnIsland.EdgeCount);
        Assert.True(twoPartsAndAnIsland.IsSymmetric());
        Assert.True(twoPartsAndAnIsland.Contains(3, 5));
        Assert.False(twoPartsAndAnIsland.Contains(0, 1));
    }

    [Fact]
    public void An_island_is_a_part_of_its_own()
    {
        var parts = twoPartsAndAnIsland.Components();

        Assert.Equal(3, parts.Count);
        Assert.Equal([0, 1, 2, 1, 0, 1], parts.Labels);
        Assert.Equal([2], twoPartsAndAnIsland.Islands());
    }

    [Fact]
    public void A_subset_keeps_the_edges_between_those_who_stay_and_knows_the_way_back()
    {
        var subset = twoPartsAndAnIsland.Subset([true, true, true, false, true, true]);

        Assert.Equal([0, 1, 2, 4, 5], subset.Kept);
        Assert.Equal([[3], [], [], [0], []], subset.Neighbours.Lists());
        Assert.Equal(["a", "b", "c", "e", "f"], subset.Pick<string>(["a", "b", "c", "d", "e", "f"]));
        Assert.Equal([0, 4], subset.Neighbours.WithoutIslands().Kept.Select(area => subset.Kept[area]));
    }

    [Fact]
    public void A_graph_with_directions_loses_islands_until_none_is_left()
    {
        var chain = Neighbours.FromWeightedEdges(4, [(0, 1, 1), (1, 2, 1), (2, 1, 1), (3, 0, 2)]);
        var dead = Neighbours.FromWeightedEdges(3, [(0, 1, 1), (1, 2, 1)]);

        Assert.Equal([0, 1, 2, 3], chain.WithoutIslands().Kept);
        Assert.Empty(dead.WithoutIslands().Kept);
        Assert.False(chain.IsSymmetric());
        Assert.Equal([[3], [0, 2], [1], []], chain.Reversed().Lists());
        Assert.Equal([2.0, 1, 1, 1], chain.Reversed().Weights.ToArray());
    }

    [Fact]
    public void Row_standardised_weights_sum_to_one_for_whoever_has_neighbours()
    {
        var weighted = Neighbours.FromWeightedEdges(3, [(0, 2, 1), (0, 1, 3), (1, 0, 5)]).RowStandardised();

        Assert.Equal([0.75, 0.25, 1], weighted.Weights.ToArray());
        Assert.Equal([[1, 2], [0], []], weighted.Lists());
        Assert.False(Neighbours.Grid(2, 3).RowStandardised().IsSymmetric());
        Graphs.Same(Neighbours.Grid(2, 3), Neighbours.Grid(2, 3).RowStandardised().Binary());
    }

    [Fact]
    public void A_grid_has_edge_neighbours_as_a_rook_and_corners_too_as_a_queen()
    {
        Assert.Equal([[1, 3], [0, 2, 4], [1, 5], [0, 4], [1, 3, 5], [2, 4]], Neighbours.Grid(2, 3).Lists());
        Assert.Equal([[1, 3, 4], [0, 2, 3, 4, 5], [1, 4, 5], [0, 1, 4], [0, 1, 2, 3, 5], [1, 2, 4]], Neighbours.Grid(2, 3, queen: true).Lists());
    }

    [Fact]
    public void Order_two_is_two_steps_and_no_fewer()
    {
        var line = Neighbours.Grid(1, 5);

        Assert.Equal([[2], [3], [0, 4], [1], [2]], line.OfOrder(2).Lists());
        Assert.Equal([[], [], [], [], []], line.OfOrder(5).Lists());
        Graphs.Same(line, line.OfOrder(1));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    public void A_pair_outside_the_areas_or_with_itself_is_refused(int from, int to)
    {
        Assert.Throws<ArgumentException>(() => Neighbours.FromPairs(3, [(from, to)]));
        Assert.Throws<ArgumentException>(() => Neighbours.FromWeightedEdges(3, [(from, to, 1)]));
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e101)]
    public void A_weight_is_not_negative_and_not_out_of_all_proportion(double weight) =>
        Assert.Throws<ArgumentException>(() => Neighbours.FromWeightedEdges(3, [(0, 1, weight)]));

    [Fact]
    public void The_same_edge_twice_is_refused_when_it_has_weights() =>
        Assert.Throws<ArgumentException>(() => Neighbours.FromWeightedEdges(3, [(0, 1, 1), (0, 1, 2)]));

    [Fact]
    public void No_areas_give_an_empty_graph()
    {
        Assert.Equal(0, Neighbours.FromPairs(0, []).AreaCount);
        Assert.Equal(0, Neighbours.FromPairs(0, []).Components().Count);
    }
}
