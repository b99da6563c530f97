// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Regions;
using Schakel.Analysis.Scale;

namespace Schakel.Benchmarks;

/// <summary>The work of the comparison, each a few times after warming up; prints <c>name,median,fastest,processor,first,answer</c> in seconds;
/// first is the processor time of the first call ever, with compilation, which the shell pays each time;
/// the processor time of a round, divided by the cores, is what is left when other programs want the cores too.</summary>
internal static class QuickRun
{
    private const int Rounds = 31;
    private const int RoundsOfLongWork = 5;

    internal static void Print(TextWriter output, string? only)
    {
        var map = NationalMap.Load();
        output.WriteLine("name,median,fastest,processor,first,answer");
        Measure("queen", () => Contiguity.Queen(map.Boundaries).EdgeCount);
        var queen = Contiguity.Queen(map.Boundaries);
        var subset = queen.WithoutIslands();
        var graph = subset.Neighbours.RowStandardised();
        var values = subset.Pick<double>(map.Values);
        output.WriteLine(Line($"# {map.Source}: {map.Ids.Length} areas, {map.Boundaries.X.Length} points, {queen.EdgeCount} directed edges, {queen.Islands().Length} islands, {Environment.ProcessorCount} cores"));

        Measure("rook", () => Contiguity.Rook(map.Boundaries).EdgeCount);
        Measure("moran-999", () => Answer(GlobalMoran.Compute(values, graph)).I);
        Measure("geary-999", () => Answer(GlobalGeary.Compute(values, graph)).C);
        var median = values.Order().ElementAt(values.Length / 2);
        bool[] hot = [.. values.Select(value => value > median)];
        Measure("join-count-999", () => Answer(JoinCount.Compute(hot, subset.Neighbours)).BlackBlack.Count);
        Measure("getis-ord-999", () => Answer(GetisOrd.Compute(values, graph, includesSelf: true)).Areas.Max(area => area.Z.Value ?? 0));
        Measure("local-moran-999", () => Answer(LocalMoran.Compute(values, graph)).SignificantCount);
        Measure("local-moran-9999", () => Answer(LocalMoran.Compute(values, graph, new LocalOptions { Permutations = 9999 })).SignificantCount);
        Measure("local-moran-9999-sequential", () => Answer(LocalMoran.Compute(values, graph, new LocalOptions { Permutations = 9999, IsSequential = true })).SignificantCount);
        Measure("local-moran-999-shared", () => Answer(LocalMoran.Compute(values, graph, new LocalOptions { Sampling = LocalSampling.SharedTable })).SignificantCount);
        Measure("local-moran-0", () => Answer(LocalMoran.Compute(values, graph, new LocalOptions { Permutations = 0 })).SignificantCount);
        Measure("local-geary-999", () => Answer(LocalGeary.Compute(values, graph)).SignificantCount);

        var (city, country) = (new ScanTown(424, 15_000), new ScanTown(12_763, 200_000));
        Measure("scan-city-999", () => Answer(city.Scan(999)).Clusters[0].LogLikelihoodRatio);
        Measure("scan-city-199", () => Answer(city.Scan(199)).Clusters[0].LogLikelihoodRatio);
        Measure("scan-country-199", () => Answer(country.Scan(199)).Clusters[0].LogLikelihoodRatio);

        var municipality = new Municipality();
        Measure("municipality-profile", () => Answer(municipality.Profile()).Levels[0].Share.Value ?? 0);
        Measure("municipality-reach", () => Answer(municipality.Reach()).Rows[0].Reach);
        Measure("municipality-robustness", () => Answer(municipality.Robustness()).Jaccard);
        Measure("municipality-space-time", () => Answer(municipality.SpaceTime()).Clusters.Count);
        Measure("municipality-bespoke", () => Answer(municipality.Bespoke()).HalfAt.Value ?? 0);
        Measure("municipality-variogram", () => Answer(municipality.Variogram()).Mean);
        Measure("municipality-advice", () => Answer(Municipality.Advice()).Unchanged);

        // Only when asked for by name: minutes. The answer is the fewest areas as a ratio to the lower bound.
        (int Rows, int Columns)[] towns = only?.StartsWith("work-areas", StringComparison.Ordinal) == true ? [(5, 4), (30, 20), (60, 55), (118, 119)] : [];
        foreach (var (rows, columns) in towns)
        {
            var town = new GridTown(rows, columns);
            Measure(Line($"work-areas-{rows * columns}"), () =>
            {
                var areas = Answer(WorkAreas.Compute(town.Graph, town.Units, new WorkAreaOptions()));
                return (double)areas.Proposals[0].Areas / areas.LowerBound;
            });
        }

        var units = NationalUnits.Load();
        var chance = units.SamplingVariances;
        double Profile(ScaleProfileOptions options) => Answer(ScaleProfile.Compute(units.Tree, units.Rates, chance, units.Households, options)).Levels[0].Share.Value ?? 0;
        Measure("scale-profile", () => Profile(new ScaleProfileOptions { Intervals = false }));
        Measure("scale-profile-intervals", () => Profile(new ScaleProfileOptions { Replicates = 0 }));
        Measure("scale-profile-ranges", () => Profile(new ScaleProfileOptions()));

        void Measure(string name, Func<double> work)
        {
            if (only is not null && !name.Contains(only, StringComparison.Ordinal))
                return;
            using var process = Process.GetCurrentProcess();
            var start = process.TotalProcessorTime;
            work();
            process.Refresh();
            var first = (process.TotalProcessorTime - start).TotalSeconds / Environment.ProcessorCount;
            for (var round = 0; round < 3; round++)
                work();
            var rounds = first > 0.1 ? RoundsOfLongWork : Rounds;
            var seconds = new double[rounds];
            var answer = 0.0;
            process.Refresh();
            var before = process.TotalProcessorTime;
            for (var round = 0; round < rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                answer = work();
                seconds[round] = watch.Elapsed.TotalSeconds;
            }

            process.Refresh();
            var processor = (process.TotalProcessorTime - before).TotalSeconds / rounds / Environment.ProcessorCount;
            Array.Sort(seconds);
            output.WriteLine(Line($"{name},{seconds[rounds / 2]:F5},{seconds[0]:F5},{processor:F5},{first:F5},{answer:R}"));
        }
    }

    internal static void WriteEdges(string file)
    {
        var map = NationalMap.Load();
        var graph = Contiguity.Queen(map.Boundaries);
        File.WriteAllLines(file, Enumerable.Range(0, graph.AreaCount)
            .SelectMany(area => graph.Of(area).ToArray().Select(other => $"{map.Ids[area]},{map.Ids[other]}")).Prepend("from,to"));
    }

    internal static T Answer<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.TryGet(out var answer, out var reason) ? answer : throw new InvalidOperationException(reason.Detail);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
