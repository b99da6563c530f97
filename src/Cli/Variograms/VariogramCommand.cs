// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;

namespace Schakel.Cli.Variograms;

/// <summary><c>schakel variogram</c>: how far does resemblance between places reach?</summary>
internal static class VariogramCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var profile = new ProfileSettings(runner.Make);
        var shared = runner.Shared;
        var bands = runner.Make.Numbers("--bands", Topic.Method, "D1,D2,…", runner.Say(
            "Bovengrenzen van de afstanden in meters, oplopend; de eerste band begint bij 0.", "Upper limits of the distances in metres, rising; the first band starts at 0."),
            metres => metres > 0, runner.Say("afstanden boven 0", "distances above 0"));
        bands.Required = true;
        var command = new ManualCommand("variogram", runner.Say("Hoe ver reikt de gelijkenis tussen plekken?", "How far does resemblance between places reach?"))
        {
            Synopsis = "--areas FILE | --table FILE --x COLUMN --y COLUMN --cases COLUMN --population COLUMN --bands D1,D2,…",
            NeedsMiddles = true,
            Text = runner.Say(
                "Poisson-variogram: hoeveel verschillen plekken die zo ver van elkaar liggen, met het toeval van kleine aantallen eraf? 'gamma' is de helft van het "
                + "gemiddelde verschil in het kwadraat. 'range' is de afstand waarop bijna alle verschil er is: verder weg hebben plekken niets meer met elkaar te maken.",
                "Poisson variogram: how much do places that far apart differ, with the chance of small numbers taken off? 'gamma' is half the mean squared difference. "
                + "'range' is the distance at which nearly all of the difference is there: farther apart, places have nothing to do with each other."),
            Examples = [(runner.Say("Tot een kilometer, in stappen van 250 meter.", "Up to a kilometre, in steps of 250 metres."), "schakel variogram --areas buurten.gpkg --table gevallen.csv --table-id code --cases gevallen --population inwoners --bands 250,500,750,1000")],
        }.With(shared.Units.All).With(shared.Catalogue.All).With(profile.Cases, profile.Population, bands);
        return runner.Does(command, run => Answer(run, profile, run.Get(bands) ?? []));
    }

    private static Outcome<Answer> Answer(Run run, ProfileSettings settings, double[] limits)
    {
        for (var band = 1; band < limits.Length; band++)
            if (limits[band] <= limits[band - 1])
                return WrongUse.With("bands-not-rising", "--bands rises: each limit is larger than the one before.");
        if (!PlacedCases.Read(run, settings).TryGet(out var places, out var reason))
            return reason;
        if (!run.Stages.Measure("compute", () => PoissonVariogram.Compute(places.X, places.Y, places.Cases, places.People, limits, run.Threads)).TryGet(out var found, out reason))
            return reason;

        return new Answer("Poisson variogram (Monestiez et al. 2006), module A.6", json => Write(json, places, found), page => Write(page, places, found))
        {
            Warnings = [.. places.Subject.Warnings, .. found.Warnings],
        };
    }

    private static void Write(AnswerJson json, PlacedCases places, VariogramResult found)
    {
        json.Count("n", places.Ids.Length);
        json.Number("mean", found.Mean);
        json.Objects("bands", found.Bands, band =>
        {
            json.Number("from", band.From);
            json.Number("to", band.To);
            json.Count("pairs", band.Pairs);
            json.Figure("gamma", band.Gamma);
            json.Figure("rawGamma", band.RawGamma);
        });
        json.Figure("range", found.Range);
        SampleAnswer.Write(json, places.Excluded, places.Subject.Join);
    }

    private static void Write(TextPage page, PlacedCases places, VariogramResult found)
    {
        page.Title(page.Say($"Verschil naar afstand: {places.Subject.Name}", $"Difference by distance: {places.Subject.Name}"));
        page.Line(found.Range.Value is { } range
            ? page.Say($"De gelijkenis reikt tot ongeveer {page.Count((long)Math.Round(range))} meter.", $"Resemblance reaches to about {page.Count((long)Math.Round(range))} metres.")
            : page.Reason(found.Range.Reason!));
        page.Line();
        page.Table([page.Say(">van (m)", ">from (m)"), page.Say(">tot (m)", ">to (m)"), page.Say(">paren", ">pairs"), ">gamma"],
            [.. found.Bands.Select(band => new[] { page.Number(band.From), page.Number(band.To), page.Count(band.Pairs), page.Figure(band.Gamma) })]);
        page.Line();
        page.Pairs((page.Say("gemiddelde", "mean"), page.Number(found.Mean)));
        page.Line();
        SampleAnswer.Write(page, places.Ids.Length, places.Excluded, places.Subject.Join);
    }
}
