// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Columns;

/// <summary>What the cells of a column look like together.</summary>
internal sealed class ColumnSurvey
{
    /// <summary>One stray text among this many figures does not make a column text.</summary>
    private const int NumbersPerStray = 10;

    private int numbers, classes, codes, strays, leadingZeros, separated;
    private int definitePoints, definiteCommas, doubtfulPoints, doubtfulCommas;

    /// <summary>Cells are figures, apart from missing ones and a few strays.</summary>
    internal bool IsFigures { get; private set; }

    /// <summary>The column can only be read with a decimal comma.</summary>
    internal bool HasDecimalComma => definiteCommas > 0;

    /// <summary>The column can only be read with a decimal point.</summary>
    internal bool HasDecimalPoint => definitePoints > 0;

    /// <summary>Among its cells are classes such as <c>40% tot 60%</c>.</summary>
    internal bool HasClasses => classes > 0;

    internal static ColumnSurvey Of(ColumnBuilder column)
    {
        var survey = new ColumnSurvey { numbers = column.NumberCount };
        if (column.TextCount == 0)
        {
            survey.IsFigures = (column.NumberCount > 0 || column.Declared) && !ColumnName.MeansCode(column.Name);
            return survey;
        }
        for (var row = 0; row < column.Count; row++)
        {
            if (!column.IsText(row))
                continue;
            survey.Look(column.TextOf(row));

            // Most text columns are known as such after a tenth of their cells.
            if (survey.classes == 0 && (long)survey.strays * (NumbersPerStray + 1) > column.TextCount + (long)column.NumberCount && survey.strays > 64)
                return survey;
        }
        survey.IsFigures = survey.Decide(column);
        return survey;
    }

    private void Look(ReadOnlySpan<byte> text)
    {
        if (NumberShape.TryRead(text, out var shape))
        {
            numbers++;
            if (shape.LeadingZero)
                leadingZeros++;
            Weigh(shape);
        }
        else if (MissingCodes.OfWord(text) != MissingReason.Present)
        {
            codes++;
        }
        else if (MissingCodes.IsClass(text) || (classes > 0 && MissingCodes.IsEmptyClass(text)))
        {
            classes++;
        }
        else
        {
            strays++;
        }
    }

    private void Weigh(in NumberShape shape)
    {
        if (shape.Points + shape.Commas == 0)
            return;
        separated++;
        if (shape.Points > 0 && shape.Commas > 0)
        {
            if (shape.CommaLast)
                definiteCommas++;
            else
                definitePoints++;
        }
        else if (shape.Points + shape.Commas > 1)
        {
            // 1.234.567: the sign groups thousands, so the other one would mark decimals.
            if (shape.Points > 1)
                definiteCommas++;
            else
                definitePoints++;
        }
        else if (shape.Thousands && shape.FirstGroup is >= 1 and <= 3)
        {
            if (shape.Points > 0)
                doubtfulPoints++;
            else
                doubtfulCommas++;
        }
        else if (shape.Points > 0)
        {
            definitePoints++;
        }
        else
        {
            definiteCommas++;
        }
    }

    private bool Decide(ColumnBuilder column)
    {
        if (ColumnName.MeansCode(column.Name))
            return false;
        if (leadingZeros > 0 && separated == 0)
            return false;
        if (numbers + classes == 0)
            return strays == 0 && codes > 0 && OnlyFigureCodes(column);
        return (long)strays * NumbersPerStray <= numbers + classes;
    }

    // A column of nothing but x or - may well be a column of ticks; one of points and "geheim" is a column of figures that are not there.
    private static bool OnlyFigureCodes(ColumnBuilder column)
    {
        for (var row = 0; row < column.Count; row++)
            if (column.IsText(row) && column.TextOf(row) is [(byte)'x' or (byte)'X' or (byte)'-' or (byte)'*' or (byte)'?'])
                return false;
        return true;
    }

    /// <summary>Which sign marks the decimals here.</summary>
    /// <param name="fileUsesComma">Other columns of the file can only be read with a decimal comma, and none only with a point.</param>
    /// <param name="commaDelimited">Cells are separated by commas: a comma inside a cell then groups thousands.</param>
    internal NumberNotation Notation(bool fileUsesComma, bool commaDelimited)
    {
        if (definiteCommas != definitePoints)
            return definiteCommas > definitePoints ? NumberNotation.Comma : NumberNotation.Point;
        if (doubtfulCommas > 0 && doubtfulPoints == 0)
            return commaDelimited ? NumberNotation.Point : NumberNotation.Comma;
        return fileUsesComma ? NumberNotation.Comma : NumberNotation.Point;
    }
}
