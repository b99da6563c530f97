// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Exports;

namespace Schakel.Cli.Exporting;

/// <summary>What is taken away, and in which form.</summary>
internal sealed class ExportSettings(SettingFactory make)
{
    internal Setting<string[]?> Indicators { get; } = make.List("--indicator", Topic.Catalogue, "ID,…", make.Say[
        "Alleen deze cijfers. Zonder deze optie: alle.", "Only these figures. Without it: all."]);

    internal Setting<string[]?> Levels { get; } = make.List("--level", Topic.Catalogue, "LEVEL,…", make.Say[
        "Alleen deze schalen. Zonder deze optie: alle met grenzen, behalve vierkanten (cell).", "Only these levels. Without it: all with boundaries, except squares (cell)."]);

    internal Setting<int[]?> Years { get; } = make.Years("--year", Topic.Catalogue, "Y,…", make.Say[
        "Jaren van de cijfers; elk jaar wordt een kolom. Zonder deze optie: van elk cijfer het laatste jaar.",
        "Years of the figures; each becomes a column. Without it: of each figure the latest year."]);

    internal Setting<string[]?> Results { get; } = make.List("--result", Topic.Figures, "FILE.json,…", make.Say[
        "Uitkomsten van andere opdrachten (met --json), bij de gebieden gevoegd. De naam van het bestand begint de namen van de kolommen.",
        "Answers of other commands (with --json), joined to the areas. The name of the file begins the names of the columns."]);

    internal Setting<bool> Publish { get; } = make.Flag("--publish", Topic.Method, make.Say[
        "Maak een bestand dat naar buiten mag: kleine en herleidbare aantallen achtergehouden, de rest afgerond.",
        "Make a file that may leave the house: small and derivable counts withheld, the rest rounded."]);

    internal Setting<string?> Out { get; } = make.Text("--out", Topic.Answer, "FILE", make.Say[
        "Bestand om te schrijven. Het eind van de naam bepaalt de vorm: .gpkg, .parquet, .geojson, .csv of .xlsx.",
        "File to write. The end of its name decides the form: .gpkg, .parquet, .geojson, .csv or .xlsx."], onlyOutput: true);

    internal Setting<string?> Format { get; } = make.OptionalChoice("--format", Topic.Answer, make.Say[
        "De vorm, als de naam van het bestand die niet zegt.", "The form, where the name of the file does not say it."], [.. ExportFormat.All.Select(format => format.Id)]);

    internal Setting<bool> Force { get; } = make.Flag("--force", Topic.Answer, make.Say[
        "Vervang bestanden die er al zijn.", "Replace files that are there already."], onlyOutput: true);
}
