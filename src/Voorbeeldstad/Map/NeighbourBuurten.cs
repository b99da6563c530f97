// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Analysis.Numerics;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>Divides a gemeente around the town into wijken and buurten.</summary>
internal static class NeighbourBuurten
{
    internal static IEnumerable<Buurt> Of(NeighbourPlan plan, Gemeente gemeente, Polygon land)
    {
        var number = int.Parse(plan.Code.AsSpan(2), CultureInfo.InvariantCulture);
        var random = new RandomSequence(2009, number);
        var border = new List<Polygon>();
        var rest = new List<Polygon> { land };
        if (land.Intersects(TownSketch.BorderStation))
        {
            var pieces = Knife.Cut(land, TownSketch.BorderStation.Boundary);
            border = [.. pieces.Where(piece => TownSketch.BorderStation.Contains(piece.InteriorPoint)).SelectMany(piece => Knife.Cut(piece, TownSketch.Railway)).OrderByDescending(piece => piece.Centroid.Y)];
            rest = [.. pieces.Where(piece => !TownSketch.BorderStation.Contains(piece.InteriorPoint)).SelectMany(piece => Knife.Cut(piece, TownSketch.Railway))];
        }

        var wijken = rest.Count == 1
            ? Knife.Divide(rest[0], plan.Wijken.Length, ref random, 0.09)
            : [.. Knife.Divide(rest[0], plan.Wijken.Length / 2, ref random, 0.09), .. Knife.Divide(rest[1], plan.Wijken.Length - (plan.Wijken.Length / 2), ref random, 0.09)];
        var shapes = new List<(int Wijk, Polygon Shape, string? Name, int? Residents)>();
        for (var w = 0; w < wijken.Count; w++)
            shapes.AddRange(Knife.Divide(wijken[w], plan.Wijken[w], ref random, 0.08).Select(shape => (w, shape, (string?)null, (int?)null)));
        // The border station belongs to the wijk it shares most border with.
        for (var b = 0; b < border.Count; b++)
        {
            var host = Enumerable.Range(0, wijken.Count).MaxBy(w => wijken[w].Intersection(border[b]).Length);
            shapes.Add((host, border[b], NeighbourPlan.BorderStation[b].Name, NeighbourPlan.BorderStation[b].Residents));
        }

        shapes = [.. shapes.OrderBy(shape => shape.Wijk)];
        var residents = TownBuurten.Spread(plan.Residents, [.. shapes.Select(shape => shape.Residents)], [.. shapes.Select(_ => 1.0 + (2 * random.NextDouble()))], ref random);
        var dwellings = TownBuurten.Spread(plan.Dwellings, new int?[shapes.Count], [.. residents.Select(people => (double)people)], ref random, power: 1);
        var kernen = Kernen(plan, shapes);
        var inWijk = 0;
        for (var b = 0; b < shapes.Count; b++)
        {
            var (w, shape, name, _) = shapes[b];
            inWijk = b > 0 && shapes[b - 1].Wijk == w ? inWijk + 1 : 0;
            var wijk = new Wijk(
                string.Create(CultureInfo.InvariantCulture, $"WK{number:0000}{w:00}"),
                plan.Wijken.Length == 1 ? plan.Name : NeighbourPlan.NameOf(number, 40 + w), gemeente, null);
            yield return new Buurt(
                string.Create(CultureInfo.InvariantCulture, $"BU{number:0000}{w:00}{inWijk:00}"), name ?? NeighbourPlan.NameOf(number, b), wijk, shape, 0)
            { Residents = residents[b], Dwellings = dwellings[b], Kern = kernen[b] };
        }
    }

    private static string?[] Kernen(NeighbourPlan plan, List<(int Wijk, Polygon Shape, string? Name, int? Residents)> shapes)
    {
        var kernen = new string?[shapes.Count];
        if (plan.Wijken.Length > 1)
            return kernen;

        var order = Enumerable.Range(0, shapes.Count).OrderByDescending(i => shapes[i].Shape.Centroid.Y).ToArray();
        for (var i = 0; i < order.Length; i++)
            kernen[order[i]] = NeighbourPlan.Kernen[i * NeighbourPlan.Kernen.Length / order.Length];
        return kernen;
    }
}
