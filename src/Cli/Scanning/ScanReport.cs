// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Clusters;

namespace Schakel.Cli.Scanning;

/// <summary>Clusters in place, as <c>schakel scan</c> gives them.</summary>
internal sealed class ScanReport
{
    // People read the first few ids of a cluster; the JSON has all.
    private const int ShownIds = 6;

    private const double OftenCalledClear = 0.05;

    private readonly PoissonScanResult found;
    private readonly PlacedCases places;
    private readonly double[] cases;
    private readonly string[] zoneNames;
    private readonly Outcome<Crossing>[] crossings;

    internal ScanReport(PoissonScanResult found, PlacedCases places, double[] cases)
    {
        (this.found, this.places, this.cases) = (found, places, cases);
        zoneNames = [.. places.Zones.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        crossings = zoneNames.Length == 0 ? [] : [.. found.Clusters.Select(CrossingOf)];
    }

    internal Answer Answer() => new("Poisson scan (Kulldorff 1997), module E.3", Write, Write) { Warnings = [.. places.Subject.Warnings, .. Doubts()] };

    private Outcome<Crossing> CrossingOf(ScanCluster cluster)
    {
        var zones = Array.ConvertAll(places.Zones, zone => zone is null ? -1 : Array.BinarySearch(zoneNames, zone, StringComparer.Ordinal));
        return CrossingIndex.Compute([.. cluster.Areas.Where(area => zones[area] >= 0)], zones, cases);
    }

    private IEnumerable<Warning> Doubts()
    {
        var subject = places.Subject;
        if (subject.NotWholeCases is null && !subject.IsCount && cases.Zip(places.Cases).Any(pair => pair.First != pair.Second))
            yield return new Warning("cases-rounded", $"'{subject.Name}' is a share; the cases that follow from it were rounded to whole ones.") { Arguments = [subject.Name] };

        int[] without = [.. Enumerable.Range(0, subject.Ids.Length).Where(unit =>
            subject.Why[unit] is ExclusionReason.NoResidents or ExclusionReason.NothingExpected or ExclusionReason.NoBoundary && subject.Values[unit] > 0)];
        if (without.Length > 0)
        {
            var lost = without.Sum(unit => subject.Values[unit]);
            yield return new Warning("cases-left-out", string.Create(CultureInfo.InvariantCulture, $"{lost} cases lie in {without.Length} areas that could not take part; they are not in any cluster."))
            {
                Arguments = [lost, without.Length],
            };
        }
    }

    private void Write(AnswerJson json)
    {
        json.Count("n", places.Ids.Length);
        WriteClusters(json);
        SampleAnswer.Write(json, places.Excluded, places.Subject.Join);
    }

    /// <summary>The clusters alone, for an answer that names the units itself.</summary>
    internal void WriteClusters(AnswerJson json)
    {
        json.Number("cases", found.Cases);
        json.Objects("clusters", found.Clusters.Index(), entry =>
        {
            var cluster = entry.Item;
            json.Strings("ids", cluster.Areas.Select(area => places.Ids[area]));
            json.Number("cases", cluster.Cases);
            json.Number("expected", cluster.Expected);
            json.Number("llr", cluster.LogLikelihoodRatio);
            json.Number("p", cluster.P);
            json.Figure("population", cluster.Population);
            json.Number("ratio", cluster.Ratio);
            json.Text("centre", places.Ids[cluster.Centre]);
            json.Number("radius", cluster.RadiusInMetres);
            if (crossings.Length > 0)
                Write(json, crossings[entry.Index]);
        });
        json.Object("nullDistribution", () =>
        {
            json.Text("method", found.NullDistribution.Method == ScanChance.Gumbel ? "gumbel" : "monte-carlo");
            json.Count("replicates", found.NullDistribution.Replicates);
            json.Number("mean", found.NullDistribution.Mean);
            json.Number("sd", found.NullDistribution.StandardDeviation);
        });
        json.Strings("tooLarge", found.TooLarge.Select(area => places.Ids[area]));
    }

    private void Write(AnswerJson json, Outcome<Crossing> crossing)
    {
        if (!crossing.TryGet(out var over, out var reason))
        {
            json.Null("crossing", reason);
            return;
        }

        json.Object("crossing", () =>
        {
            json.Number("index", over.Index);
            json.Flag("isCrossing", over.IsCrossing);
            json.Objects("zones", over.Zones, zone =>
            {
                json.Text("id", zoneNames[zone.Zone]);
                json.Number("cases", zone.Cases);
            });
        });
    }

    private void Write(TextPage page)
    {
        page.Title(page.Say($"Clusters: {places.Subject.Name}", $"Clusters: {places.Subject.Name}"));
        if (found.Clusters.Count == 0)
        {
            page.Line(page.Say("Nergens zijn er meer gevallen dan verwacht.", "Nowhere are there more cases than expected."));
        }
        else
        {
            var clear = found.Clusters.Count(cluster => cluster.P <= OftenCalledClear);
            page.Line(page.Say(
                $"{page.Count(clear)} van de {page.Count(found.Clusters.Count)} plekken hieronder {(clear == 1 ? "is" : "zijn")} moeilijk toeval te noemen (p hooguit 0,05).",
                $"{page.Count(clear)} of the {page.Count(found.Clusters.Count)} places below {(clear == 1 ? "is" : "are")} hard to call chance (p at most 0.05)."));
            page.Line();
            string[] headings = [page.Say(">gevallen", ">cases"), page.Say(">verwacht", ">expected"), page.Say(">keer zo veel", ">times as many"), ">p", page.Say(">inwoners", ">residents"), page.Say("gebieden", "areas")];
            page.Table(
                zoneNames.Length == 0 ? headings : [.. headings, page.Say("over grenzen", "across borders")],
                [.. found.Clusters.Index().Select(entry => Row(page, entry.Item, entry.Index))]);
        }

        if (found.TooLarge.Count > 0)
            page.Line(page.Say(
                $"Te groot voor een cluster, dus hier is niet gezocht: {Shown(found.TooLarge)}", $"Too large for a cluster, so nothing was looked for here: {Shown(found.TooLarge)}"));
        page.Line();
        SampleAnswer.Write(page, places.Ids.Length, places.Excluded, places.Subject.Join);
    }

    private string[] Row(TextPage page, ScanCluster cluster, int at)
    {
        string[] cells =
        [
            page.Count((long)cluster.Cases), page.Number(cluster.Expected, 1), page.Number(cluster.Ratio, 2), page.Number(cluster.P), page.Figure(cluster.Population, people => page.Count((long)people)), Shown(cluster.Areas),
        ];
        if (zoneNames.Length == 0)
            return cells;
        return [.. cells, crossings[at].TryGet(out var over, out _) ? $"{page.Percent(over.Index)}: {string.Join(", ", over.Zones.Take(ShownIds).Select(zone => zoneNames[zone.Zone]))}" : "–"];
    }

    private string Shown(IReadOnlyList<int> areas) => string.Join(", ", areas.Take(ShownIds).Select(area => places.Ids[area])) + (areas.Count > ShownIds ? $", … ({areas.Count})" : "");
}
