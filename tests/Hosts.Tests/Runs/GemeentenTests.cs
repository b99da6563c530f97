// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Storage;
using Schakel.Hosts.Tests.Web;
using Schakel.Voorbeeldstad;
using Schakel.Web.Atlas;
using Schakel.Workspace.Studies;

namespace Schakel.Hosts.Tests.Runs;

/// <summary>The same question in every gemeente of the demo town and its neighbours, over HTTP.</summary>
public sealed class GemeentenTests : IClassFixture<GemeentenTests.ImportedTown>, IDisposable
{
    private readonly ImportedTown town;
    private readonly string runs = Path.Combine(Path.GetTempPath(), $"schakel runs {Guid.NewGuid():N}");
    private readonly ServedSite site;

    public GemeentenTests(ImportedTown town)
    {
        this.town = town;
        site = new ServedSite(new Outcome<IGround>(new CatalogueGround(town.Catalogue, "stad.catalogue")), ("Schakel:Runs:Off", "false"), ("Schakel:Runs:Folder", runs));
    }

    public void Dispose()
    {
        site.Dispose();
        if (Directory.Exists(runs))
            Directory.Delete(runs, recursive: true);
    }

    [Fact]
    public async Task The_answer_in_each_gemeente_is_that_of_the_single_question()
    {
        var result = await Done("eenzaamheid");

        using var json = JsonDocument.Parse(result);
        var gemeenten = json.RootElement.GetProperty("gemeenten").EnumerateArray().ToArray();
        Assert.True(gemeenten.Length >= 2);
        Assert.Equal(gemeenten.Select(each => each.GetProperty("code").GetString()).Order(StringComparer.Ordinal), gemeenten.Select(each => each.GetProperty("code").GetString()));
        foreach (var gemeente in gemeenten)
        {
            var question = new StudyQuestion("eenzaamheid") { Within = gemeente.GetProperty("code").GetString(), Year = json.RootElement.GetProperty("year").GetInt32() };
            if (!ScaleStudy.Run(town.Catalogue, question, new ScaleProfileOptions()).TryGet(out var picture, out var reason))
            {
                Assert.Equal(reason.Code, gemeente.GetProperty("why").GetProperty("code").GetString());
                continue;
            }

            Assert.Equal(
                picture.Profile.Levels.Select(level => (level.Level, level.Share.Value, level.Low.Value)),
                gemeente.GetProperty("levels").EnumerateArray().Select(level => (level.GetProperty("level").GetString()!, Number(level, "share"), Number(level, "low"))));
        }
    }

    [Fact]
    public async Task Asking_again_gives_the_same_run_and_the_same_bytes()
    {
        var first = await Done("schulden");
        using var again = await site.Client.PostAsJsonAsync("/api/v1/runs", new { kind = "gemeente-profiles", indicator = "schulden" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(first, await Done("schulden"));
    }

    [Fact]
    public async Task The_page_ends_with_a_table_by_name_and_no_ranking()
    {
        await Done("zwerfafval");

        var page = await site.Client.GetStringAsync("/gemeenten?cijfer=zwerfafval", TestContext.Current.CancellationToken);

        Assert.Contains("<caption", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Nevenstad", StringComparison.Ordinal) < page.IndexOf("Voorbeeldstad", page.IndexOf("<caption", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.DoesNotContain("<progress", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_stop_a_run()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/gemeenten/stop?cijfer=zwerfafval");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var refused = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("nonsense", 400)]
    [InlineData("""{"kind":"gemeente-profiles","indicator":"niets"}""", 422)]
    [InlineData("""{"kind":"alchemy","indicator":"schulden"}""", 422)]
    public async Task What_cannot_be_asked_is_refused_in_words(string body, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await site.Client.PostAsync("/api/v1/runs", content, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("GET", "/api/v1/runs/abc")]
    [InlineData("GET", "/api/v1/runs/abc/result")]
    [InlineData("DELETE", "/api/v1/runs/..%2F..%2Fetc")]
    public async Task A_run_that_is_not_there_is_not_found(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<byte[]> Done(string indicator)
    {
        using var asked = await site.Client.PostAsJsonAsync("/api/v1/runs", new { kind = "gemeente-profiles", indicator }, TestContext.Current.CancellationToken);
        Assert.True(asked.IsSuccessStatusCode, await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var key = (await asked.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("key").GetString();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        while (true)
        {
            var run = await site.Client.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{key}", patience.Token);
            Assert.NotEqual("failed", run.GetProperty("state").GetString());
            if (run.GetProperty("state").GetString() == "done")
                return await site.Client.GetByteArrayAsync(run.GetProperty("result").GetString(), patience.Token);
            await Task.Delay(20, patience.Token);
        }
    }

    private static double? Number(JsonElement level, string member) => level.GetProperty(member) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    /// <summary>Voorbeeldstad, imported once for all of these tests.</summary>
    public sealed class ImportedTown : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("schakel stad ").FullName;

        public ImportedTown()
        {
            var files = Path.Combine(folder, "downloads");
            Town.Write(files, seed: 2009);
            Assert.True(CatalogueImport.Run([files], Path.Combine(folder, "catalogue"), null, TestContext.Current.CancellationToken).TryGet(out _, out var reason), reason?.Detail);
            Assert.True(CatalogueFolder.Open(Path.Combine(folder, "catalogue")).TryGet(out var catalogue, out _));
            Catalogue = catalogue;
        }

        internal CatalogueFolder Catalogue { get; }

        public void Dispose()
        {
            Catalogue.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
