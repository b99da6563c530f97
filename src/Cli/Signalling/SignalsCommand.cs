// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Signalling;

/// <summary><c>schakel signals</c>: what do reports say, and what do they leave out?</summary>
internal static class SignalsCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new SignalsSettings(runner.Make);
        var command = new ManualCommand("signals", runner.Say("Wat zeggen meldingen, en wat zeggen ze niet?", "What do reports say, and what do they leave out?"))
        {
            Synopsis = "--signals FILE | --series FILE | --capture N1,N2,M | --table FILE --reports COLUMN --objective COLUMN --population COLUMN",
            Text = runner.Say(
                "Weinig meldingen is niet hetzelfde als weinig problemen. --signals telt dezelfde melder over hetzelfde binnen 7 dagen en 100 meter één keer. "
                + "--series vergelijkt de laatste dag met de weken ervoor (EARS: C1 en C2 vanaf 3, C3 vanaf 2). --capture schat uit twee bronnen hoeveel er niet gemeld is (Chapman). "
                + "--reports naast een onafhankelijke meting wijst stille gebieden aan: ga er kijken, zet ze niet lager.",
                "Few reports is not the same as few problems. --signals counts the same reporter about the same thing within 7 days and 100 metres once. "
                + "--series compares the last day with the weeks before (EARS: C1 and C2 from 3, C3 from 2). --capture estimates from two sources how much was not reported (Chapman). "
                + "--reports beside an independent measure points at silent areas: go and look, do not rank them down."),
            Examples =
            [
                (runner.Say("Dubbele meldingen eruit.", "Leave repeats out."), "schakel signals --signals meldingen.csv"),
                (runner.Say("Is het vandaag meer dan gewoon?", "Is today more than usual?"), "schakel signals --series perdag.csv"),
                (runner.Say("Hoeveel zag niemand?", "How many did nobody see?"), "schakel signals --capture 60,40,15"),
                (runner.Say("Waar wordt minder gemeld dan er is?", "Where is less reported than there is?"), "schakel signals --table buurten.csv --table-id code --reports meldingen --objective schouw --population inwoners"),
            ],
        }.With(settings.Own).With(runner.Shared.Units.Table, runner.Shared.Units.TableId).With(settings.Columns);
        return runner.Does(command, run => Answer(run, settings));
    }

    private static Outcome<Answer> Answer(Run run, SignalsSettings settings)
    {
        var asked = new List<Func<Run, SignalsSettings, Outcome<SignalsPart>>>();
        if (run.Get(settings.Signals) is not null)
            asked.Add(SignalsPart.Distinct);
        if (run.Get(settings.Series) is not null)
            asked.Add(SignalsPart.Aberration);
        if (run.Get(settings.Capture) is not null)
            asked.Add(SignalsPart.Unseen);
        if (run.Get(run.Shared.Units.Table) is not null)
            asked.Add(PropensityPart.Propensity);
        if (asked.Count == 0)
            return WrongUse.With("no-signals-input", "Say what to look at: --signals FILE, --series FILE, --capture N1,N2,M or --table FILE.");

        var parts = new List<SignalsPart>();
        foreach (var question in asked)
        {
            if (!question(run, settings).TryGet(out var part, out var reason))
                return reason;
            parts.Add(part);
        }

        return new Answer("distinct reports, EARS, Chapman, reporting propensity", json => parts.ForEach(part => part.Members(json)), page =>
        {
            foreach (var part in parts)
            {
                part.Page(page);
                page.Line();
            }
        })
        {
            Warnings = [.. parts.SelectMany(part => part.Warnings)],
        };
    }
}
