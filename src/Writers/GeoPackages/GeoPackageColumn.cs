// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Writers.GeoPackages;

/// <summary>What a column of a GeoPackage holds.</summary>
public enum GeoPackageType
{
    /// <summary>Text in UTF-8.</summary>
    Text,

    /// <summary>A whole number of 64 bits.</summary>
    WholeNumber,

    /// <summary>A number of double precision.</summary>
    Number,
}

/// <summary>A column of a layer.</summary>
/// <param name="Name">As programs know it.</param>
/// <param name="Type">What it holds.</param>
public sealed record GeoPackageColumn(string Name, GeoPackageType Type)
{
    /// <summary>As people know it; QGIS shows it as the alias.</summary>
    public string? Title { get; init; }

    /// <summary>What it means: unit, source, date.</summary>
    public string? Description { get; init; }
}
