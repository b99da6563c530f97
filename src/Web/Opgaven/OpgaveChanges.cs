// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Schakel.Web.Opgaven;

/// <summary>Tells who has the page of an opgave open that something changed there; the page fetches that part again. It says what, never who.</summary>
public sealed class OpgaveChanges
{
    private readonly ConcurrentDictionary<Channel<string>, Guid> open = new();

    /// <summary>Says that something was done to an opgave.</summary>
    public void Tell(Guid opgave, string what)
    {
        foreach (var (channel, about) in open)
            if (about == opgave)
                channel.Writer.TryWrite(what);
    }

    /// <summary>What happens from now on, until the reader goes away.</summary>
    internal async IAsyncEnumerable<string> Of(Guid opgave, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        // A reader who does not read misses what was said twice, not the last word.
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest });
        open[channel] = opgave;
        try
        {
            await foreach (var what in channel.Reader.ReadAllAsync(cancel))
                yield return what;
        }
        finally
        {
            open.TryRemove(channel, out _);
        }
    }
}
