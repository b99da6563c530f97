// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;

namespace Schakel.Analysis.Autocorrelation;

/// <summary>What one drawn neighbour adds to the statistic of an area.</summary>
internal interface IDrawTerm
{
    static abstract double Of(double own, double other);
}

/// <summary>Local Moran and Getis-Ord: the neighbour's score.</summary>
internal readonly struct ScoreTerm : IDrawTerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double own, double other) => other;
}

/// <summary>Local Geary: the squared difference with the neighbour.</summary>
internal readonly struct SquareTerm : IDrawTerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double own, double other) => (own - other) * (own - other);
}
