// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Features;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Tests.Voorbeeldstad;

/// <summary>What was planted in the town comes out of the files again, through the same importer as real files.</summary>
public sealed class ImportedTownTests(ImportedTown town) : IClassFixture<ImportedTown>
{
    [Fact]
    public void The_catalogue_holds_the_areas_that_the_truth_names() =>
        Assert.Equal(town.Truth.Areas.OrderBy(level => level.Key, StringComparer.Ordinal), town.Report.Areas.OrderBy(level => level.Key, StringComparer.Ordinal));

    [Fact]
    public void Every_indicator_of_the_truth_has_that_id_in_every_year()
    {
        string[] wanted = [.. town.Truth.Profiles.Select(profile => profile.Indicator), town.Truth.NoiseIndicator, town.Truth.Cluster.Indicator];

        Assert.All(wanted, id =>
        {
            var indicator = Assert.Single(town.Catalogue.Indicators, indicator => indicator.Id == id);
            Assert.True(indicator.Recognised);
            Assert.Equal([2019, 2020, 2021, 2022, 2023, 2024], indicator.Years);
        });
    }

    [Fact]
    public void Nothing_is_refused_and_no_code_is_unmatched()
    {
        Assert.Empty(town.Report.Refused);
        Assert.Empty(town.Report.Unmatched);
    }

    [Fact]
    public void Barriers_crossings_and_drawings_are_kept_with_what_is_needed_and_no_more()
    {
        Assert.Equal(["rail", "water"], town.Catalogue.Features(FeatureKind.Barriers).Select(barrier => barrier.Class));
        Assert.Equal(["Overweg Achterkamp", "Stationstunnel", "Viaduct Rietlanden", "Stadsbrug", "Loopbrug Waterkant"], town.Catalogue.Features(FeatureKind.Crossings).Select(crossing => crossing.Name));
        var drawings = town.Catalogue.Drawings();

        Assert.Equal(town.Truth.Drawings.Count, drawings.Select(drawing => drawing.Respondent).Distinct().Count());
        // A home is a square of 100 m, as in the catalogue's own squares; the point that the file holds is not kept.
        Assert.True(town.Catalogue.Areas("cell", 2024).TryGet(out var cells, out _));
        Assert.All(drawings, drawing => Assert.Contains(drawing.HomeCell, cells.Codes));
        Assert.All(drawings, drawing => Assert.True(drawing.Tenure is "huur" or "koop" && drawing.Age is not null && drawing.Shape.Area > 10_000));
    }

    [Fact]
    public void Residents_of_every_level_are_98_000_and_secret_squares_are_missing_not_zero()
    {
        foreach (var level in new[] { "cell", "buurt", "wijk", "gemeente" })
        {
            Assert.True(town.Catalogue.Areas(level, 2024).TryGet(out var areas, out var reason), reason?.Detail);
            Assert.True(town.Catalogue.Values("aantal_inwoners", areas, 2024).TryGet(out var residents, out reason), reason?.Detail);
            var inTown = Enumerable.Range(0, areas.Codes.Length).Where(i => level == "cell" || areas.Codes[i][2..6] == "9901").ToArray();
            Assert.Equal(98_000, inTown.Where(i => residents.Missing[i] == MissingReason.Present).Sum(i => residents.Values[i]));
            Assert.Equal(level == "cell", inTown.Any(i => residents.Missing[i] == MissingReason.Secret));
        }
    }

    [Fact]
    public void The_scale_profile_recovers_the_planted_variances_within_their_intervals()
    {
        foreach (var planted in town.Truth.Profiles)
        {
            // Litter is sparse, so that moments are the headline; they give no interval of a variance, REML does.
            var profile = Profile(planted.Indicator, ScaleEstimator.Reml);
            Assert.All(planted.Variance, level =>
            {
                var found = profile.Levels.Single(row => row.Level == level.Key);
                Assert.InRange(level.Value, found.VarianceLow.Value!.Value, found.VarianceHigh.Value ?? double.MaxValue);
            });
        }
    }

    [Fact]
    public void The_headline_ranges_hold_the_planted_shares()
    {
        foreach (var planted in town.Truth.Profiles)
        {
            var total = planted.Variance.Sum(level => level.Value);
            var profile = Profile(planted.Indicator, ScaleEstimator.Automatic);
            Assert.All(planted.Variance, level =>
            {
                var found = profile.Levels.Single(row => row.Level == level.Key);
                Assert.InRange(level.Value / total, found.Low.Value!.Value, found.High.Value!.Value);
            });
        }
    }

    [Fact]
    public void Bicycle_wrecks_are_mostly_chance() => Assert.True(Profile(town.Truth.NoiseIndicator, ScaleEstimator.Automatic).Noise.Dominates);

    [Fact]
    public void The_buurten_of_the_cluster_have_two_and_a_half_times_the_thefts_of_their_gemeenten()
    {
        var buurten = Picture(new StudyQuestion(town.Truth.Cluster.Indicator), ScaleEstimator.Automatic).Levels.Single(level => level.Level.Id == "buurt");
        var inside = Enumerable.Range(0, buurten.Codes.Length).ToLookup(i => town.Truth.Cluster.Ids.Contains(buurten.Codes[i]));

        Assert.Equal(5, inside[true].Count());
        Assert.Equal(town.Truth.Cluster.RelativeRisk, Rate(inside[true]) / Rate(inside[false].Where(i => !double.IsNaN(buurten.Rates[i]))), tolerance: 0.2);

        double Rate(IEnumerable<int> members) => members.Sum(i => buurten.Rates[i] * buurten.Denominators[i]) / members.Sum(i => buurten.Denominators[i]);
    }

    private ScaleProfileResult Profile(string indicator, ScaleEstimator estimator) => Picture(new StudyQuestion(indicator), estimator).Profile;

    private ScalePicture Picture(StudyQuestion question, ScaleEstimator estimator)
    {
        Assert.True(ScaleStudy.Run(town.Catalogue, question, new ScaleProfileOptions { Estimator = estimator }).TryGet(out var picture, out var reason), reason?.Detail);
        return picture;
    }
}
