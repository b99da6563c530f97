// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Hosts.Tests.Cli;
using Schakel.Hosts.Tests.Web;
using Schakel.Web.Api;
using Schakel.Web.Atlas;
using Schakel.Web.Texts;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Evidence.Stored;
using Schakel.Workspace.Evidence.Words;
using Schakel.Workspace.Runs;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Hosts.Tests.Runs;

/// <summary>The evidence on a question as a run: kept by its key, the same after a restart, made again when damaged, stopped and resumed.</summary>
public sealed class EvidenceRunTests(DemoTown town) : IClassFixture<DemoTown>, IDisposable
{
    private const string Question = "cijfer=schulden&jaar=2024&plek=GM9901";

    private readonly TestFolder folder = new();

    private string Runs => folder.Find("berekeningen");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("zwerfafval", "GM9901")]
    [InlineData("eenzaamheid", null)]
    [InlineData("schulden", "GM9901")]
    [InlineData("fietsdiefstal", "GM9901,GM9902")]
    [InlineData("huishoudensgrootte", "GM9901")]
    public void What_is_read_back_says_the_same_to_the_last_digit(string indicator, string? within)
    {
        var catalogue = Open();
        var question = new StudyQuestion(indicator) { Within = within };
        var work = new EvidenceRun(() => catalogue);
        Assert.True(work.Plan(EvidenceRun.Request(question)).TryGet(out var plan, out var reason), reason?.Detail);
        var bytes = Result(work, plan);
        var read = StoredFindings.Read(bytes);

        Assert.True(EvidenceStudy.Run(catalogue, question, cancel: TestContext.Current.CancellationToken).TryGet(out var findings, out reason) && PublicFindings.Of(catalogue, findings).TryGet(out findings, out reason), reason?.Detail);
        Assert.NotNull(read);
        Assert.Equal(plan.Key, findings.Key);
        foreach (var language in new[] { Language.Dutch, Language.English })
        {
            Assert.Equal(JsonSerializer.Serialize(EvidenceAnswer.Of(findings, ScreenTexts.In(language))), JsonSerializer.Serialize(EvidenceAnswer.Of(read, ScreenTexts.In(language))));
            Assert.Equal(JsonSerializer.Serialize(EvidenceWords.Of(findings, language)), JsonSerializer.Serialize(EvidenceWords.Of(read, language)));
        }

        Assert.Equal(bytes, Result(new EvidenceRun(() => Open()), plan));
    }

    [Fact]
    public void One_flipped_byte_is_noticed()
    {
        var catalogue = Open();
        var work = new EvidenceRun(() => catalogue);
        Assert.True(work.Plan(EvidenceRun.Request(new StudyQuestion("schulden") { Within = "GM9901" })).TryGet(out var plan, out _));
        var bytes = Result(work, plan);

        foreach (var place in new[] { 3, 40, bytes.Length / 2, bytes.Length - 1 })
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= 1;
            Assert.Null(StoredFindings.Read(damaged));
        }

        Assert.Null(StoredFindings.Read(bytes.AsSpan(..(bytes.Length / 2))));
        Assert.Null(StoredFindings.Read([]));
    }

    [Fact]
    public async Task A_restart_finds_the_same_bytes_and_a_damaged_file_is_made_again()
    {
        string page;
        using (var site = Site())
            page = await Page(site);
        var file = Assert.Single(Directory.GetFiles(Runs, "result", SearchOption.AllDirectories));
        var (bytes, written) = (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), File.GetLastWriteTimeUtc(file));
        Assert.Equal(Regex.Match(page, "data-key>([0-9a-f]{64})<").Groups[1].Value, Path.GetFileName(Path.GetDirectoryName(file)));

        using (var site = Site())
            Assert.Equal(page, await Page(site));
        Assert.Equal((bytes.Length, written), ((int)new FileInfo(file).Length, File.GetLastWriteTimeUtc(file)));

        await File.WriteAllBytesAsync(file, bytes[..^9], TestContext.Current.CancellationToken);
        using (var site = Site())
            Assert.Equal(page, await Page(site));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_run_that_was_stopped_says_so_after_a_restart_and_goes_on_when_asked()
    {
        Assert.True(new EvidenceRun(() => Open()).Plan(EvidenceRun.Request(new StudyQuestion("schulden") { Year = 2024, Within = "GM9901" })).TryGet(out var plan, out _));
        var stopped = new RunFolder(Runs);
        stopped.End(stopped.Create(EvidenceRun.Name, plan, DateTimeOffset.UnixEpoch), RunState.Cancelled, null, DateTimeOffset.UnixEpoch);
        using var site = Site();

        using var found = await site.Client.GetAsync(new Uri($"/schaalbeeld?{Question}", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, found.StatusCode);
        Assert.Contains("Het rekenen is gestopt.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);

        using var resumed = await Post(site, $"/schaalbeeld/verder?{Question}");
        Assert.Contains("Wie bereiken we?", await Page(site), StringComparison.Ordinal);
        Assert.Equal(RunState.Done, stopped.Find(plan.Key)!.State);
    }

    [Fact]
    public async Task Who_waits_sees_the_steps_by_name_and_can_stop()
    {
        var standing = new StandingRuns();
        using var site = new ServedSite(Ground(), services => services.RemoveAll<IRuns>().AddSingleton<IRuns>(standing));

        using var waiting = await site.Client.GetAsync(new Uri($"/schaalbeeld?{Question}", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await waiting.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, waiting.StatusCode);
        Assert.Contains("3 van de 11 stappen klaar. Nog ongeveer", page, StringComparison.Ordinal);
        Assert.Contains("Je kunt weggaan.", page, StringComparison.Ordinal);
        Assert.Matches(@"Waar zit het verschil\?</span><span class=""steps-state"">klaar<", page);
        Assert.Matches(@"Maakt de grens uit\?</span><span class=""steps-state"">bezig<", page);
        Assert.Matches(@"Wat ligt er om deze plek heen\?</span><span class=""steps-state"">wacht<", page);

        using var look = await site.Client.GetAsync(new Uri("/api/v1/evidence?indicator=schulden&year=2024&within=GM9901", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, look.StatusCode);
        Assert.EndsWith(new string('a', 64), look.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Null(look.Headers.ETag);
        Assert.Equal(1, standing.Asked);

        using var stop = await Post(site, $"/schaalbeeld/stop?{Question}");
        Assert.Contains("Het rekenen is gestopt.", await stop.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_gives_the_same_evidence_by_question_and_by_key()
    {
        using var site = Site();
        await Page(site);

        using var asked = await site.Client.GetAsync(new Uri("/api/v1/evidence?indicator=schulden&within=GM9901&lang=en", UriKind.Relative), TestContext.Current.CancellationToken);
        var evidence = await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var key = JsonDocument.Parse(evidence).RootElement.GetProperty("key").GetString();
        Assert.Equal(evidence, await site.Client.GetStringAsync(new Uri($"/api/v1/evidence/{key}?lang=en", UriKind.Relative), TestContext.Current.CancellationToken));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/evidence?indicator=schulden&within=GM9901&lang=en") { Headers = { IfNoneMatch = { asked.Headers.ETag! } } };
        again.Headers.Add("Origin", "https://elders.example");
        using var unchanged = await site.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal("*", Assert.Single(unchanged.Headers.GetValues("Access-Control-Allow-Origin")));

        // What is stored of a run holds every unit; its address leads to what may be shown.
        Assert.Equal(key, JsonDocument.Parse(await site.Client.GetStringAsync(new Uri($"/api/v1/runs/{key}/result", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement.GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("/api/v1/evidence?indicator=bestaatniet", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/evidence?indicator=schulden&within=GM0000", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/evidence?indicator=schulden&lang=fr", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/evidence?indicator=schulden&year=1900", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/evidence/abc", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/evidence/0000000000000000000000000000000000000000000000000000000000000000", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/evidence/..%2F..%2Fetc", HttpStatusCode.NotFound)]
    public async Task A_question_that_cannot_be_answered_is_a_problem_document(string address, HttpStatusCode status)
    {
        using var site = Site();

        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static byte[] Result(EvidenceRun work, RunPlan plan)
    {
        var parts = Enumerable.Range(0, plan.Shards).Select(shard => work.Compute(plan, shard, CancellationToken.None).TryGet(out var part, out var why) ? part : throw new InvalidOperationException(why.Detail)).ToArray();
        return work.Combine(plan, parts).TryGet(out var whole, out var reason) ? whole : throw new InvalidOperationException(reason.Detail);
    }

    private static async Task<HttpResponseMessage> Post(ServedSite site, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Page(ServedSite site)
    {
        for (; ; )
        {
            using var answer = await site.Client.GetAsync(new Uri($"/schaalbeeld?{Question}", UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
                return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }
    }

    private CatalogueFolder Open() => CatalogueFolder.Open(town.Catalogue).TryGet(out var catalogue, out var reason) ? catalogue : throw new InvalidOperationException(reason.Detail);

    private Outcome<IGround> Ground() => new CatalogueGround(Open(), town.Catalogue);

    private ServedSite Site() => new(Ground(), ("Schakel:Runs:Off", "false"), ("Schakel:Runs:Folder", Runs));
}
