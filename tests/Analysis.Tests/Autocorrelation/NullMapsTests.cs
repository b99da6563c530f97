// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Numerics;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

/// <summary>Maps on which there is nothing but chance (methods N.3).</summary>
public sealed class NullMapsTests
{
    [Fact]
    public void Clusters_appear_on_few_maps_of_chance_alone()
    {
        const int maps = 200;
        var graph = Neighbours.Grid(12, 12, queen: true).RowStandardised();
        var options = new LocalOptions { Permutations = 9999, IsSequential = true };
        var withClusters = 0;
        for (var map = 0; map < maps; map++)
        {
            var chance = new RandomSequence(2009, map);
            var (cases, population) = (new double[144], new double[144]);
            for (var area = 0; area < 144; area++)
            {
                population[area] = 100 + chance.NextInt(2400);
                for (var resident = 0; resident < population[area]; resident++)
                    cases[area] += chance.NextDouble() < 0.05 ? 1 : 0;
            }

            var rates = Answer(RateStandardisation.Compute(cases, population)).Values;
            if (Answer(LocalMoran.Compute(rates, graph, options with { Seed = map })).SignificantCount > 0)
                withClusters++;
        }

        Assert.InRange(withClusters / (double)maps, 0, 0.12);
    }
}
