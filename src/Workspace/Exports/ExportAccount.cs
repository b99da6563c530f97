// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Writers;

namespace Schakel.Workspace.Exports;

/// <summary>Where everything in a file comes from, in the forms that formats have room for.</summary>
internal sealed class ExportAccount(ExportContent content, string program)
{
    private readonly ExportRequest words = new() { Language = content.Language };

    internal ExportRequest Words => words;

    internal string Title => content.Place is { } place ? words.Say($"Cijfers van {place}", $"Figures of {place}") : words.Say("Gebieden en cijfers", "Areas and figures");

    /// <summary>Whether the file may leave the house, and what was done for it.</summary>
    internal string Use => content.IsPublication
        ? words.Say(
            "Voor publicatie. Kleine en herleidbare aantallen zijn achtergehouden; in de kolommen met _reden staat waar en waarom. Aantallen zijn afgerond op vijf, totalen elk apart; aandelen op hele procenten.",
            "For publication. Small and derivable counts are withheld; the columns with _reden say where and why. Counts are in fives, totals each by itself; shares are in whole percents.")
        : words.Say(
            "Voor intern gebruik. Kleine aantallen staan er onbewerkt in: deel dit bestand niet buiten de eigen organisatie.",
            "For internal use. Small counts are in it as they are: do not share this file outside your own organisation.");

    internal IEnumerable<string> Sources => content.Datasets.Select(dataset => dataset.Attribution).Where(text => text.Length > 0).Distinct();

    internal IEnumerable<string> Licences => content.Datasets.Select(dataset => dataset.Licence).Where(text => text.Length > 0).Distinct();

    /// <summary>All in one paragraph.</summary>
    internal string Text => $"{Use} {words.Say("Bron", "Source")}: {string.Join("; ", Sources)}. {words.Say("Licentie", "Licence")}: {string.Join("; ", Licences)}. {program}.";

    /// <summary>As members of a JSON object.</summary>
    internal void Write(Utf8JsonWriter json, IEnumerable<ExportLayer> layers, string coordinates)
    {
        json.WriteStartObject("schakel");
        json.WriteString("title", Title);
        json.WriteString("program", program);
        json.WriteString("use", content.IsPublication ? "publication" : "internal");
        json.WriteString("statement", Use);
        json.WriteString("coordinates", coordinates);
        json.WriteString("catalogue", content.Fingerprint);
        json.WriteStartArray("layers");
        foreach (var layer in layers)
        {
            json.WriteStartObject();
            json.WriteString("level", layer.Level.Id);
            if (layer.Vintage > 0)
                json.WriteNumber("year", layer.Vintage);
            json.WriteNumber("areas", layer.Codes.Length);
            json.WriteStartArray("columns");
            foreach (var column in layer.Columns)
                Write(json, column);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (var result in content.Results)
        {
            json.WriteStartObject();
            json.WriteString("path", Path.GetFileName(result.Path));
            json.WriteString("sha256", result.Sha256);
            json.WriteString("method", result.Method);
            json.WriteStartArray("withheld");
            foreach (var name in result.Withheld)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var dataset in content.Datasets)
        {
            json.WriteStartObject();
            json.WriteString("file", Path.GetFileName(dataset.Path));
            json.WriteString("title", dataset.Title);
            json.WriteString("source", dataset.Attribution);
            json.WriteString("licence", dataset.Licence);
            json.WriteString("sha256", dataset.Sha256);
            json.WriteStartArray("years");
            foreach (var year in dataset.Years)
                json.WriteNumberValue(year);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal string Json(IEnumerable<ExportLayer> layers, string coordinates)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Write(json, layers, coordinates);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>As sheets of a workbook: the account in lines, and the columns one by one.</summary>
    internal IEnumerable<FeatureTable> Sheets()
    {
        var lines = new List<(string Subject, string Name, string Text)>
        {
            (words.Say("bestand", "file"), words.Say("gebruik", "use"), Use),
            (words.Say("bestand", "file"), words.Say("programma", "program"), program),
            (words.Say("bestand", "file"), words.Say("catalogus", "catalogue"), content.Fingerprint),
        };
        if (content.Place is { } place)
            lines.Add((words.Say("bestand", "file"), words.Say("plek", "place"), place));
        foreach (var layer in content.Layers)
            lines.Add((words.Say("schaal", "level"), layer.Level.Id, string.Create(CultureInfo.InvariantCulture, $"{layer.Codes.Length} {words.Say("gebieden", "areas")}{(layer.Vintage > 0 ? $" ({layer.Vintage})" : "")}")));
        foreach (var dataset in content.Datasets)
            lines.Add((words.Say("bron", "source"), Path.GetFileName(dataset.Path), $"{dataset.Title}. {dataset.Attribution} {words.Say("Licentie", "Licence")}: {dataset.Licence}. SHA-256 {dataset.Sha256}"));
        foreach (var result in content.Results)
            lines.Add((words.Say("resultaat", "result"), Path.GetFileName(result.Path), result.Method + (result.Withheld.Count == 0 ? "" : words.Say(". Achtergehouden: ", ". Withheld: ") + string.Join(", ", result.Withheld))));
        yield return new FeatureTable(words.Say("Verantwoording", "Account"),
        [
            new TextCells(words.Say("onderwerp", "subject"), [.. lines.Select(line => line.Subject)]),
            new TextCells(words.Say("naam", "name"), [.. lines.Select(line => line.Name)]),
            new TextCells(words.Say("tekst", "text"), [.. lines.Select(line => line.Text)]),
        ]);

        var columns = content.Layers.SelectMany(layer => layer.Columns.Select(column => (layer.Level.Id, Column: column))).ToArray();
        string?[] Each(Func<(string Level, ExportColumn Column), string?> of) => Array.ConvertAll(columns, column => of(column));
        double[] Numbers(Func<ExportColumn, double> of) => Array.ConvertAll(columns, column => of(column.Column));
        yield return new FeatureTable(words.Say("Kolommen", "Columns"),
        [
            new TextCells(words.Say("schaal", "level"), Each(column => column.Level)),
            new TextCells(words.Say("kolom", "column"), Each(column => column.Column.Name)),
            new TextCells(words.Say("titel", "title"), Each(column => column.Column.Title)),
            new TextCells(words.Say("eenheid", "unit"), Each(column => column.Column.Unit)),
            new NumberCells(words.Say("jaar", "year"), Numbers(column => column.Year is > 0 and var year ? year : double.NaN)),
            new TextCells(words.Say("bron", "source"), Each(column => column.Column.Source)),
            new TextCells(words.Say("licentie", "licence"), Each(column => column.Column.Licence)),
            new TextCells(words.Say("methode", "method"), Each(column => column.Column.Method)),
            new NumberCells(words.Say("aanwezig", "present"), Numbers(column => column.Present)),
            new NumberCells(words.Say("ontbrekend", "missing"), Numbers(column => column.Missing.Length - column.Present)),
            new NumberCells(words.Say("waarvan achtergehouden", "of which withheld"), Numbers(column => column.Withheld)),
        ]);
    }

    private static void Write(Utf8JsonWriter json, ExportColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("title", column.Title);
        json.WriteString("unit", column.Unit);
        if (column.Year is > 0 and var year)
            json.WriteNumber("year", year);
        json.WriteString("source", column.Source);
        json.WriteString("licence", column.Licence);
        json.WriteString("method", column.Method);
        json.WriteNumber("present", column.Present);
        json.WriteNumber("missing", column.Missing.Length - column.Present);
        json.WriteNumber("withheld", column.Withheld);
        json.WriteEndObject();
    }
}
