// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

public sealed class CorrelogramTests
{
    private static readonly double[] east = [.. Enumerable.Range(0, 144).Select(area => 100.0 * (area % 12))];
    private static readonly double[] north = [.. Enumerable.Range(0, 144).Select(area => 100.0 * (area / 12))];
    private static readonly double[] slope = [.. Enumerable.Range(0, 144).Select(area => (area % 12) + (0.1 * (area * 7919 % 31)))];

    [Fact]
    public void A8_the_correlogram_of_Columbus()
    {
        var worked = WorkedCase.Read("moran", "columbus-correlogram");
        var expected = WorkedCase.Numbers(worked.Expected.GetProperty("I"));

        var rings = Answer(Correlogram.Compute(worked.Numbers("values"), worked.Neighbours(), expected.Length, permutations: 0, allRings: true)).Rings;

        Assert.Equal(expected.Length, rings.Count);
        for (var ring = 0; ring < rings.Count; ring++)
            worked.Near(expected[ring], rings[ring].I.Value!.Value);
    }

    [Fact]
    public void Bands_of_distance_on_squares_are_rings_of_neighbours()
    {
        var byOrder = Answer(Correlogram.Compute(slope, Neighbours.Grid(12, 12), 1));
        var byDistance = Answer(Correlogram.ByDistance(slope, east, north, [100]));

        Assert.Equal(byOrder.Rings[0].Pairs, byDistance.Rings[0].Pairs);
        Assert.Equal(byOrder.Rings[0].I.Value!.Value, byDistance.Rings[0].I.Value!.Value, 1e-12);
        Assert.Equal(byOrder.Rings[0].High.Value!.Value, byDistance.Rings[0].High.Value!.Value, 1e-12);
    }

    [Fact]
    public void Every_pair_lies_in_one_band()
    {
        var rings = Answer(Correlogram.ByDistance(slope, east, north, [150, 400, 5000], permutations: 0)).Rings;

        Assert.Equal(144 * 143 / 2, rings.Sum(ring => ring.Pairs));
        Assert.Equal((2 * 11 * 12) + (2 * 11 * 11), rings[0].Pairs);
    }

    [Fact]
    public void Values_without_any_pattern_end_at_once()
    {
        var random = new Schakel.Analysis.Numerics.RandomSequence(2009);
        double[] scattered = [.. Enumerable.Range(0, 144).Select(_ => random.NextNormal())];

        Assert.Equal(1, Answer(Correlogram.Compute(scattered, Neighbours.Grid(12, 12), 3)).EndsAt.Value);
    }

    [Fact]
    public void A_slope_reaches_far_and_no_ring_is_chance()
    {
        var result = Answer(Correlogram.Compute(slope, Neighbours.Grid(12, 12), 2));

        Assert.Equal("never-ends", result.EndsAt.Reason?.Code);
        Assert.All(result.Rings, ring => Assert.True(ring.I.Value > ring.High.Value));
    }

    [Fact]
    public void A_thin_ring_is_not_reported_unless_asked_for()
    {
        var corner = Answer(Correlogram.Compute(slope, Neighbours.Grid(12, 12), 22, permutations: 0)).Rings[^1];

        Assert.Equal(2, corner.Pairs);
        Assert.Equal("ring-too-thin", corner.I.Reason?.Code);
        Assert.NotNull(Answer(Correlogram.Compute(slope, Neighbours.Grid(12, 12), 22, permutations: 0, allRings: true)).Rings[^1].I.Value);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var (one, two) = (Answer(Correlogram.Compute(slope, Neighbours.Grid(12, 12), 3, threads: 1)), Answer(Correlogram.Compute(slope, Neighbours.Grid(12, 12), 3, threads: 2)));

        Assert.Equal(one.Rings, two.Rings);
    }

    [Fact]
    public void Equal_values_and_wrong_columns()
    {
        Assert.Equal("no-variation", Refusal(Correlogram.Compute(new double[144], Neighbours.Grid(12, 12), 2)));
        Assert.Equal("not-asked", Answer(Correlogram.Compute(slope, Neighbours.Grid(12, 12), 1, permutations: 0)).EndsAt.Reason?.Code);
        Assert.ThrowsAny<ArgumentException>(() => Correlogram.Compute(slope, Neighbours.Grid(3, 3), 2));
        Assert.ThrowsAny<ArgumentException>(() => Correlogram.Compute(slope, Neighbours.Grid(12, 12), 0));
        Assert.ThrowsAny<ArgumentException>(() => Correlogram.ByDistance(slope, east, north, []));
        Assert.ThrowsAny<ArgumentException>(() => Correlogram.ByDistance(slope, east, north, [200, 100]));
    }
}
