// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Autocorrelation;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class FalseDiscoveryRateTests
{
    [Fact]
    public void Adjusted_values_are_those_of_R()
    {
        var worked = WorkedCase.Read("fdr", "benjamini-hochberg");
        foreach (var test in worked.Expected.GetProperty("tests").EnumerateArray())
        {
            var found = FalseDiscoveryRate.BenjaminiHochberg(WorkedCase.Numbers(test.GetProperty("p")), test.GetProperty("q").GetDouble());

            worked.Near(test.GetProperty("adjusted"), found.Adjusted);
            Assert.Equal(test.GetProperty("rejected").GetInt32(), found.Count);
            Assert.Equal(found.Count, found.Rejected.Count(rejected => rejected));
        }
    }

    [Fact]
    public void The_threshold_is_the_largest_p_that_stands_out()
    {
        var found = FalseDiscoveryRate.BenjaminiHochberg([.001, .009, .04, .012, .2, .03, .6, .048], 0.05);

        Assert.Equal(0.012, found.Threshold);
        Assert.Equal([true, true, false, true, false, false, false, false], found.Rejected);
    }

    [Fact]
    public void Nothing_stands_out_among_large_values_or_among_none()
    {
        Assert.Equal(0, FalseDiscoveryRate.BenjaminiHochberg([.5, .6]).Count);
        Assert.Equal(0, FalseDiscoveryRate.BenjaminiHochberg([.5, .6]).Threshold);
        Assert.Empty(FalseDiscoveryRate.BenjaminiHochberg([]).Adjusted);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_p_is_between_zero_and_one(double p)
    {
        Assert.Throws<ArgumentException>(() => FalseDiscoveryRate.BenjaminiHochberg([p]));
        Assert.Throws<ArgumentException>(() => FalseDiscoveryRate.BenjaminiHochberg([0.5], p));
    }
}
