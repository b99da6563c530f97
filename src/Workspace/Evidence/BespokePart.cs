// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>Module A.6 of a question: which scale do the differences have, borders aside?</summary>
internal static class BespokePart
{
    /// <summary>[m] people this far outside still count among the nearest of who lives at the edge.</summary>
    private const double BufferWidth = 5_000;

    private const int FewestSizes = 3;

    internal static Outcome<BespokeFinding> Of(EvidenceGround ground)
    {
        if (!ground.HasCases)
            return CaseTree.NoCasesKnown(ground.Indicator);
        var level = ground.Study.Units.Level.Id;
        if (!ground.Placed(level).TryGet(out var placed, out var reason))
            return reason;
        if (!placed.Points().TryGet(out var inside, out reason))
            return reason;

        var (units, isStudyArea) = WithBuffer(ground, inside, level);

        // Nobody can be looked at with fewer people than their own unit holds.
        var largest = level == "cell" ? 0 : inside.People.Max();
        var everybody = units.People.Sum();
        double[] sizes = [.. BespokeProfile.DefaultSizes.Where(size => size >= largest && size <= everybody)];
        if (sizes.Length < FewestSizes)
            return new Reason("units-too-large", $"The units of level {level} hold too many people to see smaller scales; figures for squares of 100 metres would show them.") { Arguments = [level] };

        return BespokeProfile.Compute(units.X, units.Y, units.Cases, units.People, sizes, isStudyArea, ground.Options.Threads).TryGet(out var found, out reason)
            ? new BespokeFinding(found, units, level, units.Codes.Length - inside.Codes.Length)
            : reason;
    }

    private static (PointUnits Units, bool[] IsStudyArea) WithBuffer(EvidenceGround ground, PointUnits inside, string level)
    {
        var alone = (inside, Enumerable.Repeat(true, inside.Codes.Length).ToArray());
        if (ground.Question.Within is null
            || !CatalogueUnits.Gather(ground.Catalogue, ground.Question with { Within = null }, level).TryGet(out var everywhere, out _)
            || everywhere.Count == ground.Study.Units.Count
            || !PlacedUnits.Of(everywhere, ground.Boundaries(everywhere.Layer)).Points().TryGet(out var all, out _))
            return alone;

        var own = inside.Codes.ToHashSet(StringComparer.Ordinal);
        var (west, east, south, north) = (inside.X.Min() - BufferWidth, inside.X.Max() + BufferWidth, inside.Y.Min() - BufferWidth, inside.Y.Max() + BufferWidth);
        int[] near = [.. Enumerable.Range(0, all.Codes.Length).Where(unit =>
            own.Contains(all.Codes[unit]) || (all.X[unit] >= west && all.X[unit] <= east && all.Y[unit] >= south && all.Y[unit] <= north))];
        T[] Pick<T>(T[] column) => Array.ConvertAll(near, unit => column[unit]);
        return (all with { Codes = Pick(all.Codes), X = Pick(all.X), Y = Pick(all.Y), Cases = Pick(all.Cases), People = Pick(all.People) },
            Array.ConvertAll(near, unit => own.Contains(all.Codes[unit])));
    }
}
