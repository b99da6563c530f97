// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.InteropServices;

namespace Schakel.Cli.Running;

/// <summary>Ctrl-C or a request to end asks the work to stop; when it has not after a moment, or at a second one, the program ends with 130 by itself.</summary>
/// <remarks>Answers leave in one piece at the end and catalogues are replaced in one step, so ending at any moment leaves nothing half-written.</remarks>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private Timer? deadline;

    internal Interruption() => registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Stop))];

    internal CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        deadline?.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (source.IsCancellationRequested)
            Environment.Exit(ExitCode.Interrupted);

        deadline = new Timer(_ => Environment.Exit(ExitCode.Interrupted), null, patience, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }
}
