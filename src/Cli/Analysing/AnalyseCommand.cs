// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Evidence;

namespace Schakel.Cli.Analysing;

/// <summary><c>schakel analyse</c>: all evidence on a question, as the evidence page shows it.</summary>
internal static class AnalyseCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new AnalyseSettings(runner.Make);
        var shared = runner.Shared;
        var command = new ManualCommand("analyse", runner.Say("Alles wat de cijfers over een vraag zeggen, in één verslag.", "All that the figures say about a question, in one report."))
        {
            Synopsis = "--catalogue DIR --indicator ID [--gemeente GM…] [--year Y] [--html FILE] [--pdf FILE]",
            UsesChance = true,
            Text = runner.Say(
                "Zet bij elkaar: waar zit het verschil, wie bereik je, maakt de grens uit, komt het door wie er woont, plekken die over grenzen gaan, de schaal los van grenzen, "
                + "en of het elk jaar dezelfde plekken zijn. Elk deel is hetzelfde als de losse opdracht: profile, reach, robustness, composition, scan en local-moran. "
                + "Wat de cijfers niet kunnen zeggen, staat er met de reden.\n\n"
                + "'key' is de vingerafdruk: dezelfde cijfers, vraag en versie geven dezelfde sleutel en precies dezelfde uitkomst. "
                + "Ligt er meer in de catalogus dan de gemeente zelf, dan staat onder 'wider' wat zich tussen gemeenten laat zien.\n\n"
                + "--html en --pdf schrijven het verslag van de webtoepassing als bestand, in de taal van --lang. Ze komen er allebei of geen van beide.",
                "Puts together: where does the difference show, whom does one reach, do borders matter, does it go with who lives there, places across borders, the scale borders aside, "
                + "and whether it is the same places each year. Each part is the same as the single command: profile, reach, robustness, composition, scan and local-moran. "
                + "What the figures cannot tell is there with the reason.\n\n"
                + "'key' is the fingerprint: the same figures, question and version give the same key and exactly the same answer. "
                + "When the catalogue holds more than the municipality itself, 'wider' tells what shows between municipalities.\n\n"
                + "--html and --pdf write the report of the web application as a file, in the language of --lang. Both come, or neither."),
            Examples =
            [
                (runner.Say("Een gemeente.", "A municipality."), "schakel analyse --catalogue stad.catalogue --gemeente GM0014 --indicator fietsdiefstal"),
                (runner.Say("Een verslag voor de raad.", "A report for the council."), "schakel analyse --catalogue stad.catalogue --gemeente GM0014 --indicator fietsdiefstal --html verslag.html --pdf verslag.pdf --logo logo.svg"),
                (runner.Say("Twee gemeenten samen, over de grens heen.", "Two municipalities together, across the border."), "schakel analyse --catalogue stad.catalogue --gemeente GM9901,GM9902 --indicator fietsdiefstal --json"),
            ],
        }.With(shared.Catalogue.Folder, shared.Catalogue.Indicator, shared.Catalogue.Within, shared.Catalogue.Year).With(settings.All);
        return runner.Does(command, run => Answer(run, settings));
    }

    private static Outcome<Answer> Answer(Run run, AnalyseSettings settings)
    {
        if (run.Get(run.Shared.Catalogue.Folder) is not { } folder)
            return WrongUse.With("no-catalogue-given", "Say which catalogue: --catalogue DIR.");
        if (run.Get(settings.Gemeenten) is not null && run.Get(run.Shared.Catalogue.Within) is not null)
            return WrongUse.With("gemeente-and-within", "--gemeente and --within do not go together.");
        if (run.Get(run.Shared.Catalogue.Year) is { Length: > 1 })
            return WrongUse.With("one-year", "This command looks at one year, and at the years before it by itself: give one.");
        if (run.Get(settings.Logo) is not null && run.Get(settings.Html) is null && run.Get(settings.Pdf) is null)
            return WrongUse.With("logo-without-report", "--logo needs --html FILE or --pdf FILE.");
        if (!CatalogueSubject.Question(run).TryGet(out var question, out var reason))
            return reason;
        if (!CatalogueSubject.Open(run, folder).TryGet(out var catalogue, out reason))
            return reason;

        if (run.Get(settings.Gemeenten) is { } gemeenten)
            question = question with { Within = string.Join(',', gemeenten) };
        var options = new EvidenceOptions { Covariates = run.Get(settings.Covariates) ?? [], Threads = run.Threads };
        if (!run.Stages.Measure("compute", () => EvidenceStudy.Run(catalogue, question, options, run.Cancel)).TryGet(out var findings, out reason))
            return reason;

        return ReportFiles.Write(run, settings, folder, findings.Question) is { } notWritten ? notWritten : new EvidenceReport(findings).Answer();
    }
}
