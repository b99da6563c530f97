// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class GlobalGearyTests
{
    [Theory]
    [InlineData("columbus")]
    [InlineData("groningen-2017")]
    public void C_and_its_moments_are_those_of_spdep_with_our_sign(string name)
    {
        var worked = WorkedCase.Read("geary", name);

        foreach (var variable in worked.Expected.EnumerateObject())
        {
            foreach (var style in variable.Value.EnumerateObject())
            {
                var values = WorkedCase.Numbers(worked.Input.GetProperty("values").GetProperty(variable.Name));

                var found = Answer(GlobalGeary.Compute(values, worked.Neighbours().Styled(style.Name), permutations: 0));

                worked.Near(style.Value.GetProperty("C"), found.C);
                worked.Near(style.Value.GetProperty("varianceNormality"), found.VarianceNormality);
                worked.Near(style.Value.GetProperty("varianceRandomisation"), found.VarianceRandomisation);
                worked.Near(style.Value.GetProperty("zNormality"), found.ZNormality);
                worked.Near(style.Value.GetProperty("zRandomisation"), found.ZRandomisation);
            }
        }
    }

    [Fact]
    public void Random_arrangements_have_the_mean_and_variance_of_the_randomisation_moments()
    {
        var worked = WorkedCase.Read("geary", "columbus");
        var crime = WorkedCase.Numbers(worked.Input.GetProperty("values").GetProperty("CRIME"));

        var found = Answer(GlobalGeary.Compute(crime, worked.Neighbours().RowStandardised(), permutations: 9999));

        var standardError = Math.Sqrt(found.VarianceRandomisation.Value!.Value / 9999);
        Assert.InRange(found.Permutation!.Mean, 1 - (4 * standardError), 1 + (4 * standardError));
        Assert.InRange(found.Permutation.Variance / found.VarianceRandomisation.Value.Value, 0.93, 1.07);
        Assert.Equal(0.0001, found.Permutation.P);
    }

    [Fact]
    public void On_a_chessboard_neighbours_differ_as_much_as_they_can()
    {
        double[] chessboard = [0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0];

        var found = Answer(GlobalGeary.Compute(chessboard, Neighbours.Grid(4, 4)));

        Assert.Equal(15 / 8.0, found.C, 1e-12);
        Assert.Equal(1, found.Permutation!.P);
    }

    [Fact]
    public void Equal_values_are_a_reason_not_a_number()
    {
        Assert.Equal("no-variation", Refusal(GlobalGeary.Compute([.1, .1, .1], Neighbours.Grid(1, 3))));
        Assert.Equal("no-neighbours", Refusal(GlobalGeary.Compute([1, 2, 3], Neighbours.FromPairs(3, []))));
        Assert.Equal("too-few-areas", Refusal(GlobalGeary.Compute([1], Neighbours.FromPairs(1, []))));
    }
}
