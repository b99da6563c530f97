// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Autocorrelation;

namespace Schakel.Cli.Spatial;

/// <summary><c>schakel moran</c>: do neighbouring areas resemble each other?</summary>
internal static class MoranCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var command = new ManualCommand("moran", runner.Say("Lijken buren op elkaar?", "Do neighbouring areas resemble each other?"))
        {
            Synopsis = "--areas FILE[:LAYER] --value COLUMN",
            UsesChance = true,
            Text = runner.Say(
                "Moran's I over de hele kaart. Boven de verwachting: buren lijken op elkaar. Eronder: buren verschillen juist. "
                + "p is het deel van de willekeurige herschikkingen met een I die minstens zo hoog is; die is nooit 0.\n\n"
                + "Gebieden zonder waarde doen niet mee, ook niet als buur. De uitkomst noemt ze.",
                "Moran's I over the whole map. Above the expectation: neighbours are alike. Below it: neighbours are opposite. "
                + "p is the share of random re-arrangements with an I at least as high; it is never 0.\n\n"
                + "Areas without a value do not take part, not as a neighbour either. The answer lists them."),
            Examples =
            [
                (runner.Say("WOZ-waarde per buurt.", "Dwelling value by neighbourhood."), "schakel moran --areas buurten.gpkg --table kerncijfers.csv --table-id code --value wozWaarde"),
                (runner.Say("Een percentage met kleine aantallen.", "A percentage with small numbers."), "schakel moran --areas wijken.gpkg --value gevallen --denominator inwoners --rate eb --json"),
            ],
        }.With(SpatialSettings.Global(runner.Shared)).Accepting(SpatialSettings.Local(runner.Shared));
        return runner.Does(command, run => GlobalCommand.Run(run, "global Moran (Cliff and Ord 1981)", "I", "Moran's I", (values, graph, permutations) =>
            GlobalMoran.Compute(values, graph, permutations, run.Seed, run.Threads).TryGet(out var found, out var reason)
                ? new GlobalFigures("I", found.I, found.Expected, found.VarianceNormality, found.VarianceRandomisation, found.ZNormality, found.ZRandomisation, found.Permutation)
                : reason));
    }
}
