// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schakel.Analysis;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Answers;

/// <summary>Writes the one JSON object of an answer: invariant, numbers at full precision, null with its reason, never NaN.</summary>
internal sealed class AnswerJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter writer;
    private readonly Language language;

    internal Language Language => language;

    internal AnswerJson(Language language)
    {
        this.language = language;
        // Names of places keep their letters; the output is a file or a pipe, never a page.
        writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
    }

    /// <summary>Ends the object, with a line end.</summary>
    internal ReadOnlyMemory<byte> Finish()
    {
        writer.WriteEndObject();
        writer.Flush();
        buffer.GetSpan(1)[0] = (byte)'\n';
        buffer.Advance(1);
        return buffer.WrittenMemory;
    }

    internal void Text(string name, string? text) => writer.WriteString(name, text);

    internal void Count(string name, long count) => writer.WriteNumber(name, count);

    internal void Flag(string name, bool flag) => writer.WriteBoolean(name, flag);

    internal void Null(string name) => writer.WriteNull(name);

    internal void Number(string name, double value)
    {
        writer.WritePropertyName(name);
        Value(value);
    }

    /// <summary>Null, and a sibling that says why.</summary>
    internal void Null(string name, Reason reason)
    {
        writer.WriteNull(name);
        writer.WriteString(name + "Reason", ReasonTexts.Of(reason, language));
    }

    /// <summary>A number, or null with its reason.</summary>
    internal void Figure(string name, Figure figure)
    {
        if (figure.Reason is { } reason)
            Null(name, reason);
        else if (figure.Value is { } value)
            Number(name, value);
        else
            throw new InvalidOperationException($"Figure {name} has neither a value nor a reason.");
    }

    internal void Strings(string name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }

    internal void Counts(string name, IEnumerable<int> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            writer.WriteNumberValue(item);
        writer.WriteEndArray();
    }

    internal void Numbers(string name, IEnumerable<double> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            Value(item);
        writer.WriteEndArray();
    }

    /// <summary>Numbers that may miss one by one; the reasons stand elsewhere.</summary>
    internal void Figures(string name, IEnumerable<Figure> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            if (item.Value is { } value)
                Value(value);
            else
                writer.WriteNullValue();
        }

        writer.WriteEndArray();
    }

    internal void Object(string name, Action members)
    {
        writer.WriteStartObject(name);
        members();
        writer.WriteEndObject();
    }

    /// <summary>A list of objects.</summary>
    internal void Objects<T>(string name, IEnumerable<T> items, Action<T> members)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            members(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The doubts that come with an answer: always there, often empty.</summary>
    internal void Warnings(IEnumerable<Warning> warnings) => Objects("warnings", warnings, warning =>
    {
        Text("code", warning.Code);
        Text("text", ReasonTexts.Of(warning, language));
    });

    public void Dispose() => writer.Dispose();

    // Minus zero is a zero to every reader; NaN and infinity here are our bug and the writer throws.
    private void Value(double value) => writer.WriteNumberValue(value == 0 ? 0 : value);
}
