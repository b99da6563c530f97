// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Perception;

namespace Schakel.Cli.Perceiving;

/// <summary>The options of <c>perceive</c>.</summary>
internal sealed class PerceiveSettings
{
    internal PerceiveSettings(SettingFactory make)
    {
        Drawings = make.Text("--drawings", Topic.Figures, "FILE[:LAYER]", make.Say[
            "Vlakken die bewoners tekenden, met respondent en eventueel homeX en homeY (meters, vergroofd).",
            "Polygons that residents drew, with respondent and perhaps homeX and homeY (metres, coarsened)."]);
        Drawings.Required = true;
        Weight = make.Text("--weight", Topic.Figures, "COLUMN", make.Say["Eigenschap met het gewicht van een respondent.", "Property with the weight of a respondent."]);
        Home = make.Numbers("--home", Topic.Figures, "X,Y", make.Say[
            "Gezien vanaf deze plek (meters): wie dichterbij woont telt meer.", "Seen from this place (metres): who lives nearer counts more."], _ => true, make.Say["twee getallen", "two numbers"]);
        Bandwidth = make.Number("--bandwidth", Topic.Figures, "M", make.Say[
            "Hoe ver stemmen rond --home tellen.", "How far voices around --home count."],
            MembershipSurface.BandwidthInMetres, metres => metres > 0, make.Say["een afstand boven 0", "a distance above 0"]);
        Margins = make.Text("--margins", Topic.Figures, "FILE", make.Say[
            "Tabel variable,value,share: hoe de bevolking is samengesteld. Respondenten krijgen gewichten die daarbij passen.",
            "Table variable,value,share: how the population is made up. Respondents get weights that fit it."]);
    }

    internal Setting<string?> Drawings { get; }

    internal Setting<string?> Weight { get; }

    internal Setting<double[]?> Home { get; }

    internal Setting<double> Bandwidth { get; }

    internal Setting<string?> Margins { get; }

    internal ISetting[] All => [Drawings, Weight, Home, Bandwidth, Margins];
}
