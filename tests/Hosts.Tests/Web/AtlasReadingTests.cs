// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Web.Atlas;
using Schakel.Web.Texts;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Hosts.Tests.Web;

/// <summary>What is read on the atlas: sentence, rungs, table, shades.</summary>
public sealed class AtlasReadingTests
{
    private static readonly ScreenTexts dutch = ScreenTexts.In(Language.Dutch);

    [Theory]
    [InlineData(0.00, 0.07, "Tussen *buurten* zit weinig van het echte verschil: hooguit 7 %.")]
    [InlineData(0.59, 0.96, "Tussen *buurten* zit het meeste echte verschil: tussen 59 en 96 %.")]
    [InlineData(0.20, 0.45, "Tussen *buurten* zit een deel van het echte verschil: tussen 20 en 45 %.")]
    [InlineData(0.00, 0.02, "*Buurten* verschillen bijna alleen omdat wijken verschillen.")]
    public void The_sentence_says_no_more_than_the_range(double low, double high, string sentence) =>
        Assert.Equal(sentence, Sentence(SmallTown.Picture(buurt: (low, high)), "buurt"));

    [Fact]
    public void Where_nothing_differs_no_scale_is_blamed() =>
        Assert.Equal("Tussen *buurten* zit bijna geen echt verschil.", Sentence(SmallTown.Picture(buurt: (0, 0.02), wijk: (0, 0.02)), "buurt"));

    [Theory]
    [InlineData(0.30, 0.62, 0.00, 0.29, "Het meeste echte verschil zit tussen *wijken*: tussen 30 en 62 %.")]
    [InlineData(0.30, 0.62, 0.00, 0.30, "Tussen *wijken* zit een deel van het echte verschil: tussen 30 en 62 %.")]
    public void A_rung_has_the_most_when_all_others_surely_have_less(double low, double high, double otherLow, double otherHigh, string sentence) =>
        Assert.Equal(sentence, Sentence(SmallTown.Picture(buurt: (otherLow, otherHigh), wijk: (low, high)), "wijk"));

    [Fact]
    public void Where_one_rung_alone_is_estimated_no_share_is_told()
    {
        var picture = SmallTown.Picture(buurt: (1, 1));

        Assert.Equal("Alleen *buurten* kunnen we hier vergelijken. Of het verschil op een andere sport zit, weten we niet.",
            Sentence(picture with { Profile = picture.Profile with { ShareOf = ["buurt"] } }, "buurt"));
    }

    [Fact]
    public void Where_chance_dominates_a_coarser_rung_says_so_too() =>
        Assert.Equal("Verschillen tussen buurten zijn vooral toeval. Van het echte verschil zit 30 tot 62 % tussen *wijken*.", Sentence(SmallTown.Picture(dominates: true), "wijk"));

    [Fact]
    public void Mostly_chance_goes_before_any_share() =>
        Assert.Equal("Verschillen tussen *buurten* zijn vooral toeval. Vergelijk ze niet met elkaar.", Sentence(SmallTown.Picture(dominates: true), "buurt"));

    [Fact]
    public void Without_numbers_of_people_chance_is_said_to_be_in_it()
    {
        var picture = SmallTown.Picture(buurt: (0.44, 0.56), chanceKnown: false);

        Assert.Equal("Tussen *buurten* zit 44 tot 56 % van het verschil, met toeval erbij.", Sentence(picture, "buurt"));
        Assert.Contains("met toeval", Rung.LadderOf(picture, dutch).Single(rung => rung.Level == "buurt").Label, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ladder_stands_coarse_above_fine_and_a_rung_without_figure_says_why()
    {
        var ladder = Rung.LadderOf(SmallTown.Picture(), dutch);

        Assert.Equal(["gemeente", "wijk", "buurt"], ladder.Select(rung => rung.Level));
        Assert.Equal(RungState.NotEstimated, ladder[0].State);
        Assert.Equal("Niet te schatten uit één gemeente. Laad landelijke cijfers.", ladder[0].Note);
        Assert.Equal("30 tot 62 procent", ladder[1].Spoken);
    }

    [Fact]
    public void The_table_goes_by_name_never_by_value()
    {
        var table = AtlasTable.Of(SmallTown.Picture(), "buurt", dutch);

        Assert.Equal(["Äbel", "Binnenstad", "Haven", "'t Hof", "Oud-West", "Zuid"], Assert.Single(table.Groups).Rows.Select(row => row.Name));
    }

    [Fact]
    public void Squares_are_never_listed()
    {
        var picture = SmallTown.Picture();
        var withCells = picture with { Levels = [SmallTown.Cells(), .. picture.Levels] };

        var table = AtlasTable.Of(withCells, "cell", dutch);

        Assert.Equal("buurt", table.Level);
        Assert.StartsWith("Vlakken tonen we nooit los in een lijst. Kies een buurt.", table.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void A_square_with_fewer_than_ten_people_or_five_cases_is_not_coloured()
    {
        var picture = SmallTown.Picture();
        var open = PublicPicture.Without(picture with { Levels = [SmallTown.Cells(), .. picture.Levels] }, new Dictionary<string, IReadOnlySet<string>>());
        var signs = MapFigures.Of(open, Measure.Of(picture, dutch))["cell"].Signs;

        Assert.Equal("5xx-", signs);
    }

    [Fact]
    public void An_area_like_the_mean_looks_like_all_others_of_its_kind() =>
        Assert.Equal("=15=4-", MapFigures.Of(SmallTown.Picture(), Measure.Of(SmallTown.Picture(), dutch))["buurt"].Signs);

    [Fact]
    public void Breaks_rise_and_lie_among_the_values() => Gen.Double[-1000, 1000].Array[1, 300].Sample(values =>
    {
        var breaks = Breaks.Of(values, 0.001);

        Assert.True(breaks.Length <= 4);
        Assert.All(breaks.Zip(breaks.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(breaks, at => Assert.InRange(at, values.Min(), values.Max()));
    });

    [Fact]
    public void Breaks_are_numbers_one_can_repeat() =>
        Assert.Equal([20, 40, 60, 80], Breaks.Of([.. Enumerable.Range(0, 101).Select(value => value + 0.37)], 1).Select(at => Math.Round(at)));

    [Fact]
    public void Without_differences_there_are_no_breaks() => Assert.Empty(Breaks.Of([0.3, 0.3, 0.3], 0.01));

    [Fact]
    public void Differences_smaller_than_the_digits_give_no_breaks() => Assert.Empty(Breaks.Of([4.0781, 4.0784, 4.0786, 4.0790], 0.1));

    [Fact]
    public void A_level_that_only_some_areas_lie_in_gives_no_headings()
    {
        var picture = SmallTown.Picture();
        var buurten = picture.Levels[0];
        var kern = picture.Levels[1] with { Level = new("kern", 25), Codes = ["K1", "K2"], Names = ["Kern 1", "Kern 2"] };
        var parents = new Dictionary<string, string?[]>(buurten.Parents) { ["kern"] = ["K1", "K2", null, null, null, null] };
        var withKern = picture with { Levels = [buurten with { Parents = parents }, kern, .. picture.Levels.Skip(1)] };

        Assert.Equal("wijk", WayMarks.Above(withKern, withKern.Levels[0])?.Level.Id);
    }

    private static string Sentence(ScalePicture picture, string level) =>
        OpeningSentence.Of(picture, Rung.LadderOf(picture, dutch), level, dutch).Replace('\u00A0', ' ');
}
