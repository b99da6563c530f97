// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Autocorrelation;

/// <summary>What an area and its surroundings are compared with the mean. High is above it; equal counts as low.</summary>
public enum Quadrant
{
    /// <summary>The area high, its surroundings high (HH). Getis-Ord: the surroundings high.</summary>
    HighHigh,

    /// <summary>The area low, its surroundings low (LL). Getis-Ord: the surroundings low.</summary>
    LowLow,

    /// <summary>The area high, its surroundings low (HL).</summary>
    HighLow,

    /// <summary>The area low, its surroundings high (LH).</summary>
    LowHigh,
}

/// <summary>One area and its surroundings.</summary>
/// <param name="Value">[unit of the values] the area's own.</param>
/// <param name="Lag">[unit of the values × weight] Σ w·value of its neighbours; their mean under style W.</param>
/// <param name="Statistic">Local Moran: Iᵢ. Getis-Ord: the standardised Gᵢ or Gᵢ*.</param>
/// <param name="Z">How far the lag is from what chance gives, in standard deviations.</param>
/// <param name="P">[0..1] two-sided, from random draws; missing when none were asked for.</param>
/// <param name="Quadrant">Area and surroundings against the mean.</param>
/// <param name="IsSignificant">Whether the area stands out after Benjamini–Hochberg over all areas with a p.</param>
public readonly record struct LocalAssociation(
    double Value, double Lag, Figure Statistic, Figure Z, Figure P, Quadrant Quadrant, bool IsSignificant);

/// <summary>Local statistics of a whole map.</summary>
/// <param name="Areas">One entry for each area.</param>
/// <param name="AcceptedFalseDiscoveries">q as asked.</param>
/// <param name="Threshold">[0..1] largest p that stands out; 0 when none does.</param>
/// <param name="SignificantCount">Number of areas that stand out.</param>
/// <param name="Clusters">Connected groups of areas that stand out and have the same quadrant.</param>
public sealed record LocalPicture(
    LocalAssociation[] Areas, double AcceptedFalseDiscoveries, double Threshold, int SignificantCount, LocalClusters Clusters);

/// <summary>Connected groups of areas that stand out in the same way.</summary>
/// <param name="Count">Number of groups.</param>
/// <param name="Labels">For each area the number of its group, from 0; −1 when it does not stand out.</param>
public sealed record LocalClusters(int Count, int[] Labels);
