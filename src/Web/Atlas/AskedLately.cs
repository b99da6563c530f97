// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Web.Atlas;

/// <summary>An answer that is being made, or is ready.</summary>
/// <param name="Started">When it was first asked for.</param>
/// <param name="Outcome">The answer.</param>
public sealed record AnswerInTheMaking<T>(DateTimeOffset Started, Task<Outcome<T>> Outcome)
    where T : notnull;

/// <summary>
/// The answers that were asked for lately. A question is worked out once, however many ask it at the same time, and off the request:
/// who leaves finds the answer later.
/// </summary>
/// <param name="clock">Time.</param>
/// <param name="kept">How many answers are kept.</param>
/// <param name="atOnce">How many are worked out side by side.</param>
/// <param name="isPassing">Reasons that hold for now alone, and are no answer to who asks later.</param>
internal sealed class AskedLately<T>(TimeProvider clock, int kept, int atOnce, Func<Reason, bool>? isPassing = null) : IDisposable
    where T : notnull
{
    /// <summary>Who comes behind so many others is better told so.</summary>
    private const int MostWaiting = 64;

    private static readonly Reason tooBusy = new(Pictures.TooBusy, "Too many pictures are being made. Try again in a minute.");

    private readonly SemaphoreSlim places = new(atOnce);
    private readonly Lock access = new();
    private readonly Dictionary<object, LinkedListNode<(object Key, AnswerInTheMaking<T> Answer)>> byQuestion = [];
    private readonly LinkedList<(object Key, AnswerInTheMaking<T> Answer)> latestFirst = new();
    private int unfinished;

    /// <summary>Asks; the work starts at the first time of asking.</summary>
    internal AnswerInTheMaking<T> Ask(object key, Func<Outcome<T>> make) => Ask(key, () => Task.FromResult(make()));

    /// <summary>The same for work that waits for another program.</summary>
    internal AnswerInTheMaking<T> Ask(object key, Func<Task<Outcome<T>>> make)
    {
        lock (access)
        {
            if (byQuestion.TryGetValue(key, out var known))
            {
                // What broke once (a disk, memory) may work now; a reason is an answer and stays.
                if (!known.Value.Answer.Outcome.IsFaulted && !HasPassed(known.Value.Answer.Outcome))
                {
                    latestFirst.Remove(known);
                    latestFirst.AddFirst(known);
                    return known.Value.Answer;
                }

                latestFirst.Remove(known);
            }

            if (Volatile.Read(ref unfinished) >= MostWaiting)
                return new AnswerInTheMaking<T>(clock.GetUtcNow(), Task.FromResult(new Outcome<T>(tooBusy)));

            Interlocked.Increment(ref unfinished);
            var made = new AnswerInTheMaking<T>(clock.GetUtcNow(), Task.Run(() => InTurn(make)));
            byQuestion[key] = latestFirst.AddFirst((key, made));
            ForgetOldest();
            return made;
        }
    }

    public void Dispose() => places.Dispose();

#pragma warning disable RS0030 // The task has completed: nothing is waited for.
    private bool HasPassed(Task<Outcome<T>> known) => isPassing is not null && known.IsCompletedSuccessfully && !known.Result.TryGet(out _, out var reason) && isPassing(reason);
#pragma warning restore RS0030

    private async Task<Outcome<T>> InTurn(Func<Task<Outcome<T>>> make)
    {
        await places.WaitAsync();
        try
        {
            return await make();
        }
        finally
        {
            places.Release();
            Interlocked.Decrement(ref unfinished);
        }
    }

    private void ForgetOldest()
    {
        while (latestFirst.Count > kept && latestFirst.Last is { } oldest)
        {
            latestFirst.RemoveLast();
            byQuestion.Remove(oldest.Value.Key);
        }
    }
}
