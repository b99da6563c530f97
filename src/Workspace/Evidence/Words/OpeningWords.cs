// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>The sentences that open the page. Pure noise says so, and then there is nothing to choose from.</summary>
internal static class OpeningWords
{
    private const double Fifth = 0.20, Much = 0.50, Some = 0.25;

    internal static IReadOnlyList<string> Of(Findings findings, EvidenceTexts texts)
    {
        var sentences = new List<string> { Where(findings, texts) };
        var isChance = findings.Picture.Profile.Noise.Dominates;
        if (findings.Picture.Profile.Noise.Share.Value is null)
            sentences.Add(texts["open.withChance"]);
        if (!isChance && Wider(findings, texts) is { } wider)
            sentences.Add(wider);
        if (People(findings, texts) is { } people)
            sentences.Add(people);
        if (!isChance && Reach(findings, texts) is { } reach)
            sentences.Add(reach);
        if (Clusters(findings, texts) is { } clusters)
            sentences.Add(clusters);
        return sentences;
    }

    private static string Where(Findings findings, EvidenceTexts texts)
    {
        var (profile, title) = (findings.Picture.Profile, EvidenceWords.TitleOf(findings, texts));
        var finest = profile.Levels[0].Level;
        if (profile.Noise.Dominates)
        {
            return WiderLead(findings) is { } wider && wider.Level.Level != finest
                ? texts["open.chance.wider", title, texts.Many(finest), EvidenceWords.PlaceOf(findings, texts), texts.Many(wider.Level.Level), wider.IsSure ? "" : texts["probably"]]
                : texts["open.chance", title, texts.Many(finest)];
        }

        if (LevelLead.Of(profile) is not { } lead)
            return texts["open.unknown", title];
        if (profile.ShareOf.Count == 1)
            return texts["open.only", title, texts.Many(lead.Level.Level)];
        if (lead.IsSure || lead.IsLikely)
            return texts[lead.IsSure ? "open.sure" : "open.likely", title, texts.Many(lead.Level.Level)];
        return texts["open.both", title, texts.Many(lead.Level.Level), texts.Many(lead.Second!.Level)];
    }

    // Only when it says something else than the place by itself.
    private static string? Wider(Findings findings, EvidenceTexts texts) =>
        WiderLead(findings) is { } wider && LevelLead.Of(findings.Picture.Profile) is var own && (own is null || own.Level.Level != wider.Level.Level || !(own.IsSure || own.IsLikely))
            ? texts["open.wider", texts.Many(wider.Level.Level), wider.IsSure ? "" : texts["probably"]]
            : null;

    private static LevelLead? WiderLead(Findings findings) =>
        findings.Wider is { Picture.Profile: { Noise.Dominates: false } profile } && LevelLead.Of(profile) is { } lead && (lead.IsSure || lead.IsLikely) ? lead : null;

    private static string? People(Findings findings, EvidenceTexts texts)
    {
        var part = new[] { findings.Wider?.Composition, findings.Picture.Profile.Noise.Dominates ? null : findings.Composition }
            .Select(found => found is not null && found.TryGet(out var composition, out _) && composition.Result.TryGet(out var adjusted, out _) && CompositionWords.IsDistinguishable(adjusted) ? adjusted.Pcv.Value : null)
            .FirstOrDefault(value => value is not null);
        return part switch
        {
            >= Much => texts["open.people.much"],
            >= Some => texts["open.people.some"],
            _ => null,
        };
    }

    private static string? Reach(Findings findings, EvidenceTexts texts)
    {
        if (!ReachPart.Best(findings).TryGet(out var reach, out _))
            return null;
        var rows = reach.Result.Rows.Where(row => row.BudgetShare == Fifth && row.HonestReach.Value is not null && reach.Units.Ids[reach.Units.Tree.Levels.ToList().IndexOf(row.Level)].Length >= ReachWords.FewestGroups).ToArray();
        if (rows.Length == 0)
            return null;

        var (best, other) = (rows[0], rows.Length > 1 ? rows.Skip(1).FirstOrDefault(row => row.Level == "wijk") ?? rows[^1] : null);
        var tens = EvidenceTexts.OfTen(best.HonestReach.Value!.Value);
        if (rows.All(row => row.Class is "none"))
            return texts["open.reach.weak", EvidenceTexts.OfTen(rows.Max(row => row.HonestReach.Value!.Value))];
        return other is null || EvidenceTexts.OfTen(other.HonestReach.Value!.Value) == tens
            ? texts["open.reach.one", texts.By(best.Level), tens]
            : texts["open.reach", texts.By(best.Level), tens, texts.By(other.Level), EvidenceTexts.OfTen(other.HonestReach.Value!.Value)];
    }

    private static string? Clusters(Findings findings, EvidenceTexts texts)
    {
        if (!findings.Scan.TryGet(out var scan, out _) || scan.Shown.ToArray() is not { Length: > 0 } clear)
            return null;
        var crosses = scan.Zones is { } zones && clear.Any(cluster => cluster.Crossing is { IsCrossing: true }) ? texts["open.cluster.crosses", texts.Many(zones)] : "";
        return clear.Length == 1 ? texts["open.cluster", crosses] : texts["open.clusters", clear.Length, crosses];
    }
}
