// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Analysing;

/// <summary>The options of <c>analyse</c> alone.</summary>
internal sealed class AnalyseSettings(SettingFactory make)
{
    internal Setting<string[]?> Gemeenten { get; } = make.List("--gemeente", Topic.Catalogue, "GM…[,GM…]", make.Say[
        "Een of meer gemeenten, met hun code. Zonder deze optie: alles wat geladen is.", "One or more municipalities, by their code. Without it: everything that is loaded."]);

    internal Setting<string[]?> Covariates { get; } = make.List("--covariates", Topic.Method, "ID,…", make.Say[
        "Cijfers die zeggen wie er woont, voor de vraag of dat het verschil maakt. Zonder deze optie: wat de catalogus heeft aan inkomen, leeftijd en huishoudens.",
        "Figures that say who lives there, for the question whether that makes the difference. Without it: what the catalogue has of income, age and households."]);

    internal Setting<string?> Html { get; } = make.Text("--html", Topic.Answer, "FILE", make.Say[
        "Schrijf het verslag ook als één HTML-bestand, dat niets van buiten nodig heeft.", "Write the report as one HTML file too, which needs nothing from outside."], onlyOutput: true);

    internal Setting<string?> Pdf { get; } = make.Text("--pdf", Topic.Answer, "FILE", make.Say[
        "Druk het verslag ook af als PDF, met de Chromium van deze machine.", "Print the report as PDF too, with the Chromium of this machine."], onlyOutput: true);

    internal Setting<string?> Logo { get; } = make.Text("--logo", Topic.Answer, "FILE", make.Say[
        "Eigen logo op het verslag: SVG, PNG of JPEG.", "Own logo on the report: SVG, PNG or JPEG."], onlyOutput: true);

    internal ISetting[] All => [Gemeenten, Covariates, Html, Pdf, Logo];
}
