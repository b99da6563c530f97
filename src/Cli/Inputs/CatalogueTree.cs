// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Inputs;

/// <summary>The units of a catalogue with cases, residents and levels, in the same form as those of a table.</summary>
internal static class CatalogueTree
{
    /// <summary>Reads the units; with two years those that have a figure in both.</summary>
    /// <param name="run">The run.</param>
    /// <param name="settings">Which levels.</param>
    /// <param name="folder">The catalogue.</param>
    /// <param name="more">Ids of further figures, each needed of every unit.</param>
    internal static Outcome<TableProfile> Read(Run run, ProfileSettings settings, string folder, IReadOnlyList<string> more)
    {
        if (run.Get(settings.Cases) is not null || run.Get(settings.Population) is not null)
            return WrongUse.With("files-and-catalogue", "--cases and --catalogue do not go together.", settings.Cases.Name);
        if (!CatalogueSubject.Question(run).TryGet(out var question, out var reason))
            return reason;
        if (!CatalogueSubject.Open(run, folder).TryGet(out var catalogue, out reason))
            return reason;

        question = question with { Levels = run.Get(settings.Levels) };
        int?[] years = run.Get(run.Shared.Catalogue.Year) is { Length: > 0 } asked ? [.. asked.Order().Select(year => (int?)year)] : [null];
        return run.Stages.Measure("read", () => CaseTree.Gather(catalogue, question, years, more)).TryGet(out var units, out reason) ? TableOf(units) : reason;
    }

    /// <summary>The units as a report of the shell wants them.</summary>
    internal static TableProfile TableOf(CaseTree units) => new(
        units.Tree, units.Ids, units.Rates, units.SamplingVariances, units.Weights, units.Kind, units.Excluded,
        new Reason("residents-unknown", "It is not known how many residents these units have."), null, units.Notes, units.Indicator.Id)
    {
        Counts = units.Counts,
        Residents = units.Residents,
        More = units.More,
    };
}
