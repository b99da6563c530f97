// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Schakel.Web.Accounts;

namespace Schakel.Web.Errors;

/// <summary>Whether the workspace answers, for <c>/health/ready</c>. A site that has none is as ready as it will be.</summary>
internal sealed class StoreHealth(Workplace workplace, TimeProvider clock) : IHealthCheck, IDisposable
{
    // However often strangers ask, the store is asked this often.
    private static readonly TimeSpan holds = TimeSpan.FromSeconds(1), patience = TimeSpan.FromSeconds(4);
    private readonly SemaphoreSlim asking = new(1, 1);
    private (long At, HealthCheckResult Answer)? latest;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (latest is { } known && clock.GetElapsedTime(known.At) < holds)
                return known.Answer;
            var answer = await Ask(cancellationToken);
            latest = (clock.GetTimestamp(), answer);
            return answer;
        }
        finally
        {
            asking.Release();
        }
    }

    public void Dispose() => asking.Dispose();

    private async Task<HealthCheckResult> Ask(CancellationToken cancel)
    {
        if (!workplace.Exists && !workplace.IsOpen)
            return HealthCheckResult.Healthy("There is no workspace here.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            if (!(await workplace.Open(limit.Token)).TryGet(out var stores, out var reason))
                return HealthCheckResult.Unhealthy(reason.Detail);
            await using var store = stores.For(Guid.Empty);
            await store.Municipalities.AnyAsync(limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The workspace cannot be reached.", trouble);
        }
    }
}
