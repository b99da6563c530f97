// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Signals;

namespace Schakel.Cli.Signalling;

/// <summary>One of the questions about reports, answered.</summary>
/// <param name="Members">Writes the members.</param>
/// <param name="Page">Writes the page.</param>
internal sealed record SignalsPart(Action<AnswerJson> Members, Action<TextPage> Page)
{
    internal IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>How many different things were reported?</summary>
    internal static Outcome<SignalsPart> Distinct(Run run, SignalsSettings settings)
    {
        if (!OwnTable.Read(run, settings.Signals.Name, run.Get(settings.Signals)!).TryGet(out var table, out var reason))
            return reason;
        if (!table.Ids("id").TryGet(out var ids, out reason))
            return reason;
        if (!table.Words("reporter").TryGet(out var reporters, out reason))
            return reason;
        if (!table.Words("category").TryGet(out var categories, out reason))
            return reason;
        if (!table.Dates("date").TryGet(out var dates, out reason))
            return reason;
        if (!table.Numbers("x", anySign: true).TryGet(out var x, out reason))
            return reason;
        if (!table.Numbers("y", anySign: true).TryGet(out var y, out reason))
            return reason;

        ReportedSignal[] signals = [.. Enumerable.Range(0, ids.Length).Select(row => new ReportedSignal(ids[row], reporters[row], categories[row] ?? "", dates[row], x[row], y[row]))];
        if (!run.Stages.Measure("compute", () => DistinctSignals.Compute(signals)).TryGet(out var found, out reason))
            return table.Refuse(reason);

        return new SignalsPart(json =>
        {
            json.Count("raw", found.Raw);
            json.Count("distinct", found.Distinct);
            json.Figure("largestReporterShare", found.LargestReporterShare);
        }, page =>
        {
            page.Title(page.Say("Meldingen", "Reports"));
            page.Pairs(
                (page.Say("meldingen", "reports"), page.Count(found.Raw)), (page.Say("waarvan verschillend", "of which distinct"), page.Count(found.Distinct)),
                (page.Say("deel van de drukste melder", "share of the busiest reporter"), page.Figure(found.LargestReporterShare, page.Percent)));
        })
        {
            Warnings = found.Warnings,
        };
    }

    /// <summary>Is the last day more than usual?</summary>
    internal static Outcome<SignalsPart> Aberration(Run run, SignalsSettings settings)
    {
        if (!OwnTable.Read(run, settings.Series.Name, run.Get(settings.Series)!).TryGet(out var table, out var reason))
            return reason;
        if (!table.Dates("date").TryGet(out var dates, out reason))
            return reason;
        if (!table.Numbers("count").TryGet(out var counts, out reason))
            return reason;
        if (!run.Stages.Measure("compute", () => EarlyAberration.Compute([.. dates.Zip(counts)])).TryGet(out var found, out reason))
            return table.Refuse(reason);

        return new SignalsPart(json => json.Object("ears", () =>
        {
            json.Text("date", found.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            foreach (var (name, statistic) in new[] { ("c1", found.C1), ("c2", found.C2) })
                json.Object(name, () =>
                {
                    json.Figure("mean", statistic.Mean);
                    json.Figure("sd", statistic.StandardDeviation);
                    json.Figure("value", statistic.Value);
                    Alarm(json, statistic.Value, statistic.Alarm);
                });
            json.Object("c3", () =>
            {
                json.Figure("value", found.C3.Value);
                Alarm(json, found.C3.Value, found.C3.Alarm);
            });
        }), page =>
        {
            page.Title(page.Say($"Meer dan gewoon op {found.Date:yyyy-MM-dd}?", $"More than usual on {found.Date:yyyy-MM-dd}?"));
            string Said(bool alarm) => alarm ? page.Say("alarm", "alarm") : "";
            page.Table(["", page.Say(">gewoon", ">usual"), page.Say(">spreiding", ">spread"), page.Say(">waarde", ">value"), ""],
            [
                ["C1", page.Figure(found.C1.Mean), page.Figure(found.C1.StandardDeviation), page.Figure(found.C1.Value), Said(found.C1.Alarm)],
                ["C2", page.Figure(found.C2.Mean), page.Figure(found.C2.StandardDeviation), page.Figure(found.C2.Value), Said(found.C2.Alarm)],
                ["C3", "", "", page.Figure(found.C3.Value), Said(found.C3.Alarm)],
            ]);
            foreach (var why in new[] { found.C1.Value.Reason, found.C2.Value.Reason, found.C3.Value.Reason }.OfType<Reason>().Select(page.Reason).Distinct())
                page.Line($"  – {why}");
        });
    }

    // A series that is too short raises no alarm and gives no all-clear either.
    private static void Alarm(AnswerJson json, Figure value, bool alarm)
    {
        if (value.Reason is { } reason)
            json.Null("alarm", reason);
        else
            json.Flag("alarm", alarm);
    }

    /// <summary>How many are there that nobody reported?</summary>
    internal static Outcome<SignalsPart> Unseen(Run run, SignalsSettings settings)
    {
        var numbers = run.Get(settings.Capture)!;
        if (numbers.Length != 3)
            return WrongUse.With("numbers-do-not-fit", $"--capture needs 3 numbers; there are {numbers.Length}.", settings.Capture.Name, 3, numbers.Length);
        var outcome = run.Stages.Measure("compute", () => CaptureRecapture.Compute((int)numbers[0], (int)numbers[1], (int)numbers[2]));
        var isFound = outcome.TryGet(out var found, out var reason);
        if (reason is { Code: "more-in-both-than-in-one" })
            return new WrongUse(reason.Code, reason.Detail) { Arguments = reason.Arguments };

        return new SignalsPart(json => json.Object("capture", () =>
        {
            foreach (var (name, value) in new[] { ("estimate", found?.Estimate), ("se", found?.StandardError), ("low", found?.Low), ("high", found?.High) })
                json.Figure(name, value is { } number ? number : reason!);
        }), page =>
        {
            page.Title(page.Say("Hoeveel zijn er, ook wat niemand meldde?", "How many are there, also those that nobody reported?"));
            page.Line(isFound
                ? page.Say($"  Ongeveer {page.Number(found!.Estimate, 0)} (tussen {page.Number(found.Low, 0)} en {page.Number(found.High, 0)}); gezien zijn er {page.Count(found.Seen)}. Een ondergrens als wie in de ene bron staat eerder ook in de andere staat.",
                    $"  About {page.Number(found!.Estimate, 0)} (between {page.Number(found.Low, 0)} and {page.Number(found.High, 0)}); seen were {page.Count(found.Seen)}. A lower bound where who is in one source is likelier to be in the other.")
                : page.Say("  Niet te berekenen. ", "  Not computable. ") + page.Reason(reason!));
        });
    }
}
