// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Schakel.Benchmarks;

/// <summary>
/// Serves the real program on Voorbeeldstad in a process of its own and reads it as people do: <c>load [CATALOGUE]</c>. Prints one table; a budget
/// that is not kept is marked. The readers run on the same machine, so what they need is in the figures.
/// </summary>
internal static class LoadTest
{
    private const int Readers = 200, Seconds = 12, MostBytes = 200_000;

    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>What people read: the map and its parts, the evidence, the catalogue.</summary>
    private static readonly string[] pages =
    [
        "/kaart?cijfer=schulden&jaar=2024&plek=GM9901", "/kaart?cijfer=zwerfafval&jaar=2024&plek=GM9901&schaal=wijk", "/kaart/beeld.json?cijfer=schulden&jaar=2024&plek=GM9901",
        "/schaalbeeld?cijfer=schulden&jaar=2024&plek=GM9901", "/cijfers", "/api/v1/scale-picture?indicator=schulden&year=2024&within=GM9901",
    ];

    internal static async Task<int> Measure(TextWriter output, string? given)
    {
        var work = Directory.CreateTempSubdirectory("schakel load ");
        try
        {
            var root = Root();
            var catalogue = given ?? Town(root, work.FullName);
            var table = new List<(string What, string Budget, double Measured, string Unit, bool IsKept)>();
            await using (var site = await Site.Start(root, catalogue, work.FullName))
            {
                using var client = Client(site.Address, 512);
                await Cold(client, table);
                await Bytes(client, table);
                await Crowd(client, table, output);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{Environment.ProcessorCount} cores, {Readers} readers for {Seconds} s, each {betweenLooks.TotalMilliseconds:0} ms between looks; catalogue {Path.GetFileName(catalogue)}"));
            output.WriteLine("| what | budget | measured | |\n|---|---|---|---|");
            foreach (var (what, budget, measured, unit, isKept) in table)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {budget} | {measured:0.#} {unit} | {(isKept ? "kept" : "NOT KEPT")} |"));
            return table.TrueForAll(row => row.IsKept) ? 0 : 1;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>The first of everything: nobody asked before.</summary>
    private static async Task Cold(HttpClient client, List<(string, string, double, string, bool)> table)
    {
        var tile = await Timed(() => client.GetByteArrayAsync(new Uri("/tiles/buurt/2024/9/261/168.mvt", UriKind.Relative)));
        table.Add(("first tile", "< 300 ms", tile, "ms", tile < 300));
        var cold = await Timed(() => Page(client, "/schaalbeeld?cijfer=zwerfafval&jaar=2024&plek=GM9901"));
        table.Add(("evidence, cold", "< 10 s", cold / 1000, "s", cold < 10_000));
        var cached = await Middle(20, () => Page(client, "/schaalbeeld?cijfer=zwerfafval&jaar=2024&plek=GM9901"));
        table.Add(("evidence, from cache, the whole page", "< 50 ms", cached, "ms", cached < 50));
        var json = await Middle(20, () => Page(client, "/api/v1/evidence?indicator=zwerfafval&year=2024&within=GM9901"));
        table.Add(("evidence, from cache, for programs", "< 50 ms", json, "ms", json < 50));
        await Page(client, pages[1]);
        var step = await Middle(20, () => Page(client, "/kaart/delen?cijfer=zwerfafval&jaar=2024&plek=GM9901&schaal=buurt"));
        table.Add(("ladder step, on the server", "< 100 ms", step, "ms", step < 100));
    }

    private static async Task Bytes(HttpClient client, List<(string, string, double, string, bool)> table)
    {
        foreach (var (name, page) in new[] { ("map page", pages[0]), ("map page, everything loaded", "/kaart?cijfer=schulden&jaar=2024&schaal=buurt"), ("evidence page", pages[3]), ("evidence page, everything loaded", "/schaalbeeld?cijfer=schulden&jaar=2024") })
        {
            var html = await Page(client, page);
            var bytes = System.Text.Encoding.UTF8.GetByteCount(html);
            table.Add((name + ", HTML", "≤ 200 kB", bytes / 1000.0, "kB", bytes <= MostBytes));
        }

        // A municipality of six hundred buurten has as many rows more; the rest of the page stays.
        var page600 = await Page(client, "/schaalbeeld?cijfer=schulden&jaar=2024");
        var rows = Regex.Matches(page600, "<tr data-code=.*?</tr>", RegexOptions.Singleline);
        var map = Regex.Match(page600, "<svg class=\"area-map.*?</svg>", RegexOptions.Singleline).Value;
        var each = rows.Average(row => (double)System.Text.Encoding.UTF8.GetByteCount(row.Value));
        var large = System.Text.Encoding.UTF8.GetByteCount(page600) - System.Text.Encoding.UTF8.GetByteCount(map) + (each * Math.Max(0, 600 - rows.Count));
        table.Add(("evidence page of 600 buurten without its map, reckoned from its rows", "≤ 200 kB", large / 1000, "kB", large <= MostBytes));
    }

    private static async Task Crowd(HttpClient client, List<(string, string, double, string, bool)> table, TextWriter output)
    {
        foreach (var page in pages)
            await Page(client, page);
        await Read(client, TimeSpan.FromSeconds(4));
        var looks = await Read(client, TimeSpan.FromSeconds(Seconds));
        foreach (var times in looks.GroupBy(look => look.Page, look => look.Milliseconds))
        {
            var (page, sorted) = (times.Key, times.Order().ToArray());
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sorted.Length,7} × {page}: p50 {At(sorted, 0.5):0.0} ms, p95 {At(sorted, 0.95):0.0} ms"));
        }

        var all = looks.Select(look => look.Milliseconds).Order().ToArray();
        table.Add(("200 readers, p50", "", At(all, 0.5), "ms", true));
        table.Add(("200 readers, p95", "< 100 ms", At(all, 0.95), "ms", At(all, 0.95) < 100));
        table.Add(("200 readers, looks a second", "", all.Length / (double)Seconds, "", true));
        var failed = looks.Count(look => look.Status != HttpStatusCode.OK);
        table.Add(("200 readers, failed looks", "0", failed, "", failed == 0));
    }

    private static async Task<List<(string Page, double Milliseconds, HttpStatusCode Status)>> Read(HttpClient client, TimeSpan during)
    {
        var end = Stopwatch.GetTimestamp() + (long)(during.TotalSeconds * Stopwatch.Frequency);
        var each = await Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
        {
            var looks = new List<(string, double, HttpStatusCode)>();
            await Task.Delay(betweenLooks * reader / Readers);
            for (var look = reader; Stopwatch.GetTimestamp() < end; look++)
            {
                var page = pages[look % pages.Length];
                var begun = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Get, page);
                request.Headers.AcceptEncoding.ParseAdd("gzip");
                using var answer = await client.SendAsync(request);
                await answer.Content.CopyToAsync(Stream.Null);
                looks.Add((page, Stopwatch.GetElapsedTime(begun).TotalMilliseconds, answer.StatusCode));
                await Task.Delay(betweenLooks);
            }

            return looks;
        }));
        return [.. each.SelectMany(looks => looks)];
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    private static async Task<double> Timed(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static async Task<double> Middle(int times, Func<Task> work)
    {
        var measured = new double[times];
        for (var time = 0; time < times; time++)
            measured[time] = await Timed(work);
        return At([.. measured.Order()], 0.5);
    }

    private static async Task<string> Page(HttpClient client, string address)
    {
        for (; ; )
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.Accepted)
            {
                await Task.Delay(50);
                continue;
            }

            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadAsStringAsync();
        }
    }

    private static HttpClient Client(Uri address, int connections) => new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false }) { BaseAddress = address };

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("Run this from a checkout.");
    }

    private static string Town(string root, string work)
    {
        var (files, catalogue) = (Path.Combine(work, "stad"), Path.Combine(work, "stad.catalogue"));
        foreach (var arguments in new string[][] { ["demo", files], ["import", files, "--into", catalogue] })
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(root, "src", "Cli", "bin", "Release", "net10.0", "schakel.dll"), .. arguments]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"schakel {arguments[0]} ended with {process.ExitCode}. Build src/Cli and src/Web in Release first.");
        }

        return catalogue;
    }

    private sealed class Site(Process process, Uri address) : IAsyncDisposable
    {
        internal Uri Address => address;

        internal static async Task<Site> Start(string root, string catalogue, string work)
        {
            string[] arguments =
            [
                Path.Combine(root, "src", "Web", "bin", "Release", "net10.0", "schakel-web.dll"), "--urls", "http://127.0.0.1:0", "--data", catalogue,
                "--Schakel:Runs:Folder", Path.Combine(work, "runs"), "--Schakel:Workspace", Path.Combine(work, "workspace"), "--Schakel:ReadsAMinute", "100000000",
            ];
            var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
            while (await process.StandardOutput.ReadLineAsync() is { } said)
                if (said.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
                {
                    _ = process.StandardOutput.ReadToEndAsync();
                    return new Site(process, new Uri(said[at..].Trim()));
                }

            throw new InvalidOperationException("The program ended before it named its address.");
        }

        public async ValueTask DisposeAsync()
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
