// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Retention;

/// <summary>Runs the eraser at start and every night at three, UTC. One failing night does not stop the next.</summary>
public sealed class NightlyErasure(Eraser eraser, TimeProvider clock)
{
    private static readonly TimeSpan hour = TimeSpan.FromHours(3);

    /// <param name="report">Told after each pass, or with what went wrong.</param>
    /// <param name="cancel">To stop.</param>
    public async Task Run(Action<ErasureReport?, Exception?> report, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                report(await eraser.RunAll(cancel), null);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                report(null, fault);
            }

            await Task.Delay(UntilNext(clock.GetUtcNow()), clock, cancel);
        }
    }

    internal static TimeSpan UntilNext(DateTimeOffset now)
    {
        var today = now.Date + hour;
        return (now.DateTime < today ? today : today.AddDays(1)) - now.DateTime;
    }
}
