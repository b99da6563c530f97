// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Schakel.Analysis;
using Schakel.Analysis.Numerics;
using Schakel.Catalogue.Storage;
using Schakel.Voorbeeldstad;

namespace Schakel.Hosts.Tests;

/// <summary>The real program, killed without warning while it imports. SCHAKEL_KILLS=50 for as many kills.</summary>
public sealed class ImportSurvivesKillTests : IDisposable
{

    // How long an import takes depends on what else the machine does: after one that was done first, the next is ended sooner.
    private const double Sooner = 0.8;

    private readonly string root = Directory.CreateTempSubdirectory("schakel kill ").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task A_kill_at_any_moment_leaves_the_old_catalogue_or_the_new_one()
    {
        var downloads = Path.Combine(root, "downloads");
        Town.Write(downloads, seed: 2009);
        // One year of maps is enough, and keeps the test short.
        foreach (var map in Directory.GetFiles(downloads, "*.gpkg").Where(map => !map.Contains("_2024_", StringComparison.Ordinal)))
            File.Delete(map);
        var old = Path.Combine(root, "old.catalogue");
        Answer(CatalogueImport.Run([Path.Combine(downloads, "statline_kerncijfers_2019_2024.csv")], old, null, TestContext.Current.CancellationToken));
        var before = FingerprintOf(old);
        var catalogue = Path.Combine(root, "a catalogue");
        Copy(old, catalogue);
        var whole = Stopwatch.StartNew();
        using (var undisturbed = Import(downloads, catalogue))
            await undisturbed.WaitForExitAsync(TestContext.Current.CancellationToken);
        whole.Stop();
        var after = FingerprintOf(catalogue);
        Assert.NotEqual(before, after);

        var random = new RandomSequence(2009);
        var (expected, halfway) = (whole.Elapsed, 0);
        for (var kill = 0; kill < Kills.Wanted; kill++)
        {
            // One time in five there is no catalogue yet: then none, or the new one, is left.
            var isFirst = kill % 5 == 4;
            if (isFirst)
                Directory.Delete(catalogue, recursive: true);
            else if (!File.Exists(Path.Combine(catalogue, "manifest.json")) || FingerprintOf(catalogue) == after)
                Copy(old, catalogue);
            using var import = Import(downloads, catalogue);
            // The start of the program is no interesting moment; what it writes comes in the last three quarters.
            await Task.Delay(expected * (0.25 + (0.75 * random.NextDouble())), TestContext.Current.CancellationToken);
            if (!import.HasExited)
                halfway++;
            else
                expected *= Sooner;
            import.Kill();
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);

            if (isFirst && !File.Exists(Path.Combine(catalogue, "manifest.json")))
                continue;
            Assert.Contains(FingerprintOf(catalogue), isFirst ? [after] : new[] { before, after });
            ReadEverything(catalogue);
        }

        Assert.True(halfway >= Kills.Wanted / 2, $"Only {halfway} of {Kills.Wanted} kills came before the end; the test proves too little.");
        using (var completed = Import(downloads, catalogue))
        {
            await completed.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, completed.ExitCode);
        }
        Assert.Equal(after, FingerprintOf(catalogue));
        Assert.DoesNotContain(Directory.GetFiles(catalogue), file => file.EndsWith(".writing", StringComparison.Ordinal) || file.EndsWith(".new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_first_import_that_is_asked_to_end_leaves_no_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        var downloads = Path.Combine(root, "downloads");
        Town.Write(downloads, seed: 2009);
        var catalogue = Path.Combine(root, "a catalogue");
        var whole = Stopwatch.StartNew();
        using (var undisturbed = Import(downloads, catalogue))
            await undisturbed.WaitForExitAsync(TestContext.Current.CancellationToken);
        whole.Stop();
        var (expected, ended, chance) = (whole.Elapsed, 0, new RandomSequence(2009));
        // As many as it takes to meet three in the middle: how long an import takes depends on what else the machine does.
        for (var attempt = 0; attempt < 40 && ended < 3; attempt++)
        {
            if (Directory.Exists(catalogue))
                Directory.Delete(catalogue, recursive: true);
            using var import = Import(downloads, catalogue);
            await Task.Delay(expected * (0.3 + (0.6 * chance.NextDouble())), TestContext.Current.CancellationToken);
            if (import.HasExited)
            {
                expected *= Sooner;
                continue;
            }

            AskToEnd.Terminated(import);
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);

            if (File.Exists(Path.Combine(catalogue, "manifest.json")))
            {
                ReadEverything(catalogue);
                expected *= Sooner;
                continue;
            }

            // 143: asked before the program was there to hear it.
            if (import.ExitCode == 143)
            {
                Assert.False(Directory.Exists(catalogue));
                expected /= Sooner;
                continue;
            }

            ended++;
            Assert.Equal(130, import.ExitCode);
            Assert.False(Directory.Exists(catalogue), $"Left behind: {(Directory.Exists(catalogue) ? string.Join(", ", Directory.GetFiles(catalogue).Select(Path.GetFileName)) : "")}");
        }

        Assert.True(ended >= 3, $"Only {ended} of 40 imports were ended halfway; the test proves too little.");
    }

    private static Process Import(string from, string into)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "schakel.dll"), "import", from, "--into", into, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string FingerprintOf(string directory)
    {
        using var catalogue = Answer(CatalogueFolder.Open(directory));
        return catalogue.Fingerprint;
    }

    private static void ReadEverything(string directory)
    {
        using var catalogue = Answer(CatalogueFolder.Open(directory));
        foreach (var summary in catalogue.Levels)
        {
            var layer = Answer(catalogue.Areas(summary.Level.Id, null));
            Assert.Equal(layer.HasBoundary.Count(has => has), catalogue.Boundaries(layer).Count(boundary => boundary is not null));
            foreach (var indicator in catalogue.Indicators.Where(indicator => indicator.Values.ContainsKey(summary.Level.Id)))
                Assert.Contains(indicator.Years, year => catalogue.Values(indicator.Id, layer, year).TryGet(out _, out _));
        }
    }

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static T Answer<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.TryGet(out var answer, out var reason) ? answer : throw new InvalidOperationException($"{reason.Code}: {reason.Detail}");
}
