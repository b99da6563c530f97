// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Evidence.Words;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Tests.Voorbeeldstad;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Tests.Evidence;

/// <summary>The evidence on the demo town: whole, in words that hold for every figure, and honest about its edge.</summary>
public sealed class EvidenceStudyTests(ImportedTown town) : IClassFixture<ImportedTown>
{
    private const int LongestSentence = 34;

    private static readonly string[] avoided = ["hotspot", "score op", "probleemwijk", "achterstand", "ranglijst van", "NaN", "∞", "{", "}"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Both_languages_have_the_same_sentences_with_the_same_holes()
    {
        var (dutch, english) = (EvidenceTexts.In(Language.Dutch), EvidenceTexts.In(Language.English));

        Assert.Equal(dutch.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(dutch.Keys, key => Assert.Equal(Holes(dutch[key]), Holes(english[key])));
    }

    [Fact]
    public void Every_figure_of_the_town_is_told_or_refused_everywhere_in_whole_sentences()
    {
        var told = 0;
        foreach (var indicator in town.Catalogue.Indicators.Where(indicator => indicator.Years.Count > 0))
        {
            foreach (var place in new[] { "GM9901", "WK990101" })
            {
                if (!EvidenceStudy.Run(town.Catalogue, new StudyQuestion(indicator.Id) { Within = place }, cancel: Cancel).TryGet(out var findings, out var reason))
                {
                    Assert.NotEmpty(reason.Code);
                    continue;
                }

                told++;
                foreach (var language in new[] { Language.Dutch, Language.English })
                {
                    var words = EvidenceWords.Of(findings, language);
                    Assert.NotEmpty(words.Opening);
                    Assert.All(words.Opening.Concat(words.Parts.SelectMany(part => part.Claims.Concat(part.Unknown))), sentence => Check(sentence, $"{indicator.Id} {place} {language}"));
                    Assert.All(words.Parts, part => Assert.True(part.Claims.Count > 0, $"{indicator.Id} {place}: {part.Id} neither answers nor says why."));
                }
            }
        }

        Assert.True(told > 20, $"Only {told} questions were told.");
    }

    [Fact]
    public void A_town_whose_neighbours_are_loaded_sees_over_its_border_and_one_alone_does_not()
    {
        var among = Find("eenzaamheid", "GM9901").Edge;
        var alone = Find("zwerfafval", "GM9901").Edge;

        Assert.InRange(among.SeenShare, 0.8, 1);
        Assert.Contains(("GM9902", "Nevenstad"), among.Neighbours);
        Assert.Equal(0, alone.SeenShare);
        Assert.Empty(alone.Neighbours);
    }

    [Fact]
    public void The_order_of_places_and_an_unnamed_year_make_no_other_question()
    {
        var one = Find("schulden", "GM9901,GM9902");
        Assert.True(EvidenceStudy.Run(town.Catalogue, new StudyQuestion("schulden") { Within = "GM9902, GM9901", Year = one.Picture.Year }, cancel: Cancel).TryGet(out var other, out _));

        Assert.Equal(one.Key, other.Key);
        Assert.Equal(one.Picture.Profile.Levels.Select(level => level.Share.Value), other.Picture.Profile.Levels.Select(level => level.Share.Value));
    }

    [Fact]
    public void Figures_that_a_reader_names_hold_composition_equal()
    {
        Assert.True(EvidenceStudy.Run(town.Catalogue, new StudyQuestion("schulden"), new EvidenceOptions { Covariates = ["huishoudensgrootte"] }, Cancel).TryGet(out var named, out var reason), reason?.Detail);
        Assert.True(named.Composition.TryGet(out var composition, out reason), reason?.Detail);

        Assert.Equal(["huishoudensgrootte"], composition.Covariates);
        Assert.False(EvidenceStudy.Run(town.Catalogue, new StudyQuestion("schulden"), new EvidenceOptions { Covariates = ["bestaat_niet"] }, Cancel).TryGet(out _, out reason));
        Assert.Equal("no-such-indicator", reason.Code);
    }

    [Fact]
    public void A_cluster_of_few_people_is_found_and_not_shown()
    {
        Assert.True(Find("zwerfafval", "GM9901").Scan.TryGet(out var scan, out _));

        Assert.All(scan.Shown, shown => Assert.True(shown.Cluster.Population.Value >= ScanFinding.FewestPeople));
        Assert.Equal(Enumerable.Range(1, scan.Shown.Count()), scan.Shown.Select(shown => shown.Number));
    }

    [Fact]
    public void Who_stops_gets_no_half_answer()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => EvidenceStudy.Run(town.Catalogue, new StudyQuestion("schulden"), cancel: stopped.Token));
    }

    private Findings Find(string indicator, string place)
    {
        Assert.True(EvidenceStudy.Run(town.Catalogue, new StudyQuestion(indicator) { Within = place }, cancel: Cancel).TryGet(out var findings, out var reason), reason?.Detail);
        return findings;
    }

    private static void Check(string sentence, string where)
    {
        Assert.True(sentence.Length > 0 && ".?!)".Contains(sentence.TrimEnd('*')[^1], StringComparison.Ordinal), $"{where}: '{sentence}' does not end.");
        Assert.True(sentence.Count(letter => letter == '*') % 2 == 0, $"{where}: '{sentence}' leaves a * open.");
        Assert.All(avoided, word => Assert.DoesNotContain(word, sentence, StringComparison.OrdinalIgnoreCase));
        Assert.All(sentence.Split(". "), part => Assert.True(part.Split(' ').Length <= LongestSentence, $"{where}: '{part}' is too long to read."));
    }

    private static string Holes(string text) => string.Concat(Regex.Matches(text, @"\{\d\}").Select(hole => hole.Value).Distinct().Order(StringComparer.Ordinal));
}
