// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;
using Schakel.Voorbeeldstad.Figures;

namespace Schakel.Voorbeeldstad.Tests;

/// <summary>The cluster at the border station is found only by who loads both gemeenten. A small circular scan (Kulldorff 1997), for this test alone.</summary>
public sealed class BorderStationTests
{
    private const int Replicates = 199;

    private static readonly TownFigures figures = new(2009);

    [Fact]
    public void With_both_gemeenten_the_cluster_is_found_and_it_is_the_planted_one()
    {
        var (p, found) = Scan("GM9901", "GM9902");
        var planted = figures.Buurten.Where(BikeTheft.IsAroundStation).Select(buurt => buurt.Code).ToArray();

        Assert.True(p <= 0.05, $"p = {p}");
        Assert.True(found.Intersect(planted).Count() >= 4 && found.Except(planted).Count() <= 1, string.Join(' ', found));
    }

    [Theory]
    [InlineData("GM9901")]
    [InlineData("GM9902")]
    public void With_one_gemeente_it_could_be_chance(string gemeente) => Assert.True(Scan(gemeente).P > 0.05, $"{Scan(gemeente)}");

    private static (double P, string[] Found) Scan(params string[] gemeenten)
    {
        var members = figures.Buurten.Index().Where(buurt => gemeenten.Contains(buurt.Item.Wijk.Gemeente.Code) && figures.Published[buurt.Index]).ToArray();
        double[] cases = [.. members.Select(buurt => (double)figures.Stolen[^1][buurt.Index]!.Value)];
        double[] people = [.. members.Select(buurt => (double)buurt.Item.Residents)];
        var order = members.Select(centre => members.Index()
            .OrderBy(other => other.Item.Item.Shape.Centroid.Distance(centre.Item.Shape.Centroid)).Select(other => other.Index).ToArray()).ToArray();

        var (observed, window) = Best(cases, people, order);
        var higher = 0;
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var random = new RandomSequence(2009, replicate);
            if (Best(Scatter((int)cases.Sum(), people, ref random), people, order).Ratio >= observed)
                higher++;
        }

        return ((1.0 + higher) / (Replicates + 1), [.. window.Select(i => members[i].Item.Code)]);
    }

    /// <summary>The circle with the highest likelihood ratio, of at most a fifth of all people.</summary>
    private static (double Ratio, int[] Window) Best(double[] cases, double[] people, int[][] order)
    {
        var (allCases, allPeople) = (cases.Sum(), people.Sum());
        var best = (Ratio: 0.0, Window: Array.Empty<int>());
        foreach (var outward in order)
        {
            double inside = 0, within = 0;
            for (var size = 1; size <= outward.Length; size++)
            {
                inside += cases[outward[size - 1]];
                within += people[outward[size - 1]];
                if (within > allPeople / 5)
                    break;
                var expected = allCases * within / allPeople;
                if (inside <= expected)
                    continue;
                var ratio = (inside * Math.Log(inside / expected)) + ((allCases - inside) * Math.Log((allCases - inside) / (allCases - expected)));
                if (ratio > best.Ratio)
                    best = (ratio, outward[..size]);
            }
        }

        return best;
    }

    private static double[] Scatter(int cases, double[] people, ref RandomSequence random)
    {
        var result = new double[people.Length];
        for (var c = 0; c < cases; c++)
        {
            var left = random.NextDouble() * people.Sum();
            var i = 0;
            while (i < people.Length - 1 && (left -= people[i]) >= 0)
                i++;
            result[i]++;
        }

        return result;
    }
}
