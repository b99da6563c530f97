// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Schakel.Workspace.Runs;

namespace Schakel.Cluster;

/// <summary>Looks now and then for runs that have not ended: what a machine left behind that was stopped, or that died.</summary>
internal sealed partial class UnfinishedRuns(RunFolder folder, IGrainFactory grains, TimeProvider clock, ILogger<UnfinishedRuns> log) : BackgroundService
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, clock);
        do
        {
            try
            {
                foreach (var key in folder.Unfinished())
                    await grains.GetGrain<IRunGrain>(key).GoOn();
            }
#pragma warning disable CA1031 // A cluster in the middle of losing a machine answers with many kinds of errors; the next look is soon.
            catch (Exception notNow) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogNotNow(log, notNow);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Runs that had not ended could not be looked at; again in a moment.")]
    private static partial void LogNotNow(ILogger log, Exception notNow);
}
