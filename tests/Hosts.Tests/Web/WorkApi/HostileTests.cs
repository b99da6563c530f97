// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Hosts.Tests.Web.Accounts;
using Schakel.Web.WorkApi;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.WorkApi;

/// <summary>Programs that mean no good, or were written in a hurry: nothing of another municipality opens, and no body makes the server fall over.</summary>
public sealed class HostileTests
{
    private const int EachAddress = 12;

    /// <summary>The same bodies every time, so that what fell over can be sent again; another one is tried by <c>SCHAKEL_SEED</c>.</summary>
    private static readonly string seed = Environment.GetEnvironmentVariable("SCHAKEL_SEED") is { Length: > 0 } other ? other : "0N0XIzNsQ0O2";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Valid JSON of any shape, with the members the API knows beside others, and text that is no JSON at all.
    private static readonly Gen<string> text = Gen.OneOf(
        Gen.String[Gen.Char, 0, 12].Select(word => JsonSerializer.Serialize(word)),
        OneOf("\"\\ud800\"", "\"\\u0000\"", "\"explored\"", "\"agreed\"", "\"2026-13-45\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"POLYGON ((0 0, 1 1))\"", "\"POINT EMPTY\"", "\"00000000-0000-0000-0000-000000000000\"", "\"a@b\"", "\"🐸\""));

    private static readonly Gen<string> scalar = Gen.OneOf(text, OneOf("null", "true", "0", "-1", "2", "1e400", "99999999999999999999", "0.1", "{}", "[]", "[null]", "[{}]", "[\"cell\"]"));

    private static readonly string[] members =
    [
        "title", "question", "level", "because", "state", "outcome", "expectation", "yield", "name", "code", "outline", "to", "kind", "group", "text", "evidence", "cause", "lever", "authority",
        "role", "organisation", "steps", "arrows", "sector", "emptyBecause", "answer", "words", "addressee", "fromLevel", "toLevel", "returnBy", "levels", "sources", "years", "areas", "before", "after",
        "indicator", "catchmentLevel", "roles", "function", "email", "until", "mayWrite", "coreValues", "steering", "owner", "x", "y", "source", "contact", "consent", "homeCell", "place", "mayBePublic",
        "theme", "radiusInMetres", "timesAYear", "cell", "link", "wish", "units", "chosen", "considered", "with", "areaCode", "residents", "since", "size", "members", "accepts", "what", "opgave", "task",
    ];

    private static readonly Gen<string> body = Gen.OneOf(
        Gen.Select(OneOf(members), scalar).Array[0, 8].Select(pairs => "{" + string.Join(',', pairs.Select(pair => $"\"{pair.Item1}\":{pair.Item2}")) + "}"),
        scalar,
        Gen.String[Gen.Char, 0, 20]);

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    [Fact]
    public async Task No_body_makes_the_server_fall_over()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served(("Schakel:SentAnAddress", "1000000"), ("Schakel:SentInAll", "1000000"));
        using var everybody = await ApiClient.As(site, await Everybody(town, InventedTown.Voorbeeldstad));
        var opgave = (await everybody.Post("/opgaven", new { title = "Doelwit", question = "Wat kan hier mis?" })).Id;
        var writing = Written(site).ToArray();
        string[] bodies = [];
        body.Array[writing.Length * EachAddress].Sample(made => { bodies = made; }, iter: 1, threads: 1, seed: seed);

        var next = 0;
        foreach (var (method, path) in writing)
            for (var turn = 0; turn < EachAddress; turn++)
            {
                var sent = bodies[next++];
                var answer = await everybody.Send(method, path.Replace("{id}", opgave, StringComparison.Ordinal).Replace("{level}", "buurt", StringComparison.Ordinal), sent, "*");

                Assert.True((int)answer.Status < 500, $"seed {seed}: {method} {path} {sent}: {answer.Status}\n{answer.Text}");
                if ((int)answer.Status >= 400)
                    Assert.Equal("application/problem+json", answer.Type);
            }

        Assert.True(writing.Length > 40);
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", "{}", HttpStatusCode.BadRequest)]
    [InlineData("application/json; charset=bestaat-niet", "{}", HttpStatusCode.BadRequest)]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/xml", "<opgave/>", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_of_another_kind_is_refused_in_words(string type, string content, HttpStatusCode expected)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/opgaven") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await visit.Ask(request);

        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Too_much_too_deep_or_not_UTF_8_is_refused()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(Encoding.UTF8.GetBytes("{\"title\":\"" + new string('x', 100_000) + "\"}")));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(Encoding.UTF8.GetBytes(new string('[', 5000))));
        Assert.Equal(HttpStatusCode.BadRequest, await Send([.. "{\"title\":\""u8, 0xFF, 0xFE, .. "\",\"question\":\"x\"}"u8]));

        async Task<HttpStatusCode> Send(byte[] content)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/opgaven") { Content = new ByteArrayContent(content) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            using var answer = await visit.Ask(request);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Nothing_of_another_municipality_opens_to_a_program_with_every_right_at_home()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var stranger = await ApiClient.As(site, await Everybody(town, InventedTown.Kleindorp));
        var theirs = new List<Guid>();
        await using (var store = town.Stores.For(InventedTown.Voorbeeldstad))
            foreach (var type in store.Model.GetEntityTypes().Where(type => typeof(Item).IsAssignableFrom(type.ClrType)))
                theirs.AddRange((await Some(store, type.ClrType)).Select(item => item.Id));
        Assert.True(theirs.Count > 15, $"{theirs.Count} items");

        var opened = new List<string>();
        foreach (var endpoint in Endpoints(site).Where(endpoint => endpoint.RoutePattern.RawText!.Contains("{id}", StringComparison.Ordinal)))
            foreach (var id in theirs)
            {
                var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
                var answer = await stranger.Send(method, Path(endpoint).Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{level}", "buurt", StringComparison.Ordinal), method == "GET" ? null : "{}", "*");
                if ((int)answer.Status < 400)
                    opened.Add($"{method} {Path(endpoint)} {id}: {answer.Status} {answer.Text}");
            }

        Assert.True(opened.Count == 0, string.Join('\n', opened));
    }

    private static IEnumerable<RouteEndpoint> Endpoints(ServedSite site) =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<OperationWords>() is not null);

    private static string Path(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!["/api/v1".Length..];

    private static IEnumerable<(string Method, string Path)> Written(ServedSite site) =>
        Endpoints(site).Select(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], Path(endpoint))).Where(at => at.Item1 is "POST" or "PUT");

    private static Task<Member> Everybody(InventedTown town, Guid tenant) => RoleTests.Somebody(town, tenant, [.. Enum.GetValues<AccessRole>().Where(role => role != AccessRole.Visitor)]);

    private static async Task<List<Item>> Some(DbContext store, Type type) =>
        await (Task<List<Item>>)typeof(HostileTests).GetMethod(nameof(SomeOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [store])!;

    private static async Task<List<Item>> SomeOf<T>(DbContext store)
        where T : Item => [.. await store.Set<T>().Take(1).ToListAsync(Cancel)];
}
