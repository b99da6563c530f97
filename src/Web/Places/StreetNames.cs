// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Schakel.Catalogue.Features;
using Schakel.Web.Atlas;

namespace Schakel.Web.Places;

/// <summary>Streets that the ground gives a name, each with all its pieces.</summary>
internal sealed class StreetNames
{
    private readonly Dictionary<string, (string Name, Geometry Line)> streets = [];

    private StreetNames()
    {
    }

    internal IEnumerable<(string Slug, string Name, Geometry Line)> All => streets.Select(street => (street.Key, street.Value.Name, street.Value.Line));

    internal static StreetNames Of(IGround ground)
    {
        var names = new StreetNames();
        foreach (var street in ground.Features(FeatureKind.Background).Where(feature => feature is { Name.Length: > 0, Shape: LineString or MultiLineString }).GroupBy(feature => Slug(feature.Name!)))
        {
            if (street.Key.Length > 0)
                names.streets[street.Key] = (street.First().Name!, new MultiLineString([.. street.SelectMany(piece => LinearComponentExtracter.GetLines(piece.Shape)).OfType<LineString>()]));
        }

        return names;
    }

    internal (string Name, Geometry Line)? Find(string slug) => streets.TryGetValue(slug, out var street) ? street : null;

    /// <summary>A name as it stands in an address and as it is compared: small letters, no accents, words joined.</summary>
    internal static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-' && letter is not ('\'' or '’' or '.'))
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
