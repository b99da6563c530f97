// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Schakel.Analysis.Perception;
using Schakel.Voorbeeldstad.People;
using Schakel.Voorbeeldstad.Signals;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>The drawings of one town, laid over its squares.</summary>
internal sealed class DrawnTown
{
    private readonly TownOfSeed town;
    private readonly Analysis.Perception.Drawings drawn;
    private readonly double[] weights;

    internal DrawnTown(TownOfSeed town)
    {
        this.town = town;
        weights = [.. town.Drawings.Select(_ => 1.0)];
        drawn = new Analysis.Perception.Drawings(Cells.Count, [.. town.Drawings.Select(Covered)]);
    }

    internal IReadOnlyList<Cell> Cells => town.Figures.Cells;

    /// <summary>[0..1] of the squares that anybody drew, those that fewer than ten drew.</summary>
    internal double ShareWithFewVoices
    {
        get
        {
            int[] voices = [.. Enumerable.Range(0, Cells.Count).Select(cell => Enumerable.Range(0, weights.Length).Count(r => drawn.Holds(r, cell))).Where(count => count > 0)];
            return (double)voices.Count(count => count < CellAffinity.LeastRespondents) / voices.Length;
        }
    }

    /// <summary>Squares that share a side, among those that are asked for.</summary>
    internal (int A, int B)[] Pairs(Func<Cell, bool> among)
    {
        var number = Cells.Index().Where(cell => among(cell.Item)).ToDictionary(cell => cell.Item.Code, cell => cell.Index, StringComparer.Ordinal);
        return [.. number.Values.SelectMany(cell => new[] { (Cell.Side, 0), (0, Cell.Side) }, (cell, step) =>
            (cell, number.GetValueOrDefault(Cell.CodeAt(Cells[cell].Corner.X + step.Item1, Cells[cell].Corner.Y + step.Item2), -1))).Where(pair => pair.Item2 >= 0)];
    }

    /// <summary>[0..1] mean of the pairs that enough people drew; not a number when there is none.</summary>
    internal double MeanAffinity((int A, int B)[] pairs) =>
        CellAffinity.Compute(drawn, weights, pairs).Where(pair => pair.Value.Value is not null).Select(pair => pair.Value.Value!.Value).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Squares that at least half of those who live near a place count as theirs.</summary>
    internal IEnumerable<Cell> AgreedAround(Coordinate place)
    {
        var near = MembershipSurface.AroundHome(weights, [.. town.Drawings.Select(drawing => drawing.Home.Distance(place))]);
        Assert.True(MembershipSurface.Compute(drawn, near, replicates: 0).TryGet(out var surface, out var reason), reason?.Detail);
        return Cells.Where((_, i) => surface.Cells[i].Membership >= 0.5);
    }

    private int[] Covered(Drawing drawing)
    {
        var inside = new IndexedPointInAreaLocator(drawing.Shape);
        return [.. Cells.Index().Where(cell => inside.Locate(Signals.Drawings.Middle(cell.Item)) == Location.Interior).Select(cell => cell.Index)];
    }
}
