// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Analysis.Numerics;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>Divides a gemeente around the town into wijken and buurten: a kern of houses, and the land around it.</summary>
internal static class NeighbourBuurten
{
    /// <summary>[residents per m²] in a kern; the land around it has a third of the people a buurt.</summary>
    private const double density = 0.0038, outside = 0.35;

    internal static IEnumerable<Buurt> Of(NeighbourPlan plan, Gemeente gemeente, Polygon land)
    {
        var number = int.Parse(plan.Code.AsSpan(2), CultureInfo.InvariantCulture);
        var random = new RandomSequence(2009, number);
        var shapes = Shapes(plan, land, ref random);
        var residents = TownBuurten.Spread(
            plan.Residents, [.. shapes.Select(shape => shape.Residents)], [.. Sizes(shapes, ref random)], ref random);
        var dwellings = TownBuurten.Spread(plan.Dwellings, new int?[shapes.Count], [.. residents.Select(people => (double)people)], ref random, power: 1);
        var inWijk = 0;
        for (var b = 0; b < shapes.Count; b++)
        {
            var (w, shape, _, name, _) = shapes[b];
            inWijk = b > 0 && shapes[b - 1].Wijk == w ? inWijk + 1 : 0;
            var wijk = new Wijk(
                string.Create(CultureInfo.InvariantCulture, $"WK{number:0000}{w:00}"), NameOf(plan, number, w, shapes), gemeente, null);
            yield return new Buurt(
                string.Create(CultureInfo.InvariantCulture, $"BU{number:0000}{w:00}{inWijk:00}"), name ?? NeighbourPlan.NameOf(number, b), wijk, shape, 0)
            { Residents = residents[b], Dwellings = dwellings[b], Households = Buurt.HouseholdsIn(dwellings[b]), Kern = plan.HasKernen ? NeighbourPlan.Kernen[w].Name : null };
        }
    }

    private static string NameOf(NeighbourPlan plan, int number, int wijk, List<Place> shapes)
    {
        if (plan.HasKernen)
            return NeighbourPlan.Kernen[wijk].Name;
        var outer = shapes.Where(shape => !shape.InKern && shape.Name is null).Select(shape => shape.Wijk).Distinct().ToArray();
        if (!outer.Contains(wijk))
            return NeighbourPlan.NameOf(number, 40 + wijk);
        var north = outer.MaxBy(other => shapes.First(shape => shape.Wijk == other).Shape.Centroid.Y);
        return outer.Length == 1 ? "Buitengebied" : wijk == north ? "Buitengebied-Noord" : "Buitengebied-Zuid";
    }

    private static double[] Sizes(List<Place> shapes, ref RandomSequence random)
    {
        var sizes = new double[shapes.Count];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = (shapes[i].InKern ? 1 : outside) * (1 + (2 * random.NextDouble()));
        return sizes;
    }

    private static List<Place> Shapes(NeighbourPlan plan, Polygon land, ref RandomSequence random)
    {
        (string Name, int X, int Y)[] middles = plan.HasKernen ? NeighbourPlan.Kernen : [(plan.Name, 0, 0)];
        var radius = Math.Sqrt(0.8 * plan.Residents / density / Math.PI / middles.Length);
        var kernen = new List<Polygon>();
        foreach (var (_, x, y) in middles)
            kernen.Add(Pen.Round(plan.X + x, plan.Y + y, radius, ref random));

        List<Polygon> pieces = [land], border = [];
        if (land.Intersects(TownSketch.BorderStation))
        {
            pieces = [.. Knife.Cut(land, TownSketch.BorderStation.Boundary).SelectMany(piece => Knife.Cut(piece, TownSketch.Railway))];
            border = [.. pieces.Where(piece => TownSketch.BorderStation.Contains(piece.InteriorPoint)).OrderByDescending(piece => piece.Centroid.Y)];
            pieces = [.. pieces.Except(border)];
        }

        foreach (var kern in kernen)
            pieces = [.. pieces.SelectMany(piece => Knife.Cut(piece, kern.Boundary))];
        var inside = pieces.Where(piece => kernen.Any(kern => kern.Contains(piece.InteriorPoint))).ToList();
        var around = pieces.Except(inside).ToList();

        if (plan.HasKernen)
            return WithOwnLand(inside, kernen, Knife.Divide(around.Single(), kernen.Count, ref random, 0.08));

        var shapes = new List<Place>();
        var inKern = (plan.Wijken.Length + 1) / 2;
        var wijken = new List<Polygon>();
        foreach (var (parts, count) in new[] { (inside, inKern), (around, plan.Wijken.Length - inKern) })
            for (var i = 0; i < parts.Count; i++)
                wijken.AddRange(Knife.Divide(parts[i], ((i + 1) * count / parts.Count) - (i * count / parts.Count), ref random, 0.09));
        for (var w = 0; w < wijken.Count; w++)
            foreach (var shape in Knife.Divide(wijken[w], plan.Wijken[w], ref random, 0.08))
                shapes.Add(new Place(w, shape, kernen.Any(kern => kern.Contains(shape.InteriorPoint)), null, null));
        // The border station belongs to the wijk it shares most border with.
        for (var b = 0; b < border.Count; b++)
        {
            var host = Enumerable.Range(0, wijken.Count).MaxBy(w => wijken[w].Intersection(border[b]).Length);
            shapes.Add(new Place(host, border[b], true, NeighbourPlan.BorderStation[b].Name, NeighbourPlan.BorderStation[b].Residents));
        }

        return [.. shapes.OrderBy(shape => shape.Wijk)];
    }

    /// <summary>Each kern with the piece of land that it borders most.</summary>
    private static List<Place> WithOwnLand(List<Polygon> inside, List<Polygon> kernen, List<Polygon> land)
    {
        var places = new List<Place>();
        foreach (var (w, kern) in kernen.Index())
        {
            var houses = inside.Single(piece => kern.Contains(piece.InteriorPoint));
            var own = land.MaxBy(piece => piece.Intersection(houses).Length)!;
            land.Remove(own);
            places.Add(new Place(w, houses, true, null, null));
            places.Add(new Place(w, own, false, null, null));
        }

        return places;
    }

    /// <summary>A buurt before people live there.</summary>
    private sealed record Place(int Wijk, Polygon Shape, bool InKern, string? Name, int? Residents);
}
