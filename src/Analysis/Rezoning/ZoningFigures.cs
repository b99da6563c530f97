// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Reach;
using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Rezoning;

/// <summary>What one division makes of the figures.</summary>
/// <param name="EtaSquared">[0..1] share of the differences between leaves that lies between zones.</param>
/// <param name="Reach">[0..1] share of the cases in the fifth of the residents with the highest zone rates.</param>
/// <param name="Selected">By leaf: whether its zone is in that fifth.</param>
/// <param name="ZonesDiffer">Whether, chance apart, zones differ more than leaves within them.</param>
internal sealed record ZoningFigures(double EtaSquared, double Reach, bool[] Selected, bool ZonesDiffer);

/// <summary>The figures of the leaves, ready to be divided in any way.</summary>
internal sealed class ZonedLeaves
{
    // A zone that enters the budget for half or more counts as chosen.
    private const double CountsFrom = 0.5;

    private readonly double[] cases, population;
    private readonly double total, people, mean, differences, chance;

    internal ZonedLeaves(double[] cases, double[] population, RateKind kind)
    {
        (this.cases, this.population) = (cases, population);
        (total, people) = (cases.Sum(), population.Sum());
        mean = total / people;
        for (var i = 0; i < cases.Length; i++)
            differences += population[i] * Math.Pow((cases[i] / population[i]) - mean, 2);
        chance = kind == RateKind.Proportion ? mean * Math.Max(0, 1 - mean) : mean;
        var ownZones = Enumerable.Range(0, cases.Length).ToArray();
        LeafReach = Fill(cases, population, ownZones, cases.Length).Reach;
    }

    internal double[] Population => population;

    /// <summary>[0..1] reach of a fifth of the residents when leaves themselves are chosen.</summary>
    internal double LeafReach { get; }

    internal ZoningFigures Of(int[] zones)
    {
        var count = zones.Max() + 1;
        double[] zoneCases = new double[count], zonePeople = new double[count], squares = new double[count];
        for (var leaf = 0; leaf < zones.Length; leaf++)
        {
            zoneCases[zones[leaf]] += cases[leaf];
            zonePeople[zones[leaf]] += population[leaf];
            squares[zones[leaf]] += population[leaf] * population[leaf];
        }

        var between = 0.0;
        for (var zone = 0; zone < count; zone++)
            between += zonePeople[zone] * Math.Pow((zoneCases[zone] / zonePeople[zone]) - mean, 2);
        var (reach, selected) = Fill(zoneCases, zonePeople, zones, count);
        return new ZoningFigures(between / differences, reach, selected, ZonesDiffer(between, zonePeople, squares, count));
    }

    /// <summary>Likeness of two selections, by residents; two empty ones are alike.</summary>
    internal double Jaccard(bool[] one, bool[] other)
    {
        double both = 0, either = 0;
        for (var leaf = 0; leaf < one.Length; leaf++)
        {
            both += one[leaf] && other[leaf] ? population[leaf] : 0;
            either += one[leaf] || other[leaf] ? population[leaf] : 0;
        }

        return either > 0 ? both / either : 1;
    }

    private (double Reach, bool[] Selected) Fill(double[] zoneCases, double[] zonePeople, int[] zones, int count)
    {
        var rates = new double[count];
        for (var zone = 0; zone < count; zone++)
            rates[zone] = zoneCases[zone] / zonePeople[zone];
        var left = RezoningRobustness.Budget * people;
        var reached = 0.0;
        var chosen = new bool[count];
        foreach (var zone in LevelUnits.Rank(rates, zoneCases))
        {
            if (left <= 0)
                break;
            var fraction = Math.Min(1, left / zonePeople[zone]);
            reached += fraction * zoneCases[zone];
            chosen[zone] = fraction >= CountsFrom;
            left -= fraction * zonePeople[zone];
        }

        return (reached / total, [.. zones.Select(zone => chosen[zone])]);
    }

    // Moments of A.3 for two levels, weighed by residents: which of the two true variances is larger?
    private bool ZonesDiffer(double between, double[] zonePeople, double[] squares, int count)
    {
        var spread = 0.0;
        for (var zone = 0; zone < count; zone++)
            spread += squares[zone] / zonePeople[zone];
        var ofLeaves = people - spread;
        var leaf = ofLeaves > 0 ? Math.Max(0, (differences - between - (chance * (cases.Length - count))) / ofLeaves) : 0;
        var all = squares.Sum() / people;
        var ofZones = people - (zonePeople.Sum(inside => inside * inside) / people);
        var zoneVariance = ofZones > 0 ? (between - (chance * (count - 1)) - ((spread - all) * leaf)) / ofZones : 0;
        return zoneVariance > leaf;
    }
}
