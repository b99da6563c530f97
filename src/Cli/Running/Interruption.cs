// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.InteropServices;

namespace Schakel.Cli.Running;

/// <summary>Ctrl-C asks the work to stop; when it has not after a moment, or at a second Ctrl-C, the program ends with 130 by itself.</summary>
/// <remarks>Answers leave in one piece at the end and catalogues are replaced in one step, so ending at any moment leaves nothing half-written.</remarks>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration registration;
    private Timer? deadline;

    internal Interruption() => registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

    internal CancellationToken Token => source.Token;

    public void Dispose()
    {
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
