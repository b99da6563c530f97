// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Web.Atlas;

namespace Schakel.Web.Evidence;

/// <summary>How a reader gets the same figures without a browser: the whole, and each part by itself.</summary>
internal static class EvidenceCommand
{
    internal static string Whole(EvidenceView view) => "schakel analyse" + Question(view) + (view.Covariates.Count == 0 ? "" : " --covariates " + Quoted(string.Join(',', view.Covariates))) + Seed(view);

    /// <summary>The single command of a part; null where only <c>analyse</c> gives it.</summary>
    internal static string? Of(EvidenceView view, string part)
    {
        var findings = view.Findings;
        return part switch
        {
            "profile" => "schakel profile" + Question(view) + Seed(view),
            "reach" when view.Reach.TryGet(out var reach, out _) => "schakel reach" + Question(view, reach.Units.Years)
                + (view.Trial.Budget == Trial.UsualBudget ? "" : string.Create(CultureInfo.InvariantCulture, $" --budgets {view.Trial.Budget}")) + Seed(view),
            "borders" when findings.Borders.TryGet(out var borders, out _) => "schakel robustness" + Question(view) + $" --level {Quoted(borders.Level)} --zones {Quoted(borders.Zones)}"
                + (view.Trial.Zones is { } zones ? string.Create(CultureInfo.InvariantCulture, $" --zone-counts {zones}") : "") + Seed(view),
            "composition" when findings.Composition.TryGet(out var composition, out _) => "schakel composition" + Question(view) + " --covariates " + Quoted(string.Join(',', composition.Covariates)) + " --json",
            "clusters" when findings.Scan.TryGet(out var scan, out _) => "schakel scan" + Question(view) + $" --level {Quoted(scan.Level)}" + (scan.Zones is { } around ? $" --zones {Quoted(around)}" : "") + Seed(view),
            "bespoke" or "stability" => Whole(view),
            _ => null,
        };
    }

    private static string Question(EvidenceView view, IReadOnlyList<int>? years = null)
    {
        var question = view.Findings.Question;
        var command = $" --catalogue {Quoted(view.Ground.Name)} --indicator {Quoted(question.Indicator)}";
        if (years is { Count: > 1 } || question.Year is > 0)
            command += " --year " + string.Join(',', (years ?? [question.Year!.Value]).Select(year => year.ToString(CultureInfo.InvariantCulture)));
        if (question.Within is { } place)
            command += $" --within {Quoted(place)}";
        return command;
    }

    private static string Seed(EvidenceView view) => string.Create(CultureInfo.InvariantCulture, $" --seed {view.Findings.Question.Seed} --json");

    private static string Quoted(string word) => ProfileCommand.Quoted(word);
}
