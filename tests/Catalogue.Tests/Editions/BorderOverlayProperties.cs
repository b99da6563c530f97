// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Editions;

namespace Schakel.Catalogue.Tests.Editions;

/// <summary>Strips of a town cut at other places in the later year: nobody is lost, and the same cuts are no change.</summary>
public sealed class BorderOverlayProperties
{
    private static readonly Gen<int[]> cuts = Gen.Int[1, 19].Array[0, 6].Select(places => places.Distinct().Order().ToArray());

    [Fact]
    public void The_parts_of_an_area_that_changed_are_the_whole_of_it() =>
        Gen.Select(cuts, cuts, Gen.Int[0, 40].Array[20]).Sample((before, after, people) =>
        {
            var links = Overlay(people).Links(Areas("A", 2019, before), Areas("B", 2024, after), CancellationToken.None);

            Assert.All(links.GroupBy(link => link.Before), parts => Assert.Equal(1, parts.Sum(part => part.Share), 1e-9));
            Assert.All(links.GroupBy(link => link.After), parts => Assert.Equal(1, parts.Sum(part => part.Back), 1e-9));
            Assert.Equal(before.Length + 1, links.Select(link => link.Before).Distinct().Count());
        });

    [Fact]
    public void The_same_town_is_no_change_whatever_its_people() =>
        Gen.Select(cuts, Gen.Int[0, 40].Array[20]).Sample((places, people) =>
            Assert.Empty(Overlay(people).Links(Areas("A", 2019, places), Areas("A", 2024, places), CancellationToken.None)));

    [Fact]
    public void Shares_that_are_followed_back_and_forth_keep_the_number_of_people() =>
        Gen.Select(cuts, cuts, Gen.Int[1, 40].Array[20]).Sample((before, after, people) =>
        {
            var changes = AreaChange.Of(Overlay(people).Links(Areas("A", 2019, before), Areas("B", 2024, after), CancellationToken.None));
            var history = new AreaHistory(changes, "buurt", 2024, 2019);
            var inhabitants = Areas("A", 2019, before).ToDictionary(area => area.Code, area => Enumerable.Range(0, 20).Where(cell => area.Boundary.Covers(new Point((100 * cell) + 50, 50))).Sum(cell => (double)people[cell]));

            var converted = Areas("B", 2024, after).Sum(area => history.PartsOf(area.Code, _ => true, out var _)!.Sum(part => part.Weight * inhabitants[part.Code]));

            Assert.Equal(people.Sum(), converted, 1e-6);
        });

    private static BorderOverlay Overlay(int[] people) => new("buurt", [.. people.Select((number, cell) => ((100.0 * cell) + 50, 50.0, (double)number))]);

    private static List<DrawnArea> Areas(string prefix, int year, int[] cuts)
    {
        int[] ends = [0, .. cuts, 20];
        return [.. Enumerable.Range(0, ends.Length - 1).Select(i => new DrawnArea($"{prefix}{i}", year, new Polygon(new LinearRing(
            [new(100 * ends[i], 0), new(100 * ends[i + 1], 0), new(100 * ends[i + 1], 100), new(100 * ends[i], 100), new(100 * ends[i], 0)])), IsApproximate: false))];
    }
}
