// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Clusters;
using Schakel.Cli.Spatial;

namespace Schakel.Cli.Contrasts;

/// <summary><c>schakel borders</c>: do borders part different worlds?</summary>
internal static class BordersCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var shared = runner.Shared;
        var zones = runner.Make.Text("--zones", Topic.Figures, "COLUMN", runner.Say(
            "Kolom met de indeling waarvan de grenzen bekeken worden, bijvoorbeeld de wijk. Bij een catalogus: een schaal.",
            "Column with the division whose borders are looked at, for example the district. With a catalogue: a level."));
        var replicates = runner.Make.Whole("--replicates", Topic.Chance, "N", runner.Say(
            "Aantal willekeurige aaneengesloten indelingen om mee te vergelijken; 0 voor geen p.", "Number of random contiguous divisions to compare with; 0 for no p."), 199, 0, 99_999);
        var command = new ManualCommand("borders", runner.Say("Scheiden grenzen verschillende werelden?", "Do borders part different worlds?"))
        {
            Synopsis = "--areas FILE --value COLUMN --zones COLUMN",
            UsesChance = true,
            Text = runner.Say(
                "Vergelijkt het verschil tussen buren aan weerszijden van een grens ('across') met dat tussen buren binnen één zone ('within'). 'contrast' is de verhouding: rond 1 staan er geen muren, "
                + "vanaf 1,5 scheidt de grens verschillende werelden. 'p' is het deel van de willekeurige indelingen met evenveel of meer contrast. Van elke zone staat erbij hoe haar eigen grens het doet. "
                + "Kleine aantallen verschillen ook door toeval: gebruik dan --denominator met --rate eb.",
                "Compares the difference between neighbours on both sides of a border ('across') with that between neighbours within one zone ('within'). 'contrast' is the ratio: near 1 there are no walls, "
                + "from 1.5 on the border parts different worlds. 'p' is the share of random divisions with as much contrast or more. Each zone tells how its own border does. "
                + "Small numbers differ by chance too: then use --denominator with --rate eb."),
            Examples =
            [
                (runner.Say("Scheiden wijkgrenzen?", "Do districts part?"), "schakel borders --areas buurten.gpkg --table cijfers.csv --table-id code --value woz --zones wijk"),
                (runner.Say("Uit een catalogus.", "From a catalogue."), "schakel borders --catalogue stad.catalogue --indicator schulden --level buurt --zones wijk"),
            ],
        }.With(shared.Units.All).With(shared.Catalogue.All).With(shared.Figures.All).With(zones).With(shared.Graph.Finding).With(shared.Graph.Islands, replicates);
        return runner.Does(command, run => Answer(run, zones, run.Get(replicates)));
    }

    private static Outcome<Answer> Answer(Run run, Setting<string?> zones, int replicates)
    {
        if (run.Get(zones) is not { } column)
            return WrongUse.With("zones-not-given", $"Say what the official division is: {zones.Name} {zones.HelpName}.", zones.Name, zones.HelpName!);
        if (!SubjectReader.Read(run, withGeometry: run.Get(run.Shared.Graph.File) is null, (zones.Name, column)).TryGet(out var subject, out var reason))
            return reason;

        for (var unit = 0; unit < subject.Ids.Length; unit++)
            if (subject.Why[unit] == ExclusionReason.None && subject.Groups[unit] is null)
                subject.Why[unit] = ExclusionReason.NoGroup;
        if (!Sample.Of(run, subject, withoutIslands: run.Get(run.Shared.Graph.Islands) == "exclude").TryGet(out var sample, out reason))
            return reason;

        var zoneOf = sample.Ids.Select(id => subject.Groups[Array.BinarySearch(subject.Ids, id, StringComparer.Ordinal)]!).ToArray();
        var names = zoneOf.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var numbers = Array.ConvertAll(zoneOf, zone => Array.BinarySearch(names, zone, StringComparer.Ordinal));
        if (!SampleRates.Of(run, sample).TryGet(out var values, out reason)
            || !run.Stages.Measure("compute", () => BorderContrast.Compute(values, sample.Graph, numbers, replicates, sample.Denominators, run.Seed, run.Threads)).TryGet(out var found, out reason))
            return reason;

        return new BordersReport(found, sample, names).Answer();
    }
}
