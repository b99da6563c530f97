// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Json;

/// <summary>What the columns of a table of open data are called in words, as StatLine writes them: heading, title and unit.</summary>
internal static class OpenDataNames
{
    /// <summary>By key, from the list <c>DataProperties</c>; headings are its groups of topics.</summary>
    internal static Dictionary<string, string> OfProperties(IEnumerable<JsonElement> properties)
    {
        var all = properties.ToList();
        var groups = new Dictionary<string, (string Parent, string Title)>(StringComparer.Ordinal);
        foreach (var property in all)
            if (Member(property, "ID") is { Length: > 0 } id)
                groups.TryAdd(id, (Member(property, "ParentID"), Member(property, "Title")));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in all)
            if (Member(property, "Type") is "Topic" && Member(property, "Key") is { Length: > 0 } key)
                names.TryAdd(key, Best(Heading(property, groups), Member(property, "Title"), Member(property, "Unit"), key));
        return WithoutTwins(names);
    }

    /// <summary>By code, from the list <c>MeasureCodes</c>.</summary>
    internal static Dictionary<string, string> OfMeasures(IEnumerable<JsonElement> measures)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var measure in measures)
            if (Member(measure, "Identifier") is { Length: > 0 } code)
                names.TryAdd(code, Best("", Member(measure, "Title"), Member(measure, "Unit"), code));
        return WithoutTwins(names);
    }

    internal static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    internal static bool IsSecret(string attribute) =>
        attribute.Contains("secret", StringComparison.OrdinalIgnoreCase) || attribute.Contains("confidential", StringComparison.OrdinalIgnoreCase) || attribute.Contains("geheim", StringComparison.OrdinalIgnoreCase);

    private static string Member(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? TextOf(value) : "";

    private static string Heading(JsonElement property, Dictionary<string, (string Parent, string Title)> groups)
    {
        var heading = "";
        var parent = Member(property, "ParentID");
        // Groups that name each other as parents would never end.
        for (var depth = 0; depth < 20 && groups.TryGetValue(parent, out var group); depth++)
        {
            heading = group.Title + "/" + heading;
            parent = group.Parent;
        }
        return heading;
    }

    // The shortest spelling whose meaning is known says it best; one that nobody knows needs all the words there are.
    private static string Best(string heading, string title, string unit, string key)
    {
        if (title.Length == 0)
            return key;
        var whole = title + (unit.Length > 0 ? $" ({unit})" : "");
        foreach (var name in (ReadOnlySpan<string>)[heading + whole, whole, title, key])
            if (MeaningTable.Find(name) is not null)
                return name;
        return heading + whole;
    }

    /// <summary>"Waarde (%)" under many headings that the list does not give: the code tells them apart.</summary>
    private static Dictionary<string, string> WithoutTwins(Dictionary<string, string> names)
    {
        var twins = names.Values.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return names.ToDictionary(pair => pair.Key, pair => twins.Contains(pair.Value) ? $"{pair.Value} {pair.Key}" : pair.Value, StringComparer.Ordinal);
    }
}
