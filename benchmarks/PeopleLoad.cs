// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using Schakel.Voorbeeldstad.Stories;
using Schakel.Workspace.Demo;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;
using Schakel.Workspace.Tests.Storage;

namespace Schakel.Benchmarks;

/// <summary>
/// People who are signed in and work with opgaven in the real web program, which runs as a process of its own beside this one. First with pauses, as
/// people read; then without any, which is more than the server can answer: then it must refuse, and let nobody hang.
/// </summary>
internal static class PeopleLoad
{
    private const double PauseSeconds = 5;
    private const int WarmUpSeconds = 20, OverloadSeconds = 15;

    internal static async Task<int> Run(string[] asked, TextWriter output)
    {
        var onPostgres = asked is ["postgres", ..];
        var count = asked.Length > 1 ? int.Parse(asked[1], CultureInfo.InvariantCulture) : 500;
        var seconds = asked.Length > 2 ? int.Parse(asked[2], CultureInfo.InvariantCulture) : 45;
        var folder = Directory.CreateTempSubdirectory("schakel people ");
        await using var server = new PostgresServer();
        try
        {
            var key = Path.Combine(folder.FullName, "town.key");
            var setting = onPostgres ? new StoreSetting(null, await server.Copy(), key) : StoreSetting.OfFile(Path.Combine(folder.FullName, "town")) with { KeyFile = key };
            var members = await Fill(setting, count);
            using var program = await Serve(setting);
            try
            {
                await Measure(output, setting, program, members, seconds);
            }
            finally
            {
                program.Process.Kill();
                await program.Process.WaitForExitAsync();
            }
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task Measure(TextWriter output, StoreSetting setting, Served program, IReadOnlyList<Guid> members, int seconds)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = members.Count + 8 };
        using var client = new HttpClient(handler) { BaseAddress = program.Address, Timeout = TimeSpan.FromSeconds(60) };
        var town = DemoTown.TenantOf("GM9901");
        var watch = Stopwatch.StartNew();
        var signedIn = 0;
        var people = new Person[members.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, people.Length), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            people[number] = await Person.SignIn(client, town, members[number], number);
            Interlocked.Increment(ref signedIn);
        });
        output.WriteLine(Line($"{(setting.File is null ? "PostgreSQL" : "SQLite")}, {people.Length} people, {Environment.ProcessorCount} cores shared with this program; all signed in within {watch.Elapsed.TotalSeconds:F0} s"));

        await Together(program, people, PauseSeconds, WarmUpSeconds);
        Report(output, Line($"pauses of {PauseSeconds:F0} s on average"), await Together(program, people, PauseSeconds, seconds));
        var overload = await Together(program, people, 0, OverloadSeconds);
        Report(output, "no pauses: more than it can answer", overload);
        watch.Restart();
        using var health = await client.GetAsync("/health");
        using var page = await client.GetAsync("/aanmelden");
        output.WriteLine(Line($"directly afterwards: /health {(int)health.StatusCode}, /aanmelden {(int)page.StatusCode}, together {watch.Elapsed.TotalMilliseconds:F0} ms"));
    }

    private static async Task<Period> Together(Served program, Person[] people, double pause, int seconds)
    {
        program.Process.Refresh();
        var (before, watch) = (program.Process.TotalProcessorTime, Stopwatch.StartNew());
        var asked = await Task.WhenAll(people.Select(person => Task.Run(() => person.Work(pause, TimeSpan.FromSeconds(seconds)))));
        program.Process.Refresh();
        return new Period([.. asked.SelectMany(one => one)], watch.Elapsed.TotalSeconds, (program.Process.TotalProcessorTime - before).TotalSeconds, program.Process.WorkingSet64 >> 20);
    }

    private static void Report(TextWriter output, string what, Period period)
    {
        output.WriteLine(Line($"{what}: {period.Asked.Count / period.Seconds:F0} requests a second; server {period.Processor / period.Seconds * 100:F0} % of one core, {period.Megabytes} MB"));
        foreach (var kind in period.Asked.GroupBy(asked => asked.What).OrderBy(kind => kind.Key, StringComparer.Ordinal).Append(null))
        {
            var milliseconds = (kind ?? period.Asked.AsEnumerable()).Where(asked => asked.Status is 200 or 302).Select(asked => asked.Milliseconds).Order().ToArray();
            if (milliseconds.Length > 0)
                output.WriteLine(Line($"  {kind?.Key ?? "all",-9} {milliseconds.Length,6} answered  p50 {At(.5),5:F0}  p95 {At(.95),5:F0}  p99 {At(.99),5:F0}  max {milliseconds[^1],5:F0} ms"));

            double At(double share) => milliseconds[(int)Math.Min(milliseconds.Length - 1, Math.Ceiling(share * milliseconds.Length) - 1)];
        }

        foreach (var refused in period.Asked.Where(asked => asked.Status is not (200 or 302)).GroupBy(asked => asked.Status).OrderBy(refused => refused.Key))
            output.WriteLine(Line($"  {(refused.Key == 0 ? "no answer" : Line($"status {refused.Key}"))}: {refused.Count()}, the slowest after {refused.Max(asked => asked.Milliseconds):F0} ms, {refused.Count(asked => asked.SaysWhen)} say when to come back"));
    }

    // Colleagues of one department: what they may read depends on how they stand to it, which is the costly case.
    private static async Task<IReadOnlyList<Guid>> Fill(StoreSetting setting, int count)
    {
        var stores = new StoreFactory(setting);
        if (!(await stores.Open(Guid.Empty, CancellationToken.None)).TryGet(out var opened, out var reason))
            throw new InvalidOperationException(reason.Detail);
        await opened.DisposeAsync();
        var stories = new DemoStories(StoryFiles.Open, StoryFiles.OpenOpgave, StoryFiles.Opgaven);
        await new DemoTown(stores, ContactSeal.At(setting.KeyFile), TimeProvider.System, stories, null).Fill(CancellationToken.None);
        return await Colleagues.Add(stores, DemoTown.TenantOf("GM9901"), count);
    }

    private static async Task<Served> Serve(StoreSetting setting)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Schakel.slnx")))
            root = root.Parent ?? throw new InvalidOperationException("Run this inside the project.");
        var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(root.FullName, "src", "Web", "bin", "Release", "net10.0", "schakel-web.dll"), "--urls", "http://127.0.0.1:0", "--Schakel:Workspace", setting.File ?? setting.Connection!,
            "--Schakel:WorkspaceKey", setting.KeyFile, "--Schakel:Runs:Off", "true", "--Schakel:SignInsAMinute", "1000000",
        ])
        { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } said)
            if (said.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new Served(process, new Uri(said[at..].Trim()));
            }

        throw new InvalidOperationException("The web program ended at once; build it first: dotnet build src/Web -c Release");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Served(Process Process, Uri Address) : IDisposable
    {
        public void Dispose() => Process.Dispose();
    }

    private sealed record Period(IReadOnlyList<Asked> Asked, double Seconds, double Processor, long Megabytes);
}
