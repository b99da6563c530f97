// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Composition;
using Schakel.Analysis.Scale;
using Schakel.Catalogue;

namespace Schakel.Cli.Compositions;

/// <summary><c>schakel composition</c>: do areas differ because other people live there?</summary>
internal static class CompositionCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var (profile, settings, shared) = (new ProfileSettings(runner.Make), new CompositionSettings(runner.Make), runner.Shared);
        var command = new ManualCommand("composition", runner.Say("Verschillen gebieden doordat er andere mensen wonen?", "Do areas differ because other people live there?"))
        {
            Synopsis = "--kitagawa FILE | --table FILE --cases COLUMN --population COLUMN --strata … --stratum-rates … | --levels A,B,… --covariates …",
            Text = runner.Say(
                "Drie manieren, ook samen. 'kitagawa' haalt het verschil tussen twee gebieden uit elkaar: andere mensen, of andere cijfers voor dezelfde mensen. "
                + "'standardised' vergelijkt elk gebied met wat zijn bevolking doet verwachten. 'adjusted' is het schaalprofiel bij gelijke samenstelling. "
                + "'share' geeft de grenzen waartussen het deel van de samenstelling ligt.\n\n"
                + "De samenstelling is zelf een gevolg van woningtoewijzing, arbeidsmarkt en inkomensbeleid, boven de wijk. Een groot deel betekent niet dat er in de wijk niets gebeurt.",
                "Three ways, also together. 'kitagawa' takes the difference between two areas apart: other people, or other rates for the same people. "
                + "'standardised' compares each area with what its people make one expect. 'adjusted' is the scale profile with composition held equal. "
                + "'share' gives the limits between which the part of composition lies.\n\n"
                + "Composition is itself the outcome of housing allocation, labour market and income policy, above the wijk. A large share does not mean that nothing happens in the wijk."),
            Examples =
            [
                (runner.Say("Twee gebieden, per leeftijdsgroep.", "Two areas, by age group."), "schakel composition --kitagawa groepen.csv"),
                (runner.Say("Alle buurten tegen de landelijke cijfers per groep.", "All neighbourhoods against the national rates by group."), "schakel composition --table gevallen.csv --table-id buurt --cases gevallen --population inwoners --strata jong,oud --stratum-rates 0.02,0.10"),
                (runner.Say("Het schaalprofiel bij gelijke samenstelling.", "The scale profile with composition held equal."), "schakel composition --table gevallen.csv --cases gevallen --population inwoners --levels buurt,wijk,gemeente --covariates ouderen,huur"),
            ],
        }.With(shared.Units.Areas, shared.Units.Id, shared.Units.Table, shared.Units.TableId)
            .With(shared.Catalogue.Folder, shared.Catalogue.Indicator, shared.Catalogue.Within, shared.Catalogue.Year)
            .With(profile.Cases, profile.Population, profile.Kind).With(settings.All).With(profile.Levels, profile.AllLevels);
        return runner.Does(command, run => Answer(run, profile, settings));
    }

    private static Outcome<Answer> Answer(Run run, ProfileSettings profile, CompositionSettings settings)
    {
        var (file, strata, rates, covariates) = (run.Get(settings.Kitagawa), run.Get(settings.Strata) ?? [], run.Get(settings.StratumRates) ?? [], run.Get(settings.Covariates) ?? []);
        if (file is null && strata.Length == 0 && covariates.Length == 0)
            return WrongUse.With("no-composition", "Say what composition is: --kitagawa FILE, --strata with --stratum-rates, or --covariates with --levels.");
        if (strata.Length != rates.Length)
            return WrongUse.With("strata-and-rates", $"--stratum-rates needs one rate for each of --strata: {strata.Length}, not {rates.Length}.", strata.Length, rates.Length);
        if (strata.Concat(covariates).GroupBy(name => name).Any(group => group.Count() > 1))
            return WrongUse.With("column-twice", "--strata and --covariates name each column once.");
        if (covariates.Length > 0 && run.Get(run.Shared.Catalogue.Folder) is null && run.Get(profile.Levels) is null)
            return WrongUse.With("no-levels", "Say which levels, from fine to coarse: --levels A,B,….");

        var report = new CompositionReport();
        if (file is not null)
        {
            if (!KitagawaFile.Read(run, settings.Kitagawa.Name, file).TryGet(out var pair, out var refusal))
                return refusal;
            report = report with { Kitagawa = pair };
        }

        if (strata.Length + covariates.Length == 0)
            return report.Answer();
        if (!Units(run, profile, settings, strata, covariates).TryGet(out var units, out var reason))
            return reason;
        if (units.Counts.Count != 1)
            return WrongUse.With("cases-one-year", "This command looks at one year: give one column in --cases and one in --population.");

        if (units.Kind == RateKind.Proportion && rates.FirstOrDefault(rate => rate > 1) is > 1 and var rateAboveAll)
            return WrongUse.With("rate-above-one", FormattableString.Invariant($"--stratum-rates {rateAboveAll}: a part of the people is at most 1. For events, which may be more than people, give --kind count."), rateAboveAll);

        report = report with { Units = units };
        if (strata.Length > 0)
        {
            var shares = Enumerable.Range(0, units.Ids[0].Length).Select(unit => (IReadOnlyList<double>)[.. units.More.Take(strata.Length).Select(column => column[unit])]).ToList();
            if (!run.Stages.Measure("compute", () => IndirectStandardisation.Compute(units.Counts[0], units.Residents[0], shares, rates, units.Kind)).TryGet(out var standardised, out reason))
                return reason;
            report = report with { Standardised = standardised };
        }

        if (covariates.Length > 0)
            report = report with
            {
                Adjusted = run.Stages.Measure("fit", () => AdjustedProfile.Compute(
                    units.Tree, units.Rates, units.SamplingVariances, [.. covariates.Select((name, c) => new Covariate(name, units.More[strata.Length + c]))], run.Get(profile.AllLevels))),
            };
        return report.Answer();
    }

    private static Outcome<TableProfile> Units(Run run, ProfileSettings profile, CompositionSettings settings, string[] strata, string[] covariates)
    {
        if (run.Get(run.Shared.Catalogue.Folder) is { } folder)
            return CatalogueTree.Read(run, profile, folder, [.. strata, .. covariates]);
        return TableProfile.Read(run, profile, new FurtherColumns(
            [.. strata.Select(name => (settings.Strata.Name, name)), .. covariates.Select(name => (settings.Covariates.Name, name))])
        {
            NeedsLevels = covariates.Length > 0,
            Check = (columns, unit) => SharesOf(columns, unit, strata.Length),
        });
    }

    // Here, where the row is known; the library knows units by number only.
    private static Refusal? SharesOf(IReadOnlyList<Cells> columns, int unit, int strata)
    {
        const double rounding = 0.02;
        if (strata == 0)
            return null;
        if (columns.Take(strata).FirstOrDefault(column => column.Values[unit] is < 0 or > 1 + rounding) is { } outside)
            return outside.Refuse(unit, "shares-do-not-add-up", "A share lies between 0 and 1.", "a fraction: 0.25, not 25");
        var sum = columns.Take(strata).Sum(column => column.Values[unit]);
        return Math.Abs(sum - 1) <= rounding ? null : columns[0].Refuse(
            unit, "shares-do-not-add-up", FormattableString.Invariant($"The shares of this unit add up to {sum:0.###} instead of 1."), "shares of all groups of people, together 1");
    }
}
