// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>Walks from a place outwards, group after group of places at the same distance, until enough people are met.</summary>
/// <remarks>Rings of bins are taken in until everything within some distance is known for certain; that part is sorted and walked. One walker a thread.</remarks>
internal sealed class NearestPeople(PlaceBins bins, double[] cases, double[] population) : IPeopleAround
{
    // Distances are compared in whole micrometres: nearer than that, places lie equally far (methods, A.6).
    private const double PerMetre = 1e6;

    private double[] distances = new double[64];
    private int[] places = new int[64];
    private int found;
    private int ringsTaken;

    /// <inheritdoc/>
    public void Collect(int place, ReadOnlySpan<double> sizes, Span<double> rates)
    {
        (found, ringsTaken) = (0, 0);
        var (next, size, people, affected) = (0, 0, 0.0, 0.0);
        for (var rings = 1; size < sizes.Length; rings += 1 + (rings / 2))
        {
            var certain = TakeIn(place, rings, next);
            while (size < sizes.Length && next < found && distances[next] < certain)
            {
                var (last, groupPeople, groupAffected) = (next, 0.0, 0.0);
                for (; last < found && distances[last] == distances[next]; last++)
                {
                    groupPeople += population[places[last]];
                    groupAffected += cases[places[last]];
                }

                // The last place of all may miss a whole number of people by a rounding; it is the end nevertheless.
                var isEnd = last == bins.PlaceCount;
                for (; size < sizes.Length && (isEnd || people + groupPeople >= sizes[size]); size++)
                    rates[size] = (affected + (groupAffected * Math.Min(1, (sizes[size] - people) / groupPeople))) / sizes[size];
                (next, people, affected) = (last, people + groupPeople, affected + groupAffected);
            }
        }
    }

    private double TakeIn(int place, int rings, int next)
    {
        for (; ringsTaken < rings; ringsTaken++)
            for (var row = -ringsTaken; row <= ringsTaken; row++)
            {
                // A whole row of bins at the top and bottom of the ring, two bins between.
                var step = Math.Abs(row) == ringsTaken ? 1 : Math.Max(1, 2 * ringsTaken);
                for (var column = -ringsTaken; column <= ringsTaken; column += step)
                    Append(place, bins.At(place, column, row));
            }

        Array.Sort(distances, places, next, found - next);
        var certain = bins.Certain(place, rings - 1);
        return double.IsInfinity(certain) ? certain : Math.Floor((certain * PerMetre) - 1);
    }

    private void Append(int place, ReadOnlySpan<int> others)
    {
        while (found + others.Length > distances.Length)
        {
            Array.Resize(ref distances, 2 * distances.Length);
            Array.Resize(ref places, distances.Length);
        }

        foreach (var other in others)
        {
            distances[found] = Math.Round(bins.Distance(place, other) * PerMetre);
            places[found++] = other;
        }
    }
}
