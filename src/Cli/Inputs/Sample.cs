// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Inputs;

/// <summary>The units that take part in a spatial statistic: with a value, with neighbours, nobody else.</summary>
/// <param name="Ids">Sorted (ordinal).</param>
/// <param name="Values">One a unit; cases when there are denominators.</param>
/// <param name="Denominators">One a unit; empty when the figure is used as it is.</param>
/// <param name="Graph">Neighbours among these units, not yet weighted by style.</param>
/// <param name="Excluded">Everybody else, sorted by id, with the reason.</param>
/// <param name="Warnings">Doubts.</param>
internal sealed record Sample(
    string[] Ids, double[] Values, double[] Denominators, Neighbours Graph, IReadOnlyList<Exclusion> Excluded, IReadOnlyList<Warning> Warnings)
{
    internal required Subject Subject { get; init; }

    /// <summary>Reads units, figure and neighbours; neighbours without a value drop out, and islands as asked.</summary>
    internal static Outcome<Sample> Read(Run run)
    {
        if (!SubjectReader.Read(run, withGeometry: run.Get(run.Shared.Graph.File) is null).TryGet(out var subject, out var reason))
            return reason;

        return Of(run, subject, withoutIslands: run.Get(run.Shared.Graph.Islands) == "exclude");
    }

    /// <summary>Finds the neighbours of units that were read, and who takes part.</summary>
    internal static Outcome<Sample> Of(Run run, Subject subject, bool withoutIslands)
    {
        var warnings = subject.Warnings.ToList();
        if (!GraphReader.Read(run, subject, warnings).TryGet(out var graph, out var reason))
            return reason;

        var why = subject.Why;
        var (kept, among) = run.Stages.Measure("graph", () => LinkedUnits.Keep(graph, why, withoutIslands));
        if (kept.Length == 0)
            return Exclusion.Everybody(run.Surroundings.Language, why);

        return new Sample(
            Array.ConvertAll(kept, unit => subject.Ids[unit]), Array.ConvertAll(kept, unit => subject.Values[unit]),
            subject.Denominators.Length == 0 ? [] : Array.ConvertAll(kept, unit => subject.Denominators[unit]), among,
            [.. Enumerable.Range(0, why.Length).Where(unit => why[unit] != ExclusionReason.None).Select(unit => new Exclusion(subject.Ids[unit], why[unit]))], warnings)
        {
            Subject = subject,
        };
    }

    /// <summary>Weighted by style: W unless said otherwise.</summary>
    internal Neighbours Weighted(Run run, string fallback = "W") => run.Get(run.Shared.Graph.Style, fallback) == "W" ? Graph.RowStandardised() : Graph;
}
