// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Perception;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Perception;

public sealed class PerceptionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_surface_and_the_affinities_come_out(int set)
    {
        var worked = WorkedCase.Read("perception", "I-1");
        var drawings = Read(worked);
        var weights = WorkedCase.Numbers(worked.Input.GetProperty("weights")[set]);
        (int, int)[] pairs = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)];

        var surface = Answer(MembershipSurface.Compute(drawings, weights));
        var affinities = CellAffinity.Compute(drawings, weights, pairs, leastRespondents: 0);

        worked.Near(worked.Expected.GetProperty("membership")[set], [.. surface.Cells.Select(cell => cell.Membership)]);
        worked.Near(worked.Expected.GetProperty("entropy")[set], [.. surface.Cells.Select(cell => cell.Entropy)]);
        worked.Near(worked.Expected.GetProperty("effective")[set], surface.EffectiveRespondents);
        worked.Near(worked.Expected.GetProperty("affinity")[set], [.. affinities.Select(pair => pair.Value.Value!.Value)]);
        Assert.All(affinities, pair => Assert.Equal(1, pair.Value.Value!.Value + pair.BoundaryStrength.Value!.Value, tolerance: 1e-12));
        Assert.Equal(["core", "core"], surface.Cells.Skip(1).Take(2).Select(cell => cell.Band));
        Assert.All(surface.Cells, cell => Assert.True(cell.Low.Value <= cell.Membership && cell.Membership <= cell.High.Value));
    }

    [Fact]
    public void Five_voices_are_too_few_to_know_an_affinity()
    {
        var drawings = Read(WorkedCase.Read("perception", "I-1"));

        var pair = CellAffinity.Compute(drawings, [1, 1, 1, 1, 1], [(0, 1)])[0];

        Assert.Equal("too-few-respondents", pair.Value.Reason?.Code);
        Assert.Equal("too-few-respondents", pair.BoundaryStrength.Reason?.Code);
        Assert.Equal(4, pair.EffectiveRespondents);
    }

    [Fact]
    public void The_likeness_of_drawings_comes_out()
    {
        var worked = WorkedCase.Read("perception", "I-1");

        worked.Near(worked.Expected.GetProperty("meanJaccard"), Answer(DrawingAgreement.Compute(Read(worked))));
        Assert.Equal("too-few-drawings", Refusal(DrawingAgreement.Compute(new Drawings(3, [[1]]))));
        Assert.Equal(0.25, DrawingAgreement.MedianPartOf([1, 2, 3, 9], 10));
    }

    [Fact]
    public void Raking_meets_the_margins()
    {
        var worked = WorkedCase.Read("perception", "I-2");
        var (rows, columns) = Table(worked);
        var (rowShares, columnShares) = (worked.Numbers("rows"), worked.Numbers("columns"));

        var raked = Answer(Raking.Compute(100, [
            new RakingMargin("row", Shares(rowShares), rows), new RakingMargin("column", Shares(columnShares), columns)]));

        for (var r = 0; r < 100; r++)
            worked.Near(worked.Expected.GetProperty("weights")[rows[r][0] - '0'][columns[r][0] - '0'], raked.Weights[r]);
        worked.Near(worked.Expected.GetProperty("effective"), raked.EffectiveRespondents);
        Assert.Equal(100, raked.Weights.Sum(), tolerance: 1e-9);
        Assert.Equal(0, raked.Capped);
    }

    [Fact]
    public void Margins_that_cannot_be_met_say_why()
    {
        string[] two = ["a", "b"];

        Assert.Equal("margin-does-not-add-up", Refuse(new() { ["a"] = 0.5, ["b"] = 0.4 }));
        Assert.Equal("category-without-share", Refuse(new() { ["a"] = 1 }));
        Assert.Equal("category-without-respondents", Refuse(new() { ["a"] = 0.4, ["b"] = 0.4, ["c"] = 0.2 }));
        Assert.Equal("no-respondents", Refusal(Raking.Compute(0, [new RakingMargin("v", new Dictionary<string, double> { ["a"] = 1 }, [])])));
        Assert.Equal("raking-does-not-settle", Refusal(Raking.Compute(2, [
            new RakingMargin("v", new Dictionary<string, double> { ["a"] = 0.5, ["b"] = 0.5 }, two),
            new RakingMargin("w", new Dictionary<string, double> { ["a"] = 0.3, ["b"] = 0.7 }, two)])));

        string Refuse(Dictionary<string, double> shares) => Refusal(Raking.Compute(2, [new RakingMargin("v", shares, two)]));
    }

    [Fact]
    public void A_weight_stays_below_five_times_the_median()
    {
        string[] categories = [.. Enumerable.Repeat("many", 99), "one"];

        var raked = Answer(Raking.Compute(100, [new RakingMargin("v", new Dictionary<string, double> { ["many"] = 0.8, ["one"] = 0.2 }, categories)]));

        Assert.Equal(1, raked.Capped);
        Assert.Equal(5, raked.Weights[99] / raked.Weights[0], tolerance: 1e-9);
    }

    [Fact]
    public void A_respondent_of_unknown_age_is_left_alone_by_age()
    {
        var raked = Answer(Raking.Compute(4, [new RakingMargin("age", new Dictionary<string, double> { ["young"] = 0.5, ["old"] = 0.5 }, ["young", "young", "old", null])]));

        Assert.Equal([0.75, 0.75, 1.5, 1], raked.Weights);
    }

    [Fact]
    public void Near_voices_count_most_around_a_home()
    {
        var worked = WorkedCase.Read("perception", "I-3");
        var homes = worked.Numbers("homes");
        var drew = worked.Numbers("drew");
        var drawings = new Drawings(2, [.. drew.Select(inside => (IReadOnlyList<int>)[inside > 0 ? 0 : 1])]);

        var found = worked.Numbers("at").Select(at =>
        {
            var weights = MembershipSurface.AroundHome([1, 1, 1, 1], [.. homes.Select(home => Math.Abs(home - at))], worked.Input.GetProperty("bandwidth").GetDouble());
            return Answer(MembershipSurface.Compute(drawings, weights, replicates: 0)).Cells[0];
        }).ToArray();

        worked.Near(worked.Expected.GetProperty("membership"), [.. found.Select(cell => cell.Membership)]);
        Assert.Equal("draws-not-asked", found[0].Low.Reason?.Code);
        Assert.Equal("no-respondents", Refusal(MembershipSurface.Compute(drawings, [0, 0, 0, 0])));
    }

    [Fact]
    public void A_drawing_holds_the_cells_whose_centre_it_holds_and_a_crossed_line_cuts()
    {
        (double, double)[] centres = [(50, 50), (150, 50), (250, 50), (50, 150), (150, 150), (250, 150)];
        (double, double)[] square = [(0, 0), (200, 0), (200, 100), (0, 100)];
        // An hourglass: two triangles of 100 × 100 that touch in the middle.
        (double, double)[] hourglass = [(0, 0), (200, 200), (200, 0), (0, 200)];

        var plain = Answer(DrawnPolygon.Compute([square], centres));
        var crossed = Answer(DrawnPolygon.Compute([hourglass], [(30, 100), (170, 100), (100, 30), (100, 170)]));

        Assert.Equal([0, 1], plain.Cells);
        Assert.Equal(20_000, plain.AreaInSquareMetres, tolerance: 1e-6);
        Assert.Equal([0, 1], crossed.Cells);
        Assert.Equal(20_000, crossed.AreaInSquareMetres, tolerance: 1);
    }

    [Fact]
    public void A_circle_of_very_many_points_has_the_area_of_a_circle()
    {
        (double, double)[] circle = [.. Enumerable.Range(0, 50_000).Select(i => (500 * Math.Cos(i * Math.Tau / 50_000), 500 * Math.Sin(i * Math.Tau / 50_000)))];

        var drawn = Answer(DrawnPolygon.Compute([circle], [(0, 0), (499, 0), (501, 0), (-499, 0), (-501, 0)]));

        Assert.Equal(1, drawn.AreaInSquareMetres / (Math.PI * 250_000), tolerance: 1e-3);
        Assert.Equal([0, 1, 3], drawn.Cells);
    }

    [Fact]
    public void A_hole_is_outside()
    {
        (double, double)[] outer = [(0, 0), (300, 0), (300, 300), (0, 300), (0, 0)], hole = [(100, 100), (200, 100), (200, 200), (100, 200)];

        var drawn = Answer(DrawnPolygon.Compute([outer, hole], [(50, 50), (150, 150)]));

        Assert.Equal([0], drawn.Cells);
        Assert.Equal(80_000, drawn.AreaInSquareMetres, tolerance: 1e-6);
    }

    [Fact]
    public void A_slip_of_the_hand_and_half_a_province_are_set_aside()
    {
        Assert.Equal("drawing-too-small", Refusal(DrawnPolygon.Compute([Square(70)], [(1, 1)])));
        Assert.Equal("drawing-too-large", Refusal(DrawnPolygon.Compute([Square(5001)], [(1, 1)])));
        Assert.Equal("drawing-without-cells", Refusal(DrawnPolygon.Compute([Square(200)], [(900, 900)])));

        static (double, double)[] Square(double side) => [(0, 0), (side, 0), (side, side), (0, side)];
    }

    [Fact]
    public void Many_far_voices_are_not_a_near_one()
    {
        var effective = RespondentCoverage.Compute([(0, 0), (5000, 0)], [.. Enumerable.Repeat((0.0, 0.0), 12)], [.. Enumerable.Repeat(1.0, 12)]);

        Assert.Equal([12, 0], effective);
    }

    [Fact]
    public void A_surface_lies_between_0_and_1_and_its_disagreement_too() =>
        Gen.Select(Gen.Int[1, 63].Array[1, 12], Gen.Double[0.1, 5].Array[12]).Sample((sets, all) =>
        {
            var drawings = new Drawings(6, [.. sets.Select(set => (IReadOnlyList<int>)[.. Enumerable.Range(0, 6).Where(cell => (set >> cell & 1) == 1)])]);
            var weights = all[..sets.Length];

            var cells = Answer(MembershipSurface.Compute(drawings, weights, replicates: 9)).Cells;

            Assert.All(cells, cell => Assert.InRange(cell.Membership, 0, 1));
            Assert.All(cells, cell => Assert.InRange(cell.Entropy, 0, 1 + 1e-12));
            Assert.InRange(EffectiveNumber.Of(weights), 1 - 1e-9, weights.Length + 1e-9);
        });

    [Fact]
    public void A_drawing_needs_cells_that_exist()
    {
        Assert.Throws<ArgumentException>(() => new Drawings(3, [[]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Drawings(3, [[3]]));
        Assert.Throws<ArgumentException>(() => MembershipSurface.Compute(new Drawings(3, [[1]]), [1, 2]));
    }

    private static Drawings Read(WorkedCase worked) => new(
        6, [.. worked.Input.GetProperty("drawings").EnumerateArray().Select(cells => (IReadOnlyList<int>)[.. cells.EnumerateArray().Select(cell => cell.GetInt32() - 1)])]);

    private static (string[] Rows, string[] Columns) Table(WorkedCase worked)
    {
        var respondents = (from row in Enumerable.Range(0, 2)
                           from column in Enumerable.Range(0, 2)
                           from _ in Enumerable.Range(0, worked.Input.GetProperty("counts")[row][column].GetInt32())
                           select ($"{row}", $"{column}")).ToArray();
        return ([.. respondents.Select(r => r.Item1)], [.. respondents.Select(r => r.Item2)]);
    }

    private static Dictionary<string, double> Shares(double[] shares) => shares.Select((share, i) => (share, i)).ToDictionary(entry => $"{entry.i}", entry => entry.share);
}
