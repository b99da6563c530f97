// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>Writes a table as StatLine gives it under "CSV met statistische symbolen": with a byte order mark, semicolons,
/// quotes around everything, codes padded to ten places, numbers to the right and a point for what is not there.</summary>
internal sealed class StatLineFile
{
    private readonly StringBuilder text = new();

    internal StatLineFile(params ReadOnlySpan<string> titles)
    {
        for (var i = 0; i < titles.Length; i++)
            Cell(titles[i], last: i == titles.Length - 1);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="period">Year.</param>
    /// <param name="name">Of the area.</param>
    /// <param name="code">Of the area.</param>
    /// <param name="figures">Value, or null for what is not published, and the number of decimals.</param>
    internal void Add(int period, string name, string code, params ReadOnlySpan<(double? Value, int Decimals)> figures)
    {
        Cell(period.ToString(CultureInfo.InvariantCulture), last: false);
        Cell(name, last: false);
        Cell(code.PadRight(10), last: false);
        for (var i = 0; i < figures.Length; i++)
        {
            var (value, decimals) = figures[i];
            var shown = value is { } number ? number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : ".";
            Cell(shown.PadLeft(8), last: i == figures.Length - 1);
        }
    }

    internal void Save(string path) => TextFile.Save(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    private void Cell(string cell, bool last) =>
        text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').Append(last ? '\n' : ';');
}
