// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Numerics;
using Schakel.Workspace.Runs;

namespace Schakel.Silo;

/// <summary>
/// Real statistics as work: Moran's I of a chequered town against maps of chance, one block of maps a shard. The request is
/// <c>SEED SHARDS MAPS</c>.
/// </summary>
public sealed class ChanceWork : IRunWork
{
    private const int Side = 60;

    public string Kind => "chance";

    public Outcome<RunPlan> Plan(string request)
    {
        var parts = request.Split(' ');
        return parts.Length == 3 && Array.TrueForAll(parts, part => int.TryParse(part, CultureInfo.InvariantCulture, out _))
            ? new RunPlan(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"chance {request}"))), request, Number(request, 1))
            : new Reason("no-such-request", "SEED SHARDS MAPS");
    }

    public Outcome<byte[]> Compute(RunPlan plan, int shard, CancellationToken cancel)
    {
        var random = new RandomSequence(Number(plan.Request, 0));
        var values = Enumerable.Range(0, Side * Side).Select(area => random.NextDouble() + (area / Side > Side / 2 ? 0.3 : 0)).ToArray();
        cancel.ThrowIfCancellationRequested();
        var seed = Number(plan.Request, 0) + 1 + shard;
        return GlobalMoran.Compute(values, Neighbours.Grid(Side, Side), permutations: Number(plan.Request, 2), seed, threads: 1).TryGet(out var moran, out var reason)
            ? Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{moran.I:R} {moran.Permutation!.P:R} {moran.Permutation.Mean:R}\n"))
            : reason;
    }

    public Outcome<byte[]> Combine(RunPlan plan, IReadOnlyList<byte[]> parts) => parts.SelectMany(part => part).ToArray();

    private static int Number(string request, int place) => int.Parse(request.Split(' ')[place], CultureInfo.InvariantCulture);
}
