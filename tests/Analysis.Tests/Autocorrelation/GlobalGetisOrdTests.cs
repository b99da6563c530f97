// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class GlobalGetisOrdTests
{
    [Theory]
    [InlineData("columbus")]
    [InlineData("groningen-2017")]
    public void G_with_its_moments_is_that_of_spdep(string name)
    {
        var worked = WorkedCase.Read("global-getis-ord", name);

        foreach (var variable in worked.Input.GetProperty("values").EnumerateObject())
        {
            foreach (var style in worked.Expected.GetProperty(variable.Name).EnumerateObject())
            {
                var found = Answer(GlobalGetisOrd.Compute(WorkedCase.Numbers(variable.Value), worked.Neighbours().Styled(style.Name), 0));

                worked.Near(style.Value.GetProperty("G"), found.G);
                worked.Near(style.Value.GetProperty("expected"), found.Expected);
                Assert.Equal(1, found.Variance.Value!.Value / style.Value.GetProperty("variance").GetDouble(), tolerance: 1e-6);
                worked.Near(style.Value.GetProperty("z"), found.Z);
                Assert.Null(found.Permutation);
            }
        }
    }

    [Fact]
    public void Moments_are_those_of_all_arrangements()
    {
        double[] values = [5, 1, 0, 3, 8];
        var graph = Neighbours.FromWeightedEdges(5, [(0, 1, 1), (1, 0, 1), (1, 2, 0.5), (3, 2, 2), (4, 3, 1)]);
        List<double> all = [];
        foreach (var order in Orders([0, 1, 2, 3, 4]))
            all.Add(Answer(GlobalGetisOrd.Compute([.. order.Select(place => values[place])], graph, 0)).G);

        var found = Answer(GlobalGetisOrd.Compute(values, graph, 9999));

        Assert.Equal(120, all.Count);
        Assert.Equal(all.Average(), found.Expected, tolerance: 1e-12);
        Assert.Equal(all.Average(g => (g - found.Expected) * (g - found.Expected)), found.Variance.Value!.Value, tolerance: 1e-12);
        Assert.Equal(all.Count(g => g >= found.G - 1e-12) / 120.0, found.Permutation!.P, tolerance: 0.02);
    }

    [Fact]
    public void The_unit_changes_nothing_and_neither_does_the_number_of_cores()
    {
        double[] values = [9, 8, 2, 7, 6, 1, 3, 2, 1];

        var one = Answer(GlobalGetisOrd.Compute(values, Neighbours.Grid(3, 3), 199, threads: 1));

        Assert.Equal(one, Answer(GlobalGetisOrd.Compute(values, Neighbours.Grid(3, 3), 199, threads: 2)));
        foreach (var unit in new[] { 1e-150, 1e150, 1000 })
        {
            var converted = Answer(GlobalGetisOrd.Compute([.. values.Select(value => value * unit)], Neighbours.Grid(3, 3), 199));
            Assert.Equal(one.G, converted.G, tolerance: 1e-12);
            Assert.Equal(one.Z.Value!.Value, converted.Z.Value!.Value, tolerance: 1e-9);
            Assert.Equal(one.Permutation!.P, converted.Permutation!.P);
        }
    }

    [Fact]
    public void What_cannot_be_computed_has_a_reason()
    {
        var row = Neighbours.Grid(1, 4);

        Assert.Equal("negative-values", Refusal(GlobalGetisOrd.Compute([1, -2, 3, 4], row)));
        Assert.Equal("no-variation", Refusal(GlobalGetisOrd.Compute([0.1, 0.1, 0.1, 0.1], row)));
        Assert.Equal("no-variation", Refusal(GlobalGetisOrd.Compute([0, 0, 0, 0], row)));
        Assert.Equal("one-positive-value", Refusal(GlobalGetisOrd.Compute([0, 7, 0, 0], row)));
        Assert.Equal("too-few-areas", Refusal(GlobalGetisOrd.Compute([1], Neighbours.Grid(1, 1))));
        Assert.Equal("no-neighbours", Refusal(GlobalGetisOrd.Compute([1, 2, 3, 4], Neighbours.FromPairs(4, []))));
        Assert.Equal("too-few-areas", Answer(GlobalGetisOrd.Compute([1, 2, 3], Neighbours.Grid(1, 3), 0)).Variance.Reason!.Code);
        Assert.Equal("no-variance", Answer(GlobalGetisOrd.Compute([1, 2, 3, 5], Neighbours.FromPairs(4, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]), 0)).Z.Reason!.Code);
    }

    private static IEnumerable<int[]> Orders(int[] places) => places.Length == 1
        ? [places]
        : places.SelectMany(first => Orders([.. places.Where(place => place != first)]).Select(rest => (int[])[first, .. rest]));
}
