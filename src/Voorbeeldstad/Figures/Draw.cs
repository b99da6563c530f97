// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Voorbeeldstad.Figures;

/// <summary>Chance, in the shapes that the figures of the town need. Simple and exact rather than fast.</summary>
internal static class Draw
{
    /// <summary>A normal number that never strays far, so that no rate falls below 0.</summary>
    internal static double Moderate(ref RandomSequence random)
    {
        while (true)
        {
            var number = random.NextNormal();
            if (Math.Abs(number) < 2.2)
                return number;
        }
    }

    /// <summary>How many of so many, each with this probability.</summary>
    internal static int Binomial(int trials, double probability, ref RandomSequence random)
    {
        var hits = 0;
        for (var i = 0; i < trials; i++)
            if (random.NextDouble() < probability)
                hits++;
        return hits;
    }

    /// <summary>A number of events with this mean (Knuth: multiply chances until they are used up, in portions that do not underflow).</summary>
    internal static int Poisson(double mean, ref RandomSequence random)
    {
        var events = 0;
        for (var rest = mean; rest > 0; rest -= 30)
        {
            var limit = Math.Exp(-Math.Min(rest, 30));
            for (var product = random.NextDouble(); product > limit; product *= random.NextDouble())
                events++;
        }

        return events;
    }
}
