// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Tests.Areas;

public sealed class JoinedAreasTests
{
    [Theory]
    [InlineData("POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 0))", 200)]
    [InlineData("POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((8 0,20 0,20 10,8 10,8 0))", 200)]
    [InlineData("POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,9 5,10 0))", 200)]
    public void Areas_that_touch_or_overlap_are_one_outline_without_the_overlap_twice(string one, string other, double area)
    {
        var reader = new WKTReader();

        var joined = JoinedAreas.Of([reader.Read(one), reader.Read(other)]);

        Assert.True(joined.IsValid);
        Assert.Equal(area, joined.Area, 1e-9);
        Assert.Equal(Dimension.Surface, joined.Dimension);
    }
}
