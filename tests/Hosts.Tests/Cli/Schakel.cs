// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>What a run of the program left behind.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record Ended(int ExitCode, string Output, string Errors)
{
    /// <summary>The one JSON object of a run that succeeded.</summary>
    internal JsonElement Json
    {
        get
        {
            Assert.True(ExitCode == 0, $"exit {ExitCode}: {Errors}");
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The output without the two members that may differ between equal runs.</summary>
    internal string WithoutDurations => Output[..Output.IndexOf("\"durationMs\"", StringComparison.Ordinal)];
}

/// <summary>Runs the built program as a process, as a shell would.</summary>
internal static class Schakel
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    internal static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "schakel.dll");

    internal static Task<Ended> Run(params string[] arguments) => RunIn(Directory.GetCurrentDirectory(), arguments);

    internal static Task<Ended> RunIn(string folder, params string[] arguments) => RunIn(folder, [], arguments);

    internal static async Task<Ended> RunIn(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        // The machine's own language must not matter: this one has a decimal comma.
        start.Environment["LC_ALL"] = "nl_NL.UTF-8";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new Ended(process.ExitCode, await output, await errors);
    }
}
