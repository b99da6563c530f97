// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Regions;

namespace Schakel.Cli.Delineating;

/// <summary>Proposals for work areas, as <c>schakel delineate</c> gives them.</summary>
internal sealed record DelineateReport(Plans Plans, WorkAreaOptions Options, IReadOnlyList<Warning> ReadWarnings, string? File)
{
    private static readonly Reason dwellingsUnknown = new("dwellings-unknown", "The number of dwellings was not given.");

    private WorkAreasResult Found => Plans.Found;

    private Ground Ground => Plans.Ground;

    internal Answer Answer() => new("work areas under two ceilings, module G", Write, Write) { Warnings = [.. ReadWarnings, .. Found.Warnings] };

    private static (string Name, Figure Value)[] Parts(PlanScore score) => [("H", score.H), ("K", score.K), ("B", score.B), ("R", score.R), ("E", score.E), ("S", score.S)];

    private Figure Dwellings(double dwellings) => Ground.Dwellings is null ? dwellingsUnknown : dwellings;

    private void Write(AnswerJson json)
    {
        var graph = Ground.Graph;
        json.Count("n", Ground.Ids.Length);
        json.Count("units", Found.Units);
        json.Count("lowerBound", Found.LowerBound);
        json.Text("boundMethod", Found.BoundMethod);
        json.Object("graph", () =>
        {
            json.Count("pairs", graph.PairCount);
            json.Count("removed", graph.Removed.Count(isRemoved => isRemoved));
            json.Count("divided", graph.Severity.Count(severity => severity > 0));
            json.Count("components", graph.Joinable().Components().Count);
        });
        if (Plans.Drawn is { } drawn)
            json.Object("drawings", () =>
            {
                json.Count("used", drawn.Used);
                json.Count("setAside", drawn.SetAside);
                json.Count("pairs", drawn.Known);
            });
        json.Objects("proposals", Found.Proposals, proposal =>
        {
            json.Count("areas", proposal.Areas);
            json.Count("gap", proposal.Gap);
            json.Number("maxPopulation", proposal.MaxPopulation);
            json.Figure("maxDwellings", Dwellings(proposal.MaxDwellings));
            json.Number("meanPopulation", proposal.MeanPopulation);
            json.Figure("meanDwellings", Dwellings(proposal.MeanDwellings));
            json.Count("crossingsInside", proposal.CrossingsInside);
            json.Strings("overCeiling", proposal.OverCeiling.Select(unit => Ground.Ids[unit]));
            json.Object("score", () =>
            {
                foreach (var (name, value) in Parts(proposal.Score))
                    json.Figure(name, value);
                json.Number("F", proposal.Score.F);
            });
            json.Object("assignment", () =>
            {
                for (var unit = 0; unit < Ground.Ids.Length; unit++)
                    json.Text(Ground.Ids[unit], Plans.NameOf(proposal.Assignment[unit]));
            });
            json.Numbers("variationOfInformation", proposal.VariationOfInformation);
        });
        json.Objects("stableCores", Found.StableCores, core =>
        {
            json.Strings("ids", core.Units.Select(unit => Ground.Ids[unit]));
            json.Number("share", core.Share);
        });
        json.Objects("negotiableEdges", Found.NegotiableEdges, edge =>
        {
            json.Text("a", Ground.Ids[edge.First]);
            json.Text("b", Ground.Ids[edge.Second]);
            json.Number("share", edge.Share);
        });
        SampleAnswer.Write(json, Ground.Excluded, Ground.Join);
    }

    private void Write(TextPage page)
    {
        page.Title(page.Say("Werkgebieden", "Work areas"));
        var best = Found.Proposals[0];
        page.Line((Found.BoundMethod, best.Gap) switch
        {
            (_, 0) => page.Say($"{page.Count(best.Areas)} gebieden: bewezen is dat het niet met minder kan.", $"{page.Count(best.Areas)} areas: proven that fewer are impossible."),
            _ => page.Say(
                $"Minder dan {page.Count(Found.LowerBound)} gebieden kan niet; het kleinste voorstel heeft er {page.Count(best.Areas)}.",
                $"Fewer than {page.Count(Found.LowerBound)} areas are impossible; the smallest proposal has {page.Count(best.Areas)}."),
        });
        page.Line(Limits(page));
        if (Ground.Graph.Removed.Contains(true) || Ground.Graph.Severity.Any(severity => severity > 0))
            page.Line(page.Say(
                $"Barrières: {page.Count(Ground.Graph.Removed.Count(isRemoved => isRemoved))} van de {page.Count(Ground.Graph.PairCount)} grenzen zijn dicht, over {page.Count(Ground.Graph.Severity.Count(severity => severity > 0))} kan men heen.",
                $"Barriers: {page.Count(Ground.Graph.Removed.Count(isRemoved => isRemoved))} of {page.Count(Ground.Graph.PairCount)} borders are closed, {page.Count(Ground.Graph.Severity.Count(severity => severity > 0))} can be crossed."));
        if (Plans.Drawn is { } drawn)
            page.Line(page.Say(
                $"Tekeningen van bewoners: {page.Count(drawn.Used)} gebruikt, {page.Count(drawn.SetAside)} niet. Over {page.Count(drawn.Known)} grenzen tekenden er tien of meer; over de andere is niets bekend.",
                $"Drawings of residents: {page.Count(drawn.Used)} used, {page.Count(drawn.SetAside)} not. Ten or more drew at {page.Count(drawn.Known)} borders; about the others nothing is known."));
        page.Line();
        page.Table(
            ["", page.Say(">gebieden", ">areas"), page.Say(">meeste inwoners", ">most residents"), page.Say(">meeste woningen", ">most dwellings"), ">F", ">H", ">K", ">B", ">R", ">E", ">S"],
            [.. Found.Proposals.Index().Select(entry => Row(page, entry.Item, entry.Index))]);
        foreach (var (name, value) in Parts(best.Score))
            if (value.Reason is { } reason)
                page.Line($"  – {name}: {page.Reason(reason)}");
        page.Line();
        page.Line(page.Say(
            $"In bijna elk voorstel bij elkaar: {page.Count(Found.StableCores.Count)} groepjes, samen {page.Count(Found.StableCores.Sum(core => core.Units.Length))} van de {page.Count(Found.Units)} eenheden. Grenzen om over te praten: {page.Count(Found.NegotiableEdges.Count)}.",
            $"Together in nearly every proposal: {page.Count(Found.StableCores.Count)} groups, in all {page.Count(Found.StableCores.Sum(core => core.Units.Length))} of {page.Count(Found.Units)} units. Borders to talk about: {page.Count(Found.NegotiableEdges.Count)}."));
        page.Line(File is null
            ? page.Say("Welke eenheid in welk gebied zit: --out voorstellen.gpkg, --out voorstellen.csv of --json.", "Which unit is in which area: --out proposals.gpkg, --out proposals.csv or --json.")
            : page.Say($"De voorstellen staan in {File}.", $"The proposals are in {File}."));
        page.Line();
        SampleAnswer.Write(page, Ground.Ids.Length, Ground.Excluded, Ground.Join);
    }

    private string Limits(TextPage page)
    {
        string Limit(double most, string dutch, string english) => double.IsFinite(most)
            ? page.Say($"hooguit {page.Count((long)most)} {dutch}", $"at most {page.Count((long)most)} {english}")
            : page.Say($"geen grens aan {dutch}", $"no limit to {english}");
        return $"{page.Say("Plafonds", "Ceilings")}: {Limit(Options.MaxPopulation, "inwoners", "residents")}, {Limit(Options.MaxDwellings, "woningen", "dwellings")}.";
    }

    private string[] Row(TextPage page, WorkAreaProposal proposal, int at) =>
    [
        page.Say($"voorstel {at + 1}", $"proposal {at + 1}"), page.Count(proposal.Areas), page.Number(proposal.MaxPopulation, 0), page.Figure(Dwellings(proposal.MaxDwellings), dwellings => page.Number(dwellings, 0)),
        page.Number(proposal.Score.F, 3), .. Parts(proposal.Score).Select(part => page.Figure(part.Value, value => page.Number(value, 3))),
    ];
}
