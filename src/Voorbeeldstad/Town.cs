// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Voorbeeldstad.Events;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.Files;
using Schakel.Voorbeeldstad.Map;
using Schakel.Voorbeeldstad.Signals;

namespace Schakel.Voorbeeldstad;

/// <summary>Writes the synthetic town in the original formats of CBS, with a known truth.</summary>
public static class Town
{
    /// <summary>Writes all files; the same seed gives the same bytes (text files) and the same truth.</summary>
    /// <param name="directory">Folder to write into; made when it is not there. Files of an earlier run are replaced.</param>
    /// <param name="seed">Default 2009.</param>
    /// <returns>What was planted.</returns>
    /// <exception cref="IOException">The folder cannot be written to; no half-written file is left.</exception>
    public static TownTruth Write(string directory, int seed)
    {
        Directory.CreateDirectory(directory);
        var figures = new TownFigures(seed);
        foreach (var year in TownFigures.Years)
        {
            MapFile.Write(directory, Vintage.Of(year));
            SquaresFile.Write(directory, figures, year);
        }

        FigureTables.WriteStatLine(Path.Combine(directory, "statline_kerncijfers_2019_2024.csv"), figures);
        FigureTables.WriteIncomes(Path.Combine(directory, "statline_inkomensgroepen_2024.csv"), figures);
        FigureTables.WritePolice(Path.Combine(directory, "politie_fietsdiefstal_2019_2024.csv"), figures);
        MunicipalTables.WriteDivision(Path.Combine(directory, "gebiedsindeling_2024.csv"), figures);
        foreach (var waterbed in new[] { Waterbed.Containers, Waterbed.Square })
        {
            MunicipalTables.WriteWaterbed(directory, waterbed, figures);
            MunicipalTables.WriteRegistration(directory, new Registration(waterbed, figures.Cells, seed));
        }

        BackgroundFile.Write(Path.Combine(directory, "ondergrond.gpkg"));
        BarrierFile.Write(Path.Combine(directory, "barrieres.gpkg"));
        var reports = new Reports(figures.Cells, seed);
        SignalFiles.WriteReports(Path.Combine(directory, "meldingen_openbare_ruimte_2024.csv"), reports);
        SignalFiles.WriteInspections(Path.Combine(directory, "inspecties_2024.csv"), reports);
        SignalFiles.WriteDrawings(Path.Combine(directory, "tekeningen.gpkg"), Drawings.Draw(figures.Cells, seed));
        TextFile.Save(Path.Combine(directory, "herkomst.json"), """
            {
              "bron": "Voorbeeldstad (verzonnen)",
              "licentie": "CC0 1.0"
            }

            """);
        ReadMe.Write(Path.Combine(directory, "LEESMIJ.md"), seed);
        return TruthOf(figures, reports, seed);
    }

    internal static TownTruth TruthOf(TownFigures figures, Reports reports, int seed) => new(
        "GM9901", seed,
        [
            new("cell", figures.Cells.Count),
            new("buurt", figures.Buurten.Count),
            new("kern", figures.Buurten.Select(buurt => buurt.Kern).OfType<string>().Distinct(StringComparer.Ordinal).Count()),
            new("wijk", figures.Buurten.Select(buurt => buurt.Wijk).Distinct().Count()),
            new("stadsdeel", TownPlan.Wijken.Select(wijk => wijk.Stadsdeel).Distinct(StringComparer.Ordinal).Count()),
            new("gemeente", figures.Buurten.Select(buurt => buurt.Wijk.Gemeente).Distinct().Count()),
            new("regio", figures.Buurten.Select(buurt => buurt.Wijk.Gemeente.Region).Distinct(StringComparer.Ordinal).Count()),
        ],
        [figures.LitterRates.Planted, figures.Loneliness.Planted, figures.Debts.Planted],
        TownFigures.Wrecks,
        new PlantedCluster(
            BikeTheft.Indicator, "buurt", [.. figures.Buurten.Where(BikeTheft.IsAroundStation).Select(buurt => buurt.Code)], BikeTheft.RelativeRisk),
        Waterbed.Containers.Truth, Waterbed.Square.Truth,
        new PlantedComposition(
            NestedFigure.Debts.Indicator, NestedFigure.Debts.Composition, figures.CompositionOfDebts,
            [.. IncomeGroups.All.Select(group => new PlantedStratum(group.Name, group.Nationally, group.Indebted))]),
        new PlantedSilence(Wijk(Reports.Silent).Code, Reports.Silent, Reports.InspectedMore, Reports.ReportedLess),
        new PlantedReporter(
            reports.Cluster.Buurt.Code, reports.Cluster.Code, Reports.ClusterCategory, Reports.ClusterFrom, Reports.ClusterTo,
            Reports.InCluster, Reports.BusyReporter, Reports.OfOneReporter),
        DivideAt(Drawings.Divided),
        new PlantedDrawings(Drawings.Count, BarrierFile.Footbridge.X, BarrierFile.Footbridge.Y, Drawings.AtFootbridge, Drawings.AtTrack, Drawings.FewVoices),
        new PlantedChanges(
            TownPlan.SplitYear, Buurt(TownPlan.SplitOf).Code, [Buurt(TownPlan.SplitOf).Code, Buurt(TownPlan.SplitOff).Code],
            NestedFigure.Debts.Indicator, TownFigures.SeriesBreak, TownFigures.SeenBeforeBreak));

    private static PlantedDivide DivideAt(string wijk)
    {
        var sides = Reports.Town.Where(buurt => buurt.Wijk.Name == wijk).ToLookup(buurt => TownBlocks.North(buurt.Shape.InteriorPoint.Coordinate), buurt => buurt.Code);
        return new PlantedDivide(Wijk(wijk).Code, wijk, "rail", [[.. sides[true]], [.. sides[false]]], [Buurt("Hoge Dennen").Code]);
    }

    private static Wijk Wijk(string name) => Reports.Town.First(buurt => buurt.Wijk.Name == name).Wijk;

    private static Buurt Buurt(string name) => Reports.Town.Single(buurt => buurt.Name == name);
}
