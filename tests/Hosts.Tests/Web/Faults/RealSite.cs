// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Schakel.Hosts.Tests.Documentation;

namespace Schakel.Hosts.Tests.Web.Faults;

/// <summary>The built web program as a process of its own, on a port that the system chooses.</summary>
internal sealed class RealSite : IAsyncDisposable
{
    private readonly Process process;

    private RealSite(Process process, Uri address) => (this.process, Address) = (process, address);

    internal Uri Address { get; }

    internal bool HasEnded => process.HasExited;

    /// <summary>Starts it, and waits until it names its address.</summary>
    /// <param name="workspace">A file, or a connection string.</param>
    /// <param name="key">The key that seals contacts; null = beside the file.</param>
    /// <param name="before">A program, with its arguments, that starts ours.</param>
    /// <param name="settings">As on the command line.</param>
    internal static async Task<RealSite> Start(string workspace, string? key = null, string[]? before = null, params (string Name, string Value)[] settings)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Checked.Root, "src", "Web", "bin", configuration, "net10.0", "schakel-web.dll");
        (string Name, string Value)[] known =
        [
            ("urls", "http://127.0.0.1:0"), ("Schakel:Workspace", workspace), ("Schakel:Runs:Off", "true"), ("Schakel:SignInsAMinute", "100000"),
            .. key is null ? [] : new[] { ("Schakel:WorkspaceKey", key) }, .. settings,
        ];
        string[] line = [.. before ?? [], "dotnet", program, .. known.SelectMany(setting => new[] { "--" + setting.Name, setting.Value })];
        var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // What it says of the fault we make is expected; unread, it would fill the pipe and hold the program.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } said)
            if (said.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new RealSite(process, new Uri(said[at..].Trim()));
            }

        throw new InvalidOperationException("The program ended before it named its address.");
    }

    /// <summary>Without warning, as when the power fails.</summary>
    internal async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does; gives the exit code.</summary>
    internal async Task<int> End()
    {
        AskToEnd.Terminated(process);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
    }
}
