// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using BenchmarkDotNet.Attributes;
using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;

namespace Schakel.Benchmarks;

/// <summary>Neighbours and autocorrelation on the whole of the Netherlands.</summary>
[MemoryDiagnoser]
public class NationalBenchmarks
{
    private NationalMap map = NationalMap.Load();
    private Neighbours graph = Neighbours.Grid(1, 2);
    private double[] values = [];

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        map = NationalMap.Load();
        var subset = Contiguity.Queen(map.Boundaries).WithoutIslands();
        graph = subset.Neighbours.RowStandardised();
        values = subset.Pick<double>(map.Values);
    }

    [Benchmark]
    public Neighbours Queen() => Contiguity.Queen(map.Boundaries, threads: Threads);

    [Benchmark]
    public Neighbours Rook() => Contiguity.Rook(map.Boundaries, threads: Threads);

    [Benchmark]
    public Outcome<Resemblance> Moran() => GlobalMoran.Compute(values, graph, threads: Threads);

    [Benchmark]
    public Outcome<LocalPicture> LocalMoranIndependent() => LocalMoran.Compute(values, graph, new LocalOptions { Threads = Threads });

    [Benchmark]
    public Outcome<LocalPicture> LocalMoranSharedTable() =>
        LocalMoran.Compute(values, graph, new LocalOptions { Threads = Threads, Sampling = LocalSampling.SharedTable });

    [Benchmark]
    public Outcome<LocalPicture> LocalMoranSequential() =>
        LocalMoran.Compute(values, graph, new LocalOptions { Threads = Threads, Permutations = 9999, IsSequential = true });
}
