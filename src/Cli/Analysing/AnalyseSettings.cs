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

    internal ISetting[] All => [Gemeenten, Covariates];
}
