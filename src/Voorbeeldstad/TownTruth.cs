// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad;

/// <summary>Planted variance of one indicator, per level, finest first, in rate².</summary>
/// <param name="Indicator">The id that an import of the town gives.</param>
/// <param name="Mean">[rate] overall mean.</param>
/// <param name="Variance">Level id and realised variance, finest first.</param>
public sealed record PlantedProfile(string Indicator, double Mean, IReadOnlyList<KeyValuePair<string, double>> Variance);

/// <summary>A planted cluster.</summary>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Level">Level id.</param>
/// <param name="Ids">Area codes.</param>
/// <param name="RelativeRisk">How many times the surrounding rate.</param>
public sealed record PlantedCluster(string Indicator, string Level, IReadOnlyList<string> Ids, double RelativeRisk);

/// <summary>Planted counts of a waterbed measurement: treated, control, ring, ring control; before and after.</summary>
/// <param name="Counts">Eight counts.</param>
/// <param name="Local">Net effect inside.</param>
/// <param name="Ring">Net effect in the ring.</param>
public sealed record PlantedWaterbed(IReadOnlyList<int> Counts, int Local, int Ring);

/// <summary>Everything that was planted: the <c>truth</c> member of <c>schakel demo --json</c>.</summary>
/// <param name="Municipality">Code of the town.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Areas">Per level id, number of areas of the whole region.</param>
/// <param name="Profiles">Planted variances.</param>
/// <param name="NoiseIndicator">The indicator that is chance alone.</param>
/// <param name="Cluster">The cross-border cluster.</param>
/// <param name="Waterbed">The containers.</param>
/// <param name="WaterbedSquare">The square.</param>
/// <param name="Composition">Of debts.</param>
/// <param name="Silent">The silent wijk.</param>
/// <param name="OneReporter">The cluster of one reporter.</param>
/// <param name="Divide">The wijk on both sides of the track.</param>
/// <param name="Drawings">What residents drew.</param>
/// <param name="Changes">A split buurt and a series break.</param>
public sealed record TownTruth(
    string Municipality, int Seed, IReadOnlyList<KeyValuePair<string, int>> Areas, IReadOnlyList<PlantedProfile> Profiles,
    string NoiseIndicator, PlantedCluster Cluster, PlantedWaterbed Waterbed, PlantedWaterbed WaterbedSquare,
    PlantedComposition Composition, PlantedSilence Silent, PlantedReporter OneReporter, PlantedDivide Divide, PlantedDrawings Drawings, PlantedChanges Changes);
