// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Clusters;

namespace Schakel.Cli.Contrasts;

/// <summary>Differences across borders and within them, as <c>schakel borders</c> gives them.</summary>
internal sealed record BordersReport(BorderContrastResult Found, Sample Sample, string[] Zones)
{
    private const int ShownZones = 20;

    // Of methods E.4: from here on a border parts different worlds.
    private const double Worlds = 1.5;

    internal Answer Answer() => new("boundary contrast, module E.4", Write, Write) { Warnings = Sample.Warnings };

    private void Write(AnswerJson json)
    {
        json.Count("n", Sample.Ids.Length);
        Write(json, Found.Whole);
        json.Figure("p", Found.P);
        json.Count("replicates", Found.Replicates);
        json.Objects("zones", Found.Zones, zone =>
        {
            json.Text("id", Zones[zone.Zone]);
            Write(json, zone.Differences);
        });
        SampleAnswer.Write(json, Sample.Excluded, Sample.Subject.Join);
    }

    private static void Write(AnswerJson json, BorderDifferences differences)
    {
        json.Figure("across", differences.Across);
        json.Figure("within", differences.Within);
        json.Figure("contrast", differences.Contrast);
        json.Count("pairsAcross", differences.PairsAcross);
        json.Count("pairsWithin", differences.PairsWithin);
    }

    private void Write(TextPage page)
    {
        page.Title(page.Say($"Grenzen: {Sample.Subject.Name}", $"Borders: {Sample.Subject.Name}"));
        page.Line(Found.Whole.Contrast.Value switch
        {
            null => page.Reason(Found.Whole.Contrast.Reason!),
            >= Worlds => page.Say("De grenzen scheiden verschillende werelden.", "The borders part different worlds."),
            > 1 => page.Say("Over de grenzen heen verschillen buren wat meer dan erbinnen; muren zijn het niet.", "Across the borders neighbours differ somewhat more than within them; they are no walls."),
            _ => page.Say("Over de grenzen heen verschillen buren niet meer dan erbinnen.", "Across the borders neighbours differ no more than within them."),
        });
        page.Line();
        page.Pairs(
            (page.Say("verschil over een grens", "difference across a border"), $"{page.Figure(Found.Whole.Across)} ({page.Say("paren", "pairs")}: {page.Count(Found.Whole.PairsAcross)})"),
            (page.Say("verschil binnen een zone", "difference within a zone"), $"{page.Figure(Found.Whole.Within)} ({page.Say("paren", "pairs")}: {page.Count(Found.Whole.PairsWithin)})"),
            (page.Say("contrast", "contrast"), page.Figure(Found.Whole.Contrast, value => page.Number(value, 2))),
            (page.Say("p: even veel contrast met andere grenzen", "p: as much contrast with other borders"), page.Figure(Found.P, value => page.Number(value, 3))));
        if (Found.P.Reason is { Code: not "no-permutations" } why)
            page.Line("  – " + page.Reason(why));
        page.Line();
        ZoneBorder[] strongest = [.. Found.Zones.Where(zone => zone.Differences.Contrast.Value is not null).OrderByDescending(zone => zone.Differences.Contrast.Value).ThenBy(zone => zone.Zone)];
        if (strongest.Length > 0)
        {
            page.Table([page.Say("zone", "zone"), page.Say(">over de grens", ">across"), page.Say(">erbinnen", ">within"), page.Say(">contrast", ">contrast")],
                [.. strongest.Take(ShownZones).Select(zone => new[]
                {
                    Zones[zone.Zone], page.Figure(zone.Differences.Across), page.Figure(zone.Differences.Within), page.Figure(zone.Differences.Contrast, value => page.Number(value, 2)),
                })]);
            if (strongest.Length > ShownZones)
                page.Line(page.Say($"  … en {page.Count(strongest.Length - ShownZones)} meer; --json geeft ze alle.", $"  … and {page.Count(strongest.Length - ShownZones)} more; --json gives all."));
            page.Line();
        }

        SampleAnswer.Write(page, Sample.Ids.Length, Sample.Excluded, Sample.Subject.Join);
    }
}
