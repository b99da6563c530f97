// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Web.Atlas;

/// <summary>Dutch place names by alphabet: 's-Gravenhage under the G, accents and capitals apart from the order.</summary>
internal static class PlaceNames
{
    private static readonly string[] particles = ["'s-", "’s-", "'t ", "’t "];

    internal static Comparer<string> Order { get; } = Comparer<string>.Create((one, other) =>
    {
        var order = string.CompareOrdinal(Key(one), Key(other));
        return order != 0 ? order : string.CompareOrdinal(one, other);
    });

    private static string Key(string name)
    {
        var start = particles.FirstOrDefault(particle => name.StartsWith(particle, StringComparison.OrdinalIgnoreCase))?.Length ?? 0;
        var key = new StringBuilder(name.Length);
        foreach (var letter in name.AsSpan(start))
            key.Append(char.ToUpperInvariant(Plain(letter)));
        return key.ToString();
    }

    // The accents that Dutch and Frisian place names have.
    private static char Plain(char letter) => char.ToLower(letter, CultureInfo.InvariantCulture) switch
    {
        'á' or 'à' or 'â' or 'ä' => 'a',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'í' or 'ì' or 'î' or 'ï' => 'i',
        'ó' or 'ò' or 'ô' or 'ö' => 'o',
        'ú' or 'ù' or 'û' or 'ü' => 'u',
        'ý' or 'ÿ' => 'y',
        'ç' => 'c',
        'ñ' => 'n',
        _ => letter,
    };
}
