// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Workspace.Handovers;

namespace Schakel.Web.Opgaven;

/// <summary>One stop on the way of an opgave over the ladder.</summary>
/// <param name="Level">On which rung.</param>
/// <param name="Says">A word or two beside it.</param>
/// <param name="IsAsked">Only asked: it has not gone there.</param>
internal sealed record Stop(string Level, string Says, bool IsAsked);

/// <summary>A line in the drawing of one rung, in per cent of its cell, so that it meets the line in the next cell however high rows are.</summary>
internal sealed record TrackLine(string X1, string Y1, string X2, string Y2, bool IsAsked);

/// <summary>Where the opgave lay, drawn over the rows of the ladder: every row draws its own piece.</summary>
internal sealed class SwitchTrack
{
    private readonly List<Stop> stops = [];
    private readonly List<string> rungs;

    private SwitchTrack(IEnumerable<string> rungs) => this.rungs = [.. rungs];

    /// <summary>The stops, first to last; fewer than two have nothing to draw.</summary>
    internal IReadOnlyList<Stop> Stops => stops;

    internal static SwitchTrack Of(OpgaveView view)
    {
        var track = new SwitchTrack(view.Rungs.Select(rung => rung.Id));
        var holders = view.Story.Where(line => line is { Kind: "opgave", What: "holder" }).ToList();
        var here = view.Opgave.HolderLevel;
        track.Go(holders.Count > 0 ? holders[0].From : here, view.Texts["track.began"], false);
        foreach (var handover in view.File.Handovers.Select(asked => asked.Handover).Where(handover => handover.State != HandoverState.Withdrawn && handover.SenderLevel != handover.AddresseeLevel))
        {
            var asked = handover.State is HandoverState.Asked or HandoverState.Declined;
            track.Go(handover.AddresseeLevel, view.Texts[$"track.{Work.Of(handover.State == HandoverState.Asked ? HandoverState.Asked : handover.State == HandoverState.Declined ? HandoverState.Declined : HandoverState.Accepted)}"], asked);
            if (handover.State is HandoverState.Returned or HandoverState.Completed or HandoverState.Declined || (handover.State == HandoverState.Accepted && handover.HandoverKind != HandoverKind.Whole))
                track.Go(handover.SenderLevel, handover.State == HandoverState.Returned ? view.Texts["track.returned"] : "", handover.State == HandoverState.Declined);
        }

        track.Go(here, view.Texts["track.here"], false);
        return track;
    }

    /// <summary>The pieces of line in the row of one rung.</summary>
    internal IEnumerable<TrackLine> Lines(string rung)
    {
        var row = rungs.IndexOf(rung);
        for (var i = 0; i + 1 < stops.Count; i++)
        {
            var (from, to, asked) = (rungs.IndexOf(stops[i].Level), rungs.IndexOf(stops[i + 1].Level), stops[i + 1].IsAsked || (stops[i].IsAsked && i + 2 < stops.Count));
            if (from == row)
                yield return new TrackLine(X(i), "50%", X(i + 1), "50%", asked);
            if (from == to || row < Math.Min(from, to) || row > Math.Max(from, to))
                continue;
            // From the middle of the first row, through those between, to the middle of the last.
            var down = to > from;
            yield return new TrackLine(X(i + 1), row == from ? "50%" : down ? "0%" : "100%", X(i + 1), row == to ? "50%" : down ? "100%" : "0%", asked);
        }
    }

    internal IEnumerable<(int At, Stop Stop)> On(string rung) => stops.Select((stop, at) => (at, stop)).Where(pair => pair.stop.Level == rung);

    internal string X(int stop) => string.Create(CultureInfo.InvariantCulture, $"{(stop + 0.5) / stops.Count * 100:F1}%");

    internal string Anchor(int stop) => stops.Count > 2 && stop == 0 ? "start" : stop == stops.Count - 1 ? "end" : "middle";

    private void Go(string? level, string says, bool asked)
    {
        if (level is not null && rungs.Contains(level))
            stops.Add(new Stop(level, says, asked));
    }
}
