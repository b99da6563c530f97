// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Cli.Inputs;

/// <summary>Finds the column that names the units, and reads its codes.</summary>
internal static class CodeColumn
{
    // Names that municipalities, CBS and PDOK give to codes, without underscores and case.
    private static readonly HashSet<string> knownNames =
    [
        "statcode", "bucode", "buurtcode", "cbsbuurtcode", "wkcode", "wijkcode", "gmcode", "gemcode", "gemeentecode", "pvcode", "provinciecode",
        "gwbcode", "gwbcode10", "regiocode", "gebiedscode", "code", "id", "areacode", "unitid", "crs28992res100m", "c28992r100", "c28992r500", "crs28992res500m",
    ];

    /// <summary>The column that was asked for, or the only one that looks like a code.</summary>
    internal static Outcome<Column> Find(SourceTable table, string option, string? asked)
    {
        if (asked is not null)
            return table.Find(asked) is { } column ? column : Unknown(table, option, asked);

        var unique = table.Columns.Where(IsUnique).ToList();
        var coded = unique.OfType<TextColumn>().Where(LooksLikeCodes).ToList();

        // RIVM numbers its rows in a column ID: beside codes of areas that is no code.
        var known = unique.Where(column => knownNames.Contains(Plain(column.Name)) && !(column is NumberColumn && coded.Exists(HoldsAreaCodes))).ToList();
        List<Column> candidates = known.Count > 0 ? known : [.. coded];

        // The same codes twice, as RIVM gives them, are no choice.
        if (candidates.Count == 1 || (candidates.Count > 1 && candidates.TrueForAll(column => Codes(column).AsSpan().SequenceEqual(Codes(candidates[0])))))
            return candidates[0];

        var names = string.Join(", ", (candidates.Count > 0 ? candidates : table.Columns).Take(40).Select(column => column.Name));
        return candidates.Count == 0
            ? WrongUse.With("choose-id", $"No column of {table.Path} looks like the code of a unit. Choose one with {option}: {names}.", table.Path, option, names)
            : WrongUse.With("choose-id", $"Several columns of {table.Path} look like the code of a unit. Choose one with {option}: {names}.", table.Path, option, names);
    }

    /// <summary>An option named a column that is not there: says which there are.</summary>
    internal static WrongUse Unknown(SourceTable table, string option, string asked)
    {
        var names = string.Join(", ", table.Columns.Take(40).Select(column => column.Name));
        return WrongUse.With(
            "no-such-option-column", $"{option}: {table.Path} has no column '{asked}'. It has: {names}{(table.Columns.Count > 40 ? ", …" : "")}.", option, table.Path, asked, names);
    }

    /// <summary>The codes of all rows, trimmed; null where empty.</summary>
    internal static string?[] Codes(Column column) => column switch
    {
        TextColumn text => Array.ConvertAll(text.Values, value => value?.Trim() is { Length: > 0 } code ? code : null),
        NumberColumn number => Array.ConvertAll(number.Values, value => double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"Column {column.Name} holds neither text nor numbers."),
    };

    /// <summary>Numbers the codes; refuses two rows with one code.</summary>
    internal static Outcome<Dictionary<string, int>> Index(SourceTable table, Column column, string?[] codes)
    {
        var places = new Dictionary<string, int>(codes.Length, StringComparer.Ordinal);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] is not { } code || places.TryAdd(code, row))
                continue;

            var first = Cells.FileRow(table, places[code]);
            return new Refusal("duplicate-code", $"Code '{code}' stands in row {first} too.", table.Path)
            {
                Layer = table.Layer,
                Row = Cells.FileRow(table, row),
                Column = column.Name,
                Value = code,
                Expected = "every code once",
                Arguments = [code, first],
            };
        }

        return places;
    }

    private static bool IsUnique(Column column)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return column.Count > 0 && Array.TrueForAll(Codes(column), code => code is not null && seen.Add(code));
    }

    private static bool LooksLikeCodes(TextColumn column) => Array.TrueForAll(
        column.Values, value => value!.Length <= 20 && value.Any(char.IsAsciiDigit) && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));

    // BU00140000, WK001400, GM0014: two capitals and a number.
    private static bool HoldsAreaCodes(TextColumn column) => Array.TrueForAll(
        column.Values, value => value!.Trim() is { Length: >= 4 } code && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]) && char.IsAsciiDigit(code[2]));

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
