// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Displacement;

namespace Schakel.Cli.Waterbed;

/// <summary>Where displaced cases would go, as it is written down.</summary>
internal sealed record ExposureAnswer(string[] Ids, Outcome<double[]> Expected, IReadOnlyList<Exclusion> Excluded)
{
    internal static Outcome<ExposureAnswer> Measure(Run run, WaterbedSettings settings, string file)
    {
        if (run.Get(settings.Volume) is not { } volume)
            return WrongUse.With("no-volume", "--exposure needs --volume X: how many cases would move.");
        if (!OwnTable.Read(run, settings.Exposure.Name, file).TryGet(out var table, out var reason))
            return reason;
        if (!table.Ids("id").TryGet(out var ids, out reason))
            return reason;
        if (!table.Amounts("opportunities").TryGet(out var opportunities, out reason))
            return reason;
        if (!table.Amounts("distance").TryGet(out var distances, out reason))
            return reason;

        var sorted = Enumerable.Range(0, ids.Length).OrderBy(row => ids[row], StringComparer.Ordinal).ToArray();
        var used = sorted.Where(row => opportunities.IsPresent(row) && distances.IsPresent(row)).ToArray();
        var excluded = sorted.Except(used)
            .Select(row => new Exclusion(ids[row], Exclusion.Of(opportunities.IsPresent(row) ? distances.Missing[row] : opportunities.Missing[row]))).ToList();
        return new ExposureAnswer(
            Array.ConvertAll(used, row => ids[row]),
            run.Stages.Measure("compute", () => ExposureAllocation.Compute(
                volume, Array.ConvertAll(used, row => opportunities.Values[row]), Array.ConvertAll(used, row => distances.Values[row]), run.Get(settings.Distance))),
            excluded);
    }

    internal void Write(AnswerJson json)
    {
        if (Expected.TryGet(out var expected, out var reason))
            json.Objects("exposure", Enumerable.Range(0, Ids.Length), place =>
            {
                json.Text("id", Ids[place]);
                json.Number("expected", expected[place]);
            });
        else
            json.Null("exposure", reason);
        json.Count("n", Ids.Length);
        SampleAnswer.Write(json, Excluded, join: null);
    }

    internal void Write(TextPage page)
    {
        page.Line();
        page.Title(page.Say("Waar gevallen heen zouden gaan als ze zich verplaatsen (scenario)", "Where cases would go if they move (scenario)"));
        if (Expected.TryGet(out var expected, out var reason))
            page.Table(["id", page.Say(">verwacht", ">expected")], [.. Ids.Zip(expected, (id, cases) => new[] { id, page.Number(cases, 1) })]);
        else
            page.Line(page.Reason(reason));
        page.Line();
        SampleAnswer.Write(page, Ids.Length, Excluded, join: null);
    }
}
