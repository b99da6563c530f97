// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Perception;

namespace Schakel.Cli.Perceiving;

/// <summary>Whose drawing counts, and for how much.</summary>
/// <param name="Used">Respondents (as numbers in the file) whose drawing is used, rising.</param>
/// <param name="Cells">What each of them drew.</param>
/// <param name="SetAside">Everybody else with the reason.</param>
internal sealed record PerceiveVoices(int[] Used, IReadOnlyList<int>[] Cells, IReadOnlyList<(string Respondent, Reason Reason)> SetAside)
{
    private static readonly Reason noHome = new("home-unknown", "Where this respondent lives is unknown.");
    private static readonly Reason noWeight = new("weight-unknown", "The weight of this respondent is unknown.");
    private static readonly Reason noPolygon = new("drawing-not-a-polygon", "This drawing is no polygon.");

    /// <summary>One a used respondent.</summary>
    internal double[] Weights { get; private init; } = [];

    /// <summary>By raking, before anything else; null without margins.</summary>
    internal IReadOnlyList<double>? Raked { get; private init; }

    internal static Outcome<PerceiveVoices> Read(Run run, PerceiveSettings settings, DrawingFile file, (double X, double Y)[] centres)
    {
        var why = new Reason?[file.Respondents.Length];
        var weights = new double[why.Length];
        Array.Fill(weights, 1);
        var distances = new double[why.Length];
        if (Weigh(run, settings, file, weights, why) is { } refusal)
            return refusal;
        if (Measure(run, settings, file, distances, why) is { } misplaced)
            return misplaced;

        var cells = new List<IReadOnlyList<int>>();
        for (var respondent = 0; respondent < why.Length; respondent++)
        {
            if (why[respondent] is not null)
                continue;
            var rings = file.Rings(respondent);
            if (rings.Count == 0)
                why[respondent] = noPolygon;
            else if (DrawnPolygon.Compute(rings, centres).TryGet(out var drawn, out var reason))
                cells.Add(drawn.Cells);
            else
                why[respondent] = reason;
        }

        var used = Enumerable.Range(0, why.Length).Where(respondent => why[respondent] is null).ToArray();
        if (used.Length == 0)
            return new Reason("no-respondents", "Nobody's drawing counts here.");
        double[] counted = Array.ConvertAll(used, respondent => weights[respondent]);
        IReadOnlyList<double>? raked = null;
        if (run.Get(settings.Margins) is { } margins)
        {
            if (!Rake(run, settings, file, margins, used).TryGet(out raked, out var unfit))
                return unfit;
            counted = [.. raked];
        }

        if (run.Get(settings.Home) is not null)
            counted = MembershipSurface.AroundHome(counted, Array.ConvertAll(used, respondent => distances[respondent]), run.Get(settings.Bandwidth));
        return new PerceiveVoices(used, [.. cells], [.. Enumerable.Range(0, why.Length).Where(respondent => why[respondent] is not null).Select(respondent => (file.Respondents[respondent], why[respondent]!))])
        {
            Weights = counted,
            Raked = raked,
        };
    }

    private static Reason? Weigh(Run run, PerceiveSettings settings, DrawingFile file, double[] weights, Reason?[] why)
    {
        if (run.Get(settings.Weight) is not { } column)
            return null;
        if (run.Get(settings.Margins) is not null)
            return WrongUse.With("weight-and-margins", "--weight and --margins do not go together.");
        if (!file.Numbers(settings.Weight.Name, column).TryGet(out var given, out var reason))
            return reason;
        if (given.FindNoCount() is { } negative)
            return negative;
        for (var respondent = 0; respondent < weights.Length; respondent++)
        {
            weights[respondent] = given.Values[respondent];
            if (!given.IsPresent(respondent))
                why[respondent] ??= noWeight;
        }

        return null;
    }

    private static Reason? Measure(Run run, PerceiveSettings settings, DrawingFile file, double[] distances, Reason?[] why)
    {
        if (run.Get(settings.Home) is not { } home)
            return null;
        if (home.Length != 2)
            return WrongUse.With("numbers-do-not-fit", $"--home needs 2 numbers; there are {home.Length}.", settings.Home.Name, 2, home.Length);
        if (!file.Numbers(settings.Home.Name, "homeX").TryGet(out var x, out var reason))
            return reason;
        if (!file.Numbers(settings.Home.Name, "homeY").TryGet(out var y, out reason))
            return reason;
        for (var respondent = 0; respondent < distances.Length; respondent++)
        {
            double dx = x.Values[respondent] - home[0], dy = y.Values[respondent] - home[1];
            distances[respondent] = Math.Sqrt((dx * dx) + (dy * dy));
            if (!x.IsPresent(respondent) || !y.IsPresent(respondent))
                why[respondent] ??= noHome;
        }

        return null;
    }

    private static Outcome<IReadOnlyList<double>> Rake(Run run, PerceiveSettings settings, DrawingFile file, string margins, int[] used)
    {
        if (!OwnTable.Read(run, settings.Margins.Name, margins).TryGet(out var table, out var reason))
            return reason;
        if (!table.Codes("variable").TryGet(out var variables, out reason))
            return reason;
        if (!table.Codes("value").TryGet(out var values, out reason))
            return reason;
        if (!table.Numbers("share").TryGet(out var shares, out reason))
            return reason;

        var targets = new List<RakingMargin>();
        foreach (var variable in Enumerable.Range(0, variables.Length).GroupBy(row => variables[row], StringComparer.Ordinal))
        {
            if (!file.Words(settings.Margins.Name, variable.Key).TryGet(out var words, out reason))
                return reason;
            var wanted = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var row in variable)
                if (!wanted.TryAdd(values[row], shares[row]))
                    return table.Refuse(row, "value", "duplicate-code", $"'{values[row]}' stands here twice.", values[row], "every value once");
            targets.Add(new RakingMargin(variable.Key, wanted, Array.ConvertAll(used, respondent => words[respondent])));
        }

        if (run.Stages.Measure("compute", () => Raking.Compute(used.Length, targets)).TryGet(out var raked, out reason))
            return new Outcome<IReadOnlyList<double>>(raked.Weights);
        return reason.Code == "raking-does-not-settle" ? reason : table.Refuse(reason);
    }
}
