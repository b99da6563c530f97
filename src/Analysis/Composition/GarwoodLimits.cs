// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Composition;

/// <summary>Exact limits of a Poisson count.</summary>
internal static class GarwoodLimits
{
    private const double Tail = 0.025;

    /// <summary>[cases] 95 % limits: χ²(.025; 2O)/2 and χ²(.975; 2O + 2)/2; the lower one of no cases is 0.</summary>
    internal static (double Low, double High) Of(double observed) => (
        observed > 0 ? ChiSquare.Quantile(Tail, 2 * observed) / 2 : 0,
        ChiSquare.Quantile(1 - Tail, (2 * observed) + 2) / 2);
}
