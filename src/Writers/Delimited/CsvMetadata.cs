// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Schakel.Writers.Delimited;

/// <summary>Writes what a CSV cannot say about itself: <c>NAME.csv-metadata.json</c> of the W3C (CSV on the Web, 2015).</summary>
public static class CsvMetadata
{
    /// <summary>Of the file beside the table, where readers look for it.</summary>
    /// <param name="csv">Path of the table.</param>
    public static string PathFor(string csv) => csv + "-metadata.json";

    /// <summary>Writes the description.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="csv">Name of the table's file, without a folder.</param>
    /// <param name="table">The table.</param>
    /// <param name="key">Name of the column that tells rows apart.</param>
    /// <param name="members">Writes members about the whole: title, licence, source.</param>
    public static void Write(Stream stream, string csv, FeatureTable table, string key, Action<Utf8JsonWriter> members)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true });
        json.WriteStartObject();
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/csvw");
        json.WriteStartObject();
        json.WriteString("@language", "nl");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("url", Uri.EscapeDataString(csv));
        json.WriteStartObject("dialect");
        json.WriteString("encoding", "utf-8");
        json.WriteString("delimiter", ",");
        json.WriteBoolean("header", true);
        json.WriteEndObject();
        members(json);
        json.WriteStartObject("tableSchema");
        json.WriteString("primaryKey", key);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            // A name is a template variable in this standard; the title is what stands above the column.
            json.WriteString("name", string.Concat(column.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter : '_')));
            json.WriteStartArray("titles");
            json.WriteStringValue(column.Name);
            json.WriteEndArray();
            json.WriteString("datatype", column is TextCells ? "string" : column is NumberCells { IsWhole: true } ? "integer" : "number");
            json.WriteBoolean("required", column.Name == key);
            if (column.Title is not null)
                json.WriteString("dc:title", column.Title);
            if (column.Description is not null)
                json.WriteString("dc:description", column.Description);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }
}
