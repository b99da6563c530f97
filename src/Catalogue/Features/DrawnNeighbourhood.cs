// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Catalogue.Features;

/// <summary>A neighbourhood as one resident drew it. Personal data: only surfaces of at least ten drawings may leave the catalogue.</summary>
/// <param name="Respondent">Number within the file.</param>
/// <param name="HomeCell">Square of 100 m where the resident lives; the exact place is not kept. Null when it was not given.</param>
/// <param name="Age">Band, as the resident chose it; null when not given.</param>
/// <param name="Tenure">huur or koop; null when not given.</param>
/// <param name="Shape">What was drawn, in EPSG:28992.</param>
public sealed record DrawnNeighbourhood(string Respondent, string? HomeCell, string? Age, string? Tenure, Geometry Shape);
