// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Scale;

namespace Schakel.Cli.Bespoke;

/// <summary><c>schakel bespoke</c>: which scale do the differences have, borders aside?</summary>
internal static class BespokeCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var profile = new ProfileSettings(runner.Make);
        var shared = runner.Shared;
        var sizes = runner.Make.Numbers("--k", Topic.Method, "K1,K2,…", runner.Say(
            "Aantallen mensen om elke plek. Zonder deze optie 100, 200, 400 … 102400.", "Numbers of people around each place. Without it 100, 200, 400 … 102400."),
            people => people > 0, runner.Say("aantallen boven 0", "numbers above 0"));
        var bands = runner.Make.Numbers("--bands", Topic.Method, "D1,D2,…", runner.Say(
            "Correlogram: Moran's I per afstandsband, op gestandaardiseerde cijfers. Bovengrenzen in meters, oplopend; de eerste band begint bij 0.",
            "Correlogram: Moran's I for each band of distance, on standardised rates. Upper limits in metres, rising; the first band starts at 0."),
            metres => metres > 0, runner.Say("afstanden boven 0", "distances above 0"));
        var full = runner.Make.Flag("--full", Topic.Answer, runner.Say(
            "Voeg voor elke plek het cijfer bij elk aantal mensen toe.", "Add the rate of every place at each number of people."), onlyOutput: true);
        var command = new ManualCommand("bespoke", runner.Say("Welke schaal hebben de verschillen, los van grenzen?", "Which scale do the differences have, borders aside?"))
        {
            Synopsis = "--areas FILE | --table FILE --x COLUMN --y COLUMN --cases COLUMN --population COLUMN [--k K1,K2,…] [--bands D1,D2,…]",
            NeedsMiddles = true,
            UsesChance = true,
            Text = runner.Say(
                "Bekijkt elke plek met zijn dichtstbijzijnde 100, 200, 400 … mensen, en kijkt hoe snel de verschillen tussen plekken dan vervagen. "
                + "'share' is het deel van de verschillen dat er dan nog is; 'k50' het aantal mensen waarbij nog de helft er is. Het toeval is eraf. "
                + "Plekken aan de rand missen hun buren van buiten: neem een ruime omgeving mee.",
                "Looks at each place with its nearest 100, 200, 400 … people, and at how fast the differences between places then fade. "
                + "'share' is the part of the differences that is still there; 'k50' the number of people at which half is. Chance is taken off. "
                + "Places at the edge lack their neighbours outside: take in a wide surrounding."),
            Examples = [(runner.Say("Vierkanten van 100 meter.", "Squares of 100 metres."), "schakel bespoke --table vierkanten.csv --table-id vierkant --x x --y y --cases gevallen --population inwoners --k 100,400,1600")],
        }.With(shared.Units.All).With(shared.Catalogue.All).With(profile.Cases, profile.Population, sizes, bands, full);
        return runner.Does(command, run => Answer(run, profile, run.Get(sizes, [.. BespokeProfile.DefaultSizes]), run.Get(bands), run.Get(full)));
    }

    private static Outcome<Answer> Answer(Run run, ProfileSettings settings, double[] sizes, double[]? bands, bool full)
    {
        for (var band = 1; band < bands?.Length; band++)
            if (bands[band] <= bands[band - 1])
                return WrongUse.With("bands-not-rising", "--bands rises: each limit is larger than the one before.");
        if (!PlacedCases.Read(run, settings).TryGet(out var places, out var reason))
            return reason;
        if (!run.Stages.Measure("compute", () => BespokeProfile.Compute(places.X, places.Y, places.Cases, places.People, sizes, threads: run.Threads)).TryGet(out var found, out reason))
            return reason;

        var rings = bands is null ? null : run.Stages.Measure("compute", () => Correlate(run, places, bands));
        return new Answer("bespoke k-nearest profile, module A.6", json =>
        {
            Write(json, places, found, full);
            if (rings is not null)
                CorrelogramAnswer.Write(json, bands!, rings);
            SampleAnswer.Write(json, places.Excluded, places.Subject.Join);
        }, page =>
        {
            Write(page, places, found);
            if (rings is not null)
                CorrelogramAnswer.Write(page, bands!, rings);
            page.Line();
            SampleAnswer.Write(page, places.Ids.Length, places.Excluded, places.Subject.Join);
        })
        {
            Warnings = places.Subject.Warnings,
        };
    }

    // Standardised, so that the chance of small places does not hide the resemblance.
    private static Outcome<CorrelogramResult> Correlate(Run run, PlacedCases places, double[] bands) =>
        RateStandardisation.Compute(places.Cases, places.People).TryGet(out var rates, out var reason)
            ? Correlogram.ByDistance(rates.Values, places.X, places.Y, bands, seed: run.Seed, threads: run.Threads)
            : reason;

    private static void Write(AnswerJson json, PlacedCases places, BespokeResult found, bool full)
    {
        json.Count("n", places.Ids.Length);
        json.Objects("curve", found.Curve, point =>
        {
            json.Number("k", point.People);
            json.Figure("variance", point.Variance);
            json.Figure("rawVariance", point.RawVariance);
            json.Number("noise", point.Noise);
            json.Figure("share", point.Share);
            json.Count("excluded", point.Excluded);
        });
        json.Figure("k50", found.HalfAt);
        if (full)
            json.Objects("areas", Enumerable.Range(0, places.Ids.Length), place =>
            {
                json.Text("id", places.Ids[place]);
                json.Figures("rates", found.Rates.Select((rates, size) => rates.Length > 0 ? Figure.Of(rates[place]) : found.Curve[size].Variance));
            });
    }

    private static void Write(TextPage page, PlacedCases places, BespokeResult found)
    {
        page.Title(page.Say($"Schaal los van grenzen: {places.Subject.Name}", $"Scale, borders aside: {places.Subject.Name}"));
        page.Line(found.HalfAt.Value is { } half
            ? page.Say(
                $"Bij gebieden van ongeveer {page.Count((long)Math.Round(half))} mensen is de helft van de verschillen weg.",
                $"With areas of about {page.Count((long)Math.Round(half))} people half of the differences are gone.")
            : page.Reason(found.HalfAt.Reason!));
        page.Line();
        page.Table([page.Say(">mensen", ">people"), page.Say(">variantie", ">variance"), page.Say(">toeval", ">chance"), page.Say(">nog over", ">still there")],
            [.. found.Curve.Select(point => new[] { page.Number(point.People), page.Figure(point.Variance), page.Number(point.Noise), page.Figure(point.Share, page.Percent) })]);
        if (found.Curve.Select(point => point.Variance.Reason).FirstOrDefault(reason => reason is not null) is { } why)
            page.Line("  – " + page.Reason(why));
    }
}
