// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The program among other programs: signals, a child, a pipe that closes.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Interrupted_work_ends_with_130_and_an_empty_output()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        var map = folder.Write("grid.geojson", Maps.Squares(40, 40));
        using var process = Start("local-moran", "--areas", map, "--value", "value", "--permutations", "9999999", "--json");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        // It is well under way when it has used more time than a start takes.
        await Until(() => process.HasExited || process.TotalProcessorTime > TimeSpan.FromMilliseconds(600));
        Assert.False(process.HasExited, "The work was done too soon to be interrupted.");
        AskToEnd.Interrupted(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(await output);
    }

    [Fact]
    public async Task Serve_starts_the_web_program_with_its_options_and_gives_its_exit_code()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        var web = folder.Write("web program", "#!/bin/sh\nprintf '%s|' \"$@\"\nexit 7\n");
        Executable(web);

        using var process = StartIn(new() { ["SCHAKEL_WEB"] = web }, "serve", "--data", "een map", "--urls", "http://127.0.0.1:5080");
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(7, process.ExitCode);
        Assert.Equal("--data|een map|--urls|http://127.0.0.1:5080|", output);
    }

    [Fact]
    public async Task Serve_passes_an_interruption_on_and_waits_for_the_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        var web = folder.Write("web", "#!/bin/sh\ntrap 'echo stopped; exit 0' INT\necho ready\nwhile true; do sleep 0.05; done\n");
        Executable(web);

        using var process = StartIn(new() { ["SCHAKEL_WEB"] = web }, "serve");
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        AskToEnd.Interrupted(process);
        var rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal("stopped", rest.Trim());
    }

    [Fact]
    public async Task Serve_without_a_web_program_ends_with_3()
    {
        using var process = StartIn(new() { ["SCHAKEL_WEB"] = folder.Find("nergens") }, "serve");
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, process.ExitCode);
        Assert.Contains("SCHAKEL_WEB", errors, StringComparison.Ordinal);
    }

    private static void Executable(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private static Process Start(params string[] arguments) => StartIn([], arguments);

    private static Process StartIn(Dictionary<string, string> surroundings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Schakel.Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in surroundings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}
