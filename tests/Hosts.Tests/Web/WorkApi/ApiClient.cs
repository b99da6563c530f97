// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Schakel.Hosts.Tests.Web.Accounts;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.WorkApi;

/// <summary>A program that speaks with /api/v1 as somebody, or as nobody.</summary>
internal sealed class ApiClient(ServedSite site) : IDisposable
{
    private readonly Visit visit = new(site);

    internal static async Task<ApiClient> As(ServedSite site, Member member)
    {
        var client = new ApiClient(site);
        await client.visit.As(member);
        return client;
    }

    internal static async Task<ApiClient> As(ServedSite site, InventedTown town, string function, Guid? tenant = null) => await As(site, await town.Who(function, tenant));

    internal Task<ApiAnswer> Get(string path) => Send("GET", path);

    internal Task<ApiAnswer> Post(string path, object body, string? seen = null) => Send("POST", path, body, seen);

    internal Task<ApiAnswer> Put(string path, object body, string? seen = null) => Send("PUT", path, body, seen);

    internal async Task<ApiAnswer> Send(string method, string path, object? body = null, string? seen = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1" + path);
        if (body is not null)
            request.Content = new StringContent(body as string ?? System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (seen is not null)
            request.Headers.TryAddWithoutValidation("If-Match", seen);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await visit.Ask(request);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ApiAnswer(
            answer.StatusCode, text, answer.Content.Headers.ContentType?.MediaType, answer.Headers.ETag?.ToString(),
            answer.Headers.Location?.ToString(), answer.Headers.TryGetValues("Link", out var link) ? link.Single() : null, answer);
    }

    public void Dispose() => visit.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Text, string? Type, string? Mark, string? Location, string? Link, HttpResponseMessage Message)
{
    internal JsonNode Json => JsonNode.Parse(Text)!;

    internal string Id => (string)Json["id"]!;

    /// <summary>The code of a refusal.</summary>
    internal string? Code => Type == "application/problem+json" ? ((string?)Json["type"])?.Replace("/problems/", "", StringComparison.Ordinal) : null;

    internal JsonArray Items => Json["items"]!.AsArray();

    internal ApiAnswer Is(HttpStatusCode status, string? code = null)
    {
        Assert.True(Status == status && (code is null || Code == code), $"{Message.RequestMessage!.Method} {Message.RequestMessage.RequestUri}: {(int)Status} where {(int)status} {code} is expected\n{Text}");
        return this;
    }
}
