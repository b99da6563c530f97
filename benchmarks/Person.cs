// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Schakel.Analysis.Numerics;

namespace Schakel.Benchmarks;

/// <summary>One question to the server, and what came of it. Status 0: no answer at all.</summary>
internal sealed record Asked(string What, int Status, double Milliseconds, bool SaysWhen);

/// <summary>
/// Somebody in a browser: reads the list, opgaven and the desk, and one time in ten writes. What is written comes on an opgave of one's own, so that the pages that others
/// read stay as long as they are.
/// </summary>
internal sealed partial class Person(HttpClient client, string cookies, string token, string[] opgaven, int number)
{
    private RandomSequence random = new(2009, number);
    private string? own;

    internal static async Task<Person> SignIn(HttpClient client, Guid town, Guid member, int number)
    {
        var (page, before, _) = await Get(client, "/aanmelden", "");
        using var form = new HttpRequestMessage(HttpMethod.Post, "/aanmelden/voorbeeld")
        {
            Content = new FormUrlEncodedContent([new("formulier", TokenIn(page)), new("municipality", town.ToString()), new("member", member.ToString())]),
        };
        form.Headers.Add("Cookie", before);
        using var answer = await client.SendAsync(form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in: {answer.StatusCode}");
        var session = CookiesOf(answer, before);
        var (list, _, _) = await Get(client, "/opgaven", session);
        var (blank, all, _) = await Get(client, "/opgaven/nieuw", session);
        return new Person(client, all, TokenIn(blank), [.. Links().Matches(list).Select(link => link.Value).Distinct()], number);
    }

    internal async Task<List<Asked>> Work(double pauseSeconds, TimeSpan time)
    {
        var (asked, watch) = (new List<Asked>(), Stopwatch.StartNew());
        // Nobody begins at the same moment, unless all are to push at once.
        await Task.Delay(TimeSpan.FromSeconds(2 * pauseSeconds * random.NextDouble()));
        while (watch.Elapsed < time)
        {
            asked.Add(await Next());
            await Task.Delay(TimeSpan.FromSeconds(2 * pauseSeconds * random.NextDouble()));
        }

        return asked;
    }

    private Task<Asked> Next()
    {
        var opgave = opgaven[random.NextInt(opgaven.Length)];
        return random.NextInt(20) switch
        {
            < 4 => Ask("list", HttpMethod.Get, "/opgaven"),
            < 12 => Ask("opgave", HttpMethod.Get, opgave),
            < 15 => Ask("judgement", HttpMethod.Get, opgave + "/oordeel"),
            < 18 => Ask("desk", HttpMethod.Get, "/tafel"),
            _ => Write(),
        };
    }

    private async Task<Asked> Write()
    {
        if (own is null)
        {
            return await Ask("write", HttpMethod.Post, "/opgaven/nieuw", place => own = place,
                new("title", string.Create(CultureInfo.InvariantCulture, $"Zaak van {number}")), new("question", "Wat is hier aan de hand?"));
        }

        return await Ask("write", HttpMethod.Post, own + "/standpunt", null, new("group", "bewoners"), new("position", "Het mag hier wel wat rustiger."));
    }

    private async Task<Asked> Ask(string what, HttpMethod method, string path, Action<string>? arrived = null, params KeyValuePair<string, string>[] fields)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookies);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent([.. fields, new("formulier", token)]);
        var watch = Stopwatch.StartNew();
        try
        {
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.Redirect)
                arrived?.Invoke(answer.Headers.Location!.ToString().Split('#', '?')[0]);
            return new Asked(what, (int)answer.StatusCode, watch.Elapsed.TotalMilliseconds, answer.Headers.RetryAfter is not null);
        }
        catch (Exception none) when (none is HttpRequestException or TaskCanceledException)
        {
            return new Asked(what, 0, watch.Elapsed.TotalMilliseconds, false);
        }
    }

    private static async Task<(string Text, string Cookies, HttpStatusCode Status)> Get(HttpClient client, string path, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookies.Length > 0)
            request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request);
        return (await answer.Content.ReadAsStringAsync(), CookiesOf(answer, cookies), answer.StatusCode);
    }

    private static string CookiesOf(HttpResponseMessage answer, string before)
    {
        var known = before.Split("; ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(cookie => cookie[..cookie.IndexOf('=', StringComparison.Ordinal)], StringComparer.Ordinal);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set.Select(line => line.Split(';')[0]))
                known[cookie[..cookie.IndexOf('=', StringComparison.Ordinal)]] = cookie;
        return string.Join("; ", known.Values);
    }

    private static string TokenIn(string page) => Token().Match(page) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : throw new InvalidOperationException("There is no form on this page.");

    [GeneratedRegex("name=\"formulier\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/opgaven/[0-9a-f-]{36}(?=\")")]
    private static partial Regex Links();
}
