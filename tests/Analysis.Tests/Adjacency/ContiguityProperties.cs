// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Tests.Adjacency;

/// <summary>A rectangle cut again and again has T-junctions everywhere, and neighbours that can be read off the sides.</summary>
public sealed class ContiguityProperties
{
    private static readonly Gen<Cut[]> cuts = Gen.Select(Gen.Int[1, 60], Gen.Int[0, 1_000_000]).Select((pieces, seed) =>
    {
        var chance = new RandomSequence(seed);
        List<Cut> areas = [new(0, 0, 1000 * chance.NextDouble() + 100, 1000 * chance.NextDouble() + 100)];
        while (areas.Count < pieces)
        {
            var place = chance.NextInt(areas.Count);
            var (left, low, right, high) = areas[place];
            var share = 0.2 + (0.6 * chance.NextDouble());
            var (x, y) = (left + (share * (right - left)), low + (share * (high - low)));
            var isAcross = chance.NextDouble() < 0.5;
            areas[place] = isAcross ? new(left, low, x, high) : new(left, low, right, y);
            areas.Add(isAcross ? new(x, low, right, high) : new(left, y, right, high));
        }

        return areas.ToArray();
    });

    [Fact]
    public void Neighbours_and_common_borders_are_those_of_the_sides() =>
        Gen.Select(cuts, Gen.Int[1, 3]).Sample((areas, threads) =>
        {
            var boundaries = Graphs.Boundaries([.. areas.Select(area => new[] { Graphs.Box(area.Left, area.Low, area.Right, area.High) })]);
            var queen = Contiguity.Queen(boundaries, threads: threads);
            var rook = Contiguity.Rook(boundaries, threads: threads);
            var lengths = Contiguity.BorderLengths(boundaries, threads: threads);

            for (var one = 0; one < areas.Length; one++)
            {
                for (var other = 0; other < areas.Length; other++)
                {
                    if (one == other)
                        continue;

                    // How far the two reach along each other in both directions: negative is a gap.
                    var wide = Math.Min(areas[one].Right, areas[other].Right) - Math.Max(areas[one].Left, areas[other].Left);
                    var tall = Math.Min(areas[one].High, areas[other].High) - Math.Max(areas[one].Low, areas[other].Low);
                    var gap = Math.Sqrt(Math.Pow(Math.Min(wide, 0), 2) + Math.Pow(Math.Min(tall, 0), 2));
                    Assert.Equal(gap <= Contiguity.OneMillimetre, queen.Contains(one, other));

                    var common = Math.Min(wide, tall) >= -Contiguity.OneMillimetre ? Math.Max(wide, tall) : 0;
                    if (Math.Abs(common - Contiguity.OneMillimetre) < 1e-6)
                        continue;
                    Assert.Equal(common > Contiguity.OneMillimetre, rook.Contains(one, other));
                    if (common > Contiguity.OneMillimetre)
                        Assert.Equal(common, lengths.WeightsOf(one)[lengths.Of(one).BinarySearch(other)], 1e-6);
                }
            }

            Assert.True(queen.IsSymmetric() && rook.IsSymmetric() && lengths.IsSymmetric());
            Assert.Equal(1, rook.Components().Count);
        });

    [Fact]
    public void Turning_the_map_and_the_direction_of_its_rings_changes_nothing() =>
        Gen.Select(cuts, Gen.Double[0, 6]).Sample((areas, angle) =>
        {
            var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
            double[] Turned(Cut area)
            {
                (double X, double Y)[] corners = [(area.Left, area.Low), (area.Left, area.High), (area.Right, area.High), (area.Right, area.Low)];
                return [.. corners.SelectMany(corner => new[] { 200_000 + (corner.X * cos) - (corner.Y * sin), 500_000 + (corner.X * sin) + (corner.Y * cos) })];
            }

            // Thin areas would be joined by the tolerance in one position and not in another.
            if (areas.Any(area => Math.Min(area.Right - area.Left, area.High - area.Low) < 0.1))
                return;
            var straight = Graphs.Boundaries([.. areas.Select(area => new[] { Graphs.Box(area.Left, area.Low, area.Right, area.High) })]);
            var turned = Graphs.Boundaries([.. areas.Select(area => new[] { Turned(area) })]);

            Assert.Equal(Contiguity.Rook(straight, minimumLengthInMetres: 0.05).Lists(), Contiguity.Rook(turned, minimumLengthInMetres: 0.05).Lists());
        });

    private sealed record Cut(double Left, double Low, double Right, double High);
}
