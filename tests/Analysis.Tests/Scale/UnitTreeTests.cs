// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;

namespace Schakel.Analysis.Tests.Scale;

public sealed class UnitTreeTests
{
    [Fact]
    public void Groups_are_counted_level_by_level()
    {
        var tree = Of(UnitTree.Create(["buurt", "wijk", "gemeente"], 4, [[0, 0, 1, 2], [0, 0, 0, 1]]));

        Assert.Equal([4, 3, 2], tree.GroupCounts);
        Assert.Equal(4, tree.UnitCount);
        Assert.Equal(["buurt", "wijk", "gemeente"], tree.Levels);
    }

    [Fact]
    public void A_wijk_in_two_gemeenten_is_named()
    {
        var reason = ReasonOf(UnitTree.Create(["buurt", "wijk", "gemeente"], 4, [[0, 1, 1, 2], [0, 0, 1, 1]]));

        Assert.Equal("not-nested", reason.Code);
        Assert.Equal(["wijk", 1, "gemeente", 0, 1], reason.Arguments);
        Assert.Contains("Group 1 of level wijk lies in group 0 and in group 1 of level gemeente", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wijk_that_is_half_outside_every_gemeente_is_not_nested() =>
        Assert.Equal("not-nested", ReasonOf(UnitTree.Create(["buurt", "wijk", "gemeente"], 2, [[0, 0], [0, -1]])).Code);

    [Fact]
    public void Nesting_is_checked_across_a_level_that_units_lack() =>
        Assert.Equal("not-nested", ReasonOf(UnitTree.Create(["buurt", "wijk", "stadsdeel", "gemeente"], 2, [[0, 0], [-1, -1], [0, 1]])).Code);

    [Fact]
    public void A_buurt_without_a_wijk_is_fine() =>
        Assert.Equal([3, 1, 2], Of(UnitTree.Create(["buurt", "wijk", "gemeente"], 3, [[0, 0, -1], [0, 0, 1]])).GroupCounts);

    [Fact]
    public void The_tree_keeps_its_own_copy()
    {
        int[] wijk = [0, 0, 1];
        var tree = Of(UnitTree.Create(["buurt", "wijk"], 3, [wijk]));

        wijk[0] = 7;

        Assert.Equal(0, tree.Ancestors[0][0]);
    }

    [Fact]
    public void Columns_that_do_not_fit_are_a_mistake_of_the_caller()
    {
        Assert.ThrowsAny<ArgumentException>(() => UnitTree.Create([], 3, []));
        Assert.ThrowsAny<ArgumentException>(() => UnitTree.Create(["buurt"], -1, []));
        Assert.ThrowsAny<ArgumentException>(() => UnitTree.Create(["buurt", "buurt"], 1, [[0]]));
        Assert.ThrowsAny<ArgumentException>(() => UnitTree.Create(["buurt", "wijk"], 3, []));
        Assert.ThrowsAny<ArgumentException>(() => UnitTree.Create(["buurt", "wijk"], 3, [[0, 1]]));
        Assert.ThrowsAny<ArgumentException>(() => UnitTree.Create(["buurt", "wijk"], 3, [[0, 1, -2]]));
        Assert.ThrowsAny<ArgumentException>(() => UnitTree.Create(["buurt", "wijk"], 3, [[0, 2, 2]]));
    }
}
