// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Atlas;
using Schakel.Workspace.Evidence.Words;

namespace Schakel.Web.Evidence;

/// <summary>The figures of two questions beside each other: ranges, not ranks.</summary>
internal static class Compared
{
    private const string None = "–";

    internal static IEnumerable<(string Name, string One, string Two)> Rows(EvidenceView one, EvidenceView two)
    {
        var texts = one.Texts;
        yield return (texts["compare.mean"], one.Measure.WithUnit(one.Measure.Number(one.Picture.Profile.Mean)), two.Measure.WithUnit(two.Measure.Number(two.Picture.Profile.Mean)));
        foreach (var level in Levels(one, two))
            yield return (texts["compare.share", texts.Title(level)], Share(one, level), Share(two, level));
        yield return (texts["compare.noise"], Noise(one), Noise(two));
        foreach (var level in Levels(one, two))
            if ((Reached(one, level), Reached(two, level)) is var (first, second) && (first != None || second != None))
                yield return (texts["compare.reach", texts.Title(level)], first, second);
        yield return (texts["compare.people"], People(one), People(two));
        yield return (texts["compare.clusters"], Clusters(one), Clusters(two));
        yield return (texts["compare.half"], Half(one), Half(two));
        foreach (var level in Levels(one, two))
            if ((Lasts(one, level), Lasts(two, level)) is var (first, second) && (first != None || second != None))
                yield return (texts["compare.lasts", texts.Title(level)], first, second);
    }

    private static IEnumerable<string> Levels(EvidenceView one, EvidenceView two) =>
        one.Ladder.Concat(two.Ladder).DistinctBy(rung => rung.Level).OrderByDescending(rung => Catalogue.Areas.Level.Of(rung.Level).Rank).Select(rung => rung.Level);

    private static string Share(EvidenceView view, string level) => view.Ladder.FirstOrDefault(rung => rung.Level == level)?.Label ?? None;

    private static string Noise(EvidenceView view) => view.Picture.Profile.Noise is { Low.Value: { } low, High.Value: { } high } ? view.Texts.Numbers.Range(low, high) : None;

    private static string Reached(EvidenceView view, string level) =>
        view.Reach.TryGet(out var reach, out _) && ReachWords.Rows(reach, Trial.UsualBudget).FirstOrDefault(row => row.Level == level) is { } row
            ? view.Texts["evidence.ofTen", Workspace.Texts.EvidenceTexts.OfTen(row.HonestReach.Value ?? row.Reach)] : None;

    private static string People(EvidenceView view) =>
        view.Findings.Composition.TryGet(out var found, out _) && found.Result.TryGet(out var adjusted, out _) && adjusted.Pcv.Value is { } part
            ? part <= 0 ? view.Texts["evidence.composition.noReduction"] : view.Texts.Numbers.Share(part) : None;

    private static string Clusters(EvidenceView view) => view.Findings.Scan.TryGet(out var scan, out _) ? view.Texts.Numbers.Whole(scan.Shown.Count()) : None;

    private static string Half(EvidenceView view) => view.Findings.Bespoke.TryGet(out var found, out _) && found.Result.HalfAt.Value is { } half ? view.Sentences.About(half) : None;

    private static string Lasts(EvidenceView view, string level) =>
        view.Findings.Stability.TryGet(out var found, out _) && found.Result[0].Levels.FirstOrDefault(lasting => lasting.Level == level)?.Value.Value is { } value
        && view.Picture.Profile.Levels.FirstOrDefault(own => own.Level == level) is { Groups: >= 5 }
            ? view.Texts.Numbers.Share(value) : None;
}
