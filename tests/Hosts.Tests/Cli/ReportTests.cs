// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The report as files: one HTML that needs nothing, a PDF that a screen reader can follow, and never half of the two.</summary>
public sealed class ReportTests(DemoTown town) : IClassFixture<DemoTown>, IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("nl", "Het verschil in aandeel huishoudens met schulden zit", "Wat weten we niet?", "Hoe rekenden we?")]
    [InlineData("en", "The difference in share of households in debt", "What do we not know?", "How did we reckon?")]
    public async Task The_html_report_is_one_file_that_asks_nothing_of_anybody(string language, params string[] words)
    {
        var file = folder.Find("verslag.html");

        var ended = await Schakel.Run("analyse", "--catalogue", town.Catalogue, "--indicator", "schulden", "--html", file, "--lang", language, "--json");

        var key = ended.Json.GetProperty("key").GetString()!;
        var html = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(key, html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        var text = Regex.Replace(System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<style>.*?</style>|<[^>]+>", "", RegexOptions.Singleline)), @"\s+", " ");
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(src|href)=""(?!data:|#)", html);
        Assert.DoesNotMatch(@"url\((?!data:|#)", html);
        Assert.DoesNotContain("<form", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_question_gives_the_same_bytes()
    {
        var (one, two) = (folder.Find("een.html"), folder.Find("twee.html"));

        foreach (var file in new[] { one, two })
            Assert.Equal(0, (await Schakel.Run("analyse", "--catalogue", town.Catalogue, "--indicator", "zwerfafval", "--gemeente", "GM9901", "--html", file)).ExitCode);

        Assert.Equal(await File.ReadAllBytesAsync(one, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(two, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_pdf_is_tagged_speaks_its_language_and_carries_the_logo()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "Chromium is not here: apt-get install chromium.");
        var logo = folder.Write("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><script>alert(1)</script><rect width='10' height='10'/></svg>");
        var (html, pdf) = (folder.Find("v.html"), folder.Find("v.pdf"));

        var ended = await Schakel.Run("analyse", "--catalogue", town.Catalogue, "--indicator", "eenzaamheid", "--gemeente", "GM9901", "--html", html, "--pdf", pdf, "--logo", logo);

        Assert.True(ended.ExitCode == 0, ended.Errors);
        var paper = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf, TestContext.Current.CancellationToken));
        Assert.StartsWith("%PDF-", paper, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", paper, StringComparison.Ordinal);
        Assert.Contains("/Marked true", paper, StringComparison.Ordinal);
        Assert.Contains("/Lang (nl)", paper, StringComparison.Ordinal);
        Assert.Contains("/Outlines", paper, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/svg&#x2B;xml;base64,", (await File.ReadAllTextAsync(html, TestContext.Current.CancellationToken)).Replace("image/svg+xml", "image/svg&#x2B;xml", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_chromium_nothing_is_written_and_the_answer_says_what_to_do()
    {
        var (html, pdf) = (folder.Find("v.html"), folder.Find("v.pdf"));

        var ended = await Schakel.RunIn(folder.Path, [("SCHAKEL_CHROMIUM", folder.Find("nergens"))], "analyse", "--catalogue", town.Catalogue, "--indicator", "schulden", "--html", html, "--pdf", pdf, "--json");

        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("apt-get install chromium", ended.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "v.*"));
    }

    [Theory]
    [InlineData(3, "--html", "v.html", "--logo", "nergens.svg")]
    [InlineData(2, "--logo", "logo.svg")]
    [InlineData(2, "--html", "geen map/v.html")]
    [InlineData(2, "--pdf", ".")]
    public async Task A_report_that_cannot_be_is_refused_and_leaves_nothing(int exitCode, params string[] more)
    {
        var ended = await Schakel.RunIn(folder.Path, ["analyse", "--catalogue", town.Catalogue, "--indicator", "schulden", .. more, "--json"]);

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1500)]
    [InlineData(2500)]
    public async Task Ctrl_C_ends_with_130_and_leaves_no_file(int milliseconds)
    {
        var (html, pdf) = (folder.Find("v.html"), folder.Find("v.pdf"));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Schakel.Program, "analyse", "--catalogue", town.Catalogue, "--indicator", "zwerfafval", "--html", html, "--pdf", pdf, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        // Before the figures, between the two programs, or while it prints: wherever the moment falls, nothing half may be left.
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        Assert.False(process.HasExited, "It was done already: ask something larger.");
        AskToEnd.Interrupted(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(await output);
        Assert.DoesNotContain("   at ", await errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "v.*"));
    }
}
