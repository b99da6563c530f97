// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Scale;
using static System.FormattableString;

namespace Schakel.Analysis.Tests;

/// <summary>The examples of the library's README, between their marks; a test runs them and checks that the README holds them exactly.</summary>
internal static class ReadmeExamples
{
    internal static void Profile(TextWriter output)
    {
        // <profile>
        double[] cases = [24, 30, 27, 40, 66, 36, 12, 10, 56, 18, 15, 20];
        double[] residents = [400, 600, 300, 400, 600, 900, 400, 500, 700, 300, 500, 800];
        int[] wijk = [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4];

        // A wrong nesting is an answer too: a Reason with a code and a sentence.
        if (!UnitTree.Create(["buurt", "wijk"], cases.Length, [wijk]).TryGet(out var tree, out var reason))
            throw new InvalidOperationException(reason.Detail);

        var rates = cases.Zip(residents, (y, n) => y / n).ToArray();
        var chance = SamplingVariance.OfProportion(residents, cases.Sum() / residents.Sum());

        if (ScaleProfile.Compute(tree, rates, chance, residents, new ScaleProfileOptions()).TryGet(out var profile, out reason))
        {
            foreach (var level in profile.Levels)
                output.WriteLine(Invariant($"{level.Level,-6} {level.Share.Value:P0} of the true differences ({level.Low.Value:P0} to {level.High.Value:P0})"));
            output.WriteLine(Invariant($"chance {profile.Noise.Share.Value:P0} of what one sees"));
            output.WriteLine(Invariant($"buurt 1: {rates[0]:P1} counted, {profile.Units[0].Estimate[0]:P1} likely"));
        }
        // </profile>
    }

    internal static void Local(TextWriter output)
    {
        // <local>
        // Who borders on whom: two clusters of four areas, joined by one border.
        var neighbours = Neighbours.FromPairs(8, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6), (5, 7), (6, 7)]).RowStandardised();
        double[] values = [12, 11, 13, 10, 3, 2, 4, 1];

        if (LocalMoran.Compute(values, neighbours, new LocalOptions { Permutations = 999, Seed = 2009 }).TryGet(out var picture, out var reason))
        {
            foreach (var area in picture.Areas)
                output.WriteLine(Invariant($"{area.Value,2}: around it {area.Lag:F1}, p {area.P.Value:F3}, {area.Quadrant}"));
        }
        else
        {
            output.WriteLine($"{reason.Code}: {reason.Detail}");
        }
        // </local>
    }
}
