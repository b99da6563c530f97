// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Neighbouring;

/// <summary><c>schakel weights</c>: who is a neighbour of whom.</summary>
internal static class WeightsCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var full = runner.Make.Flag("--full", Topic.Answer, runner.Say("Noem van elk gebied de buren.", "List the neighbours of each area."), onlyOutput: true);
        var shared = runner.Shared;
        var command = new ManualCommand("weights", runner.Say("Wie is buur van wie?", "Who is a neighbour of whom?"))
        {
            Synopsis = "--areas FILE[:LAYER] [--contiguity queen|rook | --knn K | --distance M]",
            Text = runner.Say(
                "Maakt de burengraaf die de andere opdrachten gebruiken en vertelt hoe die eruitziet: hoeveel buren, welke eilanden, hoeveel losse delen. "
                + "Eilanden tellen hier mee als gebied. 'edges' telt elke richting: twee keer het aantal paren.",
                "Makes the neighbour graph that the other commands use and tells what it looks like: how many neighbours, which islands, how many separate parts. "
                + "Islands count as areas here. 'edges' counts each direction: twice the number of pairs."),
            Examples =
            [
                (runner.Say("Buurten die elkaar raken.", "Neighbourhoods that touch."), "schakel weights --areas groningen_2017.gpkg:buurt_2017 --id BU_CODE"),
                (runner.Say("De zes dichtstbijzijnde, met alle buren.", "The six nearest, with all neighbours."), "schakel weights --areas wijken.geojson --knn 6 --full --json"),
            ],
        }.With(shared.Units.All).With(shared.Catalogue.Folder, shared.Catalogue.Level, shared.Catalogue.Within, shared.Catalogue.Year).With(shared.Graph.Finding).With(full).Accepting(SpatialSettings.Local(shared));
        return runner.Does(command, run => Answer(run, run.Get(full)));
    }

    private static Outcome<Answer> Answer(Run run, bool full)
    {
        if (!Places(run).TryGet(out var subject, out var reason))
            return reason;
        var warnings = subject.Warnings.ToList();
        if (!GraphReader.Read(run, subject, warnings).TryGet(out var graph, out reason))
            return reason;

        // Areas without a boundary have no place in the graph; islands have, and count.
        var subset = graph.Subset(Array.ConvertAll(subject.Why, why => why == ExclusionReason.None));
        if (subset.Kept.Length == 0)
            return Exclusion.Everybody(run.Surroundings.Language, subject.Why);

        var ids = subset.Pick<string>(subject.Ids);
        var excluded = Enumerable.Range(0, subject.Ids.Length).Where(unit => subject.Why[unit] != ExclusionReason.None)
            .Select(unit => new Exclusion(subject.Ids[unit], subject.Why[unit])).ToList();
        var neighbours = subset.Neighbours;
        var islands = Array.ConvertAll(neighbours.Islands(), island => ids[island]);
        var components = neighbours.Components().Count;
        var mean = (double)neighbours.EdgeCount / ids.Length;
        return new Answer("neighbour graph", json =>
        {
            json.Count("n", ids.Length);
            json.Count("edges", neighbours.EdgeCount);
            json.Number("meanNeighbours", mean);
            json.Strings("islands", islands);
            json.Count("components", components);
            SampleAnswer.Write(json, excluded, subject.Join);
            if (full)
                json.Object("neighbours", () => WriteAll(json, ids, neighbours));
        }, page =>
        {
            page.Title(page.Say("Buren", "Neighbours"));
            page.Pairs(
                (page.Say("gebieden", "areas"), page.Count(ids.Length)), (page.Say("paren (twee richtingen)", "edges (both directions)"), page.Count(neighbours.EdgeCount)),
                (page.Say("buren per gebied", "neighbours an area"), page.Number(mean, 2)), (page.Say("losse delen", "separate parts"), page.Count(components)),
                (page.Say("eilanden", "islands"), islands.Length == 0 ? "0" : $"{page.Count(islands.Length)}: {string.Join(", ", islands.Take(10))}{(islands.Length > 10 ? ", …" : "")}"));
            page.Line();
            SampleAnswer.Write(page, ids.Length, excluded, subject.Join);
            for (var area = 0; full && area < ids.Length; area++)
                page.Line($"  {ids[area]}: {string.Join(", ", Names(ids, neighbours, area))}");
        })
        {
            Warnings = warnings,
        };
    }

    private static void WriteAll(AnswerJson json, string[] ids, Neighbours neighbours)
    {
        for (var area = 0; area < ids.Length; area++)
            json.Strings(ids[area], Names(ids, neighbours, area));
    }

    private static string[] Names(string[] ids, Neighbours neighbours, int area) => Array.ConvertAll(neighbours.Of(area).ToArray(), other => ids[other]);

    private static Outcome<Subject> Places(Run run)
    {
        if (run.Get(run.Shared.Catalogue.Folder) is { } folder)
            return OfCatalogue(run, folder);
        var columns = new[] { run.Get(run.Shared.Units.X), run.Get(run.Shared.Units.Y) }.OfType<string>().ToArray();
        if (!UnitReader.Read(run, columns, borders: true).TryGet(out var units, out var reason))
            return reason;

        var why = new ExclusionReason[units.Count];
        if (!SubjectReader.Points(run, units, why).TryGet(out var points, out reason))
            return reason;
        return new Subject(units.Ids, new double[units.Count], [], why, "") { Borders = units.Borders, Points = points.Given, Join = units.Join, Warnings = units.Warnings };
    }

    private static Outcome<Subject> OfCatalogue(Run run, string folder)
    {
        var settings = run.Shared.Catalogue;
        if (run.Get(settings.Level) is not { } level)
            return WrongUse.With("no-level", "Say which areas of the catalogue: --level LEVEL.");
        if (!CatalogueSubject.Open(run, folder).TryGet(out var catalogue, out var reason))
            return reason;
        if (!CatalogueAreas.Gather(catalogue, level, run.Get(settings.Within), run.Get(settings.Year)?.Max()).TryGet(out var areas, out reason))
            return reason;

        var boundaries = run.Stages.Measure("read", () => catalogue.Boundaries(areas.Layer));
        return new Subject(Array.ConvertAll(areas.Places, place => areas.Layer.Codes[place]), new double[areas.Places.Length], [], new ExclusionReason[areas.Places.Length], "")
        {
            Borders = new Borders(Array.ConvertAll(areas.Places, place => boundaries[place])),
        };
    }
}
