// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>What a part of the score has for one area: sums that add up over areas.</summary>
internal struct AreaParts
{
    internal double Within, Inside, Strangers, Distance, Severity, Emptiness;
}

/// <summary>Computes the score of areas. Every part is a sum over areas, apart from the mean of emptiness, which also needs their number.</summary>
internal sealed class AreaScoring
{
    private const double HalfFull = 0.5;

    private readonly AreaMap map;
    private readonly double[][] centred;
    private readonly double[][] weights;
    private readonly double[] spread;
    private readonly int[]? zones;
    private readonly int[] offsets, targets, edges;
    private readonly double totalLength, totalSeverity, totalPopulation;
    private readonly bool[] known;

    internal AreaScoring(AreaMap map, AreaUnits units)
    {
        this.map = map;
        zones = units.Zones;
        (offsets, targets, edges) = map.Columns(edge => !map.Graph.Removed[edge]);
        for (var edge = 0; edge < map.Graph.PairCount; edge++)
        {
            if (map.Graph.Removed[edge])
                continue;
            totalLength += map.Graph.LengthInMetres[edge];
            totalSeverity += map.Graph.Severity[edge];
        }

        totalPopulation = map.Population.Sum();
        var columns = units.Values.Select(values => Centre(values, map.Population)).Where(column => column.Spread > 0).ToList();
        centred = [.. columns.Select(column => column.Centred)];
        weights = [.. columns.Select(column => column.Weights)];
        spread = [.. columns.Select(column => column.Spread)];
        known = [centred.Length > 0, totalLength > 0, zones is not null && zones.Any(zone => zone >= 0), map.Graph.Affinity is not null, totalSeverity > 0, true];
    }

    /// <summary>Which of H, K, B, R, E, S can be computed.</summary>
    internal IReadOnlyList<bool> Known => known;

    /// <summary>Weights that sum to 1 over the parts there are; null when none of these counts.</summary>
    internal double[]? Renormalised(ReadOnlySpan<double> wanted)
    {
        var sum = 0.0;
        for (var part = 0; part < known.Length; part++)
            sum += known[part] ? wanted[part] : 0;
        if (sum <= 0)
            return null;
        var shares = new double[known.Length];
        for (var part = 0; part < known.Length; part++)
            shares[part] = known[part] ? wanted[part] / sum : 0;
        return shares;
    }

    /// <summary>The parts of one area. Whoever is in it stands in <paramref name="areaOf"/> under <paramref name="area"/>.</summary>
    internal AreaParts Of(ReadOnlySpan<int> members, int[] areaOf, int area)
    {
        var parts = default(AreaParts);
        double population = 0, dwellings = 0, affinity = 0;
        var pairs = 0;
        var graph = map.Graph;
        foreach (var unit in members)
        {
            population += map.Population[unit];
            dwellings += map.Dwellings[unit];
            for (var at = offsets[unit]; at < offsets[unit + 1]; at++)
            {
                if (targets[at] < unit || areaOf[targets[at]] != area)
                    continue;
                var edge = edges[at];
                parts.Inside += graph.LengthInMetres[edge];
                parts.Severity += graph.Severity[edge];
                affinity += graph.Affinity is null ? 0 : graph.Affinity[edge];
                pairs++;
            }
        }

        parts.Within = Within(members);
        parts.Strangers = zones is null ? 0 : population - LargestZone(members);
        parts.Distance = population * (pairs == 0 ? 0 : 1 - (affinity / pairs));
        parts.Emptiness = population > 0 || dwellings > 0 ? 2 * Math.Max(0, HalfFull - map.Use(population, dwellings)) : 0;
        return parts;
    }

    /// <summary>What an area adds to F, apart from a constant and from emptiness, which is a mean over areas.</summary>
    internal double Cost(in AreaParts parts, double[] shares) =>
        (shares[0] * parts.Within)
        - (shares[1] * Share(parts.Inside, totalLength))
        + (shares[2] * Share(parts.Strangers, totalPopulation))
        + (shares[3] * Share(parts.Distance, totalPopulation))
        + (shares[4] * Share(parts.Severity, totalSeverity));

    /// <summary>The score of a whole plan: one area for each unit, from 0.</summary>
    internal PlanScore Score(int[] areaOf, int areas, double[] wanted)
    {
        var members = AreaMembers.Of(areaOf, areas);
        var sums = default(AreaParts);
        var inhabited = 0;
        for (var area = 0; area < areas; area++)
        {
            var parts = Of(members[area], areaOf, area);
            sums.Within += parts.Within;
            sums.Inside += parts.Inside;
            sums.Strangers += parts.Strangers;
            sums.Distance += parts.Distance;
            sums.Severity += parts.Severity;
            sums.Emptiness += parts.Emptiness;
            inhabited += members[area].Any(unit => map.IsInhabited[unit]) ? 1 : 0;
        }

        double[] values =
        [
            sums.Within, 1 - Share(sums.Inside, totalLength), Share(sums.Strangers, totalPopulation),
            Share(sums.Distance, totalPopulation), Share(sums.Severity, totalSeverity), sums.Emptiness / Math.Max(1, inhabited),
        ];
        var shares = Renormalised(wanted)!;
        var total = 0.0;
        for (var part = 0; part < values.Length; part++)
            total += shares[part] * (values[part] = Math.Clamp(values[part], 0, 1));
        return new PlanScore(
            Or(0, new Reason("score-without-values", "Nothing is known in which areas could be alike.")), Or(1, new Reason("score-without-borders", "No units share a border.")),
            Or(2, new Reason("score-without-zones", "No existing wijken were given.")), Or(3, new Reason("score-without-drawings", "No drawings of residents were used.")),
            Or(4, new Reason("score-without-barriers", "No barrier lies between units that can be joined.")), values[5], total);

        Figure Or(int part, Reason reason) => known[part] ? values[part] : reason;
    }

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    // Residents whose wijk is unknown count as strangers in LargestZone. Within is already a share of the total, as a mean over indicators.
    private double Within(ReadOnlySpan<int> members)
    {
        var sum = 0.0;
        for (var column = 0; column < centred.Length; column++)
        {
            double mass = 0, first = 0, second = 0;
            foreach (var unit in members)
            {
                var (weight, value) = (weights[column][unit], centred[column][unit]);
                mass += weight;
                first += weight * value;
                second += weight * value * value;
            }

            sum += mass > 0 ? Math.Max(0, second - (first * first / mass)) / spread[column] : 0;
        }

        return centred.Length == 0 ? 0 : sum / centred.Length;
    }

    private double LargestZone(ReadOnlySpan<int> members)
    {
        // An area holds a handful of wijken, so that looking back is cheaper than a table.
        var most = 0.0;
        for (var i = 0; i < members.Length; i++)
        {
            var zone = zones![members[i]];
            var sum = 0.0;
            for (var j = 0; j < members.Length; j++)
            {
                if (zones[members[j]] != zone || zone < 0)
                    continue;
                if (j < i)
                    break;
                sum += map.Population[members[j]];
            }

            most = Math.Max(most, sum);
        }

        return most;
    }

    private static (double[] Centred, double[] Weights, double Spread) Centre(double?[] values, double[] population)
    {
        var weights = new double[values.Length];
        double mass = 0, sum = 0, spread = 0;
        for (var unit = 0; unit < values.Length; unit++)
        {
            weights[unit] = values[unit] is null ? 0 : population[unit];
            mass += weights[unit];
            sum += weights[unit] * (values[unit] ?? 0);
        }

        var centred = new double[values.Length];
        for (var unit = 0; unit < values.Length && mass > 0; unit++)
        {
            centred[unit] = values[unit] is { } value ? value - (sum / mass) : 0;
            spread += weights[unit] * centred[unit] * centred[unit];
        }

        // Asked of the input: the mean of equal numbers is not exactly that number.
        var present = values.Where((value, unit) => value is not null && population[unit] > 0).Distinct().Take(2).Count();
        return (centred, weights, present < 2 ? 0 : spread);
    }
}
