// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class BivariateLocalMoranTests
{
    private static readonly LocalOptions none = new() { Permutations = 0 };
    private static readonly double[] values = [9, 8, 2, 7, 6, 1, 3, 2, 1], others = [1, 5, 2, 8, 3, 9, 4, 4, 7];

    [Fact]
    public void I_is_that_of_spdep_which_divides_by_one_less()
    {
        var worked = WorkedCase.Read("bivariate-local-moran", "columbus");

        foreach (var style in worked.Expected.EnumerateObject())
        {
            var found = Answer(BivariateLocalMoran.Compute(
                worked.Numbers("own"), worked.Numbers("around"), worked.Neighbours().Styled(style.Name), none with { Divisor = MomentDivisor.AreaCountLessOne }));

            worked.Near(style.Value.GetProperty("statisticLessOne"), [.. found.Areas.Select(area => area.Statistic.Value!.Value)]);
        }
    }

    [Fact]
    public void Of_a_column_with_itself_it_is_local_Moran_bit_for_bit()
    {
        var both = Answer(BivariateLocalMoran.Compute(values, values, Neighbours.Grid(3, 3).RowStandardised()));
        var one = Answer(LocalMoran.Compute(values, Neighbours.Grid(3, 3).RowStandardised()));

        Assert.Equal(one.Areas, both.Areas);
    }

    [Fact]
    public void Z_p_and_lag_are_those_of_the_surroundings_alone()
    {
        var both = Answer(BivariateLocalMoran.Compute(values, others, Neighbours.Grid(3, 3)));
        var around = Answer(LocalMoran.Compute(others, Neighbours.Grid(3, 3)));

        Assert.Equal(around.Areas.Select(area => (area.Lag, area.Z, area.P)), both.Areas.Select(area => (area.Lag, area.Z, area.P)));
        Assert.Equal(values, both.Areas.Select(area => area.Value));
        // The first area is high itself; 5 and 8 around it are high together.
        Assert.Equal(Quadrant.HighHigh, both.Areas[0].Quadrant);
    }

    [Fact]
    public void What_cannot_be_computed_has_a_reason()
    {
        double[] equal = [.. values.Select(_ => 0.1)];

        Assert.Equal("no-variation", Refusal(BivariateLocalMoran.Compute(values, equal, Neighbours.Grid(3, 3))));
        Assert.Equal("no-variation", Refusal(BivariateLocalMoran.Compute(equal, values, Neighbours.Grid(3, 3))));
        Assert.Equal("no-neighbours", Refusal(BivariateLocalMoran.Compute([1, 2], [1, 3], Neighbours.FromPairs(2, []))));
        Assert.Equal("no-neighbours", Answer(BivariateLocalMoran.Compute([1, 2, 4], [1, 3, 2], Neighbours.FromPairs(3, [(0, 1)]), none)).Areas[2].Statistic.Reason!.Code);
        Assert.Throws<ArgumentException>(() => BivariateLocalMoran.Compute(values, [1, 2], Neighbours.Grid(3, 3)));
    }
}
