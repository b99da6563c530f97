// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Profiles;

/// <summary><c>schakel profile</c>: at which scales do the differences show, with chance kept apart?</summary>
internal static class ProfileCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new ProfileSettings(runner.Make);
        var shared = runner.Shared;
        var command = new ManualCommand("profile", runner.Say("Op welke schalen laten de verschillen zich zien?", "At which scales do the differences show?"))
        {
            Synopsis = "--catalogue DIR --indicator ID [--within CODE] | --table FILE --cases COLUMN --population COLUMN --levels A,B,…",
            UsesChance = true,
            Text = runner.Say(
                "Verdeelt de echte verschillen over de schalen, van fijn naar grof, en houdt het toeval van kleine aantallen apart. "
                + "'share' is het deel van de echte verschillen dat op die schaal ligt; 'low' en 'high' zijn de aannemelijke grenzen (90%).\n\n"
                + "Dit zegt waar het zich laat zien, niet waar de oorzaak ligt. Een schaal met te weinig groepen wordt beschreven, niet geschat.",
                "Divides the true differences over the scales, from fine to coarse, and keeps the chance of small numbers apart. "
                + "'share' is the part of the true differences that lies at that scale; 'low' and 'high' are the plausible limits (90%).\n\n"
                + "This says where it shows, not where the cause lies. A scale with too few groups is described, not estimated."),
            Examples =
            [
                (runner.Say("Een cijfer uit een catalogus, voor een gemeente.", "A figure of a catalogue, for a municipality."), "schakel profile --catalogue groningen.catalogue --indicator eenzaamheid --within GM0014"),
                (runner.Say("Eigen tabel: buurten in wijken in gemeenten.", "A table of your own: neighbourhoods in districts in municipalities."), "schakel profile --table gevallen.csv --cases gevallen --population inwoners --levels buurt,wijk,gemeente"),
                (runner.Say("Twee jaren: blijven de verschillen?", "Two years: do the differences last?"), "schakel profile --table gevallen.csv --cases y2023,y2024 --population inwoners --levels buurt,wijk --json"),
            ],
        }.With(shared.Units.Areas, shared.Units.Id, shared.Units.Table, shared.Units.TableId)
            .With(shared.Catalogue.Folder, shared.Catalogue.Indicator, shared.Catalogue.Within, shared.Catalogue.Year)
            .With(settings.Figures).With(settings.Method);
        return runner.Does(command, run => Answer(run, settings));
    }

    private static Outcome<Answer> Answer(Run run, ProfileSettings settings)
    {
        var full = run.Get(settings.Full);
        if (run.Get(run.Shared.Catalogue.Folder) is { } folder)
        {
            return CatalogueProfile.Read(run, settings, folder).TryGet(out var report, out var refusal) ? report.Answer(full) : refusal;
        }

        if (!TableProfile.Read(run, settings).TryGet(out var units, out var reason))
            return reason;
        var options = settings.Options(run) with { Kind = units.Kind };
        var fitted = run.Stages.Measure("fit", () => ScaleProfile.Compute(units.Tree, units.Rates, units.SamplingVariances, units.Weights, options));
        if (!fitted.TryGet(out var profile, out reason))
            return reason;

        return new ProfileReport(profile, units.Ids, units.Excluded, run.Get(settings.Descriptive) ? [.. units.Warnings, StudyChance.LeftOut] : units.Warnings)
        {
            Title = units.Title,
            ExcludedShare = units.ExcludedShare,
            Join = units.Join,
            Stability = run.Stages.Measure("compute", units.Stability),
        }.Answer(full);
    }
}
