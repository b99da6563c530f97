// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Schakel.Analysis;
using Schakel.Analysis.Numerics;
using Schakel.Catalogue.Storage;
using Schakel.Catalogue.Tests.Fetching.Replay;
using Schakel.Hosts.Tests.Cli;

namespace Schakel.Hosts.Tests.Fetching;

/// <summary>The real program, killed without warning while it fetches and imports. SCHAKEL_KILLS=50 for as many kills.</summary>
public sealed class FetchSurvivesKillTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_kill_at_any_moment_leaves_nothing_half_written_and_the_next_run_completes()
    {
        await using var server = await ReplayServer.Start(new Behaviour { Delay = TimeSpan.FromMilliseconds(50), MostFeatures = 20, MostRows = 500 });
        var into = folder.Find("a catalogue");
        var downloads = into + ".downloads";
        await Completes(server, into);
        var before = server.Asked.Count;
        Remove(into, downloads);
        var whole = Stopwatch.StartNew();
        var after = await Completes(server, into);
        whole.Stop();
        var asked = server.Asked.Count - before;

        var random = new RandomSequence(2009);
        int halfway = 0, resumed = 0, saved = 0;
        for (var kill = 0; kill < Kills.Wanted; kill++)
        {
            if (random.NextDouble() < 0.6)
                Remove(into, downloads);
            using (var fetch = Start(server, into))
            {
                await Task.Delay(whole.Elapsed * random.NextDouble(), TestContext.Current.CancellationToken);
                if (!fetch.HasExited)
                    halfway++;
                fetch.Kill();
                await fetch.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
            Whole(downloads);
            if (File.Exists(Path.Combine(into, "manifest.json")))
                Assert.Equal(after, FingerprintOf(into));
            if (kill % 3 != 0)
                continue;

            // Completed publishers are asked again, for the source may have changed; of the others only what had not arrived.
            before = server.Asked.Count;
            Assert.Equal(after, await Completes(server, into));
            resumed++;
            saved += asked - (server.Asked.Count - before);
        }

        Assert.True(halfway >= Kills.Wanted / 2, $"Only {halfway} of {Kills.Wanted} kills came before the end; the test proves too little.");
        Assert.True(saved > 0, $"{resumed} runs went on after a kill and asked {-saved} more than as many runs from the start, of {asked} questions and {whole.Elapsed} each.");
        Assert.Equal(after, await Completes(server, into));
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.writing", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.page", SearchOption.AllDirectories));
    }

    // Whatever a statement of origin names is there, whole.
    private static void Whole(string downloads)
    {
        if (!Directory.Exists(downloads))
            return;
        foreach (var file in Directory.EnumerateFiles(downloads, "*.*json", SearchOption.AllDirectories).Where(file => !file.Contains(".writing", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            if (Path.GetFileName(file) != "herkomst.json")
                continue;
            foreach (var named in json.RootElement.GetProperty("bestanden").EnumerateArray())
                Assert.Equal(named.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(file)!, named.GetProperty("naam").GetString()!)))));
        }
    }

    private static async Task<string> Completes(ReplayServer server, string into)
    {
        using var fetch = Start(server, into);
        await fetch.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, fetch.ExitCode);
        return FingerprintOf(into);
    }

    private static Process Start(ReplayServer server, string into)
    {
        var start = new ProcessStartInfo("dotnet", [Cli.Schakel.Program, "fetch", "--gemeente", "GM0344", "--year", "2024", "--into", into, "--base-url", server.Address.AbsoluteUri, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Remove(params string[] folders)
    {
        foreach (var gone in folders.Where(Directory.Exists))
            Directory.Delete(gone, recursive: true);
    }

    private static string FingerprintOf(string directory)
    {
        using var catalogue = Answer(CatalogueFolder.Open(directory));
        return catalogue.Fingerprint;
    }

    private static T Answer<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.TryGet(out var answer, out var reason) ? answer : throw new InvalidOperationException($"{reason.Code}: {reason.Detail}");
}
