// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Texts;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>One row of the table beside the map.</summary>
/// <param name="Code">Area code.</param>
/// <param name="Name">Area name.</param>
/// <param name="Showing">What may be shown.</param>
/// <param name="Estimate">[rate] best estimate.</param>
/// <param name="Low">[rate] NaN when unknown.</param>
/// <param name="High">[rate] NaN when unknown.</param>
public sealed record AreaRow(string Code, string Name, Showing Showing, double Estimate, double Low, double High);

/// <summary>Rows under one heading.</summary>
/// <param name="Heading">Name of the parent area; null when the table is one list.</param>
/// <param name="Rows">By name.</param>
public sealed record AreaRows(string? Heading, IReadOnlyList<AreaRow> Rows);

/// <summary>The table beside the map: by name, never by value; squares are never listed one by one.</summary>
/// <param name="Level">The level that is listed; not always the level on the map.</param>
/// <param name="Caption">How to read it.</param>
/// <param name="Groups">The rows.</param>
/// <param name="Axis">[rate] where the picture of a row ends; what lies beyond gets an arrow.</param>
public sealed record AtlasTable(string Level, string Caption, IReadOnlyList<AreaRows> Groups, double Axis)
{
    /// <summary>More rows than this is not a table but a haystack; then the next coarser level is listed, as a way in.</summary>
    private const int MostRows = 700;

    /// <summary>From this many rows, headings help.</summary>
    private const int GroupedFrom = 25;

    public static AtlasTable Of(ScalePicture picture, string level, ScreenTexts texts)
    {
        var shown = picture.Levels.First(described => described.Level.Id == level);
        var listed = picture.Levels
            .Where(described => described.Level.Rank >= shown.Level.Rank && described.Level.Id != "cell" && described.Codes.Length <= MostRows)
            .OrderBy(described => described.Level.Rank)
            .FirstOrDefault() ?? picture.Levels.OrderByDescending(described => described.Level.Rank).First();
        var rows = Enumerable.Range(0, listed.Codes.Length)
            .Select(area => new AreaRow(listed.Codes[area], listed.Names[area], AreaFigure.Of(listed, area),
                listed.Estimates[area], listed.Lows[area], listed.Highs[area]))
            .ToArray();
        var groups = Grouped(picture, listed, rows, texts, out var groupedBy);

        return new AtlasTable(listed.Level.Id, HowToRead(picture, shown, listed, groupedBy, texts), groups, AxisOf(rows, picture.Profile.Mean));
    }

    private static List<AreaRows> Grouped(ScalePicture picture, StudyLevel listed, AreaRow[] rows, ScreenTexts texts, out string? groupedBy)
    {
        groupedBy = null;
        var parent = rows.Length < GroupedFrom ? null : WayMarks.Above(picture, listed);
        if (parent is null)
            return [new AreaRows(null, [.. rows.OrderBy(row => row.Name, PlaceNames.Order)])];

        groupedBy = parent.Level.Id;
        var names = parent.Codes.Zip(parent.Names).ToDictionary(pair => pair.First, pair => pair.Second);
        var parents = listed.Parents[parent.Level.Id];
        return [.. rows
            .Select((row, area) => (row, Heading: parents[area] is { } code ? names.GetValueOrDefault(code, code) : texts["table.rest"], Known: parents[area] is not null))
            .GroupBy(pair => (pair.Heading, pair.Known))
            .OrderByDescending(group => group.Key.Known)
            .ThenBy(group => group.Key.Heading, PlaceNames.Order)
            .Select(group => new AreaRows(group.Key.Heading, [.. group.Select(pair => pair.row).OrderBy(row => row.Name, PlaceNames.Order)]))];
    }

    private static string HowToRead(ScalePicture picture, StudyLevel shown, StudyLevel listed, string? groupedBy, ScreenTexts texts)
    {
        var lead = shown.Level.Id == listed.Level.Id ? ""
            : shown.Level.Id == "cell" ? texts["table.caption.cell", texts.One(listed.Level.Id)] + " "
            : texts["table.caption.many", texts.Numbers.Whole(shown.Codes.Length), texts.Many(shown.Level.Id), texts.One(listed.Level.Id)] + " ";
        var how = groupedBy is null ? texts["table.caption"] : texts["table.caption.grouped", texts.One(groupedBy)];
        var without = picture.Profile.Noise.Share.Value is null ? " " + texts["table.caption.noRange"] : "";
        return lead + how + without;
    }

    // The widest ranges would press all others flat; they leave the axis with an arrow instead.
    private static double AxisOf(AreaRow[] rows, double mean)
    {
        var ends = rows.Where(row => row.Showing is Showing.Figure or Showing.LikeMean)
            .Select(row => double.IsFinite(row.High) ? row.High : row.Estimate)
            .Order()
            .ToArray();
        if (ends.Length == 0)
            return 1;

        var most = ends[(ends.Length - 1) * 95 / 100];
        var axis = ends[^1] <= 1.5 * most ? ends[^1] : most;
        return Math.Max(axis, mean * 1.2) is > 0 and var positive ? positive : 1;
    }
}
