// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Hosts.Tests.Cli;
using Schakel.Web.Atlas;

namespace Schakel.Hosts.Tests.Web;

/// <summary>The evidence page: the right answer in words, the same figures as the shell, and no more than a phone can carry.</summary>
public sealed partial class EvidencePageTests : IClassFixture<DemoTown>, IDisposable
{
    private const int MostBytes = 200_000;

    private readonly ServedSite site;

    public EvidencePageTests(DemoTown town)
    {
        Assert.True(CatalogueFolder.Open(town.Catalogue).TryGet(out var catalogue, out var reason), reason?.Detail);
        site = new ServedSite(new Outcome<IGround>(new CatalogueGround(catalogue, town.Catalogue)));
    }

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("cijfer=zwerfafval&plek=GM9901", "Het verschil in meldingen van zwerfafval zit vooral tussen losse plekken.", "Werk per plek bereikt met een vijfde van de inwoners ongeveer 8 van de 10 gevallen, per wijk ongeveer 3 van de 10.")]
    [InlineData("cijfer=eenzaamheid", "Het verschil in aandeel eenzame inwoners zit waarschijnlijk vooral tussen wijken.", "")]
    [InlineData("cijfer=schulden", "Het verschil in aandeel huishoudens met schulden zit waarschijnlijk vooral tussen gemeenten.", "Veel ervan hangt samen met wie er woont.")]
    [InlineData("cijfer=schulden&plek=GM9901", "Tussen buurten in Voorbeeldstad is het verschil in aandeel huishoudens met schulden vooral toeval. Het echte verschil zit waarschijnlijk tussen gemeenten.", "Veel ervan hangt samen met wie er woont.")]
    [InlineData("cijfer=fietswrakken&plek=GM9901", "Verschillen in fietswrakken tussen buurten zijn hier vooral toeval. Vergelijk buurten niet met elkaar.", "")]
    [InlineData("cijfer=fietsdiefstal&plek=GM9901,GM9902", "Eén plek valt duidelijk op, over de grens van wijken heen.", "Plek 1 ligt in Voorbeeldstad en Nevenstad. Doe dit dus samen.")]
    public async Task Each_question_of_the_town_gets_its_planted_answer(string question, params string[] sentences)
    {
        var words = WordsOf(await Page(question));

        Assert.All(sentences, sentence => Assert.Contains(sentence, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pure_chance_offers_no_list_and_no_choice()
    {
        var page = await Page("cijfer=fietswrakken&plek=GM9901");

        var words = WordsOf(page);
        Assert.Contains("Maak er geen lijst van.", words, StringComparison.Ordinal);
        Assert.Contains("Kiezen helpt hier bijna niet", words, StringComparison.Ordinal);
        Assert.DoesNotContain("erboven", words, StringComparison.Ordinal);
        Assert.DoesNotContain("vallen duidelijk op", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cijfer=zwerfafval&plek=GM9901")]
    [InlineData("cijfer=eenzaamheid&plek=GM9901")]
    [InlineData("cijfer=schulden")]
    public async Task The_command_under_a_table_gives_the_very_numbers_of_that_table(string question)
    {
        var page = await Page(question);

        var profile = await Run(page, "profile");
        var levels = profile.GetProperty("levels").EnumerateArray().Where(level => level.GetProperty("share").ValueKind == JsonValueKind.Number).ToArray();
        Assert.NotEmpty(levels);
        Same(page, "profile", levels.SelectMany(level => new[] { Number(level, "share"), Number(level, "low"), Number(level, "high") }));

        var reach = await Run(page, "reach");
        Same(page, "reach", reach.GetProperty("levels").EnumerateArray().SelectMany(row => new[] { Number(row, "honestReach"), Number(row, "reach"), Number(row, "missed") }));

        var borders = await Run(page, "borders");
        Same(page, "borders", [Number(borders.GetProperty("official"), "etaSquared"), .. borders.GetProperty("scales").EnumerateArray().SelectMany(scale => new[] { Number(scale, "mean"), Number(scale, "low"), Number(scale, "high") })]);

        var clusters = await Run(page, "clusters");
        Same(page, "clusters", clusters.GetProperty("clusters").EnumerateArray().Where(cluster => Number(cluster, "p") <= 0.05 && Number(cluster, "population") >= 100)
            .SelectMany(cluster => new[] { Number(cluster, "cases"), Number(cluster, "expected"), Number(cluster, "p") }));
    }

    [Fact]
    public async Task The_command_at_the_foot_gives_the_key_of_the_page()
    {
        var page = await Page("cijfer=schulden&plek=GM9901");

        Assert.Equal((await Run(page, "whole")).GetProperty("key").GetString(), Regex.Match(page, "data-key>([0-9a-f]{64})<").Groups[1].Value);
    }

    [Theory]
    [InlineData("cijfer=zwerfafval&plek=GM9901")]
    [InlineData("cijfer=eenzaamheid")]
    [InlineData("cijfer=schulden&taal=en")]
    public async Task A_page_is_at_most_two_hundred_thousand_bytes_map_included(string question) =>
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(await Page(question)), 20_000, MostBytes);

    [Theory]
    [InlineData("budget=0")]
    [InlineData("budget=x")]
    [InlineData("budget=51")]
    [InlineData("zones=1")]
    [InlineData("zones=100000")]
    [InlineData("plek=GM9901,GM0000")]
    [InlineData("plek=GM9901,WK990201")]
    [InlineData("plek=,")]
    [InlineData("per=straat")]
    [InlineData("kies=alles")]
    [InlineData("kies=cijfer")]
    [InlineData("kies=cijfer&van=1e999&tot=3")]
    [InlineData("kies=grenzen&van=NaN&tot=3")]
    public async Task A_question_that_cannot_be_is_answered_with_what_would_be_right(string wrong)
    {
        using var answer = await site.Client.GetAsync(new Uri("/schaalbeeld?cijfer=schulden&" + wrong, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Matches("Goed is|Wel geladen", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_places_and_two_years_stand_beside_each_other_without_a_winner()
    {
        var words = WordsOf(await Page("cijfer=eenzaamheid&plek=GM9901&jaar=2024&plek2=GM9902&jaar2=2022", "/schaalbeeld/naast"));

        Assert.Contains("Voorbeeldstad, 2024", words, StringComparison.Ordinal);
        Assert.Contains("Nevenstad, 2022", words, StringComparison.Ordinal);
        Assert.Contains("Vergelijk de bandbreedtes, niet de schattingen.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_area_with_too_few_people_no_part_tells_whether_it_is_high()
    {
        var page = await Page("cijfer=zwerfafval&plek=GM9901&budget=50");

        var rows = Regex.Matches(WebUtility.HtmlDecode(page), "<tr data-code=\"BU[^>]*>.*?</tr>", RegexOptions.Singleline).Select(match => match.Value).ToArray();
        var withheld = rows.Where(row => !Regex.IsMatch(row, "<td>[0-9]")).ToArray();
        Assert.NotEmpty(withheld);
        Assert.All(withheld.Where(row => !row.Contains("geen cijfer", StringComparison.Ordinal)), row => Assert.DoesNotMatch("<td>(ja|hoog, niet gekozen|[0-9]+ van de 10)</td>", row));
    }

    [Fact]
    public async Task Beside_each_other_the_page_says_when_the_ladders_differ_and_only_then()
    {
        var other = WordsOf(await Page("cijfer=eenzaamheid&plek=GM9901&plek2=GM9903", "/schaalbeeld/naast"));
        var alike = WordsOf(await Page("cijfer=eenzaamheid&plek=GM9901&jaar=2024&plek2=GM9901&jaar2=2023", "/schaalbeeld/naast"));

        Assert.Contains("De ladders verschillen. Wat er tussen wijken zit, is alleen te zien in Voorbeeldstad, 2024.", other, StringComparison.Ordinal);
        Assert.DoesNotContain("De ladders verschillen", alike, StringComparison.Ordinal);
        Assert.Contains("Voorbeeldstad, 2023", alike, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cijfer=zwerfafval&plek=GM9901", 9)]
    [InlineData("cijfer=eenzaamheid", 9)]
    [InlineData("cijfer=schulden&taal=en", 9)]
    [InlineData("cijfer=fietswrakken&plek=GM9901", 6)]
    public async Task Each_part_says_what_we_do_not_know_names_its_source_and_year_and_has_a_table_beside_each_chart(string question, int fewestTables)
    {
        var page = await Page(question);

        var parts = Regex.Matches(page, "<section class=\"part\" id=\"([a-z]+)\".*?</section>", RegexOptions.Singleline).Select(match => match.Value).ToArray();
        Assert.Equal(7, parts.Length);
        Assert.All(parts, part => Assert.Matches("<div class=\"part-unknown\"><h3 [^>]*>[^<]+</h3>\\s*<p>[^<]{20,}", part));
        Assert.All(parts, part => Assert.Matches("<p class=\"part-source\">[^<]*Voorbeeldstad[^<]*, 2024</p>", part));
        foreach (var part in parts.Where(part => part.Contains("class=\"rows", StringComparison.Ordinal) && !part.Contains("class=\"unknown\"", StringComparison.Ordinal)))
            Assert.Contains("<table>", part, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(page, "class=\"area-chart\""), Regex.Count(page, "(Toon de balken als tabel|Show the bars as a table)<"));
        Assert.InRange(Regex.Count(page, "<table>"), fewestTables - 2, 20);
    }

    [Fact]
    public async Task The_report_of_the_page_is_a_file_with_a_name()
    {
        await Page("cijfer=schulden&plek=GM9901");

        using var answer = await site.Client.GetAsync(new Uri("/schaalbeeld/verslag.html?cijfer=schulden&plek=GM9901", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("schaalbeeld-schulden-GM9901-2024.html", answer.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task Who_has_the_page_already_gets_it_no_second_time()
    {
        await Page("cijfer=schulden&plek=GM9901");
        using var first = await site.Client.GetAsync(new Uri("/schaalbeeld?cijfer=schulden&plek=GM9901", UriKind.Relative), TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/schaalbeeld?cijfer=schulden&plek=GM9901");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await site.Client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Other_budgets_and_borders_stand_in_the_address_and_in_the_command()
    {
        var page = await Page("cijfer=zwerfafval&plek=GM9901&budget=35&zones=9");

        Assert.Contains("werkt voor 35 % van de inwoners", WordsOf(page), StringComparison.Ordinal);
        Same(page, "reach", (await Run(page, "reach")).GetProperty("levels").EnumerateArray().SelectMany(row => new[] { Number(row, "honestReach"), Number(row, "reach"), Number(row, "missed") }));
        Assert.Equal(9, (await Run(page, "borders")).GetProperty("scales")[0].GetProperty("zones").GetInt32());
    }

    private async Task<string> Page(string question, string path = "/schaalbeeld")
    {
        for (var patience = 0; patience < 100; patience++)
        {
            using var answer = await site.Client.GetAsync(new Uri(path + "?" + question, UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            }
        }

        throw new TimeoutException("The evidence did not come.");
    }

    private static async Task<JsonElement> Run(string page, string part)
    {
        var command = WebUtility.HtmlDecode(Regex.Match(page, $"data-command=\"{part}\"[^>]*>([^<]+)<").Groups[1].Value);
        var words = Words().Matches(command).Select(word => word.Value.Trim('\'')).ToArray();
        Assert.Equal("schakel", words[0]);
        return (await Cli.Schakel.Run(words[1..])).Json;
    }

    // Every number of the table of a part, in any order.
    private static void Same(string page, string part, IEnumerable<double> numbers)
    {
        var section = Regex.Match(page, $"<section class=\"part\" id=\"{part}\".*?</section>", RegexOptions.Singleline).Value;
        var shown = Regex.Matches(section, "<data value=\"([^\"]+)\"").Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Order().ToArray();
        var wanted = numbers.Where(double.IsFinite).Order().ToArray();
        Assert.All(wanted, number => Assert.Contains(number, shown));
        Assert.True(shown.Length >= wanted.Length, $"{part}: {shown.Length} of {wanted.Length}");
    }

    private static double Number(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN;

    private static string WordsOf(string page) =>
        Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(page, "<[^>]+>", "")), @"\s+", " ").Replace('\u00A0', ' ');

    [GeneratedRegex(@"'[^']*'|\S+")]
    private static partial Regex Words();
}
