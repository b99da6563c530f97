// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Schakel.Catalogue.Fetching;
using static Schakel.Catalogue.Tests.Storage.ImportedFolder;

namespace Schakel.Catalogue.Tests.Fetching;

/// <summary>Servers that mean ill, or are not what they seem.</summary>
public sealed class HostileServerTests : IDisposable
{
    private readonly FetchedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("https://elsewhere.example/{path}")]
    [InlineData("http://127.0.0.1:1/{path}")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://opendata.cbs.nl@elsewhere.example/{path}")]
    [InlineData("https://opendata.cbs.nl:8443/{path}")]
    [InlineData("//elsewhere.example/x")]
    [InlineData("/other-service/x")]
    public async Task A_redirection_to_elsewhere_is_not_followed(string target)
    {
        await using var server = await HostileServer.Start(context =>
        {
            context.Response.Redirect(target.Replace("{path}", context.Request.Path.Value!.TrimStart('/'), StringComparison.Ordinal));
            return Task.CompletedTask;
        });

        Assert.Equal("redirect-elsewhere", await CodeOf(server, "cbs"));
        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public async Task A_redirection_in_a_circle_ends()
    {
        await using var server = await HostileServer.Start(context =>
        {
            context.Response.Redirect(context.Request.Path.Value!);
            return Task.CompletedTask;
        });

        Assert.Equal("service-refused", await CodeOf(server, "cbs"));
        Assert.InRange(server.Asked, 2, 10);
    }

    [Fact]
    public async Task A_next_page_elsewhere_is_not_followed()
    {
        await using var server = await HostileServer.Start(context => context.Response.WriteAsync("""{"value":[],"odata.nextLink":"https://elsewhere.example/x"}"""));

        Assert.Equal("redirect-elsewhere", await CodeOf(server, "cbs"));
    }

    [Fact]
    public async Task Pages_that_lead_back_to_each_other_end()
    {
        await using var server = await HostileServer.Start(context => context.Response.WriteAsync(
            $$"""{"value":[],"odata.nextLink":"?page={{(context.Request.Query["page"] == "1" ? 2 : 1)}}"}"""));

        Assert.Equal("pages-never-end", await CodeOf(server, "cbs"));
        Assert.InRange(server.Asked, 2, 5);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_the_end()
    {
        await using var server = await HostileServer.Start(async context =>
        {
            var piece = new byte[1 << 16];
            piece.AsSpan().Fill((byte)' ');
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        });

        var reason = ReasonOf(await FetchedFolder.Try(Request(server, "cbs") with { Manners = FetchedFolder.Hurried with { MostBytes = 4 << 20 } }));

        Assert.Equal("answer-too-large", reason.Code);
    }

    [Fact]
    public async Task A_packed_answer_that_unpacks_without_end_is_not_read_to_the_end()
    {
        var bomb = new MemoryStream();
        await using (var packed = new System.IO.Compression.GZipStream(bomb, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 256; i++)
                await packed.WriteAsync(new byte[1 << 16], TestContext.Current.CancellationToken);
        await using var server = await HostileServer.Start(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(bomb.ToArray(), context.RequestAborted);
        });

        var reason = ReasonOf(await FetchedFolder.Try(Request(server, "cbs") with { Manners = FetchedFolder.Hurried with { MostBytes = 4 << 20 } }));

        Assert.Equal("answer-too-large", reason.Code);
    }

    [Fact]
    public async Task A_service_that_says_nothing_is_given_up()
    {
        await using var server = await HostileServer.Start(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var reason = ReasonOf(await FetchedFolder.Try(Request(server, "cbs") with { Manners = FetchedFolder.Hurried with { Patience = TimeSpan.FromMilliseconds(60), Attempts = 2 } }));

        Assert.Equal("service-silent", reason.Code);
        Assert.Equal(2, server.Asked);
    }

    [Fact]
    public async Task A_body_that_stops_halfway_is_given_up()
    {
        await using var server = await HostileServer.Start(async context =>
        {
            await context.Response.WriteAsync("""{"value":[""", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var reason = ReasonOf(await FetchedFolder.Try(Request(server, "cbs") with { Manners = FetchedFolder.Hurried with { PatienceBetweenPieces = TimeSpan.FromMilliseconds(60), Attempts = 2 } }));

        Assert.Equal("service-silent", reason.Code);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Fri, 01 Jan 2100 00:00:00 GMT")]
    public async Task A_service_that_wants_a_long_rest_is_left_in_peace(string after)
    {
        await using var server = await HostileServer.Start(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = after;
            return Task.CompletedTask;
        });

        Assert.Equal("service-busy", await CodeOf(server, "cbs"));
        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public async Task A_short_rest_is_given()
    {
        var times = new List<TimeSpan>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await using var server = await HostileServer.Start(context =>
        {
            times.Add(watch.Elapsed);
            context.Response.StatusCode = times.Count == 1 ? 503 : 404;
            context.Response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        });

        await CodeOf(server, "cbs");

        Assert.True(times[1] - times[0] >= TimeSpan.FromMilliseconds(990), $"Asked again after {times[1] - times[0]}.");
    }

    [Theory]
    [InlineData("null", "answer-not-json")]
    [InlineData("[]", "answer-incomplete")]
    [InlineData("{}", "answer-incomplete")]
    [InlineData("""{"value":{}}""", "answer-incomplete")]
    [InlineData("""{"value":[1,null,"x",[]]}""", "no-such-edition")]
    [InlineData("""{"value":[{"Title":7,"Key":null,"Identifier":{}}]}""", "no-such-edition")]
    [InlineData("""{"features":[1,null,{"properties":7,"geometry":7},{"properties":{"gemeentecode":"GM0344"},"geometry":{"coordinates":["x",[[]],{}]}}]}""", "answer-incomplete")]
    public async Task Json_of_another_shape_is_refused_in_words(string body, string code)
    {
        await using var server = await HostileServer.Start(context => context.Response.WriteAsync(body, context.RequestAborted));

        Assert.Equal(code, await CodeOf(server, "cbs"));
    }

    [Theory]
    [InlineData("""{"features":[1,null,{"properties":7,"geometry":7},{"type":"Feature","properties":{"gemeentecode":"GM0344"},"geometry":{"coordinates":["x",[[]],{}]}}]}""")]
    [InlineData("""{"features":[],"links":7}""")]
    [InlineData("""{"features":[],"links":[7,{"rel":"next","href":7}]}""")]
    [InlineData("""{"features":[],"crs":7,"numberMatched":"unknown","numberReturned":0}""")]
    public async Task Features_of_another_shape_are_refused_in_words(string body)
    {
        await using var server = await HostileServer.Start(context => context.Response.WriteAsync(body, context.RequestAborted));

        Assert.NotEmpty(await CodeOf(server, "pdok"));
        Assert.False(Directory.Exists(folder.Catalogue));
    }

    [Fact]
    public async Task A_deep_or_strange_answer_does_not_break_the_program()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"value\":[", 5000)) + string.Concat(Enumerable.Repeat("]}", 5000));
        await using var server = await HostileServer.Start(context => context.Response.WriteAsync(deep, context.RequestAborted));

        Assert.NotEmpty(await CodeOf(server, "cbs"));
        Assert.NotEmpty(await CodeOf(server, "pdok"));
    }

    [Fact]
    public void Without_a_mirror_services_are_asked_over_https_alone()
    {
        foreach (var publisher in Publisher.All.Append(Publisher.CbsInVersion4).Append(Publisher.PdokFeatures))
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"https://{publisher.Host}/x"), new Schakel.Catalogue.Fetching.Transport.ServiceAddress(publisher.Host, null).To("x").AbsoluteUri);
    }

    private FetchRequest Request(HostileServer server, string publisher) => new(["GM0344"], 2024, folder.Downloads) { BaseAddress = server.Address, Manners = FetchedFolder.Hurried, Publishers = [publisher] };

    private async Task<string> CodeOf(HostileServer server, string publisher) => ReasonOf(await FetchedFolder.Try(Request(server, publisher))).Code;
}
