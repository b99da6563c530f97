// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Regions;

namespace Schakel.Cli.Delineating;

/// <summary><c>schakel delineate</c>: work areas of human size, as a handful of proposals with a proof of how few there could be.</summary>
internal static class DelineateCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new DelineateSettings(runner.Shared);
        var command = new ManualCommand("delineate", runner.Say("Welke werkgebieden van menselijke maat zijn er mogelijk?", "Which work areas of human size are possible?"))
        {
            Synopsis = "--areas FILE --population COLUMN --dwellings COLUMN [--barriers FILE] [--links FILE] [--zones COLUMN] [--alternatives K] [--time-limit S] [--out FILE]",
            NeedsMiddles = true,
            NeedsShapes = run => run.Get(settings.Out) is { } file && PlanFile.IsMap(file),
            UsesChance = true,
            Text = runner.Say(
                "Voegt buurten (of andere eenheden) samen tot gebieden die aan elkaar vastzitten en onder twee plafonds blijven: inwoners en woningen. Geeft een paar voorstellen die echt verschillen, om over te praten. "
                + "'lowerBound' is bewezen: minder gebieden kan niet. 'gap' is hoeveel een voorstel erboven zit. De score F (lager is beter) kiest tussen plannen: H gelijk van binnen, K compact, "
                + "B bestaande wijken heel, R zoals bewoners tekenen, E geen barrières erin, S geen kleine gebieden. 'stableCores' zitten in bijna elk voorstel bij elkaar; bij 'negotiableEdges' valt er te praten.\n\n"
                + "Een eenheid die alleen al over een plafond gaat, is een eigen gebied. Van wie het aantal inwoners onbekend is, wordt weggelaten en genoemd. Uit een catalogus komen inwoners, woningen, barrières, oversteken en tekeningen van bewoners vanzelf, "
                + "en zijn buurten de eenheden, tenzij --level iets anders zegt.",
                "Joins buurten (or other units) into areas that hang together and stay under two ceilings: residents and dwellings. Gives a few proposals that truly differ, to talk about. "
                + "'lowerBound' is proven: fewer areas are impossible. 'gap' is how far a proposal is above it. The score F (lower is better) chooses between plans: H alike inside, K compact, "
                + "B existing districts whole, R as residents draw it, E no barriers inside, S no tiny areas. 'stableCores' are together in nearly every proposal; at 'negotiableEdges' there is something to talk about.\n\n"
                + "A unit that exceeds a ceiling alone is an area of its own. Units whose residents are unknown are left out and listed. From a catalogue residents, dwellings, barriers, crossings and drawings of residents come by themselves, "
                + "and buurten are the units unless --level says otherwise."),
            Examples =
            [
                (runner.Say("Vier voorstellen, op de kaart.", "Four proposals, on the map."), "schakel delineate --areas buurten.gpkg --table kerncijfers.csv --table-id code --population inwoners --dwellings woningen --out voorstellen.gpkg"),
                (runner.Say("Met spoor en water, en de oversteken daarover.", "With railway and water, and the ways over them."), "schakel delineate --areas buurten.gpkg --population inwoners --dwellings woningen --barriers barrieres.gpkg:barrieres --links barrieres.gpkg:oversteken"),
                (runner.Say("Voor teams, met alleen gelijkheid en compactheid als wens.", "For teams, with only likeness and compactness as wishes."), "schakel delineate --catalogue stad.catalogue --team --indicator eenzaamheid --score H=1,K=1"),
            ],
        }.With(settings.All);
        return runner.Does(command, run => Answer(run, settings));
    }

    private static Outcome<Answer> Answer(Run run, DelineateSettings settings)
    {
        if (!settings.Options(run).TryGet(out var options, out var reason))
            return reason;
        if (run.Get(settings.Ground.Population) is null && run.Get(run.Shared.Catalogue.Folder) is null)
            return WrongUse.With("no-population-given", "Say who lives where: --population COLUMN.");
        var file = run.Get(settings.Out);
        if (file is not null && PlanFile.Refuse(settings.Out.Name, file) is { } impossible)
            return impossible;

        if (!Ground.Read(run, settings.Ground, (settings.Values.Name, run.Get(settings.Values) ?? []), (settings.Zones.Name, run.Get(settings.Zones))).TryGet(out var ground, out reason))
            return reason;
        if (file is not null && PlanFile.Refuse(settings.Out.Name, file, ground) is { } shapeless)
            return shapeless;

        var warnings = ground.Warnings.ToList();
        if (ground.Dwellings is null)
        {
            if (run.IsGiven(settings.Ground.MaxDwellings) && double.IsFinite(options.MaxDwellings))
                return WrongUse.With("dwellings-not-known", "--max-dwellings needs to know the dwellings: --dwellings COLUMN, or a catalogue that has them.");
            if (double.IsFinite(options.MaxDwellings))
                warnings.Add(new Warning("no-dwellings-given", "The dwellings are not known: only residents were looked at."));
            options = options with { MaxDwellings = double.PositiveInfinity };
        }

        if (!Drawn(run, settings, ground).TryGet(out var graph, out reason))
            return reason;
        var units = new AreaUnits(ground.Population!, ground.Dwellings ?? new double[ground.Ids.Length]) { Values = ground.Values, Zones = ground.Zones.Length == 0 ? null : Numbered(ground.Zones) };
        var search = new PlanClock(run, run.Get(settings.TimeLimit));
        if (!run.Stages.Measure("solve", () => search.During(used => WorkAreas.Compute(graph.Graph, units, options with { TimeUsed = used }))).TryGet(out var found, out reason))
            return reason;

        run.Cancel.ThrowIfCancellationRequested();
        var plans = new Plans(found, ground) { Drawn = graph.Told };
        if (file is not null)
            run.Stages.Measure("write", () => PlanFile.Write(run, file, plans));
        return new DelineateReport(plans, options, warnings, file).Answer();
    }

    // The file that was named, or else what the catalogue knows; nobody's drawings where none was asked for.
    private static Outcome<(UnitGraph Graph, DrawnAffinity? Told)> Drawn(Run run, DelineateSettings settings, Ground ground)
    {
        var named = run.Get(settings.Drawings);
        var isCatalogue = run.Get(run.Shared.Catalogue.Folder) is not null;
        if (named == GroundSettings.NoLines || (named is null && !isCatalogue))
            return (ground.Graph, (DrawnAffinity?)null);
        if (ground.Centres is not { } centres)
            return named is null ? (ground.Graph, (DrawnAffinity?)null) : WrongUse.With("no-borders-given", "Who touches whom must come from a map (--areas FILE) or from --neighbours FILE.");

        IReadOnlyList<IReadOnlyList<(double X, double Y)>>[] drawings;
        if (named is null or GroundSettings.OfCatalogue && isCatalogue)
        {
            run.Decide(settings.Drawings, GroundSettings.OfCatalogue);
            drawings = [.. ground.Drawings.Select(DrawingFile.RingsOf)];
        }
        else
        {
            if (!DrawingFile.Read(run, settings.Drawings.Name, named!).TryGet(out var file, out var reason))
                return reason;
            drawings = [.. Enumerable.Range(0, file.Respondents.Length).Select(file.Rings)];
        }

        var (graph, told) = run.Stages.Measure("graph", () => DrawnAffinity.On(ground.Graph, drawings, centres.X, centres.Y));
        return (graph, drawings.Length == 0 ? null : told);
    }

    private static int[] Numbered(string?[] zones)
    {
        var names = zones.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return Array.ConvertAll(zones, zone => zone is null ? -1 : Array.BinarySearch(names, zone, StringComparer.Ordinal));
    }
}
