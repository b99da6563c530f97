// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using Schakel.Voorbeeldstad.Map;
using Schakel.Voorbeeldstad.People;

namespace Schakel.Voorbeeldstad.Tests;

public sealed class MapTests
{
    private static readonly IReadOnlyList<Buurt> buurten = Landscape.Drawn.Buurten;

    private static readonly Buurt[] town = [.. buurten.Where(buurt => buurt.Wijk.Gemeente.Code == "GM9901")];

    [Fact]
    public void The_town_has_three_stadsdelen_fourteen_wijken_and_sixty_buurten()
    {
        Assert.Equal(60, town.Length);
        Assert.Equal(14, town.Select(buurt => buurt.Wijk.Code).Distinct().Count());
        Assert.Equal(3, town.Select(buurt => buurt.Wijk.Stadsdeel).Distinct().Count());
    }

    [Theory]
    [InlineData("GM9901", 98_000, 44_000)]
    [InlineData("GM9902", 42_000, 18_900)]
    [InlineData("GM9903", 18_000, 7_900)]
    [InlineData("GM9904", 9_000, 3_900)]
    public void Residents_and_dwellings_of_the_buurten_add_up_to_the_gemeente(string code, int residents, int dwellings)
    {
        var members = buurten.Where(buurt => buurt.Wijk.Gemeente.Code == code).ToArray();

        Assert.Equal(residents, members.Sum(buurt => buurt.Residents));
        Assert.Equal(dwellings, members.Sum(buurt => buurt.Dwellings));
    }

    [Fact]
    public void There_are_twelve_gemeenten_in_three_regions() =>
        Assert.Equal([4, 4, 4], buurten.Select(buurt => buurt.Wijk.Gemeente).Distinct().GroupBy(gemeente => gemeente.Region).Select(region => region.Count()));

    [Fact]
    public void Names_and_codes_are_used_once_and_codes_nest()
    {
        Assert.Equal(buurten.Count, buurten.Select(buurt => buurt.Code).Distinct().Count());
        Assert.Equal(town.Length, town.Select(buurt => buurt.Name).Distinct().Count());
        Assert.All(buurten, buurt =>
        {
            Assert.StartsWith("WK" + buurt.Code[2..8], buurt.Wijk.Code, StringComparison.Ordinal);
            Assert.StartsWith("GM" + buurt.Code[2..6], buurt.Wijk.Gemeente.Code, StringComparison.Ordinal);
        });
        foreach (var gemeente in buurten.GroupBy(buurt => buurt.Wijk.Gemeente))
            Assert.Equal(gemeente.Count(), gemeente.Select(buurt => buurt.Name).Distinct().Count());
    }

    [Fact]
    public void Buurten_and_water_fit_exactly_without_gaps_or_overlaps()
    {
        Geometry[] all = [.. buurten.Select(buurt => buurt.Shape), .. Landscape.Drawn.Water.Select(water => water.Shape)];

        Assert.All(all, shape => Assert.True(shape.IsValid));
        Assert.False(CoverageValidator.HasInvalidResult(CoverageValidator.Validate(all)));
        Assert.Equal(TownSketch.Region.Area, all.Sum(shape => shape.Area), tolerance: 1e-6 * TownSketch.Region.Area);
    }

    [Fact]
    public void Coordinates_are_whole_centimetres_far_out_at_sea() => Assert.All(buurten, buurt => Assert.All(buurt.Shape.Coordinates, point =>
    {
        Assert.Equal(Math.Round(point.X * 100) / 100, point.X);
        Assert.Equal(Math.Round(point.Y * 100) / 100, point.Y);
        Assert.InRange(point.X, 20_000, 68_000);
        Assert.InRange(point.Y, 458_000, 502_000);
    }));

    [Fact]
    public void No_buurt_of_the_town_lies_on_both_sides_of_the_railway_unless_it_is_polder() =>
        Assert.All(town, buurt => Assert.True(buurt.Shape.Intersection(TownSketch.Railway).Length < buurt.Shape.Boundary.Intersection(TownSketch.Railway.Buffer(0.02)).Length + 1, buurt.Name));

    [Fact]
    public void Spoorwijk_lies_on_both_sides_of_the_track()
    {
        var sides = town.Where(buurt => buurt.Wijk.Name == "Spoorwijk").ToLookup(buurt => TownBlocks.North(buurt.Shape.InteriorPoint.Coordinate));

        Assert.Equal(4, sides[true].Count());
        Assert.Equal(3, sides[false].Count());
        Assert.Equal((14_500, 6_300), (sides.Sum(side => side.Sum(buurt => buurt.Residents)), sides.Sum(side => side.Sum(buurt => buurt.Dwellings))));
    }

    [Fact]
    public void Hoge_Dennen_is_one_buurt_with_too_many_dwellings_for_one_work_area() =>
        Assert.Equal((8_900, 4_300), town.Where(buurt => buurt.Wijk.Name == "Hoge Dennen").Select(buurt => (buurt.Residents, buurt.Dwellings)).Single());

    [Fact]
    public void Two_buurten_have_fewer_than_ten_residents_and_the_harbour_has_none()
    {
        Assert.Equal(2, town.Count(buurt => buurt.IsSecret));
        Assert.Equal("Industriehaven", town.Single(buurt => buurt.Residents == 0).Name);
    }

    [Theory]
    [InlineData("GM9902")]
    [InlineData("GM9903")]
    [InlineData("GM9904")]
    public void The_neighbours_share_a_border_with_the_town(string code)
    {
        var border = buurten.Where(buurt => buurt.Wijk.Gemeente.Code == code).Sum(buurt => town.Sum(other => buurt.Shape.Intersection(other.Shape).Length));

        Assert.InRange(border, 1_000, 20_000);
    }

    [Fact]
    public void The_split_buurt_was_one_before()
    {
        var before = Vintage.Of(TownPlan.SplitYear - 1).Buurten;
        var whole = before.Single(buurt => buurt.Name == TownPlan.SplitOf);
        var halves = Settlement.BuurtenIn(TownPlan.SplitYear - 1).Where(Vintage.IsSplit).ToArray();

        Assert.Equal(buurten.Count - 1, before.Count);
        Assert.Equal(halves.Sum(half => half.Residents), whole.Residents);
        Assert.Equal(halves.Sum(half => half.Shape.Area), whole.Shape.Area, tolerance: 1e-3);
        Assert.False(CoverageValidator.HasInvalidResult(CoverageValidator.Validate([.. before.Select(Geometry (buurt) => buurt.Shape)])));
    }

    [Fact]
    public void Every_resident_lives_in_a_square_of_the_own_buurt()
    {
        var cells = Settlement.Cells;

        Assert.InRange(cells.Count, 2_500, 2_700);
        Assert.Equal(cells.Count, cells.Select(cell => cell.Code).Distinct().Count());
        Assert.All(cells, cell => Assert.True(cell.Residents >= 0 && cell.Residents % 5 == 0 && cell.Dwellings >= 0 && cell.Dwellings % 5 == 0, cell.Code));
        Assert.All(buurten, buurt => Assert.True(buurt.Residents >= 0 && buurt.Residents % 5 == 0 && buurt.Dwellings >= 0 && buurt.Dwellings % 5 == 0, buurt.Code));
        Assert.All(cells, cell => Assert.True(cell.Buurt.Shape.Contains(cell.Square.Centroid), cell.Code));
        foreach (var buurt in town)
        {
            Assert.Equal(buurt.Residents, cells.Where(cell => cell.Buurt == buurt).Sum(cell => cell.Residents));
            Assert.Equal(buurt.Residents == 0 ? 0 : buurt.Dwellings, cells.Where(cell => cell.Buurt == buurt).Sum(cell => cell.Dwellings));
        }
    }

    [Fact]
    public void The_town_grows_where_houses_were_built_and_nowhere_else()
    {
        var grown = new List<string>();
        for (var year = TownPlan.FirstYear + 1; year <= TownPlan.LastYear; year++)
        {
            var (before, after) = (Settlement.BuurtenIn(year - 1), Settlement.BuurtenIn(year));
            Assert.All(before.Zip(after), pair => Assert.True(pair.First.Residents <= pair.Second.Residents && pair.First.Dwellings <= pair.Second.Dwellings));
            grown.AddRange(before.Zip(after).Where(pair => pair.First.Residents < pair.Second.Residents).Select(pair => pair.First.Name));
        }

        Assert.Equal(buurten, Settlement.BuurtenIn(TownPlan.LastYear));
        Assert.Equal(["Boterbloem", "Koekoeksbloem", "Rietkraag", "Waterlelie", "Weidezicht"], grown.Distinct().Order(StringComparer.Ordinal));
        Assert.All(Settlement.BuurtenIn(TownPlan.FirstYear), buurt => Assert.True(buurt.Residents == 0 ? buurt.Name == "Industriehaven" : buurt.Households > 0 || buurt.IsSecret, buurt.Name));
    }

    [Fact]
    public void The_border_station_lies_on_both_sides_of_the_border()
    {
        var around = buurten.Where(Figures.BikeTheft.IsAroundStation).ToArray();

        Assert.Equal(3, around.Count(buurt => buurt.Wijk.Gemeente.Code == "GM9901"));
        Assert.Equal(2, around.Count(buurt => buurt.Wijk.Gemeente.Code == "GM9902"));
        Assert.IsType<Polygon>(NetTopologySuite.Operation.Union.UnaryUnionOp.Union([.. around.Select(buurt => buurt.Shape)]));
    }
}
