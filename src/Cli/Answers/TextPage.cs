// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Schakel.Analysis;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Answers;

/// <summary>The answer for people: a title, lines, tables with aligned columns.</summary>
internal sealed class TextPage(Language language)
{
    private readonly StringBuilder text = new();

    internal Language Language => language;

    public override string ToString() => text.ToString();

    internal string Say(string dutch, string english) => language == Language.Dutch ? dutch : english;

    internal void Title(string title) => text.Append(title).Append("\n\n");

    internal void Line(string line = "") => text.Append(line).Append('\n');

    /// <summary>Label and value under each other, the values aligned.</summary>
    internal void Pairs(params (string Label, string Value)[] pairs)
    {
        var width = pairs.Max(pair => pair.Label.Length);
        foreach (var (label, value) in pairs)
            text.Append("  ").Append(label.PadRight(width)).Append("  ").Append(value).Append('\n');
    }

    /// <summary>A table; columns whose heading starts with <c>&gt;</c> are aligned to the right.</summary>
    internal void Table(string[] headings, IReadOnlyList<string[]> rows)
    {
        var right = Array.ConvertAll(headings, heading => heading.StartsWith('>'));
        var names = Array.ConvertAll(headings, heading => heading.TrimStart('>'));
        var widths = new int[names.Length];
        for (var column = 0; column < names.Length; column++)
            widths[column] = Math.Max(names[column].Length, rows.Count == 0 ? 0 : rows.Max(row => row[column].Length));

        Row(names, widths, right);
        Row(Array.ConvertAll(widths, width => new string('─', width)), widths, right);
        foreach (var row in rows)
            Row(row, widths, right);
    }

    internal string Number(double value) => ReadableNumber.Significant(value, language);

    internal string Number(double value, int decimals) => ReadableNumber.Fixed(value, decimals, language);

    internal string Count(long value) => ReadableNumber.Count(value, language);

    internal string Percent(double fraction) => ReadableNumber.Percent(fraction, language);

    /// <summary>The number, or a dash: the reason stands under the table.</summary>
    internal string Figure(Figure figure, Func<double, string>? form = null) =>
        figure.Value is { } value ? (form ?? Number)(value) : "–";

    internal string Reason(Reason reason) => ReasonTexts.Of(reason, language);

    private void Row(string[] cells, int[] widths, bool[] right)
    {
        var line = new StringBuilder("  ");
        for (var column = 0; column < cells.Length; column++)
            line.Append(right[column] ? cells[column].PadLeft(widths[column]) : cells[column].PadRight(widths[column])).Append("  ");
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
