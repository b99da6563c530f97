// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Catalogue.Columns;

/// <summary>Turns collected cells into columns, looking at all columns of a table together.</summary>
internal static class ColumnFinish
{
    /// <summary>Finishes the columns of one table.</summary>
    /// <param name="builders">In the order of the file.</param>
    /// <param name="commaDelimited">The cells were separated by commas.</param>
    /// <param name="rowNumber">The number of a row as a person would count it.</param>
    /// <param name="notes">Receives what a user may want to know.</param>
    internal static Column[] All(IReadOnlyList<ColumnBuilder> builders, bool commaDelimited, Func<int, long> rowNumber, List<string> notes)
    {
        var surveys = builders.Select(ColumnSurvey.Of).ToArray();
        var gridCells = builders.Any(column => ColumnName.MeansGridCell(column.Name));
        var fileUsesComma = surveys.Any(survey => survey.IsFigures && survey.HasDecimalComma)
            && !surveys.Any(survey => survey.IsFigures && survey.HasDecimalPoint);
        var columns = new Column[builders.Count];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = surveys[i].IsFigures
                ? Figures(builders[i], surveys[i], surveys[i].Notation(fileUsesComma, commaDelimited), gridCells, rowNumber, notes)
                : Words(builders[i]);
        return columns;
    }

    private static TextColumn Words(ColumnBuilder column)
    {
        var values = new string?[column.Count];
        var code = ColumnName.MeansCode(column.Name);

        // Names repeat: one string for each of the last values seen keeps half a million cells small.
        var seen = new int[1024];
        Array.Fill(seen, -1);
        for (var row = 0; row < values.Length; row++)
        {
            if (!column.IsText(row))
            {
                values[row] = code && column.IsNumber(row) && !(column.NumberOf(row) > MissingCodes.Threshold) ? null : column.StringOf(row);
                continue;
            }
            var text = column.TextOf(row);
            var slot = Hash(text) & 1023;
            var before = seen[slot];
            if (before >= 0 && text.SequenceEqual(column.TextOf(before)))
            {
                values[row] = values[before];
                continue;
            }
            if (code && IsMissingFigure(text))
                continue;
            values[row] = column.StringOf(row);
            seen[slot] = row;
        }
        return new TextColumn(column.Name, values);
    }

    private static bool IsMissingFigure(ReadOnlySpan<byte> text) =>
        text[0] == '-' && NumberShape.TryRead(text, out _) && NumberText.Parse(text, NumberNotation.Point) <= MissingCodes.Threshold;

    private static int Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var c in text)
                hash = (hash ^ c) * 16777619u;
            return (int)(hash ^ (hash >> 15));
        }
    }

    private static NumberColumn Figures(
        ColumnBuilder column, ColumnSurvey survey, NumberNotation notation, bool gridCells, Func<int, long> rowNumber, List<string> notes)
    {
        var values = new double[column.Count];
        var missing = new MissingReason[column.Count];
        var balance = ColumnName.MeansBalance(column.Name);
        Dictionary<int, string>? words = null;
        var strays = 0;
        var firstStray = -1;
        for (var row = 0; row < values.Length; row++)
        {
            if (column.IsNumber(row))
            {
                values[row] = column.NumberOf(row);
                missing[row] = MissingCodes.OfFigure(values[row], gridCells, balance);
            }
            else if (column.IsText(row))
            {
                var text = column.TextOf(row);
                if (NumberShape.TryRead(text, out _))
                {
                    values[row] = NumberText.Parse(text, notation);
                    missing[row] = MissingCodes.OfFigure(values[row], gridCells, balance);
                }
                else
                {
                    missing[row] = MissingCodes.OfWord(text);
                    if (missing[row] == MissingReason.Present)
                        missing[row] = MissingCodes.IsClass(text) || (survey.HasClasses && MissingCodes.IsEmptyClass(text))
                            ? MissingReason.ClassOnly
                            : MissingReason.NotANumber;
                }
                if (missing[row] is MissingReason.ClassOnly or MissingReason.NotANumber)
                {
                    (words ??= []).Add(row, column.StringOf(row)!);
                    if (missing[row] == MissingReason.NotANumber && strays++ == 0)
                        firstStray = row;
                }
            }
            else
            {
                missing[row] = MissingReason.Empty;
            }
            if (missing[row] != MissingReason.Present)
                values[row] = double.NaN;
        }
        if (strays > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture,
                $"Column '{column.Name}': {strays} cell(s) are no number and count as missing, the first in row {rowNumber(firstStray)}: '{Cut(words![firstStray])}'."));
        return words is null ? new NumberColumn(column.Name, values, missing) : new NumberColumn(column.Name, values, missing) { Words = words };
    }

    internal static string Cut(string value) => value.Length <= 100 ? value : value[..100] + "…";
}
