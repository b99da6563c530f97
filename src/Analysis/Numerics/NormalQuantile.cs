// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>The few quantiles of the normal distribution that the methods use, in full precision.</summary>
internal static class NormalQuantile
{
    /// <summary>97.5 %: both ends of a 95 % interval.</summary>
    internal const double Of975 = 1.959963984540054;

    /// <summary>95 %: both ends of a 90 % interval.</summary>
    internal const double Of95 = 1.6448536269514722;

    /// <summary>80 %: the power in a minimum detectable effect.</summary>
    internal const double Of80 = 0.8416212335729143;
}
