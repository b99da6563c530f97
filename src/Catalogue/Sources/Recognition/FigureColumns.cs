// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>A column of a table that holds figures.</summary>
/// <remarks><c>Year</c>: the one in its name (INW2014), or null: the year of the row. <c>Scale</c>: what its cells are multiplied by.</remarks>
internal sealed record FigureSource(NumberColumn Column, Indicator Indicator, int? Year, double Scale);

/// <summary>Gives every column of numbers its meaning; one that nobody knows keeps its own name.</summary>
internal static partial class FigureColumns
{
    internal static IReadOnlyList<FigureSource> Of(SourceTable table, IReadOnlyCollection<Column> used)
    {
        var sources = new List<FigureSource>();
        var taken = new HashSet<(string, int?)>();
        var stems = table.Columns.OfType<NumberColumn>().Select(column => Stem(column.Name)).Where(stem => stem.Year > 0)
            .GroupBy(stem => stem.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var column in table.Columns.OfType<NumberColumn>())
        {
            if (used.Contains(column) || !column.Missing.Contains(MissingReason.Present))
                continue;
            var meaning = OwnMeanings.Find(table, column.Name);
            int? year = null;
            if (meaning is null)
            {
                var stem = Stem(column.Name);
                if (stem.Year > 0 && (OwnMeanings.Find(table, stem.Name) is { } ofStem ? (meaning = ofStem) is not null : stems.Contains(stem.Name)))
                    year = stem.Year;
                else if (MeaningTable.IsIgnored(column.Name) || LooksLikeRowNumbers(column))
                    continue;
            }

            var name = year is null ? column.Name : Stem(column.Name).Name;
            var indicator = meaning is not null && !taken.Contains((meaning.Id, year)) ? meaning.For(column.Name) : Unknown(column, name);
            if (!taken.Add((indicator.Id, year)))
                continue;
            sources.Add(new FigureSource(column, indicator, year, ScaleOf(indicator, meaning, column)));
        }
        return sources;
    }

    /// <summary>The id that a column of this name gets, also when a year stands in the name.</summary>
    internal static string IdOf(string column) => (MeaningTable.Find(column) ?? MeaningTable.Find(Stem(column).Name))?.Id ?? ColumnSpelling.Slug(Stem(column).Name);

    /// <summary>The meaning of a column, also when a year stands in its name.</summary>
    internal static Meaning? MeaningOf(SourceTable table, string column) => OwnMeanings.Find(table, column) ?? OwnMeanings.Find(table, Stem(column).Name);

    /// <summary>An indicator that a file names by a word, as events and dimensions do ("fietsdiefstal").</summary>
    internal static Indicator Named(SourceTable table, string name)
    {
        var meaning = OwnMeanings.Find(table, name);
        return meaning is not null
            ? meaning.For(name)
            : new Indicator(ColumnSpelling.Slug(name), name, name, name, "per 1.000 inwoners", IndicatorKind.Count, "aantal_inwoners", "", "", Recognised: false);
    }

    private static Indicator Unknown(NumberColumn column, string name)
    {
        var percent = SaysPercent(name);
        var whole = !percent && !SaysMean(name) && column.Values.All(value => double.IsNaN(value) || value == Math.Floor(value));
        return new Indicator(
            ColumnSpelling.Slug(name), column.Name, name, name, percent ? "%" : "", whole ? IndicatorKind.Amount : IndicatorKind.Mean, null, "", "", Recognised: false);
    }

    private static double ScaleOf(Indicator indicator, Meaning? meaning, NumberColumn column)
    {
        var scale = indicator.Recognised ? meaning!.Scale : SaysPercent(column.Name) ? 0.01 : 1;
        // Some tables give shares as fractions already, ours always. Percentages have one decimal, so a column that stays within 0..1 and has
        // figures of three decimals is no column of small percentages.
        return scale != 1 && !column.Name.Contains('%', StringComparison.Ordinal) && column.Values.All(value => double.IsNaN(value) || value is >= 0 and <= 1)
            && (column.HasReasonColumn || column.Values.Any(value => !double.IsNaN(value) && Math.Abs(value * 100 - Math.Round(value * 100)) > 1e-6)) ? 1 : scale;
    }

    private static bool SaysPercent(string name) =>
        name.Contains('%', StringComparison.Ordinal) || ColumnSpelling.Compact(name) is var compact && (compact.StartsWith("percentage", StringComparison.Ordinal)
            || compact.EndsWith("pct", StringComparison.Ordinal) || compact.StartsWith("pct", StringComparison.Ordinal) || name.StartsWith("p_", StringComparison.OrdinalIgnoreCase));

    private static bool SaysMean(string name) => ColumnSpelling.Compact(name) is var compact
        && (compact.Contains("per1000", StringComparison.Ordinal) || compact.Contains("gemiddeld", StringComparison.Ordinal) || compact.StartsWith("gem", StringComparison.Ordinal)
            || compact.Contains("afstand", StringComparison.Ordinal) || compact.Contains("index", StringComparison.Ordinal) || compact.Contains("score", StringComparison.Ordinal));

    // The first column of an R export, and database keys: 1, 2, 3, … as many as there are rows.
    private static bool LooksLikeRowNumbers(NumberColumn column)
    {
        if (column.Name.Length > 0 && !column.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && !column.Name.StartsWith("unnamed", StringComparison.OrdinalIgnoreCase) && !column.Name.StartsWith("column", StringComparison.OrdinalIgnoreCase))
            return false;
        return true;
    }

    private static (string Name, int Year) Stem(string name)
    {
        var match = YearInName().Match(name);
        return match.Success
            ? (name.Remove(match.Index, 4).Trim('_', ' ', '.'), int.Parse(match.ValueSpan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture))
            : (name, 0);
    }

    [GeneratedRegex(@"(?<!\d)(19[89]\d|20[0-4]\d)(?!\d)")]
    private static partial Regex YearInName();
}
