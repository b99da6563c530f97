// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Displacement;
using Schakel.Catalogue;

namespace Schakel.Cli.Waterbed;

/// <summary>Rings through time from a table <c>ring,period,count</c>, as they are written down.</summary>
internal sealed record RingsAnswer(EventStudyResult Study, int[] Rings, string[] Periods)
{
    private const string Control = "control";

    internal static Outcome<RingsAnswer> Measure(Run run, WaterbedSettings settings, string file)
    {
        if (run.Get(settings.Reference) is not { } reference)
            return WrongUse.With("no-reference", "--rings needs --reference P: the last period before anything was done.");
        if (!OwnTable.Read(run, settings.Rings.Name, file).TryGet(out var table, out var reason))
            return reason;
        if (!table.Codes("ring").TryGet(out var rings, out reason))
            return reason;
        if (!table.Codes("period").TryGet(out var periods, out reason))
            return reason;
        if (!table.Numbers("count").TryGet(out var counts, out reason))
            return reason;

        var ordered = InOrder(periods);
        var at = Array.IndexOf(ordered, reference.Trim());
        if (at < 0)
            return WrongUse.With("no-such-period", $"--reference {reference}: there is no such period. There are: {string.Join(", ", ordered)}.", reference, string.Join(", ", ordered));

        var byRing = new SortedDictionary<int, double?[]>();
        for (var row = 0; row < counts.Length; row++)
        {
            // The control sorts before all rings.
            var ring = -1;
            if (!string.Equals(rings[row], Control, StringComparison.OrdinalIgnoreCase) && !(int.TryParse(rings[row], NumberStyles.None, CultureInfo.InvariantCulture, out ring) && ring >= 0))
                return table.Refuse(row, "ring", "not-a-ring", $"'{rings[row]}' is no ring.", rings[row], "0, 1, 2, … or control");
            if (!byRing.TryGetValue(ring, out var line))
                byRing[ring] = line = new double?[ordered.Length];
            ref var cell = ref line[Array.IndexOf(ordered, periods[row])];
            if (cell is not null)
                return table.Refuse(row, "period", "ring-twice", $"Ring {rings[row]} has two counts for period {periods[row]}.", periods[row]);
            cell = counts[row];
        }

        if (Lacking(byRing, ordered, table.Path) is { } lacking)
            return lacking;

        var numbers = byRing.Keys.Where(ring => ring >= 0).ToArray();
        return new RingsAnswer(
            run.Stages.Measure("compute", () => EventStudy.Compute(
                [.. numbers.Select(ring => Filled(byRing[ring]))], Filled(byRing[-1]), at, run.Get(settings.Phi) ?? 1)),
            numbers, ordered);
    }

    internal void Write(AnswerJson json)
    {
        json.Objects("eventStudy", Study.Rings, ring =>
        {
            json.Count("ring", Rings[ring.Ring]);
            json.Objects("periods", ring.Periods, effect =>
            {
                // Years and numbers of periods are numbers; names of months are text.
                if (int.TryParse(Periods[effect.Period], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    json.Count("period", number);
                else
                    json.Text("period", Periods[effect.Period]);
                json.Figure("estimate", effect.Estimate);
                json.Figure("se", effect.StandardError);
            });
        });
        if (Study.Trend is not { } trend)
        {
            json.Null("preTrend", Study.TrendReason!);
            return;
        }

        json.Object("preTrend", () =>
        {
            json.Number("chiSquare", trend.ChiSquare);
            json.Count("df", trend.DegreesOfFreedom);
            json.Number("p", trend.P);
        });
    }

    internal void Write(TextPage page)
    {
        page.Line();
        page.Title(page.Say("Ringen door de tijd, vergeleken met de controle (log-verhouding; −0,39 is een derde minder)", "Rings through time, compared with the control (log ratio; −0.39 is a third fewer)"));
        page.Table(
            [page.Say("ring", "ring"), .. Periods.Select(period => ">" + period)],
            [.. Study.Rings.Select(ring => new[] { Rings[ring.Ring].ToString(CultureInfo.InvariantCulture) }
                .Concat(ring.Periods.Select(effect => page.Figure(effect.Estimate, value => page.Number(value, 2)) + (effect.StandardError.Value is { } se ? $" ±{page.Number(1.96 * se, 2)}" : ""))).ToArray())]);
        page.Line(Study.Trend is { } trend
            ? page.Say($"Liepen ze vooraf gelijk op? χ² = {page.Number(trend.ChiSquare, 2)}, df = {trend.DegreesOfFreedom}, p = {page.Number(trend.P, 3)}.",
                $"Did they run alike before? χ² = {page.Number(trend.ChiSquare, 2)}, df = {trend.DegreesOfFreedom}, p = {page.Number(trend.P, 3)}.")
            : page.Reason(Study.TrendReason!));
    }

    // As numbers when they all are, else by their letters: 2 before 10, and 2024-02 before 2024-10.
    private static string[] InOrder(string[] periods)
    {
        var distinct = periods.Distinct(StringComparer.Ordinal).ToArray();
        return Array.TrueForAll(distinct, period => double.TryParse(period, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            ? [.. distinct.OrderBy(period => double.Parse(period, NumberStyles.Float, CultureInfo.InvariantCulture))]
            : [.. distinct.Order(StringComparer.Ordinal)];
    }

    private static Refusal? Lacking(SortedDictionary<int, double?[]> byRing, string[] periods, string path)
    {
        if (!byRing.ContainsKey(-1))
            return new Refusal("rings-incomplete", "There is no row with ring = control.", path) { Expected = "a count for the control in each period", Arguments = [Control] };
        if (byRing.Count < 2)
            return new Refusal("rings-incomplete", "There is no row with a ring.", path) { Expected = "a count for ring 0 in each period", Arguments = ["0"] };
        foreach (var (ring, line) in byRing)
            if (Array.IndexOf(line, null) is >= 0 and var at)
            {
                var name = ring < 0 ? Control : ring.ToString(CultureInfo.InvariantCulture);
                return new Refusal("rings-incomplete", $"Ring {name} has no count for period {periods[at]}.", path)
                {
                    Column = "period",
                    Value = periods[at],
                    Expected = "a count for each ring in each period, also 0",
                    Arguments = [name],
                };
            }

        return null;
    }

    private static double[] Filled(double?[] line) => Array.ConvertAll(line, count => count!.Value);
}
