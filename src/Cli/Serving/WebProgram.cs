// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Schakel.Cli.Serving;

/// <summary>The published web program, run as a child that gets our signals and gives its exit code.</summary>
internal static class WebProgram
{
    private const string Name = "schakel-web";

    /// <summary>SCHAKEL_WEB, else the folder <c>web</c> beside ours, else our own folder.</summary>
    internal static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SCHAKEL_WEB") is { Length: > 0 } given)
            return File.Exists(given) ? given : null;

        var own = AppContext.BaseDirectory;
        return (from folder in new[] { Path.Combine(own, "..", "web"), own }
                from file in new[] { Name, Name + ".exe", Name + ".dll" }
                let path = Path.GetFullPath(Path.Combine(folder, file))
                where File.Exists(path)
                select path).FirstOrDefault();
    }

    internal static int Run(string program, IReadOnlyList<string> arguments)
    {
        var isLibrary = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : program, isLibrary ? [program, .. arguments] : arguments) { UseShellExecute = false };
        using var child = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");

        // Ctrl-C in a terminal reaches both; a signal sent to us alone is passed on. Either way the child decides when it is done.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Forward(context, child, 2));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Forward(context, child, 15));
        child.WaitForExit();
        return child.ExitCode;
    }

    private static void Forward(PosixSignalContext context, Process child, int signal)
    {
        context.Cancel = true;
        if (child.HasExited)
            return;

        // .NET has no call that sends a signal; elsewhere than on Unix the console reaches the child itself.
        if (!OperatingSystem.IsWindows())
            _ = Send(child.Id, signal);
    }

    [DllImport("libc", EntryPoint = "kill", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int process, int signal);
}
