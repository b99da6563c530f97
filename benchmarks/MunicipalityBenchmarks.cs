// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using BenchmarkDotNet.Attributes;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Clusters;
using Schakel.Analysis.Reach;
using Schakel.Analysis.Rezoning;
using Schakel.Analysis.Scale;
using Schakel.Analysis.Signals;

namespace Schakel.Benchmarks;

/// <summary>The whole report for one municipality, step by step: methods, part M, gives each a budget.</summary>
[MemoryDiagnoser]
public class MunicipalityBenchmarks
{
    private readonly Municipality municipality = new();
    private readonly ScanTown city = new(424, 15_000);

    [Benchmark]
    public Outcome<ScaleProfileResult> Profile() => municipality.Profile();

    [Benchmark]
    public Outcome<ReachResult> Reach() => municipality.Reach();

    [Benchmark]
    public Outcome<RezoningResult> Robustness() => municipality.Robustness();

    [Benchmark]
    public Outcome<PoissonScanResult> Scan() => city.Scan(199);

    [Benchmark]
    public Outcome<SpaceTimeScanResult> SpaceTime() => municipality.SpaceTime();

    [Benchmark]
    public Outcome<BespokeResult> Bespoke() => municipality.Bespoke();

    [Benchmark]
    public Outcome<VariogramResult> Variogram() => municipality.Variogram();

    [Benchmark]
    public Outcome<ScaleAdviceResult> Advice() => Municipality.Advice();
}
