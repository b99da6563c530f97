// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Storage;
using Schakel.Hosts.Tests.Cli;
using Schakel.Web.Atlas;
using Schakel.Workspace.Exports;
using Schakel.Workspace.Studies;

namespace Schakel.Hosts.Tests.Web;

/// <summary>A figure with too few people behind it leaves through no door: page, map, panel, evidence, report, API, OGC and file.</summary>
public sealed class WithholdingTests : IClassFixture<DemoTown>, IDisposable
{
    private const string Word = "te weinig mensen om te tonen", Question = "cijfer=fietsdiefstal&jaar=2024&plek=GM9901";

    private readonly ServedSite site;
    private readonly StudyLevel buurten;
    private readonly int small;

    // Where chance explains everything, every area has the same estimate and range, which is no secret.
    private readonly double mean;

    private readonly DemoTown town;

    public WithholdingTests(DemoTown town)
    {
        this.town = town;
        Assert.True(CatalogueFolder.Open(town.Catalogue).TryGet(out var catalogue, out var reason), reason?.Detail);
        site = new ServedSite(new Outcome<IGround>(new CatalogueGround(catalogue, town.Catalogue)));
        Assert.True(ScaleStudy.Run(catalogue, new StudyQuestion("fietsdiefstal") { Year = 2024, Within = "GM9901" }, new ScaleProfileOptions()).TryGet(out var picture, out reason), reason?.Detail);
        mean = picture.Profile.Mean;
        buurten = picture.Levels.Single(level => level.Level.Id == "buurt");
        var withheld = WithheldAreas.Of(catalogue, picture.Indicator, 2024)["buurt"];
        small = Array.FindIndex(buurten.Codes, withheld.Contains);
        Assert.True(small >= 0 && buurten.Rates[small] > 0, "The town has no small buurt with a figure any more.");
    }

    public void Dispose() => site.Dispose();

    private string Code => buurten.Codes[small];

    [Fact]
    public async Task The_table_of_the_atlas_has_the_word_instead_of_the_number()
    {
        var page = await Get($"/kaart?{Question}&schaal=buurt");

        Assert.Equal(Word, RowOf(page)[^1]);
        NowhereIn(page);
    }

    [Fact]
    public async Task The_panel_says_why_there_is_no_figure()
    {
        var panel = Words(await Get($"/kaart/gebied?{Question}&schaal=buurt&gebied={Code}"));

        Assert.Contains("het gaat om te weinig mensen of gevallen, of een ander klein cijfer zou te herleiden zijn", panel, StringComparison.Ordinal);
        Assert.DoesNotContain("Waargenomen", panel, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_map_gets_a_cross_and_no_shade()
    {
        var json = await Get($"/kaart/beeld.json?{Question}");

        var level = JsonDocument.Parse(json).RootElement.GetProperty("buurt");
        var at = level.GetProperty("codes").EnumerateArray().Select(code => code.GetString()).ToList().IndexOf(Code);
        Assert.Equal('x', level.GetProperty("signs").GetString()![at]);
        NowhereIn(json);
    }

    [Fact]
    public async Task The_evidence_draws_it_hidden_and_lists_it_with_the_word()
    {
        var page = await Get($"/schaalbeeld?{Question}");

        Assert.Equal(Word, RowOf(page)[0]);
        Assert.Matches($"<path class=\"area area-hidden[^\"]*\" data-code=\"{Code}\"", page);
        NowhereIn(page);
    }

    [Fact]
    public async Task The_report_has_the_word_on_screen_and_on_paper()
    {
        var html = await Get($"/schaalbeeld/verslag.html?{Question}");

        Assert.Equal(Word, RowOf(html)[0]);
        NowhereIn(html);
        Assert.SkipUnless(File.Exists("/usr/bin/chromium") && Paper.CanBeRead, "Chromium or pdftotext is not here: apt-get install chromium poppler-utils.");
        var paper = await Paper.Text(await site.Client.GetByteArrayAsync(new Uri($"/schaalbeeld/verslag.pdf?{Question}", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains($"{buurten.Names[small]} {Word}", Regex.Replace(paper, @"\s+", " "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_the_shell_is_as_careful_as_the_page()
    {
        using var folder = new TestFolder();
        var file = folder.Find("v.html");

        var ended = await Cli.Schakel.Run("analyse", "--catalogue", town.Catalogue, "--indicator", "fietsdiefstal", "--year", "2024", "--gemeente", "GM9901", "--html", file);

        Assert.True(ended.ExitCode == 0, ended.Errors);
        var html = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(Word, RowOf(html)[0]);
        NowhereIn(html);
    }

    [Fact]
    public async Task Programs_get_no_number_either()
    {
        var areas = await Get("/api/v1/scale-picture/areas?indicator=fietsdiefstal&year=2024&within=GM9901&level=buurt");
        var features = await Get("/ogc/v1/collections/fietsdiefstal.buurt.2024/items?f=json&limit=1000");
        var picture = await Get("/api/v1/scale-picture?indicator=fietsdiefstal&year=2024&within=GM9901");

        var area = JsonDocument.Parse(areas).RootElement.GetProperty("areas").EnumerateArray().Single(area => area.GetProperty("id").GetString() == Code);
        Assert.True(area.GetProperty("withheld").GetBoolean());
        Assert.All(["observed", "estimate", "low", "high"], member => Assert.Equal(JsonValueKind.Null, area.GetProperty(member).ValueKind));
        var feature = JsonDocument.Parse(features).RootElement.GetProperty("features").EnumerateArray().Select(one => one.GetProperty("properties")).Single(one => one.GetProperty("code").GetString() == Code);
        Assert.Equal("withheld", feature.GetProperty("missing").GetString());
        Assert.All(new[] { areas, features, picture }, NowhereIn);
    }

    [Fact]
    public async Task A_file_holds_the_reason_instead_of_the_number()
    {
        using var package = new System.IO.Compression.ZipArchive(new MemoryStream(await site.Client.GetByteArrayAsync(new Uri($"/meenemen/csv?{Question}&schaal=buurt", UriKind.Relative), TestContext.Current.CancellationToken)));
        foreach (var entry in package.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            NowhereIn(text);
            if (text.Split('\n').FirstOrDefault(line => line.StartsWith(Code, StringComparison.Ordinal)) is { } row)
                Assert.Contains("achtergehouden", row, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_place_that_is_itself_too_small_gets_no_picture()
    {
        foreach (var door in new[] { "/kaart", "/schaalbeeld", "/schaalbeeld/verslag.html", "/api/v1/scale-picture" })
        {
            var question = door.StartsWith("/api", StringComparison.Ordinal) ? $"indicator=containers&year=2024&within={SmallPlace()}" : $"cijfer=containers&jaar=2024&plek={SmallPlace()}";
            using var answer = await Answer($"{door}?{question}");

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
    }

    /// <summary>A gemeente whose own figure is withheld.</summary>
    private string SmallPlace()
    {
        Assert.True(CatalogueFolder.Open(town.Catalogue).TryGet(out var catalogue, out _));
        return WithheldAreas.Of(catalogue, catalogue.Find("containers")!, 2024)["gemeente"].Order(StringComparer.Ordinal).First();
    }

    /// <summary>The exact numbers of the small area; a page that has them in any form that a program reads fails here.</summary>
    private void NowhereIn(string text)
    {
        foreach (var column in new[] { buurten.Rates, buurten.Estimates, buurten.Lows, buurten.Highs })
            if (column[small] is > 0 and var number && column.Count(other => other == number) == 1 && number != mean)
                Assert.DoesNotContain(number.ToString("R", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
    }

    private string[] RowOf(string page)
    {
        var name = Regex.Escape(WebUtility.HtmlEncode(buurten.Names[small]));
        var row = Regex.Matches(page, @"<tr\b.*?</tr>", RegexOptions.Singleline).Select(match => match.Value).First(row => row.Contains($"data-code=\"{Code}\"", StringComparison.Ordinal) || Regex.IsMatch(row, $">{name}<"));
        return [.. Regex.Matches(row, "<td[^>]*>(.*?)</td>", RegexOptions.Singleline).Select(cell => Words(cell.Groups[1].Value).Trim())];
    }

    private static string Words(string html) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", " ")), @"\s+", " ");

    private async Task<string> Get(string address)
    {
        using var answer = await Answer(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    // A page that is not ready after its patience says so and is asked again.
    private async Task<HttpResponseMessage> Answer(string address)
    {
        for (; ; )
        {
            var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.Accepted)
                return answer;
            answer.Dispose();
        }
    }
}
