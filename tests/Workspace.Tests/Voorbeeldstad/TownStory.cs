// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Voorbeeldstad.Stories;

namespace Schakel.Workspace.Tests.Voorbeeldstad;

/// <summary>Reads the stories of the town.</summary>
internal static class TownStory
{
    internal static IEnumerable<JsonElement> All(string file, string member)
    {
        using var stream = StoryFiles.Open(file);
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty(member).EnumerateArray().Select(item => item.Clone())];
    }

    internal static IReadOnlyList<JsonElement> Opgaven { get; } = [.. StoryFiles.Opgaven.Select(Opgave)];

    /// <summary>Every file and opgave, with its name.</summary>
    internal static IEnumerable<(string Name, JsonElement Root)> Everything =>
        StoryFiles.Names.Select(name => (name, Root(StoryFiles.Open(name)))).Concat(StoryFiles.Opgaven.Select(id => (id, Opgave(id))));

    internal static string Text(this JsonElement item, string member) => item.GetProperty(member).GetString()!;

    internal static IEnumerable<JsonElement> Items(this JsonElement item, string member) => item.GetProperty(member).EnumerateArray();

    internal static IEnumerable<string> Texts(this JsonElement item, string member) => item.Items(member).Select(each => each.GetString()!);

    internal static bool Is(this JsonElement item, string member) => item.TryGetProperty(member, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    /// <summary>All members with a name, wherever they stand, with what they hold: one text, or a list of them.</summary>
    internal static IEnumerable<(string Member, string Text)> Strings(JsonElement element, string member = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value, property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Strings(item, member)),
        JsonValueKind.String => [(member, element.GetString()!)],
        _ => [],
    };

    internal static IEnumerable<string> Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Members(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
        _ => [],
    };

    private static JsonElement Opgave(string id) => Root(StoryFiles.OpenOpgave(id));

    private static JsonElement Root(Stream stream)
    {
        using (stream)
        using (var document = JsonDocument.Parse(stream))
            return document.RootElement.Clone();
    }
}
