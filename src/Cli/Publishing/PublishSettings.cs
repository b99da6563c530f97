// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Disclosure;
using Schakel.Analysis.Scale;

namespace Schakel.Cli.Publishing;

/// <summary>The options of <c>publish-check</c>.</summary>
internal sealed class PublishSettings(SettingFactory make)
{
    internal Setting<string?> Cases { get; } = make.Text("--cases", Topic.Figures, "COLUMN", make.Say["Kolom met het aantal gevallen.", "Column with the number of cases."]);

    internal Setting<string?> Population { get; } = make.Text("--population", Topic.Figures, "COLUMN", make.Say["Kolom met het aantal inwoners.", "Column with the number of residents."]);

    internal Setting<string?> Respondents { get; } = make.Text("--respondents", Topic.Figures, "COLUMN", make.Say[
        "Kolom met het aantal mensen dat een enquête invulde.", "Column with the number of people who answered a survey."]);

    internal Setting<string?> Hierarchy { get; } = make.Text("--hierarchy", Topic.Figures, "PARENTCOLUMN", make.Say[
        "Kolom met de code van de rij waar deze een deel van is; leeg bovenaan. Elk gepubliceerd niveau heeft eigen rijen.",
        "Column with the code of the row that this one is a part of; empty at the top. Each published level has rows of its own."]);

    internal Setting<string[]?> Zonings { get; } = make.List("--zonings", Topic.Figures, "A,B,…", make.Say[
        "Kolommen met het gebied van elke eenheid in andere indelingen die ook gepubliceerd worden. Hun cellen heten a:GEBIED.",
        "Columns with the area of each unit in other divisions that are published as well. Their cells are called a:AREA."]);

    internal Setting<string?> Contributions { get; } = make.Text("--contributions", Topic.Figures, "FILE", make.Say[
        "Tabel id,contributor,value: wie draagt hoeveel bij aan een cijfer.", "Table id,contributor,value: who contributes how much to a figure."]);

    internal Setting<bool> Rounded { get; } = make.Flag("--rounded", Topic.Figures, make.Say[
        "De aantallen zijn door de bron al afgerond op vijf.", "The counts were already rounded to five by their source."]);

    internal Setting<string> Kind { get; } = make.Choice("--kind", Topic.Figures, make.Say[
        "proportion: een deel van de inwoners (noemer vanaf 20). count: gebeurtenissen (noemer vanaf 10).",
        "proportion: a part of the residents (denominator from 20). count: events (denominator from 10)."], "proportion", "proportion", "count");

    internal ISetting[] All => [Cases, Population, Respondents, Hierarchy, Zonings, Contributions, Rounded, Kind];

    internal string[] Columns(Run run) =>
        [.. new[] { run.Get(Cases), run.Get(Population), run.Get(Respondents), run.Get(Hierarchy) }.OfType<string>(), .. run.Get(Zonings) ?? []];

    internal PublicationRules Rules(Run run) => new()
    {
        IsRounded = run.Get(Rounded),
        Kind = run.Get(Kind) == "count" ? RateKind.Count : RateKind.Proportion,
    };
}
