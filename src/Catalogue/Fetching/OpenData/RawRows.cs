// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Catalogue.Fetching.OpenData;

/// <summary>What rows of open data look like: objects whose keys are padded with blanks.</summary>
internal static class RawRows
{
    /// <summary>The text of a member without its padding; empty when it is not there.</summary>
    internal static string Text(this JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";

    /// <summary>The same rows in an order that does not depend on how they were asked, each once.</summary>
    internal static IReadOnlyList<JsonElement> InOrder(IEnumerable<JsonElement> rows, IReadOnlyList<string> keys) =>
        [.. rows.Select(row => (Row: row, Key: string.Join('\u001f', keys.Select(key => row.Text(key))), Text: row.GetRawText()))
            .OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Text, StringComparer.Ordinal)
            .DistinctBy(row => (row.Key, row.Text)).Select(row => row.Row)];
}
