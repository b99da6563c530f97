// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.InteropServices;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Regions;

/// <summary>Makes a feasible plan better on its score: units change sides, and one or two areas are divided again, ever more critically.</summary>
/// <remarks><b>Source.</b> Openshaw and Rao (1995) for zones that are improved by annealing; Kirkpatrick, Gelatt and Vecchi (1983) for annealing.</remarks>
internal sealed class QualitySearch
{
    // The first changes are only looked at, to learn how large a change is here.
    private const int Measured = 100;

    // From the size of a usual change to a hundredth of it; the last part only goes down.
    private const double Coldest = 0.01, AnnealedShare = 0.85;

    // One in so many steps divides one or two areas again instead of moving one unit.
    private const int RedivideEvery = 12, CutsTried = 3;

    private readonly AreaMap map;
    private readonly AreaScoring scoring;
    private readonly double[] shares;
    private readonly int fewest, most;
    private readonly TreeDrawing drawing;
    private readonly List<double> costs = [], emptiness = [];
    private readonly List<int> saved = [], queue = [];
    private readonly int[] seen;
    private double[] belowPopulation = [], belowDwellings = [];
    private bool[] isBelow = [];
    private readonly AreaPlan plan;
    private double sumOfCosts, sumOfEmptiness, temperature, sizeOfChanges;
    private int areas, look, measured;

    internal QualitySearch(AreaMap map, AreaScoring scoring, AreaPlan plan, double[] shares, int fewest, int most)
    {
        (this.map, this.scoring, this.plan, this.shares, this.fewest, this.most) = (map, scoring, plan, shares, fewest, most);
        drawing = new TreeDrawing(map);
        seen = new int[map.Count];
        areas = plan.Areas;
        for (var area = 0; area < plan.Numbers; area++)
        {
            costs.Add(0);
            emptiness.Add(0);
            Count(area);
        }
    }

    private double F => sumOfCosts + (shares[5] * sumOfEmptiness / areas);

    /// <summary>Improves the plan in place.</summary>
    internal void Improve(long steps, ref RandomSequence chance, SearchClock clock)
    {
        for (var step = 0L; step < steps && (step % 256 != 0 || !clock.IsOver()); step++)
        {
            var progress = (double)step / steps;
            temperature = progress > AnnealedShare || measured < Measured ? 0 : sizeOfChanges / measured * Math.Pow(Coldest, progress / AnnealedShare);
            if (chance.NextInt(RedivideEvery) == 0)
                Redivide(ref chance);
            else
                MoveUnit(ref chance);
        }
    }

    private void MoveUnit(ref RandomSequence chance)
    {
        var unit = map.Core[chance.NextInt(map.Core.Length)];
        var around = map.Of(unit);
        if (around.Length == 0)
            return;
        var (from, to) = (plan.AreaOf[unit], -1);
        var first = chance.NextInt(around.Length);
        for (var i = 0; i < around.Length && to < 0; i++)
            if (plan.AreaOf[around[(first + i) % around.Length]] is var other && other != from)
                to = other;
        if (to < 0)
            return;

        var (population, dwellings) = plan.SizeOf(to);
        if (!map.Fits(population + map.Population[unit], dwellings + map.Dwellings[unit]))
            return;
        var vanishes = plan.CountOf(from) == 1;
        if (vanishes ? areas <= fewest : !HoldsWithout(unit, from))
            return;

        var before = F;
        plan.Move(unit, to);
        areas -= vanishes ? 1 : 0;
        Count(from);
        Count(to);
        if (IsAccepted(F - before, ref chance))
            return;
        plan.Move(unit, from);
        areas += vanishes ? 1 : 0;
        Count(from);
        Count(to);
    }

    // One area is cut in two, or two are merged and cut elsewhere or left whole.
    private void Redivide(ref RandomSequence chance)
    {
        var unit = map.Core[chance.NextInt(map.Core.Length)];
        var one = plan.AreaOf[unit];
        var another = -1;
        if (areas >= most || chance.NextInt(4) > 0)
        {
            var members = plan.Of(one);
            var around = map.Of(members[chance.NextInt(members.Length)]);
            if (around.Length == 0 || (another = plan.AreaOf[around[chance.NextInt(around.Length)]]) == one)
                return;
        }

        saved.Clear();
        foreach (var member in plan.Of(one))
            saved.Add(member);
        var firstSize = saved.Count;
        if (another >= 0)
            foreach (var member in plan.Of(another))
                saved.Add(member);
        var isNew = another < 0;
        if (isNew)
            Open(out another);

        var before = F;
        var areasBefore = areas;
        drawing.Load(CollectionsMarshal.AsSpan(saved));
        drawing.Draw(ref chance);
        var (bestCut, bestF) = (-1, double.PositiveInfinity);
        var feasible = FeasibleCuts(mayBeWhole: !isNew && areasBefore > fewest, ref chance);
        foreach (var cut in feasible)
        {
            Apply(cut);
            if (F >= bestF)
                continue;
            (bestCut, bestF) = (cut, F);
        }

        if (bestCut >= 0)
        {
            Apply(bestCut);
            if (IsAccepted(bestF - before, ref chance))
                return;
        }

        plan.Empty(one);
        plan.Empty(another);
        for (var i = 0; i < saved.Count; i++)
            plan.Add(saved[i], i < firstSize ? one : another);
        areas = areasBefore;
        Count(one);
        Count(another);

        void Apply(int cut)
        {
            MarkBelow(cut);
            plan.Empty(one);
            plan.Empty(another);
            for (var i = 0; i < drawing.Size; i++)
                plan.Add(drawing.Units[i], isBelow[i] ? another : one);

            // The whole counts as a cut above the root: nothing is on the other side.
            areas = areasBefore + (isNew ? 1 : 0) - (drawing.Parents[cut] < 0 ? 1 : 0);
            Count(one);
            Count(another);
        }
    }

    // A few random places where the tree may be cut; the root stands for leaving it whole.
    private List<int> FeasibleCuts(bool mayBeWhole, ref RandomSequence chance)
    {
        var size = drawing.Size;
        if (belowPopulation.Length < size)
            (belowPopulation, belowDwellings, isBelow) = (new double[2 * size], new double[2 * size], new bool[2 * size]);
        Array.Copy(drawing.Population, belowPopulation, size);
        Array.Copy(drawing.Dwellings, belowDwellings, size);
        for (var at = size - 1; at > 0; at--)
        {
            var node = drawing.Order[at];
            belowPopulation[drawing.Parents[node]] += belowPopulation[node];
            belowDwellings[drawing.Parents[node]] += belowDwellings[node];
        }

        var root = drawing.Order[0];
        queue.Clear();
        if (mayBeWhole && map.Fits(belowPopulation[root], belowDwellings[root]))
            queue.Add(root);
        for (var at = 1; at < size; at++)
        {
            var node = drawing.Order[at];
            if (map.Fits(belowPopulation[node], belowDwellings[node])
                && map.Fits(belowPopulation[root] - belowPopulation[node], belowDwellings[root] - belowDwellings[node]))
                queue.Add(node);
        }

        for (var i = 0; i < Math.Min(CutsTried, queue.Count); i++)
        {
            var pick = i + chance.NextInt(queue.Count - i);
            (queue[i], queue[pick]) = (queue[pick], queue[i]);
        }

        if (queue.Count > CutsTried)
            queue.RemoveRange(CutsTried, queue.Count - CutsTried);
        return queue;
    }

    private void MarkBelow(int cut)
    {
        for (var at = 0; at < drawing.Size; at++)
        {
            var node = drawing.Order[at];
            isBelow[node] = drawing.Parents[cut] >= 0 && (node == cut || (drawing.Parents[node] >= 0 && isBelow[drawing.Parents[node]]));
        }
    }

    private void Open(out int area)
    {
        area = plan.Open();
        if (area < costs.Count)
            return;
        costs.Add(0);
        emptiness.Add(0);
    }

    private void Count(int area)
    {
        var (cost, empty) = (0.0, 0.0);
        if (plan.CountOf(area) > 0)
        {
            var parts = scoring.Of(plan.Of(area), plan.AreaOf, area);
            (cost, empty) = (scoring.Cost(parts, shares), parts.Emptiness);
        }

        sumOfCosts += cost - costs[area];
        sumOfEmptiness += empty - emptiness[area];
        (costs[area], emptiness[area]) = (cost, empty);
    }

    private bool IsAccepted(double change, ref RandomSequence chance)
    {
        if (measured < Measured)
        {
            sizeOfChanges += Math.Abs(change);
            measured++;
            return change <= 0;
        }

        return change <= 0 || (temperature > 0 && chance.NextDouble() < Math.Exp(-change / temperature));
    }

    // Does the area hang together without this unit?
    private bool HoldsWithout(int unit, int area)
    {
        look++;
        seen[unit] = look;
        queue.Clear();
        var start = plan.Of(area)[0] == unit ? plan.Of(area)[1] : plan.Of(area)[0];
        seen[start] = look;
        queue.Add(start);
        for (var at = 0; at < queue.Count; at++)
        {
            foreach (var next in map.Of(queue[at]))
            {
                if (seen[next] == look || plan.AreaOf[next] != area)
                    continue;
                seen[next] = look;
                queue.Add(next);
            }
        }

        return queue.Count == plan.CountOf(area) - 1;
    }
}
