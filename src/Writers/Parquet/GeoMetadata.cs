// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;

namespace Schakel.Writers.Parquet;

/// <summary>The <c>geo</c> entry of GeoParquet 1.1, with the Dutch grid written out so that no program has to look it up.</summary>
public static class GeoMetadata
{
    private const string RdNew = """
        {"$schema":"https://proj.org/schemas/v0.7/projjson.schema.json","type":"ProjectedCRS","name":"Amersfoort / RD New","base_crs":{"type":"GeographicCRS","name":"Amersfoort","datum":{"type":"GeodeticReferenceFrame","name":"Amersfoort","ellipsoid":{"name":"Bessel 1841","semi_major_axis":6377397.155,"inverse_flattening":299.1528128}},"coordinate_system":{"subtype":"ellipsoidal","axis":[{"name":"Geodetic latitude","abbreviation":"Lat","direction":"north","unit":"degree"},{"name":"Geodetic longitude","abbreviation":"Lon","direction":"east","unit":"degree"}]},"id":{"authority":"EPSG","code":4289}},"conversion":{"name":"RD New","method":{"name":"Oblique Stereographic","id":{"authority":"EPSG","code":9809}},"parameters":[{"name":"Latitude of natural origin","value":52.1561605555556,"unit":"degree","id":{"authority":"EPSG","code":8801}},{"name":"Longitude of natural origin","value":5.38763888888889,"unit":"degree","id":{"authority":"EPSG","code":8802}},{"name":"Scale factor at natural origin","value":0.9999079,"unit":"unity","id":{"authority":"EPSG","code":8805}},{"name":"False easting","value":155000,"unit":"metre","id":{"authority":"EPSG","code":8806}},{"name":"False northing","value":463000,"unit":"metre","id":{"authority":"EPSG","code":8807}}]},"coordinate_system":{"subtype":"Cartesian","axis":[{"name":"Easting","abbreviation":"X","direction":"east","unit":"metre"},{"name":"Northing","abbreviation":"Y","direction":"north","unit":"metre"}]},"id":{"authority":"EPSG","code":28992}}
        """;

    /// <summary>The entry for a file with one column of shapes in RD New.</summary>
    /// <param name="column">Name of the column.</param>
    /// <param name="shapes">One a row, null where there is none.</param>
    public static string For(string column, IReadOnlyList<Geometry?> shapes)
    {
        var types = shapes.Where(geometry => geometry is not null).Select(geometry => geometry!.GeometryType).Distinct().Order(StringComparer.Ordinal);
        var box = new Envelope();
        foreach (var geometry in shapes)
            if (geometry is not null)
                box.ExpandToInclude(geometry.EnvelopeInternal);
        var extent = box.IsNull ? "" : string.Create(CultureInfo.InvariantCulture, $",\"bbox\":[{box.MinX:R},{box.MinY:R},{box.MaxX:R},{box.MaxY:R}]");
        var names = string.Join(",", types.Select(type => $"\"{type}\""));
        var metadata = $$$"""{"version":"1.1.0","primary_column":"{{{column}}}","columns":{"{{{column}}}":{"encoding":"WKB","geometry_types":[{{{names}}}],"crs":{{{RdNew.Trim()}}}{{{extent}}} } } }""";
        return metadata;
    }
}
