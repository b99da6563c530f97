// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>Things on the map that are no areas.</summary>
/// <param name="Kind">One of <see cref="Features.FeatureKind"/>.</param>
/// <param name="Texts">What is told of each, by the name that the catalogue gives the column.</param>
/// <param name="Shapes">One a feature.</param>
internal sealed record FeatureRows(string Kind, IReadOnlyList<(string Column, string?[] Values)> Texts, Geometry[] Shapes);
