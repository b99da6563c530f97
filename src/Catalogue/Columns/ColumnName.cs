// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Columns;

/// <summary>How names of columns compare: the same figure is <c>aantal_inwoners</c> in one year and <c>aantalInwoners</c> in the next.</summary>
internal static class ColumnName
{
    /// <summary>The name without underscores and case.</summary>
    internal static string Plain(string name) =>
        string.Create(name.Length - name.AsSpan().Count('_'), name, static (plain, name) =>
        {
            var length = 0;
            foreach (var c in name)
                if (c != '_')
                    plain[length++] = char.ToLowerInvariant(c);
        });

    /// <summary>Whether the column holds codes, however numeric they look.</summary>
    internal static bool MeansCode(string name)
    {
        var plain = Plain(name);
        return plain.EndsWith("code", StringComparison.Ordinal) || plain is "pc4" or "pc5" or "pc6" or "statcode";
    }

    /// <summary>Whether large negatives are real figures here.</summary>
    internal static bool MeansBalance(string name) => name.Contains("saldo", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the column is the key of CBS squares (<c>C28992R100</c>, <c>crs28992res100m</c>).</summary>
    internal static bool MeansGridCell(string name)
    {
        var plain = Plain(name);
        return plain.StartsWith("c28992r", StringComparison.Ordinal) || plain.StartsWith("crs28992res", StringComparison.Ordinal);
    }
}
