// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Clusters;
using Schakel.Analysis.Numerics;

namespace Schakel.Benchmarks;

/// <summary>A made-up city for the scan statistic: places at random, 200 to 4,000 residents each, cases by chance at one in a hundred.</summary>
internal sealed class ScanTown
{
    private readonly double[] x, y, cases, population;

    internal ScanTown(int areas, double width)
    {
        (x, y, cases, population) = (new double[areas], new double[areas], new double[areas], new double[areas]);
        var chance = new RandomSequence(1);
        for (var area = 0; area < areas; area++)
        {
            (x[area], y[area]) = (chance.NextDouble() * width, chance.NextDouble() * width);
            population[area] = 200 + chance.NextInt(3800);
            var mean = population[area] / 100;
            cases[area] = Math.Max(0, Math.Round(mean + (chance.NextNormal() * Math.Sqrt(mean))));
        }
    }

    internal Outcome<PoissonScanResult> Scan(int replicates) =>
        PoissonScan.Compute(x, y, cases, population, options: new PoissonScanOptions { Replicates = replicates });
}
