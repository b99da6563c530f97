// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>How chance is drawn and when a result counts.</summary>
internal sealed class ChanceSettings(SettingFactory make)
{
    internal Setting<int> Permutations { get; } = make.Whole("--permutations", Topic.Chance, "N", make.Say[
        "Aantal herschikkingen.", "Number of re-arrangements."], 999, 99, 9_999_999);

    internal Setting<bool> Sequential { get; } = make.Flag("--sequential", Topic.Chance, make.Say[
        "Stop per gebied zodra tien herschikkingen verder in de staart liggen (Besag en Clifford); hooguit --permutations.",
        "Stop for each area once ten re-arrangements lie further in the tail (Besag and Clifford); at most --permutations."]);

    internal Setting<double> Fdr { get; } = make.Number("--fdr", Topic.Chance, "Q", make.Say[
        "Toegestaan deel valse ontdekkingen (Benjamini en Hochberg).", "Allowed share of false discoveries (Benjamini and Hochberg)."],
        0.10, q => q is > 0 and < 1, make.Say["een getal tussen 0 en 1", "a number between 0 and 1"]);

    internal Setting<string> Draws { get; } = make.Choice("--draws", Topic.Chance, make.Say[
        "independent: elk gebied zijn eigen herschikkingen. shared: één tabel voor alle gebieden, zoals GeoDa en PySAL; sneller, maar dan hebben alle gebieden samen geluk of pech.",
        "independent: each area re-arrangements of its own. shared: one table for all areas, as GeoDa and PySAL do; faster, but then all areas are lucky or unlucky together."],
        "independent", "independent", "shared");
}
