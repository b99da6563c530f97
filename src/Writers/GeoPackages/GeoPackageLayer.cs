// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Writers.GeoPackages;

/// <summary>A layer of features, or (without a kind of geometry) a table of attributes.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="GeometryType">For example <c>MULTIPOLYGON</c>; null: no geometry.</param>
/// <param name="Columns">Attributes; the key <c>fid</c> and the geometry <c>geom</c> come by themselves.</param>
public sealed record GeoPackageLayer(string Name, string? GeometryType, IReadOnlyList<GeoPackageColumn> Columns)
{
    /// <summary>The geometry column of every layer.</summary>
    public const string GeometryColumn = "geom";

    /// <summary>As people know it; without: the name. Unique in the file.</summary>
    public string? Title { get; init; }

    /// <summary>What it shows, where it comes from.</summary>
    public string Description { get; init; } = "";

    /// <summary>28992 (RD New) or 4326 (WGS 84, longitude first).</summary>
    public int Epsg { get; init; } = 28992;
}

/// <summary>One feature, or one row.</summary>
/// <param name="Shape">In the coordinate system of the layer; null where there is none.</param>
/// <param name="Values">One a column: text, a whole number, a number, or null for an empty cell.</param>
public sealed record GeoPackageFeature(Geometry? Shape, IReadOnlyList<object?> Values);
