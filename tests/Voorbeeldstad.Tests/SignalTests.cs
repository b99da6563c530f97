// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Voorbeeldstad.Files;
using Schakel.Voorbeeldstad.Map;
using Schakel.Voorbeeldstad.People;
using Schakel.Voorbeeldstad.Signals;

namespace Schakel.Voorbeeldstad.Tests;

public sealed class SignalTests
{
    private static readonly Reports reports = new(Settlement.Cells, 2009);

    private static readonly IReadOnlyList<Drawing> drawings = Drawings.Draw(Settlement.Cells, 2009);

    [Fact]
    public void In_Achterkamp_inspectors_see_more_and_residents_say_less()
    {
        var silent = Reports.Town.ToLookup(Reports.IsSilent);

        Assert.Equal(Reports.ReportedLess, Per(silent[true], reports.Reported) / Per(silent[false], reports.Reported), tolerance: 0.1);
        Assert.Equal(Reports.InspectedMore, Per(silent[true], reports.Inspected) / Per(silent[false], reports.Inspected), tolerance: 0.15);

        static double Per(IEnumerable<Buurt> buurten, Dictionary<string, int> counts) =>
            (double)buurten.Sum(buurt => counts.GetValueOrDefault(buurt.Code)) / buurten.Sum(buurt => buurt.Residents);
    }

    [Fact]
    public void Reports_lie_in_the_town_and_add_up_to_the_table()
    {
        Assert.Equal(reports.All.Count, reports.Reported.Values.Sum());
        foreach (var buurt in Reports.Town)
            Assert.Equal(reports.Reported.GetValueOrDefault(buurt.Code), reports.All.Count(report => buurt.Shape.Intersects(new Point(report.X, report.Y))));
        Assert.All(reports.All, report => Assert.Equal(2024, report.Date.Year));
        Assert.Equal(reports.All.OrderBy(report => report.Date), reports.All);
    }

    [Fact]
    public void One_reporter_makes_two_fifths_of_the_cluster_in_Waterkant()
    {
        Assert.Equal(Reports.OneReporter, reports.Cluster.Buurt.Wijk.Name);
        var cluster = reports.All.Where(report => reports.Cluster.Square.Covers(new Point(report.X, report.Y)) && report.Category == "overlast"
            && report.Date >= Reports.ClusterFrom && report.Date <= Reports.ClusterTo).ToArray();

        Assert.InRange(cluster.Length, Reports.InCluster, Reports.InCluster + 5);
        Assert.Equal(0.4, (double)cluster.Count(report => report.Reporter == Reports.BusyReporter) / cluster.Length, tolerance: 0.04);
    }

    [Fact]
    public void Both_banks_at_the_footbridge_are_one_place_for_most_who_live_there()
    {
        var near = drawings.Take(Drawings.AtFootbridge).ToArray();
        var core = Settlement.Cells.Where(cell => near.Count(drawing => drawing.Shape.Contains(cell.Square.Centroid)) >= 0.5 * near.Length).ToArray();
        var wijk = Settlement.Cells.Count(cell => cell.Buurt.Wijk.Name == Reports.OneReporter);

        Assert.InRange(core.Count(cell => TownBlocks.East(Drawings.Middle(cell))), 8, 40);
        Assert.InRange(core.Count(cell => !TownBlocks.East(Drawings.Middle(cell))), 8, 40);
        Assert.Equal(1.0 / 3, (double)core.Length / wijk, tolerance: 0.1);
    }

    [Fact]
    public void Two_fifths_of_the_drawn_squares_have_fewer_than_ten_voices()
    {
        var voices = Settlement.Cells.Select(cell => drawings.Count(drawing => drawing.Shape.Contains(cell.Square.Centroid))).Where(count => count > 0).ToArray();

        Assert.Equal(Drawings.Count, drawings.Count);
        Assert.Equal(0.4, (double)voices.Count(count => count < 10) / voices.Length, tolerance: 0.08);
        Assert.All(drawings, drawing => Assert.True(drawing.Shape.IsValid));
    }

    [Fact]
    public void In_Spoorwijk_nobody_draws_across_the_track()
    {
        var atTrack = drawings.Skip(Drawings.AtFootbridge).Take(Drawings.AtTrack).ToArray();

        Assert.Equal(Drawings.AtTrack / 2, atTrack.Count(drawing => TownBlocks.North(drawing.Home)));
        Assert.All(atTrack, drawing => Assert.All(drawing.Shape.Coordinates, point =>
        {
            var northward = point.Y - TownBlocks.YOf(TownSketch.Railway, point.X);
            Assert.True(TownBlocks.North(drawing.Home) ? northward > -0.05 : northward < 0.05, $"{drawing.Respondent} {northward}");
        }));
    }

    [Fact]
    public void Nothing_joins_the_two_sides_of_the_track_in_Spoorwijk_and_the_three_crossings_join_them_elsewhere()
    {
        var over = Recovery.BorderTruths.Joinable.Where(pair => TownBlocks.North(pair.First.Shape.InteriorPoint.Coordinate) != TownBlocks.North(pair.Second.Shape.InteriorPoint.Coordinate)).ToArray();

        Assert.DoesNotContain(over, pair => pair.First.Wijk.Name == "Spoorwijk" || pair.Second.Wijk.Name == "Spoorwijk");
        Assert.Equal(3, over.Length);
    }

    [Fact]
    public void Crossings_cross_what_they_say_and_none_lies_in_Spoorwijk()
    {
        var crossings = BarrierFile.Crossings().ToArray();

        Assert.Equal(["rail", "rail", "rail", "water", "water"], crossings.Select(crossing => (string)crossing.Values[1]!));
        Assert.All(crossings, crossing => Assert.True(crossing.Shape!.Crosses((string)crossing.Values[1]! == "rail" ? TownSketch.Railway : TownSketch.Canal)));
        Assert.All(crossings, crossing => Assert.DoesNotContain(Reports.Town, buurt => buurt.Wijk.Name == "Spoorwijk" && buurt.Shape.Intersects(crossing.Shape)));
        Assert.All(crossings, crossing => Assert.Equal(2, Reports.Town.Count(buurt => buurt.Shape.Intersects(crossing.Shape))));
    }
}
