// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Reach;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>Module B of a question: whom does one reach, and whom not?</summary>
public static class ReachPart
{
    internal static Outcome<ReachFinding> OneYear(EvidenceGround ground) => Of(ground, [ground.Year], null);

    /// <summary>Chosen on the year before, counted in this one: the honest comparison, where both years have the same units.</summary>
    internal static Outcome<ReachFinding> NextYear(EvidenceGround ground) => ground.Indicator.Years.Contains(ground.Year - 1)
        ? Of(ground, [ground.Year - 1, ground.Year], null)
        : new Reason("no-year-before", "There are no figures of the year before.");

    /// <summary>The same reach under other budgets, for who moves the slider.</summary>
    /// <param name="findings">The evidence.</param>
    /// <param name="budgets">[0..1] shares of the residents.</param>
    /// <param name="threads">Cores to use; 0 for all.</param>
    /// <returns>The rows.</returns>
    public static Outcome<ReachResult> WithBudgets(Findings findings, IReadOnlyList<double> budgets, int threads = 0)
    {
        if (!Best(findings).TryGet(out var found, out var reason))
            return reason;
        return Compute(found.Units, findings.Question.Seed, threads, budgets);
    }

    /// <summary>The more honest of the two: over two years where there are two.</summary>
    /// <param name="findings">The evidence.</param>
    /// <returns>The finding.</returns>
    public static Outcome<ReachFinding> Best(Findings findings) =>
        findings.ReachNextYear.TryGet(out var later, out _) && later.Result.Rows.Any(row => row.HonestReach.Value is not null) ? later : findings.Reach;

    private static Outcome<ReachFinding> Of(EvidenceGround ground, int?[] years, IReadOnlyList<double>? budgets)
    {
        if (!CaseTree.Gather(ground.Catalogue, ground.Question, years, []).TryGet(out var units, out var reason))
            return reason;
        return Compute(units, ground.Question.Seed, ground.Options.Threads, budgets).TryGet(out var reach, out reason) ? new ReachFinding(reach, units) : reason;
    }

    private static Outcome<ReachResult> Compute(CaseTree units, int seed, int threads, IReadOnlyList<double>? budgets)
    {
        var options = new ReachOptions { Kind = units.Kind, Seed = seed, Threads = threads };
        if (budgets is not null)
            options = options with { Budgets = budgets };
        double[] later = units.Counts.Count > 1 ? units.Counts[1] : [];
        return TargetingReach.Compute(units.Tree, units.Counts[0], units.Residents[0], later, options);
    }
}
