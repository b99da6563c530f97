// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Autocorrelation;

namespace Schakel.Cli.Spatial;

/// <summary><c>schakel geary</c>: how much do neighbouring areas differ?</summary>
internal static class GearyCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var command = new ManualCommand("geary", runner.Say("Hoeveel verschillen buren van elkaar?", "How much do neighbouring areas differ?"))
        {
            Synopsis = "--areas FILE[:LAYER] --value COLUMN",
            UsesChance = true,
            Text = runner.Say(
                "Geary's C over de hele kaart. Onder 1: buren lijken op elkaar. Boven 1: buren verschillen juist. z = (C − verwachting) / √variantie, "
                + "dus gelijkenis geeft een negatieve z. p is het deel van de herschikkingen met een C die hooguit zo hoog is.",
                "Geary's C over the whole map. Below 1: neighbours are alike. Above 1: neighbours are opposite. z = (C − expected) / √variance, "
                + "so likeness gives a negative z. p is the share of re-arrangements with a C at most this high."),
            Examples = [(runner.Say("WOZ-waarde per buurt.", "Dwelling value by neighbourhood."), "schakel geary --areas buurten.gpkg --table kerncijfers.csv --table-id code --value wozWaarde")],
        }.With(SpatialSettings.Global(runner.Shared)).Accepting(SpatialSettings.Local(runner.Shared));
        return runner.Does(command, run => GlobalCommand.Run(run, "global Geary (Cliff and Ord 1981)", "C", "Geary's C", (values, graph, permutations) =>
            GlobalGeary.Compute(values, graph, permutations, run.Seed, run.Threads).TryGet(out var found, out var reason)
                ? new GlobalFigures("C", found.C, found.Expected, found.VarianceNormality, found.VarianceRandomisation, found.ZNormality, found.ZRandomisation, found.Permutation)
                : reason));
    }
}
