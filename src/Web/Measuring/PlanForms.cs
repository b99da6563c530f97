// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Opgaven;
using Schakel.Workspace.Measuring;

namespace Schakel.Web.Measuring;

/// <summary>From what was typed to what a plan is made of.</summary>
internal static class PlanForms
{
    internal static async Task<Outcome<MeasuringPlan>> Write(SentForm form, CurrentGround current)
    {
        var ground = current.Ask().TryGet(out var found, out _) ? found : null;
        if (!(await Asked(form, ground)).TryGet(out var asked, out var reason))
            return reason;

        return await form.Work<PlanWork>().Write(
            form.Actor, form.Id, form.Chosen("plan"), form.Seen, form["indicator"], asked.Areas, asked.Before, asked.After, form["catchment"], asked.Counted, asked.Source, form.Cancel);
    }

    internal static Task<Outcome<MeasuringPlan>> Confirm(SentForm form) => form.Chosen("plan") is { } plan
        ? form.Work<PlanWork>().Confirm(form.Actor, plan, form.Seen, form["because"], form.Cancel)
        : Task.FromResult<Outcome<MeasuringPlan>>(SentForm.NotChosen("plan"));

    internal static async Task<Outcome<MeasuringPlan>> Amend(SentForm form, CurrentGround current)
    {
        if (form.Chosen("plan") is not { } plan)
            return SentForm.NotChosen("plan");
        var ground = current.Ask().TryGet(out var found, out _) ? found : null;
        return (await Asked(form, ground)).TryGet(out var asked, out var reason)
            ? await form.Work<PlanWork>().AskToAmend(form.Actor, plan, form.Seen, asked.Areas, asked.Before, asked.After, asked.Counted, asked.Source, form["because"], form.Cancel)
            : reason;
    }

    /// <summary>Loads what was counted afterwards: what was typed, else what is in the loaded figures. They are asked only when the plan is fixed.</summary>
    internal static async Task<Outcome<Measurement>> Measure(SentForm form, CurrentGround current)
    {
        if (form.Chosen("plan") is not { } id)
            return SentForm.NotChosen("plan");
        if (!Typed(form, "after").TryGet(out var typed, out var reason))
            return reason;

        var counting = current.Ask().TryGet(out var ground, out var noGround) ? new ZoneCounting(ground) : null;
        var source = form.Given("source");
        if (typed.Counts is null && (await form.Work<PlanReading>().Of(form.Actor, form.Id, form.Cancel)).TryGet(out var file, out _) && file.Plans.FirstOrDefault(plan => plan.Id == id) is { } planned)
            source = counting?.SourceOf(planned.Indicator, planned.After) ?? source;
        return await form.Work<PlanWork>().Measure(form.Actor, id, source ?? "", plan =>
        {
            if (typed.Counts is { } after)
                return plan.BeforeCounts is { } before ? new MeasuredCounts(before, after, plan.Lengths, null, []) : SentForm.NotChosen("before");
            return counting is not null ? counting.Both(plan) : noGround!;
        }, form["because"], form.Cancel);
    }

    private sealed record Sent(PlanAreas Areas, PlanPeriod Before, PlanPeriod After, ZoneCounts? Counted, string Source);

    private sealed record MaybeCounts(ZoneCounts? Counts);

    private static async Task<Outcome<Sent>> Asked(SentForm form, IGround? ground)
    {
        if (!(await form.Work<PlanReading>().Of(form.Actor, form.Id, form.Cancel)).TryGet(out var file, out var reason)
            || !Areas(form, ground, file.Municipality).TryGet(out var areas, out reason)
            || !Period(form, "before").TryGet(out var before, out reason) || !Period(form, "after").TryGet(out var after, out reason)
            || !Typed(form, "before").TryGet(out var typed, out reason))
            return reason;
        if (typed.Counts is not null)
            return new Sent(areas, before, after, typed.Counts, form["source"]);

        // What is loaded is counted at once; what is not is said when it is needed.
        var counting = ground is null ? null : new ZoneCounting(ground);
        if (counting is null || form["indicator"].Length == 0 || areas.All.Any() is false)
            return new Sent(areas, before, after, null, "");
        return counting.In(form["indicator"], areas, before).TryGet(out var counted, out reason)
            ? new Sent(areas, before, after, counted, counting.SourceOf(form["indicator"], before))
            : reason;
    }

    private static Outcome<PlanAreas> Areas(SentForm form, IGround? ground, string municipality)
    {
        // Without a map there are no names to know: codes are taken as they are.
        var names = ground is null ? null : new NamedAreas(ground, form["niveau"], municipality);
        var zones = new List<IReadOnlyList<string>>();
        foreach (var zone in PlanView.Zones)
            if (names is null)
                zones.Add([.. NamedAreas.Entries(form[zone])]);
            else if (!names.Read(form[zone]).TryGet(out var codes, out var reason))
                return reason;
            else
                // Nothing said about the ring: then it is what touches.
                zones.Add(zone == "ring" && codes.Count == 0 ? names.Around(zones[0]) : codes);
        return new PlanAreas(zones[0], zones[1], zones[2], zones[3]);
    }

    private static Outcome<PlanPeriod> Period(SentForm form, string which) =>
        Day(form[which + "From"]) is { } from && Day(form[which + "To"]) is { } to ? new PlanPeriod(from, to) : SentForm.NotChosen(which);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // All four or none: a zone that was not counted is not a zone with nothing in it.
    private static Outcome<MaybeCounts> Typed(SentForm form, string which)
    {
        var texts = PlanView.Zones.Select(zone => form.Given($"{which}-{zone}")).ToArray();
        if (texts.All(text => text is null))
            return new MaybeCounts(null);

        var counts = new double[4];
        for (var zone = 0; zone < counts.Length; zone++)
            if (!double.TryParse(texts[zone]?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out counts[zone]))
                return new Reason("counts-not-usable", "A count is a whole number, 0 or more; all four are needed.") { Arguments = [PlanView.Zones[zone]] };
        return new MaybeCounts(new ZoneCounts(counts[0], counts[1], counts[2], counts[3]));
    }
}
