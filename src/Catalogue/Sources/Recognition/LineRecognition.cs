// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Features;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>Lines on the map: what divides (railways, water, wide roads), where one can cross, and streets to draw beneath.</summary>
internal static class LineRecognition
{
    private static readonly string[] classes = ["rail", "motorway", "trunk", "water", "soft"];

    private static readonly string[] nameColumns = ["naam", "name", "straatnaam", "omschrijving"], typeColumns = ["class", "type", "soort", "typeweg", "typewater"];

    /// <summary>What the name of a layer or file says of its lines; the first that fits.</summary>
    private static readonly (string Word, string Kind, string? Class)[] words =
    [
        ("oversteek", FeatureKind.Crossings, null), ("overstek", FeatureKind.Crossings, null), ("crossing", FeatureKind.Crossings, null), ("bruggen", FeatureKind.Crossings, null),
        ("wegdeel", FeatureKind.Background, null), ("straten", FeatureKind.Background, null),
        ("spoor", FeatureKind.Barriers, "rail"), ("rail", FeatureKind.Barriers, "rail"), ("snelweg", FeatureKind.Barriers, "motorway"), ("motorway", FeatureKind.Barriers, "motorway"),
        ("kana", FeatureKind.Barriers, "water"), ("rivier", FeatureKind.Barriers, "water"), ("waterdeel", FeatureKind.Barriers, "water"), ("waterlo", FeatureKind.Barriers, "water"),
        ("barri", FeatureKind.Barriers, null),
    ];

    /// <summary>Lines, or why they are no use.</summary>
    internal static Outcome<RecognisedTable> Recognise(SourceTable table)
    {
        var given = table.Find("class");
        var over = table.Find("over");
        var named = Named(table.Layer) ?? Named(System.IO.Path.GetFileNameWithoutExtension(table.Path));
        var (kind, usual) = over is not null ? (FeatureKind.Crossings, null)
            : named is { } known ? known
            : given is not null && Enumerable.Range(0, table.RowCount).Any(row => classes.Contains(given.TextAt(row))) ? (FeatureKind.Barriers, null)
            : ("", (string?)null);
        if (kind.Length == 0)
            return TableRecognition.Refuse(table, "not-areas", "The layer holds lines of an unknown kind.",
                expected: "areas, or lines with a column class (rail, motorway, trunk, water or soft)");

        var word = kind == FeatureKind.Crossings ? over : kind == FeatureKind.Barriers ? given : FirstOf(table, typeColumns);
        if (kind == FeatureKind.Barriers && word is not null && Enumerable.Range(0, table.RowCount).FirstOrDefault(row => word.TextAt(row) is { } text && !classes.Contains(text), -1) is >= 0 and var wrong)
            return TableRecognition.Refuse(table, "barrier-class-unknown", $"'{word.TextAt(wrong)}' is no kind of barrier.", wrong + 1, word.Name, word.TextAt(wrong), "rail, motorway, trunk, water or soft") with { Arguments = [word.TextAt(wrong)!] };

        var names = FirstOf(table, nameColumns);
        return FeatureTable.Of(table, kind, usual, [("name", names), ("class", word)]);
    }

    private static (string Kind, string? Class)? Named(string? name)
    {
        if (name is null)
            return null;
        var compact = ColumnSpelling.Compact(name);
        foreach (var (word, kind, usual) in words)
            if (compact.Contains(word, StringComparison.Ordinal))
                return (kind, usual);
        return null;
    }

    internal static Column? FirstOf(SourceTable table, IEnumerable<string> names) => names.Select(table.Find).FirstOrDefault(column => column is not null);
}
