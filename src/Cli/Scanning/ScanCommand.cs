// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Clusters;

namespace Schakel.Cli.Scanning;

/// <summary><c>schakel scan</c>: where are clusters, and how large are they, borders aside?</summary>
internal static class ScanCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new ScanSettings(runner.Make);
        var shared = runner.Shared;
        var command = new ManualCommand("scan", runner.Say("Waar zitten clusters, en hoe groot zijn ze, los van grenzen?", "Where are clusters, and how large are they, borders aside?"))
        {
            Synopsis = "--areas FILE | --table FILE --x COLUMN --y COLUMN --cases COLUMN --population COLUMN | --space-time --table FILE --table-id COLUMN --date COLUMN --x COLUMN --y COLUMN",
            NeedsMiddles = true,
            UsesChance = true,
            Text = runner.Say(
                "Laat om elk gebied cirkels groeien en zoekt waar meer gevallen zijn dan verwacht (Kulldorff). 'p' is de kans op zo'n sterk cluster, waar dan ook, als er niets aan de hand is. "
                + "De lijst noemt ook wat toeval kan zijn: kijk naar p. 'population' is hoeveel mensen er wonen: de schaal van het cluster zelf. Met --zones staat erbij welk deel van de gevallen "
                + "buiten de belangrijkste zone ligt.\n\n"
                + "Met --space-time: is er ergens de laatste dagen meer gemeld dan de plek en de tijd samen verklaren? Elke regel is een gebeurtenis; een gebied ligt in het midden van zijn "
                + "gebeurtenissen. 'recurrenceDays' zegt eens in de hoeveel dagen het toeval dit geeft als u elke dag kijkt.",
                "Grows circles around each area and looks where there are more cases than expected (Kulldorff). 'p' is the chance of a cluster this strong, anywhere, when nothing is going on. "
                + "The list also names what may be chance: look at p. 'population' is how many people live there: the scale of the cluster itself. With --zones it tells which share of the cases "
                + "lies outside the main zone.\n\n"
                + "With --space-time: is there a place where more was reported these last days than place and time together explain? Each line is an event; an area lies in the middle of its "
                + "events. 'recurrenceDays' tells once in how many days chance gives this when you look every day."),
            Examples =
            [
                (runner.Say("Clusters van fietsdiefstal, en of ze over wijkgrenzen liggen.", "Clusters of bicycle theft, and whether they cross districts."), "schakel scan --catalogue stad.catalogue --indicator fietsdiefstal --level buurt --zones wijk"),
                (runner.Say("Met een verwacht aantal uit een eigen model.", "With an expected number of a model of your own."), "schakel scan --areas buurten.gpkg --table gevallen.csv --table-id code --cases gevallen --expected verwacht"),
                (runner.Say("Opvallend veel meldingen, de laatste dag, week of vier weken.", "Remarkably many reports, the last day, week or four weeks."), "schakel scan --space-time --table meldingen.csv --table-id buurt --date datum --x x --y y"),
            ],
        }.With(shared.Units.All).With(shared.Catalogue.All).With(settings.All);
        return runner.Does(command, run => run.Get(settings.SpaceTime) ? EventScan.Answer(run, settings) : Answer(run, settings));
    }

    private static Outcome<Answer> Answer(Run run, ScanSettings settings)
    {
        foreach (var option in settings.OnlyInTime)
            if (run.IsGiven(option))
                return WrongUse.With("needs-space-time", $"{option.Name} only goes with {settings.SpaceTime.Name}.", option.Name, settings.SpaceTime.Name);

        (string, string)? zones = run.Get(settings.Zones) is { } column ? (settings.Zones.Name, column) : null;
        if (!PlacedCases.Read(run, settings.Cases, zones, (settings.Expected.Name, run.Get(settings.Expected))).TryGet(out var places, out var reason))
            return reason;
        if (!WholeCases(places).TryGet(out var cases, out reason))
            return reason;
        if (!run.Stages.Measure("compute", () => PoissonScan.Compute(places.X, places.Y, cases, places.People, places.Expected, settings.Options(run))).TryGet(out var found, out reason))
            return reason;

        return new ScanReport(found, places, cases).Answer();
    }

    // Shares of people become whole people; a part of a case in a file is a mistake there.
    private static Outcome<double[]> WholeCases(PlacedCases places)
    {
        var cases = Array.ConvertAll(places.Cases, count => Math.Round(count));
        for (var place = 0; place < cases.Length && places.Subject.NotWholeCases is { } refuse; place++)
            if (cases[place] != places.Cases[place])
                return refuse(Array.BinarySearch(places.Subject.Ids, places.Ids[place], StringComparer.Ordinal));
        return cases;
    }
}
