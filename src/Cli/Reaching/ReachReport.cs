// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Reach;

namespace Schakel.Cli.Reaching;

/// <summary>Reach as <c>schakel reach</c> gives it.</summary>
internal sealed record ReachReport(ReachResult Reach, TableProfile Units)
{
    internal Answer Answer() => new("concentration and honest reach, module B", Write, Write) { Warnings = [.. Units.Warnings, .. Reach.Warnings] };

    private void Write(AnswerJson json)
    {
        json.Count("n", Units.Ids[0].Length);
        json.Text("honestMethod", Reach.Method);
        json.Objects("levels", Reach.Rows, row =>
        {
            var gini = Reach.Ginis.First(entry => entry.Level == row.Level);
            json.Text("level", row.Level);
            json.Number("budgetShare", row.BudgetShare);
            json.Number("reach", row.Reach);
            json.Figure("honestReach", row.HonestReach);
            json.Figure("noiseReach", row.NoiseReach);
            json.Figure("noiseApparent", row.NoiseApparent);
            json.Number("gain", row.Gain);
            json.Figure("honestGain", row.HonestGain);
            json.Number("missed", row.Missed);
            json.Number("gini", gini.Gini);
            json.Number("generalisedGini", gini.GeneralisedGini);
            if (row.Class is { } word)
                json.Text("class", word);
            else
                json.Null("class", row.HonestGain.Reason!);
        });
        json.Objects("wholeUnits", Reach.WholeUnits, choice =>
        {
            json.Text("level", choice.Level);
            json.Number("budgetShare", choice.BudgetShare);
            json.Strings("ids", IdsOf(choice.Level, choice.Groups));
            json.Number("population", choice.Population);
            json.Number("casesInside", choice.CasesInside);
            json.Number("casesOutside", choice.CasesOutside);
            json.Figure("rateInside", choice.RateInside);
            json.Figure("rateOutside", choice.RateOutside);
            json.Figure("unaffectedPerAffected", choice.UnaffectedPerAffected);
            json.Strings("hotOutside", choice.HotLevel is { } finer ? IdsOf(finer, choice.HotOutside) : []);
        });
        SampleAnswer.Write(json, Units.Excluded, Units.Join);
    }

    private void Write(TextPage page)
    {
        page.Title(page.Say($"Bereik: {Units.Title}", $"Reach: {Units.Title}"));
        page.Line(Reach.Method == "two-years"
            ? page.Say("Eerlijk = gerangschikt op het eerste jaar, geteld in het tweede.", "Honest = ranked on the first year, counted in the second.")
            : page.Say("Eerlijk = gerangschikt op de ene helft van de gevallen, geteld in de andere.", "Honest = ranked on one half of the cases, counted in the other."));
        page.Line();
        page.Table(
            [page.Say("schaal", "level"), page.Say(">inwoners", ">residents"), page.Say(">lijkt bereikt", ">seems reached"), page.Say(">eerlijk", ">honest"), page.Say(">gemist", ">missed"), page.Say("winst", "gain")],
            [.. Reach.Rows.Select(row => new[]
            {
                row.Level, page.Percent(row.BudgetShare), page.Percent(row.Reach), page.Figure(row.HonestReach, page.Percent), page.Number(row.Missed, 0), Word(page, row.Class),
            })]);
        page.Line();
        page.Line(page.Say("Alleen hele gebieden:", "Whole areas only:"));
        foreach (var choice in Reach.WholeUnits)
            Write(page, choice);
        if (Reach.Rows.Select(row => row.HonestReach.Reason).FirstOrDefault(reason => reason is not null) is { } why)
            page.Line(page.Say("Eerlijk bereik: ", "Honest reach: ") + page.Reason(why));
        page.Line();
        SampleAnswer.Write(page, Units.Ids[0].Length, Units.Excluded, Units.Join);
    }

    private void Write(TextPage page, WholeUnitChoice choice)
    {
        var all = choice.CasesInside + choice.CasesOutside;
        var head = $"  {choice.Level}, {page.Percent(choice.BudgetShare)}: ";
        if (choice.Groups.Count == 0)
        {
            page.Line(head + page.Reason(choice.RateInside.Reason!));
            return;
        }

        page.Line(head + Some(IdsOf(choice.Level, choice.Groups)) + page.Say(
            $". Van elke 10 mensen met dit probleem wonen er {page.Number(10 * choice.CasesOutside / all, 0)} daarbuiten.",
            $". Of every 10 people with this problem, {page.Number(10 * choice.CasesOutside / all, 0)} live outside."));
        if (choice.HotOutside.Count > 0)
            page.Line(page.Say($"    hoog en toch erbuiten ({choice.HotLevel}): ", $"    high and yet outside ({choice.HotLevel}): ") + Some(IdsOf(choice.HotLevel!, choice.HotOutside)));
    }

    // Groups are numbered in the order of their ids.
    private List<string> IdsOf(string level, IReadOnlyList<int> groups)
    {
        var ids = Units.Ids[Units.Tree.Levels.ToList().IndexOf(level)];
        return [.. groups.Order().Select(group => ids[group])];
    }

    private static string Some(List<string> ids) => string.Join(", ", ids.Take(8)) + (ids.Count > 8 ? ", …" : "");

    private static string Word(TextPage page, string? word) => word switch
    {
        "strong" => page.Say("sterk", "strong"),
        "moderate" => page.Say("matig", "moderate"),
        "weak" => page.Say("zwak", "weak"),
        "none" => page.Say("geen", "none"),
        _ => "–",
    };
}
