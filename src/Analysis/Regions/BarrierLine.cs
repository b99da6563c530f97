// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>How much a line divides what lies on both sides.</summary>
public enum BarrierKind
{
    /// <summary>Rail, motorway, trunk road or wide water: nothing is joined over it without a crossing.</summary>
    Hard,

    /// <summary>Something that divides, but can be passed.</summary>
    Soft,
}

/// <summary>A line on the map, as columns of coordinates.</summary>
/// <param name="X">[m] finite, at least two.</param>
/// <param name="Y">[m] finite, as many.</param>
public sealed record MapLine(double[] X, double[] Y)
{
    internal void Check()
    {
        Require.SameLength(Y.Length, X.Length, nameof(Y));
        Require.Finite(X, nameof(X));
        Require.Finite(Y, nameof(Y));
        if (X.Length < 2)
            throw new ArgumentException($"A line has at least two points, but this has {X.Length}.");
    }
}

/// <summary>A line that divides.</summary>
/// <param name="Kind">How much.</param>
/// <param name="Line">Where.</param>
public sealed record BarrierLine(BarrierKind Kind, MapLine Line);
