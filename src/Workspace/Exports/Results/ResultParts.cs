// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;

namespace Schakel.Workspace.Exports.Results;

/// <summary>Finds in an answer all that is said of areas.</summary>
/// <remarks>
/// By shape, not by command, so that commands of later join in: lists of objects with <c>id</c> (areas, units, cells, selection) or with
/// <c>ids</c> (clusters, cores), assignments of areas (work areas), and objects with a value per area (membership, entropy).
/// </remarks>
internal sealed class ResultParts(string prefix)
{
    private const int LongestList = 50;

    // From these no count follows.
    private static readonly HashSet<string> publishable = ["quadrant", "significant", "silent"];

    // Lists that say what a command left out; their reasons belong to the other columns.
    private static readonly HashSet<string> reasonsOnly = ["excluded"];

    private static readonly HashSet<string> plain = ["areas", "units", "cells"];

    private readonly List<ResultPart> parts = [];

    internal Dictionary<string, string> Excluded { get; } = new(StringComparer.Ordinal);

    internal IReadOnlyList<ResultPart> Of(JsonElement root)
    {
        foreach (var member in root.EnumerateObject())
            if (member.Name is "provenance" or "warnings" or "join")
                continue;
            else if (member.Value.ValueKind == JsonValueKind.Array)
                List(member.Name, member.Value);
            else if (member.Value.ValueKind == JsonValueKind.Object)
                Map(member.Name, member.Value);
        return parts;
    }

    private void List(string name, JsonElement list)
    {
        var number = 0;
        var byLevel = new Dictionary<string, ResultPart>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            number++;
            var level = Text(item, "level");
            if (Text(item, "id") is { } id && reasonsOnly.Contains(name))
                Excluded.TryAdd(id, Text(item, "reason") ?? "");
            else if (Text(item, "id") is { } area)
                Area(PartOf(byLevel, level, listsAreas: true), plain.Contains(name) ? prefix : $"{prefix}_{name}", area, item);
            else if (item.TryGetProperty("ids", out var ids) && ids.ValueKind == JsonValueKind.Array)
                Group(PartOf(byLevel, level, listsAreas: true), $"{prefix}_{name}", number, ids, item);
            else if (item.TryGetProperty("assignment", out var assignment) && assignment.ValueKind == JsonValueKind.Object)
                Assignment(FormattableString.Invariant($"{prefix}_{number}"), assignment);
        }
    }

    private ResultPart PartOf(Dictionary<string, ResultPart> byLevel, string? level, bool listsAreas)
    {
        if (!byLevel.TryGetValue(level ?? "", out var part))
            parts.Add(byLevel[level ?? ""] = part = new ResultPart(level) { ListsAreas = listsAreas });
        return part;
    }

    private static void Area(ResultPart part, string start, string id, JsonElement item)
    {
        foreach (var member in item.EnumerateObject())
        {
            if (member.Name is "id" or "level" || (member.Name.EndsWith("Reason", StringComparison.Ordinal) && item.TryGetProperty(member.Name[..^6], out _)))
                continue;
            var column = $"{start}_{Plain(member.Name)}";
            if (member.Value.ValueKind == JsonValueKind.Array)
                foreach (var (at, cell) in member.Value.EnumerateArray().Take(LongestList).Index())
                    part.Set(FormattableString.Invariant($"{column}_{at + 1}"), id, Cell(cell, null));
            else if (member.Value.ValueKind != JsonValueKind.Object)
                part.Set(column, id, Cell(member.Value, Text(item, member.Name + "Reason")));
            if (publishable.Contains(member.Name))
                part.Publishable.Add(column);
        }
    }

    // The areas of a cluster share its number and its figures.
    private static void Group(ResultPart part, string start, int number, JsonElement ids, JsonElement item)
    {
        foreach (var area in ids.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!))
        {
            part.Set(start, area, ResultCell.Of(number));
            foreach (var member in item.EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String && member.Name != "level"))
                part.Set($"{start}_{Plain(member.Name)}", area, Cell(member.Value, null));
        }
    }

    private void Assignment(string column, JsonElement assignment)
    {
        var part = new ResultPart(null) { ListsAreas = true };
        foreach (var pair in assignment.EnumerateObject())
            part.Set(column, pair.Name, Cell(pair.Value, null) is { Word: null } number && !double.IsNaN(number.Number)
                ? ResultCell.Of(number.Number.ToString(CultureInfo.InvariantCulture)) : Cell(pair.Value, null));
        part.Publishable.Add(column);
        if (part.Ids.Count > 0)
            parts.Add(part);
    }

    private void Map(string name, JsonElement map)
    {
        if (name == "assignment")
        {
            Assignment(prefix, map);
            return;
        }
        var part = new ResultPart(null);
        foreach (var pair in map.EnumerateObject())
            if (pair.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String)
                part.Set($"{prefix}_{Plain(name)}", pair.Name, Cell(pair.Value, null));
        if (part.Ids.Count > 0)
            parts.Add(part);
    }

    private static ResultCell Cell(JsonElement value, string? reason) => value.ValueKind switch
    {
        // 1e999 is a number in JSON and in nothing else.
        JsonValueKind.Number => double.IsFinite(value.GetDouble()) ? ResultCell.Of(value.GetDouble()) : ResultCell.Without(""),
        JsonValueKind.True => ResultCell.Of(1),
        JsonValueKind.False => ResultCell.Of(0),
        JsonValueKind.String => ResultCell.Of(value.GetString()!),
        _ => ResultCell.Without(reason ?? ""),
    };

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // effectiveRespondents → effective_respondents
    private static string Plain(string name) => string.Concat(name.Select((letter, at) =>
        char.IsAsciiLetterUpper(letter) ? (at > 0 && !char.IsAsciiLetterUpper(name[at - 1]) ? "_" : "") + char.ToLowerInvariant(letter) : char.IsAsciiLetterOrDigit(letter) ? letter.ToString() : "_"));
}
