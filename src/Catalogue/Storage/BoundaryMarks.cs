// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Areas;

namespace Schakel.Catalogue.Storage;

/// <summary>Short names for the boundaries of a layer: other boundaries, codes or names have another one. Areas without a boundary do not count.</summary>
internal static class BoundaryMarks
{
    /// <summary>By what the files hold; none of them is read.</summary>
    internal static string OfMaps(AreaLayer layer, string?[] mapOf, IEnumerable<StoredFile> maps)
    {
        // The name of a file holds its year, which says nothing of what is drawn.
        var contents = maps.DistinctBy(map => map.Name).ToDictionary(map => map.Name, map => Encoding.UTF8.GetBytes(map.Sha256), StringComparer.Ordinal);
        return Of(layer, area => mapOf[area] is { } map ? contents[map] : null);
    }

    /// <summary>By the shapes themselves.</summary>
    internal static string OfShapes(AreaLayer layer, Geometry?[] boundaries) => Of(layer, area => boundaries[area]?.AsBinary());

    private static string Of(AreaLayer layer, Func<int, byte[]?> drawn)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var area = 0; area < layer.Codes.Length; area++)
        {
            if (drawn(area) is not { } boundary)
                continue;
            // No text holds a zero, so no two lists run together.
            hash.AppendData(Encoding.UTF8.GetBytes($"{layer.Codes[area]}\0{layer.Names[area]}\0"));
            hash.AppendData(boundary);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
