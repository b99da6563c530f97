// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Catalogue.Sources.Json;

/// <summary>
/// Reads a table of CBS open data with its own explanation beside it, as <c>fetch</c> keeps it: rows under keys that differ every year
/// (<c>AantalInwoners_5</c>) or observations under codes (<c>M000352</c>), and lists that say what keys and codes mean.
/// </summary>
internal sealed class OpenDataFile
{
    private static readonly string[] regions = ["WijkenEnBuurten", "RegioS"];

    // Their codes mean something to whoever reads on: years, and which of three figures is the figure itself.
    private static readonly string[] keptAsCodes = ["Perioden", "Marges", "Leeftijd"];

    private readonly JsonElement root;
    private readonly Dictionary<string, Dictionary<string, string>> titles = new(StringComparer.Ordinal);
    private readonly TableDraft draft = new(null);
    private readonly SparseColumns columns;
    private readonly CancellationToken cancel;

    private OpenDataFile(JsonElement root, ReadOptions options, CancellationToken cancel)
    {
        this.root = root;
        this.cancel = cancel;
        columns = new SparseColumns(draft, new ColumnChoice(options.Columns));
        if (root.TryGetProperty("Dimensions", out var dimensions) && dimensions.ValueKind == JsonValueKind.Object)
            foreach (var dimension in dimensions.EnumerateObject())
                titles[dimension.Name] = Titles(dimension.Value);
    }

    internal static TableDraft Read(ReadOnlyMemory<byte> json, ReadOptions options, CancellationToken cancel)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonFile.Options.MaxDepth });
        var file = new OpenDataFile(document.RootElement, options, cancel);
        if (document.RootElement.TryGetProperty("MeasureCodes", out var measures))
            file.Observations(OpenDataNames.OfMeasures(Rows(measures)));
        else
            file.RowsUnderKeys(document.RootElement.TryGetProperty("DataProperties", out var properties) ? OpenDataNames.OfProperties(Rows(properties)) : []);
        file.columns.Complete();
        return file.draft;
    }

    private void RowsUnderKeys(Dictionary<string, string> names)
    {
        foreach (var row in Values())
        {
            foreach (var cell in row.EnumerateObject())
                if (titles.ContainsKey(cell.Name))
                    Dimension(cell.Name, OpenDataNames.TextOf(cell.Value));
                else
                    Add(names.GetValueOrDefault(cell.Name, cell.Name), cell.Value);
            draft.RowCount++;
        }
    }

    /// <summary>Observations of one area and period stand together; each group becomes a row.</summary>
    private void Observations(Dictionary<string, string> names)
    {
        string? current = null;
        foreach (var row in Values())
        {
            var key = string.Join('\u001f', titles.Keys.Select(name => row.TryGetProperty(name, out var code) ? OpenDataNames.TextOf(code) : ""));
            if (current is not null && key != current)
                draft.RowCount++;
            if (key != current)
                foreach (var name in titles.Keys)
                    Dimension(name, row.TryGetProperty(name, out var code) ? OpenDataNames.TextOf(code) : "");
            current = key;
            var measure = row.TryGetProperty("Measure", out var code4) ? OpenDataNames.TextOf(code4) : "";
            if (measure.Length > 0)
                Observation(names.GetValueOrDefault(measure, measure), row);
        }
        if (current is not null)
            draft.RowCount++;
    }

    private void Observation(string name, JsonElement row)
    {
        if (row.TryGetProperty("Value", out var value) && value.ValueKind == JsonValueKind.Number)
            Add(name, value);
        else if (row.TryGetProperty("StringValue", out var text) && text.ValueKind == JsonValueKind.String)
            Add(name, text);
        else if (columns.At(name) is { } column)
            column.AddText(row.TryGetProperty("ValueAttribute", out var why) && OpenDataNames.IsSecret(OpenDataNames.TextOf(why)) ? "geheim" : ".");
    }

    private void Dimension(string name, string code)
    {
        var title = titles[name].GetValueOrDefault(code);
        columns.At(name)?.AddText(regions.Contains(name) || keptAsCodes.Contains(name) ? code : title ?? code);
        if (regions.Contains(name) && title is not null)
            columns.At("naam")?.AddText(title);
    }

    private void Add(string name, JsonElement value)
    {
        if (columns.At(name) is not { } column)
            return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Number: column.AddNumber(value.GetDouble()); break;
            case JsonValueKind.String: column.AddText(value.GetString()!); break;
            default: column.AddEmpty(); break;
        }
    }

    private IEnumerable<JsonElement> Values()
    {
        foreach (var row in Rows(root.TryGetProperty("value", out var rows) ? rows : default))
        {
            cancel.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    private static IEnumerable<JsonElement> Rows(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object) : [];

    // Version 3 calls it Key, version 4 Identifier; both may pad it.
    private static Dictionary<string, string> Titles(JsonElement rows)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Rows(rows))
            if ((row.TryGetProperty("Key", out var key) || row.TryGetProperty("Identifier", out key)) && OpenDataNames.TextOf(key) is { Length: > 0 } code && row.TryGetProperty("Title", out var title))
                titles.TryAdd(code, OpenDataNames.TextOf(title));
        return titles;
    }
}
