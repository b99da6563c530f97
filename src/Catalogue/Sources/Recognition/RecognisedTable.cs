// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>What a parent level is called in a table: the code of each row's parent, and its name where the table has one.</summary>
internal sealed record ParentColumn(string?[] Codes, string?[]? Names);

/// <summary>Areas of one level and vintage as one table knows them. Without boundaries it is a crosswalk: only names and parents.</summary>
internal sealed record AreaRows(
    string Level, int Year, string[] Codes, string?[] Names, IReadOnlyDictionary<string, ParentColumn> Parents, Geometry?[]? Boundaries)
{
    /// <summary>Codes of areas of which the source says that their border is approximate: such a border cannot show a small change.</summary>
    public IReadOnlySet<string> Approximate { get; init; } = new HashSet<string>();
}

/// <summary>A column of figures with its meaning; values already in the unit of the indicator.</summary>
internal sealed record FigureColumn(Indicator Indicator, double[] Values, MissingReason[] Missing);

/// <summary>Figures of one level in one year; codes are unique.</summary>
internal sealed record FigureRows(string Level, int Year, string[] Codes, IReadOnlyList<FigureColumn> Columns);

/// <summary>Points in time and space.</summary>
internal sealed record EventRows(Indicator Indicator, double[] X, double[] Y, string?[] Dates, int[] Years);

/// <summary>A table whose kind, levels, years and columns are understood.</summary>
internal sealed record RecognisedTable(SourceTable Table, string Kind, Provider Provider, string Title)
{
    public IReadOnlyList<AreaRows> Areas { get; init; } = [];
    public IReadOnlyList<FigureRows> Figures { get; init; } = [];
    public EventRows? Events { get; init; }
    public FeatureRows? Features { get; init; }

    /// <summary>Which code became which, as the table says it.</summary>
    public IReadOnlyList<CrosswalkRow> Links { get; init; } = [];
    public IReadOnlyList<string> Unrecognised { get; init; } = [];
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<int> Years =>
        [.. Areas.Select(rows => rows.Year).Concat(Figures.Select(rows => rows.Year)).Concat(Events?.Years ?? []).Concat(Kind == "crosswalk" ? Links.Select(row => row.Year) : []).Where(year => year > 0).Distinct().Order()];
}
