// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Perception;
using Schakel.Catalogue;

namespace Schakel.Cli.Perceiving;

/// <summary><c>schakel perceive</c>: where do residents see their neighbourhood?</summary>
internal static class PerceiveCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new PerceiveSettings(runner.Make);
        var shared = runner.Shared;
        var command = new ManualCommand("perceive", runner.Say("Waar zien bewoners hun buurt?", "Where do residents see their neighbourhood?"))
        {
            Synopsis = "--drawings FILE --areas CELLS --id COLUMN [--home X,Y] [--margins FILE]",
            NeedsMiddles = true,
            Text = runner.Say(
                "Legt tekeningen van bewoners over vakken. 'membership' is het deel van de stemmen dat een vak erbij tekende, 'entropy' de onenigheid (1 = half om half), 'core' wat driekwart erbij rekent. "
                + "'affinity' zegt hoe vaak twee buurvakken samen getekend zijn; onder de tien stemmen blijft dat onbekend. "
                + "Neem bewoners van één buurt, of geef --home: alle tekeningen van een stad samen tonen alleen waar respondenten wonen.",
                "Lays drawings of residents over cells. 'membership' is the share of voices that drew a cell, 'entropy' the disagreement (1 = half and half), 'core' what three quarters count in. "
                + "'affinity' tells how often two adjacent cells were drawn together; below ten voices that stays unknown. "
                + "Take residents of one neighbourhood, or give --home: all drawings of a city together only show where respondents live."),
            Examples =
            [
                (runner.Say("De tekeningen van één buurt.", "The drawings of one neighbourhood."), "schakel perceive --drawings tekeningen.geojson --areas vakken.gpkg --id code"),
                (runner.Say("Gezien vanaf een plek, met gewichten naar leeftijd.", "Seen from a place, with weights by age."), "schakel perceive --drawings tekeningen.geojson --areas vakken.gpkg --id code --home 155000,463000 --margins leeftijd.csv"),
            ],
        }.With(shared.Units.Areas, shared.Units.Id).With(settings.All).With(shared.Graph.Contiguity);
        return runner.Does(command, run => Answer(run, settings));
    }

    private static Outcome<Answer> Answer(Run run, PerceiveSettings settings)
    {
        if (run.Get(run.Shared.Units.Areas) is not { } areas)
            return WrongUse.With("no-cells-given", "Say which cells: --areas FILE.");
        if (!UnitReader.Read(run, [], borders: true).TryGet(out var units, out var reason))
            return reason;
        if (units.Borders is not { HasPolygons: true } borders)
            return new Refusal("no-polygons", "The areas are no polygons, so they have no borders.", areas) { Expected = "polygons" };
        if (!DrawingFile.Read(run, settings.Drawings.Name, run.Get(settings.Drawings)!).TryGet(out var file, out reason))
            return reason;

        // A cell without a boundary has no place, so nobody can have drawn it.
        var cells = Enumerable.Range(0, units.Count).Where(unit => borders.Has[unit]).ToArray();
        var (x, y) = borders.Centroids();
        if (!PerceiveVoices.Read(run, settings, file, Array.ConvertAll(cells, cell => (x[cell], y[cell]))).TryGet(out var voices, out reason))
            return reason;

        var pairs = run.Stages.Measure("graph", () => Pairs(run, borders, cells));
        return run.Stages.Measure("compute", () => Compute(units, file, voices, cells, pairs));
    }

    private static Outcome<Answer> Compute(Units units, DrawingFile file, PerceiveVoices voices, int[] cells, List<(int A, int B)> pairs)
    {
        var drawings = new Drawings(cells.Length, voices.Cells);
        if (!MembershipSurface.Compute(drawings, voices.Weights, replicates: 0).TryGet(out var surface, out var reason))
            return reason;

        var answer = new PerceptionAnswer(
            Array.ConvertAll(cells, cell => units.Ids[cell]), surface, CellAffinity.Compute(drawings, voices.Weights, pairs), DrawingAgreement.Compute(drawings), voices, file.Respondents)
        {
            Excluded = [.. Enumerable.Range(0, units.Count).Except(cells).Select(unit => new Exclusion(units.Ids[unit], ExclusionReason.NoBoundary))],
        };
        return new Answer("membership surface and affinity (Coulton and others 2001; Kish 1965)", answer.Write, answer.Write) { Warnings = units.Warnings };
    }

    private static List<(int A, int B)> Pairs(Run run, Borders borders, int[] cells)
    {
        var boundaries = borders.Columns();
        var graph = run.Get(run.Shared.Graph.Contiguity) == "rook" ? Contiguity.Rook(boundaries, threads: run.Threads) : Contiguity.Queen(boundaries, threads: run.Threads);
        var pairs = new List<(int A, int B)>();
        for (var cell = 0; cell < cells.Length; cell++)
            foreach (var other in graph.Of(cells[cell]))
                if (other > cells[cell] && Array.BinarySearch(cells, other) is >= 0 and var place)
                    pairs.Add((cell, place));
        return pairs;
    }
}
