// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Signals;

namespace Schakel.Cli.Scanning;

/// <summary>Clusters in place and time, as <c>schakel scan --space-time</c> gives them.</summary>
internal sealed record EventScanReport(SpaceTimeScanResult Found, PlacedEvents Events, DateOnly End, SpaceTimeScanOptions Options)
{
    private const int ShownIds = 6;

    internal Answer Answer() => new("space-time permutation scan (Kulldorff et al. 2005), module K", Write, Write) { Warnings = [.. Doubts()] };

    private IEnumerable<Warning> Doubts()
    {
        var left = Events.WithoutArea + Events.WithoutDay + Events.WithoutPlace;
        if (left > 0)
            yield return new Warning("events-left-out", $"{left} events were left out: {Events.WithoutArea} without an area, {Events.WithoutDay} without a day, {Events.WithoutPlace} without a place.")
            {
                Arguments = [left, Events.WithoutArea, Events.WithoutDay, Events.WithoutPlace],
            };
        if (Events.Reports.Count > Found.Reports)
            yield return new Warning("events-after-end", $"{Events.Reports.Count - Found.Reports} events after {Day(End)} do not count.") { Arguments = [Events.Reports.Count - Found.Reports, Day(End)] };
    }

    private void Write(AnswerJson json)
    {
        json.Count("n", Events.Ids.Length);
        json.Count("events", Found.Reports);
        json.Text("end", Day(End));
        json.Counts("windows", Options.WindowDays);
        json.Objects("clusters", Found.Clusters, cluster =>
        {
            json.Strings("ids", cluster.Zones.Select(zone => Events.Ids[zone]));
            json.Text("from", Day(cluster.From));
            json.Text("to", Day(cluster.To));
            json.Count("cases", cluster.Cases);
            json.Number("expected", cluster.Expected);
            json.Number("llr", cluster.LogLikelihoodRatio);
            json.Number("p", cluster.P);
            json.Number("recurrenceDays", cluster.RecurrenceDays);
        });
        json.Object("setAside", () =>
        {
            json.Count("withoutArea", Events.WithoutArea);
            json.Count("withoutDay", Events.WithoutDay);
            json.Count("withoutPlace", Events.WithoutPlace);
            json.Count("afterEnd", Events.Reports.Count - Found.Reports);
        });
    }

    private void Write(TextPage page)
    {
        page.Title(page.Say($"Meer dan gewoon, tot en met {Day(End)}", $"More than usual, up to {Day(End)}"));
        page.Line(page.Say(
            $"{page.Count(Found.Reports)} gebeurtenissen in {page.Count(Events.Ids.Length)} gebieden.", $"{page.Count(Found.Reports)} events in {page.Count(Events.Ids.Length)} areas."));
        page.Line();
        if (Found.Clusters.Count == 0)
        {
            page.Line(page.Say("Nergens is er meer gemeld dan plek en tijd samen verklaren.", "Nowhere was more reported than place and time together explain."));
            return;
        }

        page.Table(
            [page.Say("van", "from"), page.Say("tot en met", "to"), page.Say(">gevallen", ">cases"), page.Say(">verwacht", ">expected"), ">p", page.Say(">eens in … dagen", ">once in … days"), page.Say("gebieden", "areas")],
            [.. Found.Clusters.Select(cluster => new[]
            {
                Day(cluster.From), Day(cluster.To), page.Count(cluster.Cases), page.Number(cluster.Expected, 2), page.Number(cluster.P, 3), page.Number(cluster.RecurrenceDays, 0),
                string.Join(", ", cluster.Zones.Take(ShownIds).Select(zone => Events.Ids[zone])) + (cluster.Zones.Count > ShownIds ? $", … ({cluster.Zones.Count})" : ""),
            })]);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
