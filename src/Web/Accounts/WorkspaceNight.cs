// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Retention;

namespace Schakel.Web.Accounts;

/// <summary>After the start: opens the workspace, so that the first who signs in need not wait, and from then on erases every night what is past its term.</summary>
internal sealed partial class WorkspaceNight(Workplace workplace, TimeProvider clock, IHostApplicationLifetime program, ILogger<WorkspaceNight> log) : BackgroundService
{
    private static readonly TimeSpan look = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the program listens: nothing here may keep a reader of the map waiting.
        var started = new TaskCompletionSource();
        await using var listening = program.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if ((await workplace.Open(stoppingToken)).TryGet(out var stores, out _))
                    await new NightlyErasure(new Eraser(stores, clock), clock).Run(Report, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                CannotOpen(log, fault);
            }

            await Task.Delay(look, clock, stoppingToken);
        }
    }

    private void Report(ErasureReport? report, Exception? fault)
    {
        if (fault is not null)
            Failed(log, fault);
    }

    [LoggerMessage(LogLevel.Error, "The workspace could not be opened; it is tried again in ten minutes.")]
    private static partial void CannotOpen(ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Error, "Erasing what is past its term failed; it is tried again next night.")]
    private static partial void Failed(ILogger log, Exception fault);
}
