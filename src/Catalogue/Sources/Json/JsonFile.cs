// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.Json;
using Schakel.Catalogue.Sources.Coordinates;

namespace Schakel.Catalogue.Sources.Json;

/// <summary>Reads GeoJSON (a collection, one feature, or one feature a line), TopoJSON, and plain lists of records as OData gives them.</summary>
internal static class JsonFile
{
    /// <summary>A JSON file is read as a whole.</summary>
    internal const long MostBytes = 1L << 30;

    /// <summary>Geometry of a feature collection needs nine levels; deeper nesting than this is no such file.</summary>
    private const int DeepestNesting = 64;

    internal static JsonReaderOptions Options { get; } = new() { MaxDepth = DeepestNesting, AllowMultipleValues = true };

    internal static List<TableDraft> Read(Stream stream, long length, ReadOptions options, CancellationToken cancel)
    {
        if (length > MostBytes)
            throw new InputRefused("file-too-large", $"A JSON file of more than {MostBytes >> 30} GB is not read.") { Expected = "a GeoPackage of the same areas" };
        Memory<byte> bytes;
        using (stream)
            bytes = Bytes(stream, length);
        if (bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        var foreign = !System.Text.Unicode.Utf8.IsValid(bytes.Span);
        if (foreign)
            bytes = Encoding.UTF8.GetBytes(Delimited.Dialect.Windows1252.GetString(bytes.Span));
        // Separators of GeoJSON sequences (RFC 8142) say nothing that white space does not.
        bytes.Span.Replace((byte)0x1E, (byte)' ');
        try
        {
            var drafts = KindOf(bytes.Span) switch
            {
                RootKind.Topology => TopologyFile.Read(bytes, options, cancel),
                RootKind.OpenData => [OpenDataFile.Read(bytes, options, cancel)],
                _ => [FeatureFile.Read(bytes.Span, options, cancel)],
            };
            if (foreign)
                drafts[0].Notes.Add("The file is no UTF-8 and was read as Windows-1252.");
            return drafts;
        }
        catch (JsonException broken)
        {
            throw new InputRefused("json-damaged", $"The file is no valid JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}.")
            {
                Row = broken.LineNumber + 1,
                Expected = "complete JSON; download or export the file again",
            };
        }
        catch (InvalidOperationException broken) when (broken.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true)
        {
            // Half of a surrogate pair (\ud800): valid JSON, but no text.
            throw new InputRefused("json-damaged", "The file holds a text with half a character.") { Expected = "complete characters, or their escapes in pairs" };
        }
    }

    private static Memory<byte> Bytes(Stream stream, long length)
    {
        var memory = new MemoryStream((int)Math.Min(length, int.MaxValue / 2));
        stream.CopyTo(memory);
        var bytes = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        return bytes.Span switch
        {
            [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes.Span[2..])),
            [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes.Span[2..])),
            _ => bytes,
        };
    }

    private enum RootKind
    {
        Features,
        Topology,
        OpenData,
    }

    private static RootKind KindOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return RootKind.Features;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("arcs"u8) || reader.ValueTextEquals("objects"u8))
                return RootKind.Topology;
            if (reader.ValueTextEquals("DataProperties"u8) || reader.ValueTextEquals("MeasureCodes"u8))
                return RootKind.OpenData;
            if (reader.ValueTextEquals("features"u8) || reader.ValueTextEquals("value"u8))
                return RootKind.Features;
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String)
                return reader.ValueTextEquals("Topology"u8) ? RootKind.Topology : RootKind.Features;
            reader.Skip();
        }
        return RootKind.Features;
    }

    /// <summary>The coordinate system that an old-style <c>crs</c> member names.</summary>
    internal static CrsName Crs(JsonElement crs)
    {
        if (crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
            foreach (var name in (ReadOnlySpan<string>)["name", "href", "code"])
                if (properties.TryGetProperty(name, out var value))
                    return CrsName.Of(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());
        return CrsName.Unknown;
    }
}
