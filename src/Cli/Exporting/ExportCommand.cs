// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Exports;
using Schakel.Workspace.Exports.Results;

namespace Schakel.Cli.Exporting;

/// <summary><c>schakel export</c>: areas, figures and results for QGIS, R, Excel and others.</summary>
internal static class ExportCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new ExportSettings(runner.Make);
        var command = new ManualCommand("export", runner.Say("Gebieden, cijfers en uitkomsten meenemen naar QGIS, R of Excel.", "Take areas, figures and results to QGIS, R or Excel."))
        {
            Synopsis = "--catalogue DIR | --areas FILE --out FILE [--level LEVEL,…] [--indicator ID,…] [--year Y,…] [--within CODE] [--result FILE.json,…] [--publish] [--force]",
            Text = runner.Say(
                "Schrijft een GeoPackage (met stijlen voor QGIS), GeoParquet, GeoJSON, CSV of Excel-werkboek. Elk cijfer is een kolom met het jaar erachter; "
                + "waar een cijfer ontbreekt, zegt de kolom met _reden waarom. Codes houden hun nullen, getallen al hun cijfers, aandelen staan als 0–1. "
                + "Bron, licentie, jaar en methode gaan mee in het bestand; bij CSV in een bestand ernaast.\n\n"
                + "GeoPackage en Excel houden alle schalen in één bestand. De andere vormen krijgen bij meer schalen één bestand per schaal.\n\n"
                + "Zonder --publish staan kleine aantallen er onbewerkt in en is het bestand voor uw eigen organisatie. Met --publish bepalen de regels van "
                + "publish-check wat naar buiten mag; ze kijken naar alle schalen in de catalogus, ook die u niet meeneemt.",
                "Writes a GeoPackage (with styles for QGIS), GeoParquet, GeoJSON, CSV or Excel workbook. Each figure is a column with its year behind it; "
                + "where a figure is missing, the column with _reden says why. Codes keep their zeros, numbers all their digits, shares stand as 0–1. "
                + "Source, licence, year and method go with the file; for CSV in a file beside it.\n\n"
                + "GeoPackage and Excel hold all levels in one file. The other forms get a file a level when there are more.\n\n"
                + "Without --publish small counts are in it as they are, and the file is for your own organisation. With --publish the rules of publish-check "
                + "decide what may leave; they look at all levels in the catalogue, also those that you do not take."),
            Examples =
            [
                (runner.Say("Alles voor QGIS.", "Everything for QGIS."), "schakel export --catalogue stad.catalogue --out stad.gpkg"),
                (runner.Say("Eén cijfer van de buurten, om te publiceren.", "One figure of the buurten, to publish."), "schakel export --catalogue stad.catalogue --level buurt --indicator fietsdiefstal --publish --out fietsdiefstal.csv"),
                (runner.Say("Een uitkomst op de kaart.", "A result on the map."), "schakel local-moran --catalogue stad.catalogue --indicator fietsdiefstal --level buurt --json > samenhang.json && schakel export --catalogue stad.catalogue --level buurt --result samenhang.json --out samenhang.gpkg"),
            ],
        }.With(runner.Shared.Units.Areas, runner.Shared.Units.Id).With(runner.Shared.Catalogue.Folder, settings.Levels, settings.Indicators, settings.Years, runner.Shared.Catalogue.Within)
            .With(settings.Results, settings.Publish, settings.Out, settings.Format, settings.Force);
        return runner.Does(command, run => Answer(run, settings));
    }

    private static Outcome<Answer> Answer(Run run, ExportSettings settings)
    {
        if (run.Get(settings.Out) is not { } path)
            return WrongUse.With("export-without-file", "Say which file to write: --out FILE.");
        if ((run.Get(settings.Format) is { } id ? ExportFormat.ById(id) : ExportFormat.ByName(path)) is not { } format)
            return WrongUse.With("export-form-unknown", $"The name {path} does not say the form. Let it end in {Endings()}, or give --format.", path, Endings());

        var results = new List<ResultTable>();
        foreach (var file in run.Get(settings.Results) ?? [])
        {
            if (!run.Stages.Measure("read", () => ResultTable.Read(file)).TryGet(out var result, out var refusal))
                return refusal;
            run.Reads(new InputFile(file, null, result.Sha256, result.Rows));
            results.Add(result);
        }

        if (!ExportSubject.Gather(run, settings, path, results).TryGet(out var content, out var reason))
            return reason;
        var writer = new ExportFiles(content, $"Schakel {ProductVersion.Text}");
        if (!run.Stages.Measure("write", () => writer.Write(format, path, run.Get(settings.Force), run.Cancel)).TryGet(out var files, out reason))
            return reason;
        return new ExportReport(content, format, files).Answer();
    }

    private static string Endings() => string.Join(", ", ExportFormat.All.Select(format => format.Ending));
}
