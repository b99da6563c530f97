// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Tests.Areas;

public sealed class AreaCodeTests
{
    [Theory]
    [InlineData("BU00140000", "buurt")]
    [InlineData("BU0363AA01", "buurt")]
    [InlineData("WK001400", "wijk")]
    [InlineData("WK0363AA", "wijk")]
    [InlineData("GM0014", "gemeente")]
    [InlineData("PV20", "provincie")]
    [InlineData("CR01", "regio")]
    [InlineData("RG91", "regio")]
    [InlineData("LD01", "landsdeel")]
    [InlineData("NL00", "rijk")]
    [InlineData("E2269N5800", "cell")]
    [InlineData("E0399N4776", "cell")]
    [InlineData("BU0014000", null)]
    [InlineData("GM001", null)]
    [InlineData("EN", null)]
    [InlineData("ENERGIE", null)]
    [InlineData("", null)]
    [InlineData("0601", null)]
    public void The_level_follows_from_the_shape_of_the_code(string code, string? level) => Assert.Equal(level, AreaCode.LevelOf(code));

    [Theory]
    [InlineData(" gm0014 ", "GM0014")]
    [InlineData("NL01", "NL00")]
    public void One_area_has_one_spelling(string code, string spelled) => Assert.Equal(spelled, AreaCode.Normalise(code));

    [Theory]
    [InlineData("BU0363AA01", "wijk", "WK0363AA")]
    [InlineData("BU00140000", "gemeente", "GM0014")]
    [InlineData("WK001400", "gemeente", "GM0014")]
    [InlineData("GM0014", "provincie", null)]
    [InlineData("0601", "wijk", null)]
    public void Parents_follow_from_the_code_as_far_as_it_goes(string code, string level, string? parent) => Assert.Equal(parent, AreaCode.ParentByStructure(code, level));

    [Theory]
    [InlineData("E2269N5800", 226900, 580000)]
    [InlineData("E226900N580000", 226900, 580000)]
    public void A_cell_knows_its_corner(string code, int x, int y)
    {
        Assert.True(AreaCode.TryCorner(code, out var foundX, out var foundY));
        Assert.Equal((x, y), (foundX, foundY));
    }
}
