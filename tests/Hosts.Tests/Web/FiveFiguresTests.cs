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
using Schakel.Workspace.Texts;

namespace Schakel.Hosts.Tests.Web;

/// <summary>One figure of each part, read from the four doors: the screen, the shell, the API and the paper for the council.</summary>
public sealed class FiveFiguresTests(DemoTown town) : IClassFixture<DemoTown>
{
    [Theory]
    [InlineData("zwerfafval", "GM9901")]
    [InlineData("schulden", "GM9901,GM9902,GM9903")]
    public async Task Five_figures_are_the_same_on_screen_in_the_shell_in_the_api_and_on_paper(string indicator, string within)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium") && Paper.CanBeRead, "Chromium or pdftotext is not here: apt-get install chromium poppler-utils.");
        Assert.True(CatalogueFolder.Open(town.Catalogue).TryGet(out var catalogue, out var reason), reason?.Detail);
        using var site = new ServedSite(new Outcome<IGround>(new CatalogueGround(catalogue, town.Catalogue)));
        var shell = (await Cli.Schakel.Run("analyse", "--catalogue", town.Catalogue, "--indicator", indicator, "--gemeente", within, "--json")).Json;
        var page = WebUtility.HtmlDecode(await Get(site, $"/schaalbeeld?cijfer={indicator}&plek={within}"));
        using var api = JsonDocument.Parse(await Get(site, $"/api/v1/evidence?indicator={indicator}&within={within}"));
        var paper = Plain(await Paper.Text(await site.Client.GetByteArrayAsync(new Uri($"/schaalbeeld/verslag.pdf?cijfer={indicator}&plek={within}", UriKind.Relative), TestContext.Current.CancellationToken)));

        Assert.Equal(shell.GetProperty("key").GetString(), api.RootElement.GetProperty("key").GetString());
        foreach (var (part, what) in new (string, Func<JsonElement, double?[]>)[]
        {
            ("profile", answer => Numbers(First(answer.GetProperty("profile").GetProperty("levels"), level => Text(level, "level") == "buurt" && Number(level, "share") is not null), "share", "low", "high")),
            ("reach", answer => Numbers(First((answer.GetProperty("reachNextYear") is { ValueKind: JsonValueKind.Object } later ? later : answer.GetProperty("reach")).GetProperty("levels"), level => Text(level, "level") == "wijk" && Number(level, "budgetShare") == 0.2), "honestReach", "reach")),
            ("borders", answer => Numbers(answer.GetProperty("robustness").GetProperty("official"), "etaSquared")),
            ("composition", answer => answer.GetProperty("composition") is not { ValueKind: JsonValueKind.Object } found ? [] : Numbers(found.TryGetProperty("adjusted", out var adjusted) ? adjusted : found, "pcv")),
        })
        {
            var numbers = what(shell);
            Assert.Equal(numbers, what(api.RootElement));
            Assert.All(numbers, number => Assert.NotNull(number));
            // This town does not say of squares who lives there.
            if (numbers.Length == 0)
                continue;
            // The row of the table that holds the exact numbers; its words stand on paper in the same order.
            var section = Regex.Match(page, $"<section[^>]* id=\"{part}\".*?</section>", RegexOptions.Singleline).Value;
            var row = Regex.Matches(section, "<tr\\b.*?</tr>", RegexOptions.Singleline).Select(match => match.Value)
                .FirstOrDefault(row => numbers.All(number => row.Contains($"<data value=\"{number!.Value.ToString("R", CultureInfo.InvariantCulture)}\"", StringComparison.Ordinal)));
            Assert.True(row is not null, $"{part}: {string.Join(", ", numbers)} is in no row of {section}");
            var cells = Regex.Matches(row, "<data[^>]*>([^<]*)</data>").Select(cell => Plain(cell.Groups[1].Value).Trim()).ToArray();
            var head = Plain(Regex.Match(row, "<th[^>]*>(.*?)</th>", RegexOptions.Singleline).Groups[1].Value).Trim();
            Assert.True(Regex.IsMatch(Dense(paper), Regex.Escape(Dense(head)) + ".{0,40}?" + string.Join(".{0,20}?", cells.Select(cell => Regex.Escape(Dense(cell))))), $"{part}: '{head} … {string.Join(" … ", cells)}' is not on paper.");
        }

        // The scale borders aside is told in words: rounded as people speak, and the same on both.
        var half = Number(shell.GetProperty("bespoke"), "k50");
        Assert.Equal(half, Number(api.RootElement.GetProperty("bespoke"), "k50"));
        if (half is { } people)
        {
            var spoken = EvidenceTexts.In(Language.Dutch).About(people);
            Assert.Contains(spoken, Plain(Regex.Match(page, "<section[^>]* id=\"bespoke\".*?</section>", RegexOptions.Singleline).Value), StringComparison.Ordinal);
            Assert.Contains(Dense(spoken), Dense(paper), StringComparison.Ordinal);
        }
    }

    private static string Plain(string text) => Regex.Replace(Regex.Replace(text, "<[^>]+>", " "), @"\s+", " ");

    // A reader of PDF sees "4 %" and "4%" alike: the space in it is narrow.
    private static string Dense(string text) => Regex.Replace(text, @"\s+", "");

    private static JsonElement First(JsonElement rows, Func<JsonElement, bool> condition) => rows.EnumerateArray().First(condition);

    private static double?[] Numbers(JsonElement of, params string[] names) => Array.ConvertAll(names, name => Number(of, name));

    private static double? Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static async Task<string> Get(ServedSite site, string address)
    {
        for (; ; )
        {
            using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable)
                continue;
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }
}
