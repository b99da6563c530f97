// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Reach;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>Whom do we reach, and whom not?</summary>
public static class ReachWords
{
    /// <summary>Choosing among fewer areas is no choice.</summary>
    public const int FewestGroups = 5;

    private const double Fifth = 0.20, Rosy = 0.10;

    internal static PartWords Of(Findings findings, EvidenceTexts texts) => ReachPart.Best(findings).TryGet(out var found, out var reason)
        ? new PartWords("reach", texts["reach.title"], Claims(found, Fifth, texts), Unknown(findings, found, texts), true)
        : NoAnswer.Of("reach", texts["reach.title"], reason, texts);

    /// <summary>The claims under one budget.</summary>
    /// <param name="found">Reach.</param>
    /// <param name="budget">[0..1] share of the residents.</param>
    /// <param name="texts">Language.</param>
    /// <returns>Sentences.</returns>
    public static IReadOnlyList<string> Claims(ReachFinding found, double budget, EvidenceTexts texts)
    {
        var rows = Rows(found, budget);
        if (rows.Count == 0)
            return [texts["reach.weak", EvidenceTexts.OfTen(budget)]];

        var best = rows[0];
        var claims = new List<string> { texts["reach.claim", texts.Share(budget), texts.Many(best.Level), Tens(best)] };
        claims.AddRange(rows.Skip(1).DistinctBy(Tens).Where(row => Tens(row) != Tens(best)).Take(2).Select(row => texts["reach.compare", texts.Many(row.Level), Tens(row)]));
        claims.Add(rows.All(row => row.Class is "none") ? texts["reach.weak", Tens(budget)] : texts["reach.lots", Tens(budget)]);
        if (best.HonestReach.Value is { } honest && best.Reach - honest > Rosy)
            claims.Add(texts["reach.rosy", EvidenceTexts.OfTen(best.Reach)]);
        return claims;
    }

    /// <summary>The levels with enough areas to choose from, finest first.</summary>
    /// <param name="found">Reach.</param>
    /// <param name="budget">[0..1] share of the residents.</param>
    /// <returns>One row a level.</returns>
    public static IReadOnlyList<ReachRow> Rows(ReachFinding found, double budget)
    {
        var levels = found.Units.Tree.Levels.ToList();
        return [.. found.Result.Rows.Where(row => Math.Abs(row.BudgetShare - budget) < 1e-9 && found.Units.Ids[levels.IndexOf(row.Level)].Length >= FewestGroups)];
    }

    private static List<string> Unknown(Findings findings, ReachFinding found, EvidenceTexts texts)
    {
        var unknown = new List<string>();
        if (Rows(found, Fifth) is [var best, ..])
            unknown.Add(texts["reach.outside", 10 - Tens(best), texts.Many(best.Level)]);
        unknown.Add(found.Result.Method == "two-years" ? texts["reach.years", found.Units.Years[0], found.Units.Years[^1], found.Units.Years[^1] + 1]
            : found.Result.Rows.Any(row => row.HonestReach.Value is not null) ? texts["reach.half"] : texts["reach.not"]);
        return unknown;
    }

    private static int Tens(ReachRow row) => EvidenceTexts.OfTen(row.HonestReach.Value ?? row.Reach);

    private static int Tens(double budget) => EvidenceTexts.OfTen(budget);
}
