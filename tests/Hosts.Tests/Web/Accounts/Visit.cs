// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>A browser without a screen: keeps cookies, sends forms with what stood in them, and follows no redirect by itself.</summary>
internal sealed partial class Visit : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false };
    private readonly HttpClient client;

    /// <param name="site">Where to.</param>
    /// <param name="host">By which name; null = the address it listens at.</param>
    internal Visit(ServedSite site, string? host = null)
        : this(host is null ? site.Client.BaseAddress! : new UriBuilder(site.Client.BaseAddress!) { Host = host }.Uri)
    {
    }

    internal Visit(Uri address) => client = new HttpClient(handler) { BaseAddress = address };

    internal string Origin => client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    internal CookieCollection Cookies => handler.CookieContainer.GetCookies(client.BaseAddress!);

    /// <summary>All cookies, as a browser sends them.</summary>
    internal string CookieLine => string.Join("; ", Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));

    internal string? SetCookies { get; private set; }

    internal async Task<(HttpStatusCode Status, string Text, string? Location)> Get(string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await Read(answer);
    }

    /// <summary>Sends a form as it stands on a page, with these fields changed.</summary>
    internal async Task<(HttpStatusCode Status, string Text, string? Location)> Post(string page, string action, params (string Name, string Value)[] fields)
    {
        var (_, text, _) = await Get(page);
        return await Send(action, [("formulier", TokenIn(text)), .. fields]);
    }

    internal async Task<(HttpStatusCode Status, string Text, string? Location)> Send(string action, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        using var answer = await client.PostAsync(action, body, TestContext.Current.CancellationToken);
        return await Read(answer);
    }

    /// <summary>Sends a question as a program does, with the cookie of who is signed in.</summary>
    internal async Task<HttpResponseMessage> Ask(HttpRequestMessage request) => await client.SendAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Signs in as somebody of an invented municipality.</summary>
    internal async Task<Visit> As(Workspace.Members.Member member)
    {
        var (status, text, _) = await Post("/aanmelden", "/aanmelden/voorbeeld", ("municipality", member.Tenant.ToString()), ("member", member.Id.ToString()));
        Assert.True(status == HttpStatusCode.Redirect, text);
        return this;
    }

    public void Dispose() => client.Dispose();

    internal static string TokenIn(string text) => Token().Match(text) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "";

    private async Task<(HttpStatusCode Status, string Text, string? Location)> Read(HttpResponseMessage answer)
    {
        SetCookies = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join('\n', cookies) : null;
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.Location?.ToString());
    }

    [GeneratedRegex("name=\"formulier\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
