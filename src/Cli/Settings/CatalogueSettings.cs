// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>Units and figures from a catalogue; replaces the files.</summary>
internal sealed class CatalogueSettings(SettingFactory make)
{
    internal Setting<string?> Folder { get; } = make.Text("--catalogue", Topic.Catalogue, "DIR", make.Say[
        "Map die 'schakel import' heeft gemaakt. Vervangt --areas, --table en --value.", "Folder that 'schakel import' made. Replaces --areas, --table and --value."]);

    internal Setting<string?> Indicator { get; } = make.Text("--indicator", Topic.Catalogue, "ID", make.Say[
        "Cijfer uit de catalogus, met zijn id of zijn kolomnaam. 'schakel catalogue DIR' noemt ze.",
        "Figure of the catalogue, by its id or column name. 'schakel catalogue DIR' lists them."]);

    internal Setting<string?> Level { get; } = make.Text("--level", Topic.Catalogue, "LEVEL", make.Say[
        "Schaal van de eenheden: cell, buurt, wijk, stadsdeel, gemeente, regio, provincie. Zonder deze optie: de fijnste met cijfers.",
        "Level of the units: cell, buurt, wijk, stadsdeel, gemeente, regio, provincie. Without it: the finest with figures."]);

    internal Setting<string?> Within { get; } = make.Text("--within", Topic.Catalogue, "CODE", make.Say[
        "Alleen eenheden in dit gebied, bijvoorbeeld GM0014.", "Only units inside this area, for example GM0014."]);

    internal Setting<int[]?> Year { get; } = make.Years("--year", Topic.Catalogue, "Y[,Y2]", make.Say[
        "Jaar van de cijfers. Zonder deze optie: het laatste jaar met waarden.", "Year of the figures. Without it: the latest year with values."]);

    internal ISetting[] All => [Folder, Indicator, Level, Within, Year];
}
