// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>
/// Are the planted truths found, at default settings, in town after town? 40 seeds; <c>SCHAKEL_TOWN_SEEDS=200</c> asks for more, and
/// <c>SCHAKEL_LONG=1</c> for 200. The table goes to standard output.
/// </summary>
public sealed class RecoveryTests
{
    private const double OfAllChecks = 0.95, OfOneTruth = 0.90;

    private static readonly int seeds =
        int.TryParse(Environment.GetEnvironmentVariable("SCHAKEL_TOWN_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked
        : Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1" ? 200 : 40;

    [Fact]
    public void Each_planted_truth_is_found_in_at_least_nine_of_ten_towns_and_in_95_percent_of_all_checks()
    {
        var clock = Stopwatch.StartNew();
        var missed = new ConcurrentDictionary<(int Seed, int Truth), string>();
        Parallel.ForEach(Enumerable.Range(0, seeds).Select(i => i == 0 ? 2009 : i), seed =>
        {
            var town = new TownOfSeed(seed);
            foreach (var (number, truth) in PlantedTruth.All.Index())
                if (truth.Missed(town) is { } instead)
                    missed[(seed, number)] = instead;
        });

        var table = new RecoveryTable(seeds, [.. PlantedTruth.All.Select(truth => truth.Name)], missed);
        Console.Out.Write(table.Text(clock.Elapsed));
        Assert.True(table.ShareFound >= OfAllChecks && PlantedTruth.All.Index().All(truth => table.ShareOf(truth.Index) >= OfOneTruth), "\n" + table.Misses);
    }
}
