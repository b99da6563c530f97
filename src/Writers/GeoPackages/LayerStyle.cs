// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Writers.GeoPackages;

/// <summary>How a layer is drawn.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Name">Of the style, at most 30 characters.</param>
/// <param name="Qml">In the language of QGIS.</param>
/// <param name="Sld">The same as a Styled Layer Descriptor, for other programs.</param>
public sealed record LayerStyle(string Layer, string Name, string Qml, string Sld)
{
    /// <summary>QGIS takes this one without asking.</summary>
    public bool IsDefault { get; init; }

    /// <summary>What the colours show.</summary>
    public string Description { get; init; } = "";
}
