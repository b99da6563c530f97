// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Clusters;

/// <summary>A circle with more cases than expected.</summary>
/// <param name="Areas">0-based areas in it, rising.</param>
/// <param name="Centre">0-based area in its middle.</param>
/// <param name="RadiusInMetres">From the middle to the farthest area; 0 for one area.</param>
/// <param name="Cases">[cases] O in it.</param>
/// <param name="Expected">[cases] E in it.</param>
/// <param name="LogLikelihoodRatio">How much that differs [no unit]; divided by φ when φ is above 1.2.</param>
/// <param name="P">[0..1] the chance of a cluster at least as strong anywhere when there is none; never 0.</param>
/// <param name="Population">[persons] residents in it: the scale of this hot spot as the data show it. Missing with <c>residents-unknown</c>.</param>
public sealed record ScanCluster(
    IReadOnlyList<int> Areas, int Centre, double RadiusInMetres, double Cases, double Expected, double LogLikelihoodRatio, double P, Figure Population)
{
    /// <summary>Cases for each expected one.</summary>
    public double Ratio => Cases / Expected;
}

/// <summary>The largest log-likelihood ratio of maps that chance alone made.</summary>
/// <param name="Method">How p came from them: Monte Carlo also when they were all alike, so that no distribution can be fitted.</param>
/// <param name="Replicates">Number of maps, R.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their standard deviation (n − 1).</param>
public sealed record ScanNullDistribution(ScanChance Method, int Replicates, double Mean, double StandardDeviation);

/// <summary>Clusters of a map.</summary>
/// <param name="Clusters">Strongest first, none sharing an area with a stronger one. The list also holds what chance may give: look at p.</param>
/// <param name="NullDistribution">What chance alone gives.</param>
/// <param name="Cases">[cases] on the whole map.</param>
/// <param name="TooLarge">0-based areas that hold more than a circle may by themselves, rising: nothing is found there, and no circle grows across them.</param>
public sealed record PoissonScanResult(
    IReadOnlyList<ScanCluster> Clusters, ScanNullDistribution NullDistribution, double Cases, IReadOnlyList<int> TooLarge);
