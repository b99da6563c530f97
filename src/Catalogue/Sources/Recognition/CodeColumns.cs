// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>A column of area codes, one spelling a code, with the level of each row.</summary>
/// <remarks><c>IsOwn</c>: codes of a municipality's own, whose level is told by the name of the column.</remarks>
internal sealed record CodeColumn(Column Column, string?[] Codes, string?[] Levels, bool IsOwn)
{
    /// <summary>How many rows have a code.</summary>
    public int Filled { get; } = Codes.Count(code => code is not null);

    /// <summary>Mean rank of the levels: the column with the lowest names the row itself.</summary>
    public double Rank { get; } = Levels.Where(level => level is not null).Select(level => Level.Of(level!).Rank).DefaultIfEmpty(99).Average();
}

/// <summary>Finds which columns hold codes of areas, and which of them names the row itself.</summary>
internal static class CodeColumns
{
    private static readonly (string Word, string Level)[] levelWords =
    [
        ("buurtcombinatie", "buurtcombinatie"), ("stadsdeel", "stadsdeel"), ("deelgemeente", "deelgemeente"), ("deelgebied", "deelgebied"), ("subbuurt", "subbuurt"),
        ("gebied", "gebied"), ("gouw", "gouw"), ("woonplaats", "kern"), ("woonkern", "kern"), ("kern", "kern"), ("rayon", "rayon"), ("district", "district"),
        ("corop", "regio"), ("regio", "regio"), ("provincie", "provincie"), ("province", "provincie"), ("gemeente", "gemeente"), ("wijk", "wijk"), ("buurt", "buurt"),
    ];

    /// <summary>Columns of codes in CBS form, also when the prefix is left out (<c>00140000</c> under buurtcode) or the year put before (<c>2021BU02330000</c>).</summary>
    internal static IReadOnlyList<CodeColumn> Cbs(SourceTable table)
    {
        var found = new List<CodeColumn>();
        foreach (var column in table.Columns)
            if (AsCodes(column) is { } codes)
                found.Add(codes);
        return found;
    }

    /// <summary>The column that names the rows: the finest one that is filled for most rows.</summary>
    internal static CodeColumn? Unit(IReadOnlyList<CodeColumn> columns, int rows) =>
        columns.Where(column => 2 * column.Filled > rows).OrderBy(column => column.Rank).FirstOrDefault();

    /// <summary>The gemeente of each row, as far as a code of CBS in the row tells it.</summary>
    internal static string?[] Towns(CodeColumn unit, IReadOnlyList<CodeColumn> cbs, int rows)
    {
        var towns = new string?[rows];
        foreach (var column in cbs.Prepend(unit).Where(column => !column.IsOwn))
            for (var row = 0; row < rows; row++)
                towns[row] ??= column.Codes[row] is { } code ? OwnCode.TownOf(code) : null;
        return towns;
    }

    /// <summary>The level that a column or layer name speaks of, or null.</summary>
    internal static string? LevelIn(string name)
    {
        // Kerncijfers are about any level, not about kernen.
        var compact = ColumnSpelling.Compact(name).Replace("kerncijfer", "", StringComparison.Ordinal);
        foreach (var (word, level) in levelWords)
            if (compact.Contains(word, StringComparison.Ordinal))
                return level;
        return compact switch
        {
            _ when compact.StartsWith("bu", StringComparison.Ordinal) && compact is "bucode" or "bunaam" => "buurt",
            "wkcode" or "wknaam" => "wijk",
            "gmcode" or "gmnaam" => "gemeente",
            "pvcode" or "pvnaam" => "provincie",
            _ => null,
        };
    }

    /// <summary>The column of a municipality's own codes: named after the level, else simply <c>code</c> when the layer's name tells the level.</summary>
    internal static CodeColumn? OwnUnit(SourceTable table, string? levelOfLayer)
    {
        CodeColumn? best = null;
        foreach (var column in table.Columns)
        {
            var compact = ColumnSpelling.Compact(column.Name);
            var level = compact.EndsWith("code", StringComparison.Ordinal) ? LevelIn(column.Name) ?? (compact == "code" ? levelOfLayer : null) : null;
            if (level is null || Texts(column) is not { } texts || texts.Any(text => text is null) || texts.Distinct(StringComparer.Ordinal).Count() != texts.Length)
                continue;
            var found = new CodeColumn(column, [.. texts.Select(text => text!.Trim())], [.. texts.Select(_ => level)], IsOwn: true);
            if (best is null || found.Rank < best.Rank)
                best = found;
        }
        return best;
    }

    /// <summary>The cells as text, numbers without decimals; null for a column with fractions.</summary>
    internal static string?[]? Texts(Column column)
    {
        if (column is TextColumn text)
            return text.Values;
        var numbers = (NumberColumn)column;
        if (numbers.Values.Any(value => !double.IsNaN(value) && value != Math.Floor(value)))
            return null;
        return [.. numbers.Values.Select(value => double.IsNaN(value) ? null : value.ToString("0", CultureInfo.InvariantCulture))];
    }

    private static CodeColumn? AsCodes(Column column)
    {
        var (prefix, digits) = ColumnSpelling.Compact(column.Name) switch
        {
            "bucode" or "buurtcode" or "cbsbuurtcode" or "gwbcode8" => ("BU", 8),
            "wkcode" or "wijkcode" => ("WK", 6),
            "gmcode" or "gemeentecode" => ("GM", 4),
            _ => ("", 0),
        };
        if (column is NumberColumn && digits == 0 || Texts(column) is not { } texts)
            return null;

        // A spreadsheet takes the zeros in front away from all codes alike; where one is left ("0101") they are a municipality's own codes, not wijk 000101.
        var lostZeros = column is NumberColumn || !Array.Exists(texts, text => text is ['0', ..]);
        var shortest = !lostZeros ? digits : digits == 6 ? 5 : Math.Max(digits - 2, 2);
        var codes = new string?[texts.Length];
        var levels = new string?[texts.Length];
        int filled = 0, matched = 0;
        for (var row = 0; row < texts.Length; row++)
        {
            if (texts[row] is not { Length: > 0 } cell)
                continue;
            filled++;
            var code = AreaCode.Normalise(cell);
            if (digits > 0 && code.Length <= digits && code.Length >= shortest && !code.AsSpan().ContainsAnyExceptInRange('0', '9'))
                code = prefix + code.PadLeft(digits, '0');
            if (AreaCode.LevelOf(code) is not { } level)
            {
                if (filled - matched > 20 && matched == 0)
                    return null;
                continue;
            }
            matched++;
            codes[row] = code;
            levels[row] = level;
        }
        // Municipal tables now and then have a total row and a row "onbekend" among the codes, also when the gemeente has five wijken.
        return matched > 0 && (matched >= 0.9 * filled || (filled - matched <= 2 && matched > filled - matched)) ? new CodeColumn(column, codes, levels, IsOwn: false) : null;
    }
}
