// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>A share above 100 % or a negative number of people is no figure. It becomes missing and is reported; one bad cell does not cost the table.</summary>
internal static class ImpossibleFigures
{
    /// <summary>Rounded percentages of a whole may add up to a little more; a single share may not.</summary>
    private const double MostShare = 1.0000001;

    internal static FigureColumn WithoutThem(FigureColumn column, string label, int[] rows, List<string> notes)
    {
        var (low, high) = column.Indicator.Kind switch
        {
            IndicatorKind.Proportion or IndicatorKind.Modelled => (0, MostShare),
            IndicatorKind.Count => (0, double.MaxValue),
            IndicatorKind.Amount when column.Indicator.Recognised => (0, double.MaxValue),
            _ => (double.MinValue, double.MaxValue),
        };
        var first = -1;
        var count = 0;
        for (var i = 0; i < column.Values.Length; i++)
            if (column.Missing[i] == MissingReason.Present && !(column.Values[i] >= low && column.Values[i] <= high))
            {
                if (first < 0)
                    notes.Add(string.Create(CultureInfo.InvariantCulture, $"{label}: row {rows[first = i] + 1}, column {column.Indicator.Column}: {column.Values[i]:R} is no possible {(high < 2 ? "share (0 to 1)" : "count (0 or more)")}; taken as missing."));
                (column.Values[i], column.Missing[i]) = (double.NaN, MissingReason.NotANumber);
                count++;
            }
        if (count > 1)
            notes.Add($"{label}: column {column.Indicator.Column} has {count.Text()} impossible values in all.");
        return column;
    }
}
