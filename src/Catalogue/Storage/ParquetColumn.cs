// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Catalogue.Storage;

/// <summary>A column of a Parquet file of the catalogue. Missing is null in the file.</summary>
internal abstract record ParquetColumn(string Name);

internal sealed record ParquetText(string Name, string?[] Values) : ParquetColumn(Name);

/// <summary>NaN is written as null.</summary>
internal sealed record ParquetNumber(string Name, double[] Values) : ParquetColumn(Name);

internal sealed record ParquetInteger(string Name, int[] Values) : ParquetColumn(Name);

/// <summary>Written as WKB, with the GeoParquet metadata that lets other programs find it.</summary>
internal sealed record ParquetGeometry(string Name, Geometry?[] Values) : ParquetColumn(Name);
