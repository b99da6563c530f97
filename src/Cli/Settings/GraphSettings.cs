// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>Who is a neighbour of whom, and how much each counts.</summary>
internal sealed class GraphSettings(SettingFactory make)
{
    internal Setting<string?> Contiguity { get; } = make.OptionalChoice("--contiguity", Topic.Graph, make.Say[
        "queen: een gedeeld punt is genoeg. rook: een gedeelde grens. Tot op 1 mm, ook waar een hoek op andermans rand ligt. Standaard queen.",
        "queen: a shared point is enough. rook: a shared border. Exact to 1 mm, also where a corner lies on another's edge. Default queen."], "queen", "rook");

    internal Setting<int?> Nearest { get; } = make.OptionalWhole("--knn", Topic.Graph, "K", make.Say[
        "De K dichtstbijzijnde middelpunten; bij gelijke afstand beslist de code.", "The K nearest centroids; at equal distance the code decides."], 1);

    internal Setting<double?> Distance { get; } = make.OptionalNumber("--distance", Topic.Graph, "M", make.Say[
        "Alle middelpunten op hooguit M meter.", "All centroids at most M metres away."], metres => metres > 0, make.Say["een afstand boven 0", "a distance above 0"]);

    internal Setting<string?> File { get; } = make.Text("--neighbours", Topic.Graph, "FILE", make.Say[
        "Eigen buren: CSV met kolommen from,to en eventueel weight. Elke richting is een regel.",
        "Own neighbours: CSV with columns from,to and optionally weight. Each direction is a line."]);

    internal Setting<string?> Style { get; } = make.OptionalChoice("--style", Topic.Graph, make.Say[
        "W: de buren van een gebied tellen samen voor 1. B: elke buur telt voor 1. Standaard W (join-count: B).",
        "W: the neighbours of an area together count for 1. B: each neighbour counts for 1. Default W (join-count: B)."], "W", "B");

    internal Setting<string> Islands { get; } = make.Choice("--islands", Topic.Graph, make.Say[
        "Gebieden zonder buren: exclude laat ze weg en noemt ze, zero houdt ze met gewicht 0.",
        "Areas without neighbours: exclude leaves them out and lists them, zero keeps them with weight 0."], "exclude", "exclude", "zero");

    /// <summary>How neighbours are found, without how they count.</summary>
    internal ISetting[] Finding => [Contiguity, Nearest, Distance, File];

    internal ISetting[] All => [Contiguity, Nearest, Distance, File, Style, Islands];
}
