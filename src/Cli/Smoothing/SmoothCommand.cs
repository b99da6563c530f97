// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Columns;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Smoothing;

/// <summary><c>schakel smooth</c>: what would the rate of each area probably be without the chance of small numbers?</summary>
internal static class SmoothCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var profile = new ProfileSettings(runner.Make);
        var shared = runner.Shared;
        var method = runner.Make.OptionalChoice("--method", Topic.Method, runner.Say(
            "global: leun op de hele kaart. local: leun op de buren. hierarchical: leun op wijk en gemeente. Standaard hierarchical als de schalen bekend zijn, anders global.",
            "global: lean on the whole map. local: lean on the neighbours. hierarchical: lean on district and municipality. Default hierarchical where levels are known, else global."),
            "global", "local", "hierarchical");
        var command = new ManualCommand("smooth", runner.Say("Wat is het cijfer van elk gebied zonder het toeval van kleine aantallen?", "What is the rate of each area without the chance of small numbers?"))
        {
            Synopsis = "--areas FILE | --table FILE --cases COLUMN --population COLUMN [--method global|local|hierarchical]",
            Text = runner.Say(
                "Trekt cijfers van kleine gebieden naar hun omgeving, naarmate ze op minder mensen rusten (empirisch Bayes, Marshall). "
                + "Toets nooit op samenklontering met cijfers die naar hun buren zijn getrokken.",
                "Draws the rates of small areas to their surroundings, the more so the fewer people they rest on (empirical Bayes, Marshall). "
                + "Never test for clusters on rates that were drawn to their neighbours."),
            Examples =
            [
                (runner.Say("Naar het gemiddelde van de kaart.", "To the mean of the map."), "schakel smooth --table gevallen.csv --table-id buurt --cases gevallen --population inwoners"),
                (runner.Say("Naar wijk en gemeente.", "To district and municipality."), "schakel smooth --table gevallen.csv --cases gevallen --population inwoners --levels buurt,wijk,gemeente"),
            ],
        }.With(shared.Units.All).With(shared.Catalogue.All).With(profile.Cases, profile.Population, profile.Kind).With(shared.Graph.Finding).With(method, profile.Levels);
        return runner.Does(command, run => Answer(run, profile, method));
    }

    private static Outcome<Answer> Answer(Run run, ProfileSettings settings, Setting<string?> choice)
    {
        var folder = run.Get(run.Shared.Catalogue.Folder);
        var method = run.Get(choice, folder is not null || run.Get(settings.Levels) is not null ? "hierarchical" : "global");
        if (method == "hierarchical")
            return (folder is not null ? OfStudy(run, settings, folder) : OfTable(run, settings)).TryGet(out var smoothed, out var refusal) ? smoothed.Answer(method) : refusal;

        if (!Subject(run, settings, folder, withGeometry: method == "local").TryGet(out var subject, out var reason))
            return reason;
        if (!Flat(run, subject, method == "local").TryGet(out var flat, out reason))
            return reason;
        return flat.Answer(method);
    }

    private static Outcome<Subject> Subject(Run run, ProfileSettings settings, string? folder, bool withGeometry)
    {
        if (folder is not null)
            return CatalogueSubject.Read(run, folder, withGeometry, asCases: true);
        if (run.Get(settings.Cases) is not [var cases] || run.Get(settings.Population) is not [var population])
            return WrongUse.With("no-cases-given", "Say which figures: --cases COLUMN --population COLUMN.");

        return SubjectReader.OfFiles(run, (settings.Cases.Name, cases), (settings.Population.Name, population), withGeometry && run.Get(run.Shared.Graph.File) is null);
    }

    private static Outcome<SmoothAnswer> Flat(Run run, Subject subject, bool toNeighbours)
    {
        var ids = subject.Ids;
        var why = subject.Why;
        Neighbours? graph = null;
        IReadOnlyList<Warning> warnings = subject.Warnings;
        if (toNeighbours)
        {
            // An island leans on nobody: it keeps its own rate.
            if (!Sample.Of(run, subject, withoutIslands: false).TryGet(out var sample, out var refusal))
                return refusal;
            (graph, warnings) = (sample.Graph, sample.Warnings);
        }

        var used = Enumerable.Range(0, ids.Length).Where(unit => why[unit] == ExclusionReason.None).ToArray();
        double[] Pick(double[] column) => Array.ConvertAll(used, unit => column[unit]);
        var (cases, population) = (Pick(subject.Values), Pick(subject.Denominators));
        if (!run.Stages.Measure("compute", () => RateSmoothing.Compute(cases, population, graph)).TryGet(out var smoothed, out var reason))
            return reason;

        return new SmoothAnswer(
            Array.ConvertAll(used, unit => ids[unit]), [.. cases.Zip(population, (count, people) => count / people)], smoothed.Rates, smoothed.A, smoothed.B,
            [.. Enumerable.Range(0, ids.Length).Where(unit => why[unit] != ExclusionReason.None).Select(unit => new Exclusion(ids[unit], why[unit]))], subject.Join, warnings, subject.Name);
    }

    private static Outcome<SmoothAnswer> OfTable(Run run, ProfileSettings settings)
    {
        if (!TableProfile.Read(run, settings).TryGet(out var units, out var reason))
            return reason;
        if (units.Weights.Length == 0)
            return WrongUse.With("no-cases-given", "Say which figures: --cases COLUMN --population COLUMN.");

        var options = ProfileSettings.Fast(run) with { Kind = units.Kind };
        if (!run.Stages.Measure("fit", () => ScaleProfile.Compute(units.Tree, units.Rates, units.SamplingVariances, units.Weights, options)).TryGet(out var profile, out reason))
            return reason;
        if (!Marshall(units.Rates, units.Weights).TryGet(out var flat, out reason))
            return reason;

        return new SmoothAnswer(
            units.Ids[0], units.Rates, profile.Units[0].Estimate, flat.A, flat.B, units.Excluded, units.Join, [.. units.Warnings, .. profile.Warnings], units.Title);
    }

    private static Outcome<SmoothAnswer> OfStudy(Run run, ProfileSettings settings, string folder)
    {
        if (!CatalogueSubject.Question(run).TryGet(out var question, out var reason))
            return reason;
        if (!CatalogueSubject.Open(run, folder).TryGet(out var catalogue, out reason))
            return reason;
        if (!run.Stages.Measure("read", () => ScaleStudy.Prepare(catalogue, question with { Levels = run.Get(settings.Levels), Finest = run.Get(run.Shared.Catalogue.Level) })).TryGet(out var study, out reason))
            return reason;
        if (!run.Stages.Measure("fit", () => study.Fit(ProfileSettings.Fast(run))).TryGet(out var picture, out reason))
            return reason;

        var finest = picture.Levels[0];
        var used = Enumerable.Range(0, finest.Codes.Length).Where(unit => finest.Missing[unit] == MissingReason.Present).ToArray();
        double[] Pick(double[] column) => Array.ConvertAll(used, unit => column[unit]);
        var people = Pick(finest.Denominators);
        if (!Array.TrueForAll(people, number => number > 0))
            return new Reason("no-cases-known", $"'{picture.Indicator.Id}' is no count and no share of a known number, so small numbers cannot be weighed.") { Arguments = [picture.Indicator.Id] };
        if (!Marshall(Pick(finest.Rates), people).TryGet(out var flat, out reason))
            return reason;

        return new SmoothAnswer(
            Array.ConvertAll(used, unit => finest.Codes[unit]), Pick(finest.Rates), Pick(finest.Estimates), flat.A, flat.B,
            [.. picture.Excluded.Select(unit => new Exclusion(unit.Code, Exclusion.Of(unit.Reason)))], null, picture.Profile.Warnings, picture.Indicator.Id);
    }

    private static Outcome<SmoothedRates> Marshall(double[] rates, double[] population) =>
        RateSmoothing.Compute([.. rates.Zip(population, (rate, people) => rate * people)], population);
}
