// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class GlobalMoranTests
{
    [Theory]
    [InlineData("columbus")]
    [InlineData("grid-3x3")]
    [InlineData("groningen-2017")]
    public void I_and_its_moments_are_those_of_spdep(string name)
    {
        var worked = WorkedCase.Read("moran", name);

        foreach (var variable in worked.Expected.EnumerateObject())
        {
            foreach (var style in variable.Value.EnumerateObject())
            {
                var values = WorkedCase.Numbers(worked.Input.GetProperty("values").GetProperty(variable.Name));

                var found = Answer(GlobalMoran.Compute(values, worked.Neighbours().Styled(style.Name), permutations: 0));

                worked.Near(style.Value.GetProperty("I"), found.I);
                worked.Near(style.Value.GetProperty("expected"), found.Expected);
                worked.Near(style.Value.GetProperty("varianceNormality"), found.VarianceNormality);
                worked.Near(style.Value.GetProperty("varianceRandomisation"), found.VarianceRandomisation);
                worked.Near(style.Value.GetProperty("zNormality"), found.ZNormality);
                worked.Near(style.Value.GetProperty("zRandomisation"), found.ZRandomisation);
                Assert.Null(found.Permutation);
            }
        }
    }

    [Fact]
    public void The_correlogram_of_Columbus_falls_from_alike_to_opposite()
    {
        var worked = WorkedCase.Read("moran", "columbus-correlogram");
        var links = WorkedCase.Numbers(worked.Expected.GetProperty("links"));
        var expected = WorkedCase.Numbers(worked.Expected.GetProperty("I"));

        for (var order = 1; order <= expected.Length; order++)
        {
            var ring = worked.Neighbours().OfOrder(order);

            Assert.Equal(links[order - 1], ring.EdgeCount);
            worked.Near(expected[order - 1], Answer(GlobalMoran.Compute(worked.Numbers("values"), ring.RowStandardised(), permutations: 0)).I);
        }
    }

    [Fact]
    public void On_a_chessboard_every_neighbour_is_opposite_so_I_is_minus_one()
    {
        double[] chessboard = [0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0];

        Assert.Equal(-1, Answer(GlobalMoran.Compute(chessboard, Neighbours.Grid(4, 4))).I, tolerance: 1e-12);
    }

    [Fact]
    public void Random_arrangements_have_the_mean_and_variance_of_the_randomisation_moments()
    {
        var worked = WorkedCase.Read("moran", "columbus");
        var crime = WorkedCase.Numbers(worked.Input.GetProperty("values").GetProperty("CRIME"));

        var found = Answer(GlobalMoran.Compute(crime, worked.Neighbours().RowStandardised(), permutations: 9999));

        var standardError = Math.Sqrt(found.VarianceRandomisation.Value!.Value / 9999);
        Assert.InRange(found.Permutation!.Mean, found.Expected - (4 * standardError), found.Expected + (4 * standardError));
        Assert.InRange(found.Permutation.Variance / found.VarianceRandomisation.Value.Value, 0.93, 1.07);
        Assert.Equal(0.0001, found.Permutation.P);
    }

    [Fact]
    public void P_counts_the_observed_arrangement_and_ties_so_that_it_is_one_when_all_arrangements_are_the_same()
    {
        // Two areas, each the other's neighbour: I is −1 whatever the order.
        var found = Answer(GlobalMoran.Compute([1, 2], Neighbours.Grid(1, 2), permutations: 99));

        Assert.Equal(1, found.Permutation!.P);
        Assert.Equal(0, found.Permutation.Variance, 1e-24);
        Assert.Equal("no-variance", found.VarianceNormality.Reason!.Code);
        Assert.Equal("too-few-areas", found.ZRandomisation.Reason!.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void The_number_of_cores_changes_no_bit(int threads)
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(i => (double)(i * i % 37))];

        var found = Answer(GlobalMoran.Compute(values, Neighbours.Grid(6, 10).RowStandardised(), 211, seed: 7, threads));

        Assert.Equal(Answer(GlobalMoran.Compute(values, Neighbours.Grid(6, 10).RowStandardised(), 211, seed: 7, threads: 1)), found);
        Assert.NotEqual(found.Permutation, Answer(GlobalMoran.Compute(values, Neighbours.Grid(6, 10).RowStandardised(), 211, seed: 8)).Permutation);
    }

    [Fact]
    public void Equal_values_are_a_reason_not_a_number()
    {
        Assert.Equal("no-variation", Refusal(GlobalMoran.Compute([.1, .1, .1, .1, .1, .1, .1, .1, .1], Neighbours.Grid(3, 3))));
        Assert.Equal("no-neighbours", Refusal(GlobalMoran.Compute([1, 2, 3], Neighbours.FromPairs(3, []))));
        Assert.Equal("too-few-areas", Refusal(GlobalMoran.Compute([1], Neighbours.FromPairs(1, []))));
        Assert.Equal("too-few-areas", Refusal(GlobalMoran.Compute([], Neighbours.FromPairs(0, []))));
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Very_large_and_very_small_numbers_give_the_same_I(double unit)
    {
        double[] values = [9, 8, 2, 7, 6, 1, 3, 2, 1];

        var found = Answer(GlobalMoran.Compute([.. values.Select(value => value * unit)], Neighbours.Grid(3, 3).RowStandardised()));

        Assert.Equal(0.5, found.I, 1e-12);
    }

    [Fact]
    public void A_broken_contract_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => GlobalMoran.Compute([1, 2], Neighbours.Grid(3, 3)));
        Assert.Throws<ArgumentException>(() => GlobalMoran.Compute([1, double.NaN], Neighbours.Grid(1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => GlobalMoran.Compute([1, 2], Neighbours.Grid(1, 2), permutations: -1));
    }
}
