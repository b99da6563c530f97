// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Signalling;

/// <summary>The options of <c>signals</c>.</summary>
internal sealed class SignalsSettings(SettingFactory make)
{
    internal Setting<string?> Signals { get; } = make.Text("--signals", Topic.Figures, "FILE", make.Say[
        "Tabel id,reporter,category,date,x,y: één regel per melding; x en y in meters.", "Table id,reporter,category,date,x,y: one line a report; x and y in metres."]);

    internal Setting<string?> Series { get; } = make.Text("--series", Topic.Figures, "FILE", make.Say[
        "Tabel date,count: een aantal voor elke dag (of week), ook 0.", "Table date,count: a count for every day (or week), also 0."]);

    internal Setting<double[]?> Capture { get; } = make.Numbers("--capture", Topic.Figures, "N1,N2,M", make.Say[
        "Gevallen in bron één, in bron twee, en in beide.", "Cases in source one, in source two, and in both."],
        count => count is >= 0 and <= int.MaxValue && Math.Truncate(count) == count, make.Say["hele aantallen van 0 en meer", "whole counts of 0 and more"]);

    internal Setting<string?> Reports { get; } = make.Text("--reports", Topic.Figures, "COLUMN", make.Say["Kolom met het aantal meldingen.", "Column with the number of reports."]);

    internal Setting<string?> Objective { get; } = make.Text("--objective", Topic.Figures, "COLUMN", make.Say[
        "Kolom met een onafhankelijke telling: schouw, enquête, sensor.", "Column with an independent count: inspection, survey, sensor."]);

    internal Setting<string?> Population { get; } = make.Text("--population", Topic.Figures, "COLUMN", make.Say["Kolom met het aantal inwoners.", "Column with the number of residents."]);

    internal ISetting[] Own => [Signals, Series, Capture];

    internal ISetting[] Columns => [Reports, Objective, Population];
}
