// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Catalogue.Columns;
using Schakel.Workspace.Studies;
using static Schakel.Workspace.Tests.Studies.StudyTown;

namespace Schakel.Workspace.Tests.Studies;

public sealed class ScaleStudyTests
{
    private static readonly ScaleProfileOptions fast = new() { Intervals = false };

    private static StudyTown Town() => new(("cijfers_2024.csv", buurt => Text($"{People(buurt)},{Cases(buurt)}"), "inwoners,zwerfafval"));

    [Fact]
    public void A_count_is_divided_by_its_residents_and_its_profile_is_that_of_the_library()
    {
        using var town = Town();

        var picture = Answer(ScaleStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval"), fast));

        var buurten = Enumerable.Range(0, Count).ToArray();
        var people = Array.ConvertAll(buurten, buurt => (double)People(buurt));
        var pooled = buurten.Sum(Cases) / people.Sum();
        var tree = Answer(UnitTree.Create(["buurt", "wijk", "gemeente"], Count, [Array.ConvertAll(buurten, buurt => buurt / 3), Array.ConvertAll(buurten, buurt => buurt / 18)]));
        var expected = Answer(ScaleProfile.Compute(
            tree, Array.ConvertAll(buurten, buurt => Cases(buurt) / people[buurt]), Array.ConvertAll(people, number => pooled / number), people, fast with { Kind = RateKind.Count }));
        Assert.Equal(["buurt", "wijk", "gemeente"], picture.Profile.Levels.Select(level => level.Level));
        Assert.Equal([108, 36, 6], picture.Profile.Levels.Select(level => level.Groups));
        for (var level = 0; level < 3; level++)
            Assert.Equal(expected.Levels[level].Variance.Value!.Value, picture.Profile.Levels[level].Variance.Value!.Value, 1e-15);
        Assert.Equal(expected.Mean, picture.Profile.Mean, 1e-15);
        Assert.Equal(2024, picture.Year);
        Assert.Empty(picture.Excluded);
        Assert.Equal(0, picture.ExcludedShare);
    }

    [Fact]
    public void The_order_in_which_levels_are_named_changes_nothing()
    {
        using var town = Town();

        var fineFirst = Answer(ScaleStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval") { Levels = ["buurt", "wijk", "gemeente"] }, fast));
        var coarseFirst = Answer(ScaleStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval") { Levels = ["gemeente", "buurt", "wijk"] }, fast));

        Assert.Equal(["buurt", "wijk", "gemeente"], coarseFirst.Profile.Levels.Select(level => level.Level));
        Assert.Equal(fineFirst.Profile.Mean, coarseFirst.Profile.Mean);
        Assert.Equal(fineFirst.Fingerprint, coarseFirst.Fingerprint);
    }

    [Fact]
    public void Every_level_is_described_with_rate_estimate_and_range()
    {
        using var town = Town();

        var picture = Answer(ScaleStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval"), fast));

        Assert.Equal(["buurt", "wijk", "gemeente"], picture.Levels.Select(level => level.Level.Id));
        foreach (var level in picture.Levels)
        {
            Assert.Equal(level.Codes.Order(StringComparer.Ordinal), level.Codes);
            for (var area = 0; area < level.Codes.Length; area++)
            {
                Assert.True(level.Lows[area] < level.Estimates[area] && level.Estimates[area] < level.Highs[area]);
                Assert.Equal(level.Lows[area] <= picture.Profile.Mean && picture.Profile.Mean <= level.Highs[area], level.LikeMean[area]);
            }
        }

        // A wijk's rate is all its cases by all its people, not a mean of rates.
        var wijk = picture.Levels[1];
        Assert.Equal(Enumerable.Range(0, 3).Sum(Cases) / (double)Enumerable.Range(0, 3).Sum(People), wijk.Rates[0], 1e-15);
        Assert.Equal(Enumerable.Range(0, 3).Sum(People), wijk.Denominators[0]);
        Assert.Equal(picture.UnitCodes[1], wijk.Codes);
    }

    [Fact]
    public void Units_without_a_figure_or_without_people_are_listed_with_the_reason_and_their_residents()
    {
        using var town = new StudyTown(("cijfers_2024.csv", buurt => buurt switch
        {
            4 => Text($"{People(buurt)},geheim"),
            5 => "0,0",
            6 => Text($"{People(buurt)},"),
            _ => Text($"{People(buurt)},{Cases(buurt)}"),
        }, "inwoners,zwerfafval"));

        var picture = Answer(ScaleStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval"), fast));

        Assert.Equal([(Code(4), MissingReason.Secret), (Code(5), MissingReason.Nil), (Code(6), MissingReason.Empty)], picture.Excluded);
        var all = Enumerable.Range(0, Count).Where(buurt => buurt != 5).Sum(People);
        Assert.Equal((People(4) + People(6)) / (double)all, picture.ExcludedShare, 1e-12);
        Assert.Equal(105, picture.Profile.Levels[0].Groups);
        Assert.Equal(MissingReason.Secret, picture.Levels[0].Missing[4]);
        Assert.True(double.IsNaN(picture.Levels[0].Rates[4]) && double.IsNaN(picture.Levels[0].Estimates[4]));
    }

    [Fact]
    public void Within_a_place_only_its_units_count_and_its_own_level_is_described_not_estimated()
    {
        using var town = Town();

        var picture = Answer(ScaleStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval") { Within = "GM9902" }, fast));

        Assert.Equal([18, 6, 1], picture.Profile.Levels.Select(level => level.Groups));
        Assert.All(picture.Levels[0].Codes, code => Assert.StartsWith("BU9902", code, StringComparison.Ordinal));
        Assert.Equal("too-few-groups", picture.Profile.Levels[2].Variance.Reason?.Code);
        Assert.Single(picture.Levels[2].Codes);
    }

    [Fact]
    public void Denominators_of_a_year_nearby_are_used_and_said_and_those_of_long_ago_are_not()
    {
        using var near = new StudyTown(
            ("mensen_2022.csv", buurt => Text($"{People(buurt)}"), "inwoners"), ("cijfers_2024.csv", buurt => Text($"{Cases(buurt)}"), "zwerfafval"));
        using var far = new StudyTown(
            ("mensen_2018.csv", buurt => Text($"{People(buurt)}"), "inwoners"), ("cijfers_2024.csv", buurt => Text($"{Cases(buurt)}"), "zwerfafval"));

        var picture = Answer(ScaleStudy.Run(near.Catalogue, new StudyQuestion("zwerfafval"), fast));

        var warning = Assert.Single(picture.Profile.Warnings, warning => warning.Code == "denominator-other-year");
        Assert.Equal([2022, 2024], warning.Arguments);
        Assert.Equal("no-denominator", No(ScaleStudy.Run(far.Catalogue, new StudyQuestion("zwerfafval"), fast)).Code);
    }

    [Fact]
    public void Whole_percents_carry_the_chance_of_their_rounding()
    {
        using var rounded = new StudyTown(("cijfers_2024.csv", buurt => Text($"{People(buurt)},{Math.Round(100 * Rate(buurt))}"), "inwoners,eenzaamheid"));
        using var exact = new StudyTown(("cijfers_2024.csv", buurt => Text($"{People(buurt)},{Math.Round(100 * Rate(buurt)) + 0.5}"), "inwoners,eenzaamheid"));

        var (whole, half) = (Answer(ScaleStudy.Run(rounded.Catalogue, new StudyQuestion("eenzaamheid"), fast)), Answer(ScaleStudy.Run(exact.Catalogue, new StudyQuestion("eenzaamheid"), fast)));

        double Chance(Func<int, double> rate)
        {
            var people = Enumerable.Range(0, Count).Select(buurt => (double)People(buurt)).ToArray();
            var pooled = people.Select((number, buurt) => number * rate(buurt)).Sum() / people.Sum();
            return people.Average(number => pooled * (1 - pooled) / number);
        }

        Assert.Equal(Chance(buurt => Math.Round(100 * Rate(buurt)) / 100) + (0.01 * 0.01 / 12), whole.Profile.Noise.Mean.Value!.Value, 1e-15);
        Assert.Equal(Chance(buurt => (Math.Round(100 * Rate(buurt)) + 0.5) / 100), half.Profile.Noise.Mean.Value!.Value, 1e-15);
    }

    [Fact]
    public void Of_a_mean_chance_is_unknown_and_no_range_is_made_up()
    {
        using var town = new StudyTown(("cijfers_2024.csv", buurt => Text($"{People(buurt)},{200 + (1000 * Rate(buurt))}"), "inwoners,wozWaarde"));

        var picture = Answer(ScaleStudy.Run(town.Catalogue, new StudyQuestion("wozWaarde"), fast));

        Assert.NotNull(picture.Profile.Noise.Mean.Reason);
        Assert.Contains("chance-unknown", picture.Profile.Warnings.Select(warning => warning.Code));
        Assert.All(picture.Levels[0].Lows, low => Assert.True(double.IsNaN(low)));
        Assert.All(picture.Levels[0].LikeMean, Assert.False);
    }

    [Fact]
    public void The_fingerprint_names_the_question_and_the_data()
    {
        using var town = Town();
        using var same = Town();
        using var other = new StudyTown(("cijfers_2024.csv", buurt => Text($"{People(buurt)},{Cases(buurt) + 1}"), "inwoners,zwerfafval"));
        string Print(StudyTown of, StudyQuestion question, ScaleProfileOptions? options = null) => Answer(ScaleStudy.Run(of.Catalogue, question, options ?? fast)).Fingerprint;

        var print = Print(town, new StudyQuestion("zwerfafval"));

        Assert.Equal(64, print.Length);
        Assert.Equal(print, Print(same, new StudyQuestion("zwerfafval") { Year = 2024 }));
        Assert.Equal(print, Print(town, new StudyQuestion("zwerfafval"), fast with { Threads = 1 }));
        Assert.NotEqual(print, Print(town, new StudyQuestion("zwerfafval") { Within = "GM9901" }));
        Assert.NotEqual(print, Print(town, new StudyQuestion("zwerfafval") { Seed = 1 }));
        Assert.NotEqual(print, Print(town, new StudyQuestion("zwerfafval"), fast with { AllLevels = true }));
        Assert.NotEqual(print, Print(other, new StudyQuestion("zwerfafval")));
    }

    [Theory]
    [InlineData("no-such-indicator", "nooit", null, null)]
    [InlineData("no-such-place", "zwerfafval", "GM0000", null)]
    [InlineData("no-such-level", "zwerfafval", null, "plek")]
    public void What_is_not_there_is_a_reason(string code, string indicator, string? within, string? level)
    {
        using var town = Town();

        Assert.Equal(code, No(ScaleStudy.Run(town.Catalogue, new StudyQuestion(indicator) { Within = within, Levels = level is null ? null : [level] }, fast)).Code);
    }

    [Fact]
    public void A_year_without_figures_is_a_reason_that_names_the_years()
    {
        using var town = Town();

        var reason = No(ScaleStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval") { Year = 2020 }, fast));

        Assert.Equal("no-values", reason.Code);
        Assert.Contains("2024", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_that_were_named_are_kept_in_their_order()
    {
        using var town = Town();

        var picture = Answer(ScaleStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval") { Levels = ["buurt", "gemeente"] }, fast));

        Assert.Equal(["buurt", "gemeente"], picture.Profile.Levels.Select(level => level.Level));
    }

    [Fact]
    public void Counts_are_added_up_when_a_coarser_level_is_asked_that_has_no_figures_of_its_own()
    {
        using var town = Town();

        var picture = Answer(ScaleStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval") { Levels = ["wijk", "gemeente"] }, fast));

        Assert.Equal(36, picture.Profile.Levels[0].Groups);
        Assert.Equal(Enumerable.Range(0, 3).Sum(Cases) / (double)Enumerable.Range(0, 3).Sum(People), picture.Levels[0].Rates[0], 1e-15);
        Assert.Contains("summed-from-finer", picture.Profile.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void What_lasts_over_two_years_is_what_the_library_says()
    {
        static int Later(int buurt) => Cases(buurt) + (buurt % 7) - 3;
        using var town = new StudyTown(
            ("cijfers_2023.csv", buurt => Text($"{People(buurt)},{Cases(buurt)}"), "inwoners,zwerfafval"), ("cijfers_2024.csv", buurt => Text($"{People(buurt)},{Later(buurt)}"), "inwoners,zwerfafval"));

        var lasting = Answer(StabilityStudy.Run(town.Catalogue, new StudyQuestion("zwerfafval"), ["buurt", "wijk", "gemeente"], [2023, 2024], equalWeights: true)).Lags;

        var buurten = Enumerable.Range(0, Count).ToArray();
        var tree = Answer(UnitTree.Create(["buurt", "wijk", "gemeente"], Count, [Array.ConvertAll(buurten, buurt => buurt / 3), Array.ConvertAll(buurten, buurt => buurt / 18)]));
        var expected = Answer(ScaleStability.Compute(
            tree, [Array.ConvertAll(buurten, buurt => Cases(buurt) / (double)People(buurt)), Array.ConvertAll(buurten, buurt => Later(buurt) / (double)People(buurt))], []));
        Assert.Equal(expected[0].Levels.Select(level => level.Persistent.Value), lasting[0].Levels.Select(level => level.Persistent.Value));
    }
}
