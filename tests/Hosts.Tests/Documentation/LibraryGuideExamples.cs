// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Autocorrelation;
using static System.FormattableString;

namespace Schakel.Hosts.Tests.Documentation;

/// <summary>The example of the library's guide, between its marks; a test runs it and checks that the guide holds it exactly.</summary>
internal static class LibraryGuideExamples
{
    internal static void Map(string map, string svg)
    {
        // <map>
        using var file = new SqliteConnection($"Data Source={map};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var query = new SqliteCommand("SELECT geom, gemiddelde_huishoudsgrootte FROM buurten WHERE gemiddelde_huishoudsgrootte >= 0 ORDER BY buurtcode", file);
        using var rows = query.ExecuteReader();
        Geometry Shape(byte[] blob) => new WKBReader().Read(blob[(8 + new[] { 0, 32, 48, 48, 64 }[(blob[3] >> 1) & 7])..]);
        var (shapes, values) = (new List<Geometry>(), new List<double>());
        for (; rows.Read(); values.Add(rows.GetDouble(1)))
            shapes.Add(Shape(rows.GetFieldValue<byte[]>(0)));
        var rings = shapes.ConvertAll(shape => LinearComponentExtracter.GetLines(shape).Select(ring => ring.Coordinates.Select(point => (point.X, point.Y))));
        var near = Contiguity.Queen(AreaBoundaries.FromRings(rings)).WithoutIslands();
        if (!LocalMoran.Compute(near.Pick<double>(values.ToArray()), near.Neighbours.RowStandardised()).TryGet(out var picture, out var reason))
            throw new InvalidOperationException(reason.Detail);
        string Path(int place) => string.Concat(rings[place].Select(ring => $"M{string.Join(' ', ring.Select(point => Invariant($"{point.X:F0},{-point.Y:F0}")))}Z"));
        var areas = picture.Areas.Zip(near.Kept, (area, place) => $"<path class='{(area.IsSignificant ? area.Quadrant : "Nothing")}' d='{Path(place)}'/>\n");
        File.WriteAllText(svg, Head(new GeometryCollection(shapes.ToArray()).EnvelopeInternal) + string.Concat(areas) + "</svg>\n");
        // </map>
    }

    // <head>
    private static string Head(Envelope box) => Invariant($$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="{{box.MinX:F0}} {{-box.MaxY:F0}} {{box.Width:F0}} {{box.Height:F0}}">
        <style>path{fill:#ddd;stroke:#fff;stroke-width:10}.HighHigh{fill:#b2182b}.LowLow{fill:#2166ac}.HighLow{fill:#ef8a62}.LowHigh{fill:#67a9cf}</style>

        """);
    // </head>
}
