// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Workspace.Series;

namespace Schakel.Cli.Profiles;

/// <summary><c>schakel series</c>: one figure over the years, for the areas of one year.</summary>
internal static class SeriesCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var shared = runner.Shared.Catalogue;
        var command = new ManualCommand("series", runner.Say("Eén cijfer door de jaren, ook als grenzen veranderden.", "One figure over the years, also where borders changed."))
        {
            Synopsis = "--catalogue DIR --indicator ID [--level LEVEL] [--within CODE] [--year Y,Y2,…]",
            Text = runner.Say(
                "Zet de cijfers van elk jaar over op de gebieden van het laatste jaar. Kreeg een gebied een andere code of grens, dan helpt een omnummertabel, "
                + "of de kaarten van beide jaren met de inwoners van vierkanten van 100 meter, of anders de oppervlakte.\n\n"
                + "'origin' zegt per cijfer hoe het er kwam: own (niets veranderd), recoded (andere code), joined (hele gebieden opgeteld), weighed (delen, naar inwoners of omnummertabel), "
                + "weighedBySurface (delen naar oppervlakte, een schatting) en broken: het gebied veranderde en niemand weet hoe. Dan staat er geen cijfer.",
                "Brings the figures of every year to the areas of the latest year. Where an area got another code or border, a crosswalk helps, "
                + "or the maps of both years with the people in squares of 100 metres, or else the surface.\n\n"
                + "'origin' tells for each figure how it came about: own (nothing changed), recoded (another code), joined (whole areas added up), weighed (parts, by people or crosswalk), "
                + "weighedBySurface (parts by surface, a guess) and broken: the area changed and nobody knows how. Then there is no figure."),
            Examples =
            [
                (runner.Say("Inwoners van elke buurt, in de indeling van nu.", "Residents of every neighbourhood, in the areas of now."), "schakel series --catalogue amsterdam.catalogue --indicator aantal_inwoners --level buurt --within GM0363"),
            ],
        }.With(shared.All);
        return runner.Does(command, Answer);
    }

    private static Outcome<Answer> Answer(Run run)
    {
        if (run.Get(run.Shared.Catalogue.Folder) is not { } folder)
            return WrongUse.With("no-catalogue-given", "--indicator needs --catalogue DIR.");
        if (!CatalogueSubject.Question(run).TryGet(out var question, out var reason))
            return reason;
        if (!CatalogueSubject.Open(run, folder).TryGet(out var catalogue, out reason))
            return reason;
        var gathered = run.Stages.Measure("read", () => AreaSeries.Gather(catalogue, question, run.Get(run.Shared.Catalogue.Level), run.Get(run.Shared.Catalogue.Year)));
        if (!gathered.TryGet(out var series, out reason))
            return reason;
        return new Answer("series over years", json => Write(json, series), page => Write(page, series)) { Warnings = series.Warnings };
    }

    private static void Write(AnswerJson json, AreaSeries series)
    {
        json.Text("indicator", series.Target.Indicator.Id);
        json.Text("level", series.Target.Level.Id);
        json.Count("areaYear", series.Target.Year);
        json.Count("n", series.Target.Count);
        json.Counts("years", series.Years.Select(year => year.Units.Year));
        json.Objects("areas", Enumerable.Range(0, series.Target.Count), unit =>
        {
            json.Text("id", series.Target.Layer.Codes[series.Target.Places[unit]]);
            json.Text("name", series.Target.Layer.Names[series.Target.Places[unit]]);
            json.Objects("figures", series.Years, year =>
            {
                json.Count("year", year.Units.Year);
                if (year.Units.Missing[unit] == MissingReason.Present)
                    json.Number("value", year.Units.Values[unit]);
                else
                    json.Null("value", Why(year.Units.Missing[unit], json.Language));
                json.Text("origin", Origin(year.Origins[unit]));
            });
        });
    }

    private static void Write(TextPage page, AreaSeries series)
    {
        page.Title($"{series.Target.Indicator.Id}, {series.Target.Level.Id} {series.Target.Year.ToString(CultureInfo.InvariantCulture)}");
        page.Table(
            ["id", page.Say("naam", "name"), .. series.Years.Select(year => ">" + year.Units.Year.ToString(CultureInfo.InvariantCulture))],
            [.. Enumerable.Range(0, series.Target.Count).Select(unit => new[] { series.Target.Layer.Codes[series.Target.Places[unit]], series.Target.Layer.Names[series.Target.Places[unit]] }
                .Concat(series.Years.Select(year => Cell(page, year, unit))).ToArray())]);
        page.Line();
        page.Line(page.Say(
            "* andere code of opgeteld · ~ naar inwoners of omnummertabel verdeeld · ≈ naar oppervlakte verdeeld, een schatting · // gebied veranderd, niet te vergelijken · – geen cijfer",
            "* other code or added up · ~ divided by people or crosswalk · ≈ divided by surface, a guess · // area changed, not comparable · – no figure"));
    }

    private static string Cell(TextPage page, ComparableYear year, int unit)
    {
        if (year.Origins[unit] == SeriesOrigin.Broken)
            return "//";
        if (year.Units.Missing[unit] != MissingReason.Present)
            return "–";
        var mark = year.Origins[unit] switch { SeriesOrigin.Own => "", SeriesOrigin.Weighed => "~", SeriesOrigin.WeighedBySurface => "≈", _ => "*" };
        return page.Number(year.Units.Values[unit]) + mark;
    }

    private static Reason Why(MissingReason missing, Workspace.Texts.Language language)
    {
        var text = new Exclusion("", Exclusion.Of(missing)).Text(language);
        return new Reason("figure-missing", $"There is no figure: {text}.") { Arguments = [text] };
    }

    private static string Origin(SeriesOrigin origin) => origin switch
    {
        SeriesOrigin.Own => "own",
        SeriesOrigin.Recoded => "recoded",
        SeriesOrigin.Joined => "joined",
        SeriesOrigin.Weighed => "weighed",
        SeriesOrigin.WeighedBySurface => "weighedBySurface",
        _ => "broken",
    };
}
