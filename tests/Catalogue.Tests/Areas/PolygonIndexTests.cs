// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Tests.Storage;

namespace Schakel.Catalogue.Tests.Areas;

public sealed class PolygonIndexTests
{
    [Fact]
    public void A_point_on_a_shared_border_lies_in_the_first_area_and_one_outside_in_none()
    {
        var index = new PolygonIndex([Tables.Square(0, 0, 10), null, Tables.Square(10, 0, 10)]);

        Assert.Equal([0, 2, 0, -1], new[] { (5, 5), (15, 5), (10, 5), (25, 5) }.Select(point => index.Find(point.Item1, point.Item2)));
    }

    [Fact]
    public void A_hole_is_outside() => Assert.Equal(-1, new PolygonIndex([Tables.Square(0, 0, 10).Difference(Tables.Square(4, 4, 2))]).Find(5, 5));

    [Fact]
    public void The_index_finds_what_a_search_along_all_areas_finds()
    {
        var areas = Enumerable.Range(0, 100).Select(i => (Geometry?)Tables.Square(10 * (i % 10), 10 * (i / 10), 10)).ToArray();
        var index = new PolygonIndex(areas);

        Gen.Select(Gen.Double[-5, 105], Gen.Double[-5, 105]).Sample((x, y) =>
            index.Find(x, y) == Array.FindIndex(areas, area => area!.Covers(new Point(x, y))), threads: 1);
    }
}
