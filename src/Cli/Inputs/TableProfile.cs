// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Inputs;

/// <summary>The units of a profile from a table (or a map with attributes): one row a unit of the finest level, columns with the ids of the levels above.</summary>
internal sealed record TableProfile(
    UnitTree Tree, IReadOnlyList<string[]> Ids, double[] Rates, double[] SamplingVariances, double[] Weights, RateKind Kind,
    IReadOnlyList<Exclusion> Excluded, Figure ExcludedShare, JoinReport? Join, IReadOnlyList<Warning> Warnings, string Title)
{
    internal bool EqualWeights { get; init; }

    /// <summary>A column of rates a year, when there are two or more.</summary>
    internal IReadOnlyList<double[]> Years { get; init; } = [];

    /// <summary>[cases] a column a year; empty without cases.</summary>
    internal IReadOnlyList<double[]> Counts { get; init; } = [];

    /// <summary>[people] a column a year; empty without cases.</summary>
    internal IReadOnlyList<double[]> Residents { get; init; } = [];

    /// <summary>The further columns that were asked for, one number a unit.</summary>
    internal IReadOnlyList<double[]> More { get; init; } = [];

    /// <summary>Reads the units.</summary>
    /// <param name="run">The run.</param>
    /// <param name="settings">Which columns.</param>
    /// <param name="more">Further columns that every unit needs a number in.</param>
    internal static Outcome<TableProfile> Read(Run run, ProfileSettings settings, FurtherColumns? more = null)
    {
        if (run.Get(settings.Levels) is not { } levels)
        {
            if (more is not { NeedsLevels: false })
                return WrongUse.With("no-levels", "Say which levels, from fine to coarse: --levels A,B,….");
            levels = [];
        }

        if (levels.Distinct(StringComparer.Ordinal).Count() < levels.Length)
            return WrongUse.With("levels-twice", "--levels names a column twice.");
        if (!UnitReader.Read(run, [.. settings.Columns(run), .. more?.Names ?? []], codes: levels.FirstOrDefault()).TryGet(out var units, out var reason))
            return reason;
        if (!ProfileFigures.Read(run, settings, units).TryGet(out var figures, out reason))
            return reason;
        IReadOnlyList<double[]> further = [];
        if (more is not null && !more.Read(units, figures.Why).TryGet(out further!, out reason))
            return reason;

        // Without levels the units themselves are the only one.
        levels = levels.Length > 0 ? levels : ["unit"];
        return run.Stages.Measure("join", () => Build(units, figures, further, levels, run.Get(settings.Weights) == "equal", run.Surroundings.Language));
    }

    internal Outcome<IReadOnlyList<LagStability>>? Stability() => Years.Count < 2 ? null : ScaleStability.Compute(Tree, Years, EqualWeights ? [] : Weights);

    private static Outcome<TableProfile> Build(
        Units units, ProfileFigures figures, IReadOnlyList<double[]> further, string[] levels, bool equalWeights, Language language)
    {
        var usable = Enumerable.Range(0, units.Count).Where(unit => figures.Why[unit] == ExclusionReason.None).ToArray();
        if (usable.Length == 0)
            return Exclusion.Everybody(language, figures.Why);

        var ids = new List<string[]> { Array.ConvertAll(usable, unit => units.Ids[unit]) };
        var columns = new List<int[]>();
        var codes = new List<string?[]>();
        foreach (var level in levels.Skip(1))
        {
            if (!units.Codes("--levels", level).TryGet(out var column, out var reason))
                return reason;
            var parents = Array.ConvertAll(usable, unit => column[unit]);
            var groups = parents.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            ids.Add(groups);
            codes.Add(parents);
            columns.Add(Array.ConvertAll(parents, parent => parent is null ? -1 : Array.BinarySearch(groups, parent, StringComparer.Ordinal)));
        }

        if (NestingCheck.Find(units, usable, levels, codes) is { } broken)
            return broken;
        if (!UnitTree.Create(levels, usable.Length, columns).TryGet(out var tree, out var refusal))
            return refusal;

        double[] Pick(double[] column) => column.Length == 0 ? [] : Array.ConvertAll(usable, unit => column[unit]);
        var variances = figures.Variances(usable);
        var excluded = Enumerable.Range(0, units.Count).Where(unit => figures.Why[unit] != ExclusionReason.None).Select(unit => new Exclusion(units.Ids[unit], figures.Why[unit])).ToList();
        return new TableProfile(
            tree, ids, Pick(figures.Rates), variances, Pick(figures.Population), figures.Kind, excluded, figures.ExcludedShare(), units.Join, units.Warnings, figures.Title)
        {
            Years = [.. figures.Years.Select(Pick)],
            EqualWeights = equalWeights,
            Counts = [.. figures.Counts.Select(Pick)],
            Residents = [.. figures.Residents.Select(Pick)],
            More = [.. further.Select(Pick)],
        };
    }
}
