// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schakel.Workspace.Texts;

/// <summary>What a sentence is filled with, as it is stored: words, whole numbers, other numbers, or a term that each language has its own word for.</summary>
internal sealed class ArgumentJson : JsonConverter<object>
{
    private const string Term = "term", Measured = "number";

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.GetInt64();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;

        using var argument = JsonDocument.ParseValue(ref reader);
        var member = argument.RootElement.EnumerateObject().Single();
        return member.Name == Term ? new Term(member.Value.GetString()!) : double.Parse(member.Value.GetString()!, CultureInfo.InvariantCulture);
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case int or long or short or byte:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case Term term:
                Write(writer, Term, term.Word);
                break;
            case double or float or decimal:
                Write(writer, Measured, Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(name, text);
        writer.WriteEndObject();
    }
}
