// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Schakel.Catalogue.Tests.Fetching.Replay;

/// <summary>The open data of CBS, version 3: padded keys, texts with blanks before them, a point where there is no figure, and 500 on too many rows.</summary>
internal static partial class OpenDataAnswers
{
    internal const string KeyFigures = "85984NED";
    internal const string Renumbered = "99021NED";
    internal const string Crime = "47018NED";
    internal const string Health = "50150NED";

    private const int Kinds = 40;

    private static readonly (string Key, string Title, string Unit, string Group)[] topics =
    [
        ("AantalInwoners_5", "Aantal inwoners", "aantal", "Bevolking"),
        ("Mannen_6", "Mannen", "aantal", "Geslacht"),
        ("HuishoudensTotaal_29", "Huishoudens totaal", "aantal", "Particuliere huishoudens"),
        ("GemiddeldeWOZWaardeVanWoningen_39", "Gemiddelde WOZ-waarde van woningen", "x 1 000 euro", "Wonen"),
        ("Koopwoningen_47", "Koopwoningen", "%", "Wonen"),
        ("IetsNieuws_120", "Iets nieuws", "aantal", "Overig"),
    ];

    private static readonly ConcurrentDictionary<(string, string), IReadOnlyList<JsonNode>?> made = new();

    /// <summary>The rows that a filter leaves; null when there is no such table.</summary>
    internal static List<JsonNode>? Of(string table, string resource, string? filter, bool ignoresFilters)
    {
        if (made.GetOrAdd((table, resource), Make) is not { } rows)
            return null;
        // Nodes of JSON are not made for many readers at once.
        lock (rows)
        {
            if (filter is null || ignoresFilters)
                return [.. rows];
            var wanted = Filter(filter);
            return [.. rows.Where(row => wanted(row.AsObject()))];
        }
    }

    private static IReadOnlyList<JsonNode>? Make((string Table, string Resource) of)
    {
        var (table, resource) = of;
        return (table, resource) switch
        {
            (KeyFigures, "TableInfos") => (IReadOnlyList<JsonNode>)[new JsonObject { ["ID"] = 0, ["Title"] = "Kerncijfers wijken en buurten 2024", ["Identifier"] = KeyFigures, ["Period"] = "2024", ["Modified"] = "2026-10-01T02:00:00" }],
            (Renumbered, _) => Make((KeyFigures, resource)),
            // What others say about this table is wrong: it is about another year.
            ("84799NED", "TableInfos") => [new JsonObject { ["ID"] = 0, ["Title"] = "Kerncijfers wijken en buurten 2023", ["Identifier"] = "84799NED", ["Period"] = "2023" }],
            (Crime, "TableInfos") => [new JsonObject { ["ID"] = 0, ["Title"] = "Geregistreerde misdrijven; wijken en buurten", ["Identifier"] = Crime }],
            (Health, "TableInfos") => [new JsonObject { ["ID"] = 0, ["Title"] = "Gezondheid per wijk en buurt", ["Identifier"] = Health }],
            (_, "WijkenEnBuurten") => Areas(table == Health ? "NL01" : "NL00"),
            (KeyFigures, "DataProperties") => KeyFigureProperties(),
            (KeyFigures, "UntypedDataSet") => KeyFigureRows(),
            (Crime, "DataProperties") => Properties([("SoortMisdrijf", "Dimension"), ("WijkenEnBuurten", "GeoDimension"), ("Perioden", "TimeDimension")], [("GeregistreerdeMisdrijven_1", "Geregistreerde misdrijven", "aantal", "")]),
            (Crime, "Perioden") => [.. Enumerable.Range(2022, 3).Select(year => (JsonNode)new JsonObject { ["Key"] = Text($"{year}JJ00"), ["Title"] = Text($"{year}"), ["Status"] = year == 2024 ? "Voorlopig" : "Definitief" })],
            (Crime, "SoortMisdrijf") => [.. Enumerable.Range(0, Kinds).Select(kind => (JsonNode)new JsonObject { ["Key"] = KindKey(kind), ["Title"] = KindTitle(kind) })],
            (Crime, "UntypedDataSet") => CrimeRows(),
            (Health, "DataProperties") => Properties([("Leeftijd", "Dimension"), ("Marges", "Dimension"), ("WijkenEnBuurten", "GeoDimension"), ("Perioden", "TimeDimension")], [("Eenzaam_28", "Eenzaam", "%", ""), ("MoeiteMetRondkomen_38", "Moeite met rondkomen", "%", "")]),
            (Health, "Perioden") => [.. new[] { 2016, 2020, 2022 }.Select(year => (JsonNode)new JsonObject { ["Key"] = Text($"{year}JJ00"), ["Title"] = Text($"{year}") })],
            (Health, "Leeftijd") => [new JsonObject { ["Key"] = "20300", ["Title"] = "18 jaar of ouder" }, new JsonObject { ["Key"] = "53105", ["Title"] = "18 tot 65 jaar" }],
            (Health, "Marges") => [new JsonObject { ["Key"] = "MW00000", ["Title"] = "Waarde" }, new JsonObject { ["Key"] = "MOG0095", ["Title"] = "Ondergrens" }],
            (Health, "UntypedDataSet") => HealthRows(),
            ("Tables", _) => [new JsonObject { ["Identifier"] = KeyFigures, ["Title"] = "Kerncijfers wijken en buurten 2024" }, new JsonObject { ["Identifier"] = "../../evil", ["Title"] = "Kerncijfers wijken en buurten 2020" }, new JsonObject { ["Identifier"] = Renumbered, ["Title"] = "Kerncijfers wijken en buurten 2021" }],
            _ => null,
        };
    }

    /// <summary>What a filter of OData asks of a row; comparing is exact, blanks included.</summary>
    internal static Func<JsonObject, bool> Filter(string filter)
    {
        Func<JsonObject, bool>[] parts = [.. filter.Split(" and ").Select(Part)];
        return row => Array.TrueForAll(parts, part => part(row));
    }

    private static Func<JsonObject, bool> Part(string part)
    {
        if (StartsWith().Match(part) is { Success: true } start)
            return row => (string?)row[start.Groups[1].Value] is { } text && text.StartsWith(start.Groups[2].Value, StringComparison.Ordinal);
        if (EqualTo().Match(part) is { Success: true } equal)
            return row => (string?)row[equal.Groups[1].Value] == equal.Groups[2].Value;
        if (Holds().Match(part) is { Success: true } holds)
            return row => (string?)row[holds.Groups[2].Value] is { } title && title.Contains(holds.Groups[1].Value, StringComparison.Ordinal);
        throw new InvalidOperationException($"The replay does not understand $filter={part}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string KindKey(int kind) => Text($"{1 + kind / 10}.{1 + kind % 10}.1").PadRight(6);

    private static string KindTitle(int kind) => kind == 0 ? "1.1.1 Diefstal/inbraak woning" : Text($"{KindKey(kind).Trim()} Soort {kind}");

    private static List<JsonNode> Areas(string country) =>
        [.. SmallCountry.Everything.Select(place => new JsonObject { ["Key"] = (place.Code == "NL00" ? country : place.Code).PadRight(10), ["Title"] = place.Name, ["Municipality"] = place.Gemeente })];

    private static List<JsonNode> KeyFigureProperties()
    {
        var properties = Properties([("WijkenEnBuurten", "GeoDimension")], []);
        var groups = topics.Select(topic => topic.Group).Distinct().ToList();
        for (var i = 0; i < groups.Count; i++)
            properties.Add(new JsonObject { ["ID"] = 100 + i, ["ParentID"] = null, ["Type"] = "TopicGroup", ["Key"] = "", ["Title"] = groups[i] });
        properties.Add(new JsonObject { ["ID"] = 90, ["ParentID"] = null, ["Type"] = "Topic", ["Key"] = "Gemeentenaam_1", ["Title"] = "Gemeentenaam", ["Unit"] = "naam" });
        properties.Add(new JsonObject { ["ID"] = 91, ["ParentID"] = null, ["Type"] = "Topic", ["Key"] = "Codering_3", ["Title"] = "Codering", ["Unit"] = "code" });
        foreach (var topic in topics)
            properties.Add(new JsonObject { ["ID"] = 200 + properties.Count, ["ParentID"] = 100 + groups.IndexOf(topic.Group), ["Type"] = "Topic", ["Key"] = topic.Key, ["Title"] = topic.Title, ["Unit"] = topic.Unit, ["Decimals"] = 0 });
        return properties;
    }

    private static List<JsonNode> Properties((string Key, string Type)[] dimensions, (string Key, string Title, string Unit, string Group)[] measures) =>
    [
        .. dimensions.Select((dimension, i) => (JsonNode)new JsonObject { ["ID"] = i, ["ParentID"] = null, ["Type"] = dimension.Type, ["Key"] = dimension.Key, ["Title"] = dimension.Key }),
        .. measures.Select((measure, i) => (JsonNode)new JsonObject { ["ID"] = 50 + i, ["ParentID"] = null, ["Type"] = "Topic", ["Key"] = measure.Key, ["Title"] = measure.Title, ["Unit"] = measure.Unit }),
    ];

    private static List<JsonNode> KeyFigureRows()
    {
        var rows = new List<JsonNode>();
        foreach (var place in SmallCountry.Everything)
        {
            var row = new JsonObject { ["ID"] = rows.Count, ["WijkenEnBuurten"] = place.Code.PadRight(10), ["Gemeentenaam_1"] = place.Gemeente.PadRight(40), ["Codering_3"] = place.Code.PadRight(10) };
            foreach (var topic in topics)
                row[topic.Key] = Cell(place.Code + topic.Key, topic.Unit == "%" ? 100 : 5000);
            rows.Add(row);
        }
        return rows;
    }

    private static List<JsonNode> CrimeRows() =>
    [
        .. from place in SmallCountry.Everything
           from year in Enumerable.Range(2022, 3)
           from kind in Enumerable.Range(0, Kinds)
           select new JsonObject
           {
               ["SoortMisdrijf"] = KindKey(kind), ["WijkenEnBuurten"] = place.Code.PadRight(10), ["Perioden"] = Text($"{year}JJ00"),
               ["GeregistreerdeMisdrijven_1"] = Cell(Text($"{place.Code} {year} {kind}"), 60),
           },
    ];

    private static List<JsonNode> HealthRows() =>
    [
        .. from place in SmallCountry.Everything
           from year in new[] { 2016, 2020, 2022 }
           from margin in new[] { "MW00000", "MOG0095" }
           from age in new[] { "20300", "53105" }
           select new JsonObject
           {
               ["Leeftijd"] = age, ["Marges"] = margin, ["WijkenEnBuurten"] = (place.Code == "NL00" ? "NL01" : place.Code).PadRight(10), ["Perioden"] = Text($"{year}JJ00"),
               ["Eenzaam_28"] = Cell(Text($"{place.Code} {year} {margin} {age} e"), 80), ["MoeiteMetRondkomen_38"] = Cell(Text($"{place.Code} {year} {margin} {age} m"), 40),
           },
    ];

    // One in twenty is missing; the rest stands to the right, as CBS pads it.
    private static string Cell(string about, int below) =>
        (SmallCountry.Number("missing " + about, 20) == 0 ? "." : SmallCountry.Number(about, below).ToString(CultureInfo.InvariantCulture)).PadLeft(8);

    [GeneratedRegex(@"^startswith\((\w+),'([^']*)'\)$")]
    private static partial Regex StartsWith();

    [GeneratedRegex(@"^(\w+) eq '([^']*)'$")]
    private static partial Regex EqualTo();

    [GeneratedRegex(@"^substringof\('([^']*)',(\w+)\)$")]
    private static partial Regex Holds();
}
