// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Rezoning;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>Module C of a question: would other, equally reasonable borders lead to another conclusion?</summary>
public static class BordersPart
{
    // Below these a grade has no ground (methods C.2); above them the answer is about a country, not about borders that anybody drew.
    private const int FewestZones = 3, FewestLeavesAZone = 3, MostZones = 400;

    internal static Outcome<BordersFinding> Of(EvidenceGround ground)
    {
        if (!ground.HasCases)
            return CaseTree.NoCasesKnown(ground.Indicator);

        // Squares are the stuff, not the choice: the borders that people argue about are those of groups of buurten.
        var levels = ground.Study.Levels.Select(level => level.Id).ToList();
        foreach (var level in levels.Contains("buurt") ? new[] { "buurt", levels[0] }.Distinct() : [levels[0]])
        {
            if (!ground.Placed(level).TryGet(out var placed, out _))
                continue;
            foreach (var zones in levels.SkipWhile(other => other != level).Skip(1))
            {
                if (placed.Units.ParentsAt(ground.Catalogue, zones) is not { } groups)
                    continue;
                var used = Enumerable.Range(0, placed.Why.Length).Where(unit => placed.Why[unit] == ExclusionReason.None && groups[unit] is not null).ToArray();
                var number = used.Select(unit => groups[unit]).Distinct().Count();
                if (number is < FewestZones or > MostZones || used.Length < FewestLeavesAZone * number)
                    continue;
                return Compute(ground, placed, groups, level, zones);
            }
        }

        return new Reason("no-division", "There is no division into at least three areas of three units each, so there are no borders to try.");
    }

    /// <summary>The same question with another number of zones, for who draws them anew.</summary>
    /// <param name="found">The evidence on borders.</param>
    /// <param name="zones">Numbers of zones.</param>
    /// <param name="findings">The evidence it belongs to.</param>
    /// <param name="threads">Cores to use; 0 for all.</param>
    /// <returns>The official division among others.</returns>
    public static Outcome<RezoningResult> WithZones(BordersFinding found, IReadOnlyList<int> zones, Findings findings, int threads = 0) =>
        Compute(found.Units, new RezoningOptions
        {
            ZoneCounts = zones,
            Kind = KindOf(findings),
            Seed = findings.Question.Seed,
            Threads = threads,
        });

    private static Analysis.Scale.RateKind KindOf(Findings findings) =>
        findings.Picture.Indicator.Kind == Catalogue.Indicators.IndicatorKind.Count ? Analysis.Scale.RateKind.Count : Analysis.Scale.RateKind.Proportion;

    private static Outcome<BordersFinding> Compute(EvidenceGround ground, PlacedUnits placed, string?[] groups, string level, string zones)
    {
        if (!placed.Link(groups, ground.Options.Threads).TryGet(out var units, out var reason))
            return reason;
        for (var unit = 0; !placed.IsCount && unit < units.Codes.Length; unit++)
            if (units.Values[unit] > units.Denominators[unit])
                return new Reason("more-cases-than-people", $"There are more cases than people in {units.Codes[unit]}; a proportion is at most 1.");

        return Compute(units, new RezoningOptions { Kind = ground.Kind, Seed = ground.Question.Seed, Threads = ground.Options.Threads }).TryGet(out var found, out reason)
            ? new BordersFinding(found, units, level, zones)
            : reason;
    }

    private static Outcome<RezoningResult> Compute(LinkedUnits units, RezoningOptions options)
    {
        var names = units.Groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var numbers = Array.ConvertAll(units.Groups, zone => Array.BinarySearch(names, zone, StringComparer.Ordinal));
        return RezoningRobustness.Compute(units.Graph, units.Values, units.Denominators, numbers, options);
    }
}
