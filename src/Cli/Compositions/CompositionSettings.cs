// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Compositions;

/// <summary>The options of <c>composition</c> alone.</summary>
internal sealed class CompositionSettings(SettingFactory make)
{
    internal Setting<string?> Kitagawa { get; } = make.Text("--kitagawa", Topic.Figures, "FILE", make.Say[
        "Twee gebieden per bevolkingsgroep: CSV met kolommen stratum,shareA,rateA,shareB,rateB.",
        "Two areas by group of people: CSV with columns stratum,shareA,rateA,shareB,rateB."]);

    internal Setting<string[]?> Strata { get; } = make.List("--strata", Topic.Figures, "C1,C2,…", make.Say[
        "Kolommen met het deel van de inwoners in elke bevolkingsgroep; samen 1.", "Columns with the share of the residents in each group of people; together 1."]);

    internal Setting<double[]?> StratumRates { get; } = make.Numbers("--stratum-rates", Topic.Figures, "R1,R2,…", make.Say[
        "Cijfer van elke bevolkingsgroep elders, liefst landelijk en van hetzelfde jaar; in de volgorde van --strata.",
        "Rate of each group of people elsewhere, preferably national and of the same year; in the order of --strata."], rate => rate >= 0, make.Say["getallen vanaf 0", "numbers from 0 up"]);

    internal Setting<string[]?> Covariates { get; } = make.List("--covariates", Topic.Figures, "X1,X2,…", make.Say[
        "Kolommen die de samenstelling beschrijven; geen gevolgen van het vraagstuk zelf. Vraagt --levels.",
        "Columns that describe the composition; no consequences of the problem itself. Needs --levels."]);

    internal ISetting[] All => [Kitagawa, Strata, StratumRates, Covariates];
}
