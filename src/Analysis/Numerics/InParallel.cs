// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.ExceptionServices;

namespace Schakel.Analysis.Numerics;

/// <summary>Work divided over the cores. What a piece gives never depends on which core did it.</summary>
internal static class InParallel
{
    /// <summary>Number of workers for a wish of the caller.</summary>
    /// <param name="threads">0: all cores.</param>
    internal static int Workers(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        return threads == 0 ? Environment.ProcessorCount : threads;
    }

    /// <summary>Runs a job once for each worker, with its number.</summary>
    internal static void Run(int workers, Action<int> job)
    {
        if (workers == 1)
        {
            job(0);
            return;
        }

        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, job);
        }
        catch (AggregateException failures)
        {
            // A breach of contract looks the same on one core and on many.
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
        }
    }

    /// <summary>Hands out pieces of 0 .. count to workers until there are none left: for pieces of unequal cost.</summary>
    /// <param name="count">Number of items.</param>
    /// <param name="piece">Items a piece.</param>
    /// <param name="threads">0: all cores.</param>
    /// <param name="worker">Makes what a worker needs for itself and gives the job for a piece, from and up to.</param>
    internal static void Pieces(int count, int piece, int threads, Func<Action<int, int>> worker)
    {
        var pieces = ((long)count + piece - 1) / piece;
        var next = 0L;
        Run((int)Math.Max(1, Math.Min(Workers(threads), pieces)), _ =>
        {
            var job = worker();
            for (var mine = Interlocked.Increment(ref next) - 1; mine < pieces; mine = Interlocked.Increment(ref next) - 1)
                job((int)(mine * piece), (int)Math.Min(count, (mine + 1) * piece));
        });
    }
}
