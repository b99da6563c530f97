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
public sealed class Pictures(TimeProvider clock)
{
    /// <summary>Enough for a team at work; a picture of the whole country is a few megabytes.</summary>
    private const int Kept = 48;

    private readonly Lock access = new();
    private readonly Dictionary<(string Fingerprint, StudyQuestion Question), LinkedListNode<(object Key, PictureInTheMaking Picture)>> byQuestion = [];
    private readonly LinkedList<(object Key, PictureInTheMaking Picture)> latestFirst = new();

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

            var made = new PictureInTheMaking(clock.GetUtcNow(), Task.Run(() => Make(ground, question)));
            byQuestion[key] = latestFirst.AddFirst(((object)key, made));
            ForgetOldest();
            return made;
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
