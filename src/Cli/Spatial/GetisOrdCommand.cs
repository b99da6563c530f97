// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Autocorrelation;

namespace Schakel.Cli.Spatial;

/// <summary><c>schakel getis-ord</c>: where is it high around here, and where low?</summary>
internal static class GetisOrdCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var star = runner.Make.Flag("--star", Topic.Method, runner.Say(
            "Tel het gebied zelf mee, met het gewicht van een buur (G*).", "Count the area itself too, with the weight of a neighbour (G*)."));
        var command = new ManualCommand("getis-ord", runner.Say("Waar is het rondom hoog, en waar laag?", "Where is it high all around, and where low?"))
        {
            Synopsis = "--areas FILE[:LAYER] --value COLUMN [--star]",
            UsesChance = true,
            Text = runner.Say(
                "De gestandaardiseerde G van Getis en Ord per gebied: boven 0 een hoge omgeving (H), eronder een lage (L). Met --star hoort het gebied zelf bij zijn omgeving.",
                "The standardised G of Getis and Ord for each area: above 0 high surroundings (H), below it low ones (L). With --star the area itself belongs to its surroundings."),
            Examples = [(runner.Say("Warme plekken van fietsdiefstal.", "Hot spots of bicycle theft."), "schakel getis-ord --star --areas buurten.gpkg --table diefstal.csv --table-id code --value aantal --denominator inwoners")],
        }.With(SpatialSettings.Local(runner.Shared)).With(star);
        return runner.Does(command, run =>
        {
            var withItself = run.Get(star);
            return LocalAnswer.Of(run, withItself ? "Getis-Ord G* (Ord and Getis 1995)" : "Getis-Ord G (Ord and Getis 1995)", withItself ? "Getis-Ord G*" : "Getis-Ord G", ["H", "L"],
                (values, graph, options) => GetisOrd.Compute(values, graph, withItself, options));
        });
    }
}
