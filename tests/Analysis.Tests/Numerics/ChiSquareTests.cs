// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Tests.Numerics;

public sealed class ChiSquareTests
{
    // R 4.2.2, qchisq.
    [Theory]
    [InlineData(0.025, 1, 9.82069117175256e-04)]
    [InlineData(0.025, 2, 5.06356159685798e-02)]
    [InlineData(0.025, 30, 16.7907722655666)]
    [InlineData(0.025, 2000, 1877.94603681539)]
    [InlineData(0.975, 1, 5.02388618731488)]
    [InlineData(0.975, 30, 46.97924224367115)]
    [InlineData(0.975, 2000, 2125.84230244977562)]
    [InlineData(0.5, 2, 1.386294361119891)]
    [InlineData(1e-8, 1, 1.57079632679489e-16)]
    [InlineData(1e-8, 2000, 1665.14608118473)]
    public void Quantiles_are_those_of_R(double probability, double freedom, double expected) =>
        Assert.Equal(1, ChiSquare.Quantile(probability, freedom) / expected, tolerance: 1e-11);

    // R 4.2.2, pnorm and pchisq: small tails keep their digits.
    [Fact]
    public void Small_tails_keep_their_digits()
    {
        Assert.Equal(1, ChiSquare.TwoSidedNormal(-8) / 1.24419211485436e-15, tolerance: 1e-11);
        Assert.Equal(1, ChiSquare.TwoSidedNormal(30) / 9.81342785429637e-198, tolerance: 1e-11);
        Assert.Equal(1, ChiSquare.UpperTail(200, 3) / 4.21854110719204e-43, tolerance: 1e-11);
    }

    [Theory]
    [InlineData(0.5, 0.57236494292470008707)]
    [InlineData(1, 0)]
    [InlineData(10, 12.801827480081469611)]
    [InlineData(1e5, 1051287.7089736568948)]
    public void The_logarithm_of_gamma_is_exact(double x, double expected) =>
        Assert.Equal(expected, IncompleteGamma.LogGamma(x), tolerance: 1e-14 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void A_quantile_and_its_tail_undo_each_other()
    {
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Double[1e-6, 1 - 1e-6], CsCheck.Gen.Int[1, 3000]),
            (probability, freedom) => Assert.Equal(1 - probability, ChiSquare.UpperTail(ChiSquare.Quantile(probability, freedom), freedom), tolerance: 1e-10),
            iter: 200);
    }

    [Fact]
    public void Only_a_probability_has_a_quantile() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquare.Quantile(1, 3));
}
