// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>A picture that is being made, or is ready.</summary>
/// <param name="Started">When it was first asked for.</param>
/// <param name="Outcome">The answer.</param>
public sealed record PictureInTheMaking(DateTimeOffset Started, Task<Outcome<ScalePicture>> Outcome);

/// <summary>
/// The pictures that were asked for lately. A question is worked out once, however many ask it at the same time, and off the request:
/// who leaves finds the answer later.
/// </summary>
public sealed class Pictures(TimeProvider clock) : IDisposable
{
    /// <summary>Too many other questions are waiting for their answer.</summary>
    public const string TooBusy = "server-busy";

    /// <summary>Enough for a team at work; a picture of the whole country is a few megabytes.</summary>
    private const int Kept = 48;

    /// <summary>A picture keeps a core busy; more at once would only make each of them later.</summary>
    private static readonly int atOnce = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Who comes behind so many others is better told so.</summary>
    private const int MostWaiting = 64;

    private static readonly Reason tooBusy = new(TooBusy, "Too many pictures are being made. Try again in a minute.");

    private readonly SemaphoreSlim places = new(atOnce);
    private readonly Lock access = new();
    private readonly Dictionary<(string Fingerprint, StudyQuestion Question), LinkedListNode<(object Key, PictureInTheMaking Picture)>> byQuestion = [];
    private readonly LinkedList<(object Key, PictureInTheMaking Picture)> latestFirst = new();
    private int unfinished;

    /// <summary>Asks for a picture; the work starts at the first time of asking.</summary>
    public PictureInTheMaking Ask(IGround ground, StudyQuestion question)
    {
        var key = (ground.Fingerprint, question);
        lock (access)
        {
            if (byQuestion.TryGetValue(key, out var known))
            {
                // What broke once (a disk, memory) may work now; a reason is an answer and stays.
                if (!known.Value.Picture.Outcome.IsFaulted)
                {
                    latestFirst.Remove(known);
                    latestFirst.AddFirst(known);
                    return known.Value.Picture;
                }

                latestFirst.Remove(known);
            }

            if (Volatile.Read(ref unfinished) >= MostWaiting)
                return new PictureInTheMaking(clock.GetUtcNow(), Task.FromResult(new Outcome<ScalePicture>(tooBusy)));

            Interlocked.Increment(ref unfinished);
            var made = new PictureInTheMaking(clock.GetUtcNow(), Task.Run(() => InTurn(ground, question)));
            byQuestion[key] = latestFirst.AddFirst(((object)key, made));
            ForgetOldest();
            return made;
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<Outcome<ScalePicture>> InTurn(IGround ground, StudyQuestion question)
    {
        await places.WaitAsync();
        try
        {
            return Make(ground, question);
        }
        finally
        {
            places.Release();
            Interlocked.Decrement(ref unfinished);
        }
    }

    private static Outcome<ScalePicture> Make(IGround ground, StudyQuestion question) => ground.Picture(question).TryGet(out var picture, out var reason)
        ? PicturedAreas.Completed(ground, picture)
        : reason;

    private void ForgetOldest()
    {
        while (latestFirst.Count > Kept && latestFirst.Last is { } oldest)
        {
            latestFirst.RemoveLast();
            byQuestion.Remove(((string, StudyQuestion))oldest.Value.Key);
        }
    }
}
