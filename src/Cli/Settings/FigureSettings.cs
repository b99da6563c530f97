// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>Which figure of the units is looked at.</summary>
internal sealed class FigureSettings(SettingFactory make)
{
    internal Setting<string?> Value { get; } = make.Text("--value", Topic.Figures, "COLUMN", make.Say[
        "Kolom met het cijfer (uit de tabel, of uit de kaart zelf). Met --denominator: het aantal gevallen.",
        "Column with the figure (of the table, or of the map itself). With --denominator: the number of cases."]);

    internal Setting<string?> Denominator { get; } = make.Text("--denominator", Topic.Figures, "COLUMN", make.Say[
        "Kolom met het aantal waarop gedeeld wordt, bijvoorbeeld inwoners.", "Column with the number to divide by, for example residents."]);

    internal Setting<string> Rate { get; } = make.Choice("--rate", Topic.Figures, make.Say[
        "raw: gevallen gedeeld door noemer. eb: gestandaardiseerd volgens Assunção en Reis, zodat kleine aantallen niet overheersen.",
        "raw: cases divided by denominator. eb: standardised after Assunção and Reis, so that small numbers do not dominate."], "raw", "raw", "eb");

    internal ISetting[] All => [Value, Denominator, Rate];
}
