// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Analysis.Regions;
using Schakel.Catalogue;

namespace Schakel.Cli.Delineating;

/// <summary>Units as they were read, before anybody is left out.</summary>
/// <param name="Ids">Sorted (ordinal).</param>
/// <param name="Why">Why a unit is left out; whose residents or dwellings are unknown cannot be put under a ceiling.</param>
internal sealed record GroundUnits(string[] Ids, ExclusionReason[] Why)
{
    /// <summary>[persons] one a unit, NaN where excluded; null when not asked for.</summary>
    internal double[]? Population { get; init; }

    /// <summary>[dwellings] as <see cref="Population"/>.</summary>
    internal double[]? Dwellings { get; init; }

    internal IReadOnlyList<double?[]> Values { get; init; } = [];

    internal string?[] Zones { get; init; } = [];

    /// <summary>Borders; null when there is no map.</summary>
    internal Borders? Borders { get; init; }

    /// <summary>What the catalogue knows that divides; empty for files.</summary>
    internal IReadOnlyList<BarrierLine> Barriers { get; init; } = [];

    /// <summary>What the catalogue knows that joins; empty for files.</summary>
    internal IReadOnlyList<MapLine> Links { get; init; } = [];

    /// <summary>What residents drew, as the catalogue knows it; empty for files.</summary>
    internal IReadOnlyList<Geometry> Drawings { get; init; } = [];

    internal int Srid { get; init; }

    internal JoinReport? Join { get; init; }

    internal IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Whether borders can tell who touches; marks units without one.</summary>
    internal Outcome<Borders> HasPlaces(Run run)
    {
        if (Borders is null)
            return WrongUse.With("no-borders-given", "Who touches whom must come from a map (--areas FILE) or from --neighbours FILE.");
        if (!Borders.HasPolygons)
            return new Refusal("no-polygons", "The areas are no polygons, so they have no borders.", run.Get(run.Shared.Units.Areas) ?? "") { Expected = "polygons, or --neighbours FILE" };

        for (var unit = 0; unit < Ids.Length; unit++)
            if (Why[unit] == ExclusionReason.None && !Borders.Has[unit])
                Why[unit] = ExclusionReason.NoBoundary;
        return Borders;
    }
}
