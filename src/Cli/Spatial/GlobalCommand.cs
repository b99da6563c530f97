// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Adjacency;

namespace Schakel.Cli.Spatial;

/// <summary>The work of a statistic with one answer for the whole map.</summary>
internal static class GlobalCommand
{
    internal delegate Outcome<GlobalFigures> Statistic(double[] values, Neighbours graph, int permutations);

    internal static Outcome<Answer> Run(Run run, string method, string name, string title, Statistic statistic)
    {
        if (!Sample.Read(run).TryGet(out var sample, out var reason))
            return reason;

        return GlobalFigures.Answer(sample, method, name, title, run.Stages.Measure("compute", () => SampleRates.Of(run, sample).TryGet(out var values, out var refusal)
            ? statistic(values, sample.Weighted(run), run.Get(run.Shared.Chance.Permutations))
            : refusal));
    }
}
