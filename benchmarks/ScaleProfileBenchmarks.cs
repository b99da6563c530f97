// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using BenchmarkDotNet.Attributes;
using Schakel.Analysis;
using Schakel.Analysis.Scale;

namespace Schakel.Benchmarks;

/// <summary>The scale profile of the whole country: buurt, wijk, gemeente, with known sampling variances.</summary>
[MemoryDiagnoser]
public class ScaleProfileBenchmarks
{
    private NationalUnits units = NationalUnits.Load();
    private double[] variances = [];

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        units = NationalUnits.Load();
        variances = units.SamplingVariances;
    }

    [Benchmark]
    public Outcome<ScaleProfileResult> Estimates() => Compute(new ScaleProfileOptions { Threads = Threads, Intervals = false });

    [Benchmark]
    public Outcome<ScaleProfileResult> EstimatesWithIntervals() => Compute(new ScaleProfileOptions { Threads = Threads, Replicates = 0 });

    [Benchmark]
    public Outcome<ScaleProfileResult> EverythingWithRanges() => Compute(new ScaleProfileOptions { Threads = Threads });

    private Outcome<ScaleProfileResult> Compute(ScaleProfileOptions options) =>
        ScaleProfile.Compute(units.Tree, units.Rates, variances, units.Households, options);
}
