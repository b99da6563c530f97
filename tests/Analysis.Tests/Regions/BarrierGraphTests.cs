// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Regions;

namespace Schakel.Analysis.Tests.Regions;

/// <summary>Four squares of 100 m in a row, with lines over them.</summary>
public sealed class BarrierGraphTests
{
    private static readonly MapLine canal = new([200, 200], [-50, 150]), bridge = new([150, 250], [50, 50]);

    [Fact]
    public void Without_lines_every_common_border_joins()
    {
        var graph = BarrierGraph.Build(Row());

        Assert.Equal([(0, 1), (1, 2), (2, 3)], graph.First.Zip(graph.Second));
        Assert.All(graph.LengthInMetres, length => Assert.Equal(100, length, 6));
        Assert.All(graph.Severity, severity => Assert.Equal(0, severity));
        Assert.DoesNotContain(true, graph.Removed);
    }

    [Fact]
    public void A_hard_barrier_without_a_crossing_removes_the_pair()
    {
        var graph = BarrierGraph.Build(Row() with { Barriers = [new BarrierLine(BarrierKind.Hard, canal)] });

        Assert.Equal([false, true, false], graph.Removed);
        Assert.Equal(2, graph.Joinable().Components().Count);
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 0.25)]
    public void Crossings_keep_the_pair_and_soften_the_barrier(int count, double severity)
    {
        var links = Enumerable.Range(0, count).Select(link => bridge with { Y = [20 + (20 * link), 20 + (20 * link)] }).ToList();

        var graph = BarrierGraph.Build(Row() with { Barriers = [new BarrierLine(BarrierKind.Hard, canal)], Links = links });

        Assert.Equal([false, false, false], graph.Removed);
        Assert.Equal([0, count, 0], graph.Crossings);
        Assert.Equal(severity, graph.Severity[1]);
    }

    [Fact]
    public void A_way_that_stays_on_one_side_is_no_crossing()
    {
        var path = new MapLine([20, 120, 180], [50, 50, 50]);

        var graph = BarrierGraph.Build(Row() with { Barriers = [new BarrierLine(BarrierKind.Hard, canal)], Links = [path] });

        Assert.Equal([false, true, false], graph.Removed);
        Assert.Equal([0, 0, 0], graph.Crossings);
    }

    [Fact]
    public void A_soft_barrier_costs_and_does_not_remove()
    {
        var graph = BarrierGraph.Build(Row() with { Barriers = [new BarrierLine(BarrierKind.Soft, canal)] });

        Assert.Equal([0, UnitGraph.SoftSeverity, 0], graph.Severity);
        Assert.DoesNotContain(true, graph.Removed);
    }

    [Theory]
    [InlineData(229, true)]
    [InlineData(235, false)]
    public void A_line_beside_the_border_counts_up_to_thirty_metres(double x, bool removed)
    {
        // The centres lie on one side of the line, so that only its distance counts.
        var map = Row() with { X = [50, 150, 210, 350], Barriers = [new BarrierLine(BarrierKind.Hard, new MapLine([x, x], [0, 100]))] };

        Assert.Equal(removed, BarrierGraph.Build(map).Removed[1]);
    }

    [Theory]
    [InlineData(55, true)]
    [InlineData(35, false)]
    public void Half_of_the_border_must_lie_near_the_line(double end, bool removed)
    {
        // A line that ends short of the line between the centres, along part of the border; thirty metres beyond its end still count.
        var map = Row() with { Y = [95, 95, 95, 95], Barriers = [new BarrierLine(BarrierKind.Hard, new MapLine([200, 200], [-40, end - 30]))] };

        Assert.Equal(removed, BarrierGraph.Build(map).Removed[1]);
    }

    [Fact]
    public void A_line_between_the_centres_divides_also_far_from_the_border()
    {
        var graph = BarrierGraph.Build(Row() with { Barriers = [new BarrierLine(BarrierKind.Hard, new MapLine([240, 240], [10, 90]))] });

        Assert.Equal([false, true, false], graph.Removed);
    }

    [Fact]
    public void A_ferry_joins_units_that_do_not_touch()
    {
        var graph = BarrierGraph.Build(Row(gap: 60) with { Links = [new MapLine([150, 350], [50, 50])] });

        Assert.Equal([(0, 1), (1, 2), (2, 3)], graph.First.Zip(graph.Second));
        Assert.Equal(0, graph.LengthInMetres[1]);
        Assert.Equal(1, graph.Joinable().Components().Count);
    }

    [Fact]
    public void A_bridge_over_empty_water_joins_the_banks()
    {
        var row = Row() with { Population = [10, 10, 0, 10], Links = [new MapLine([150, 250, 350], [50, 50, 50])] };

        var graph = BarrierGraph.Build(row);

        Assert.Contains((1, 3), graph.First.Zip(graph.Second));
    }

    [Fact]
    public void Borders_below_ten_metres_do_not_join()
    {
        Assert.Equal(2, BarrierGraph.Build(Row(shift: 95)).PairCount);
        Assert.Equal(3, BarrierGraph.Build(Row(shift: 80)).PairCount);
    }

    // Unit 2 and 3 may lie further to the right (gap) or higher (shift).
    private static BarrierMap Row(double gap = 0, double shift = 0)
    {
        List<double> x = [], y = [];
        for (var unit = 0; unit < 4; unit++)
        {
            var (left, bottom) = ((100 * unit) + (unit > 1 ? gap : 0), unit > 1 ? shift : 0);
            x.AddRange([left, left + 100, left + 100, left, left]);
            y.AddRange([bottom, bottom, bottom + 100, bottom + 100, bottom]);
        }

        return new BarrierMap(new AreaBoundaries([.. x], [.. y], [0, 5, 10, 15, 20], [0, 1, 2, 3, 4]), [10, 10, 10, 10], [50, 150, 250 + gap, 350 + gap], [50, 50, 50 + shift, 50 + shift]);
    }
}
