// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Autocorrelation;

namespace Schakel.Cli.Spatial;

/// <summary><c>schakel local-moran</c>: where do areas and their surroundings stand out?</summary>
internal static class LocalMoranCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var divisor = runner.Make.Choice("--divisor", Topic.Method, runner.Say(
            "Waardoor de som van de kwadraten gedeeld wordt in 'statistic': n, of n-1 zoals GeoDa en PySAL. z en p blijven gelijk.",
            "What the sum of squares is divided by in 'statistic': n, or n-1 as GeoDa and PySAL do. z and p stay the same."), "n", "n", "n-1");
        var moments = runner.Make.Choice("--moments", Topic.Method, runner.Say(
            "Waarmee z vergelijkt. conditional: het gebied houdt zijn waarde. total: ook zijn waarde wordt verdeeld (spdep met conditional = FALSE).",
            "What z compares with. conditional: the area keeps its value. total: its value is dealt too (spdep with conditional = FALSE)."), "conditional", "conditional", "total");
        var command = new ManualCommand("local-moran", runner.Say("Waar vallen een gebied en zijn omgeving samen op?", "Where do an area and its surroundings stand out together?"))
        {
            Synopsis = "--areas FILE[:LAYER] --value COLUMN [--fdr Q]",
            UsesChance = true,
            Text = runner.Say(
                "Lokale Moran per gebied, met herschikkingen waarbij het gebied zelf blijft staan. HH: hoog in een hoge omgeving. LL: laag in een lage. "
                + "HL en LH: anders dan de omgeving. Alleen wat na correctie voor het aantal toetsen overblijft (--fdr) heet significant.\n\n"
                + "Niet significant betekent: geen aanwijzing. Het betekent niet: gemiddeld.",
                "Local Moran for each area, with re-arrangements in which the area itself stays. HH: high in high surroundings. LL: low in low ones. "
                + "HL and LH: other than the surroundings. Only what is left after correction for the number of tests (--fdr) is called significant.\n\n"
                + "Not significant means: no evidence. It does not mean: average."),
            Examples =
            [
                (runner.Say("WOZ-waarde in heel Nederland.", "Dwelling value in all of the Netherlands."), "schakel local-moran --areas nl_buurt_2024.gpkg --table kerncijfers.csv --table-id code --value wozWaarde --json"),
                (runner.Say("Uit een catalogus, kleine aantallen gewogen.", "From a catalogue, small numbers weighed."), "schakel local-moran --catalogue stad.catalogue --indicator zwerfafval --rate eb"),
            ],
        }.With(SpatialSettings.Local(runner.Shared)).With(divisor, moments);
        return runner.Does(command, run => LocalAnswer.Of(
            run, "local Moran (Anselin 1995), conditional permutations", runner.Say("Lokale Moran", "Local Moran"), ["HH", "LL", "HL", "LH"],
            (values, graph, options) => LocalMoran.Compute(values, graph, options with
            {
                Divisor = run.Get(divisor) == "n" ? MomentDivisor.AreaCount : MomentDivisor.AreaCountLessOne,
                Moments = run.Get(moments) == "total" ? LocalMoments.Total : LocalMoments.Conditional,
            })));
    }
}
