// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources.Coordinates;

namespace Schakel.Catalogue.Sources.Json;

/// <summary>Reads features or records, one after the other, without keeping the document.</summary>
internal ref struct FeatureFile
{
    private const int LongestNestedText = 1 << 16;

    private readonly ReadOnlySpan<byte> json;
    private readonly TableDraft draft;
    private readonly SparseColumns columns;
    private readonly bool wantsGeometry;
    private readonly CancellationToken cancel;
    private readonly ColumnBuilder ids;
    private readonly List<Geometry?> geometries;
    private Utf8JsonReader reader;
    private bool sawCrs, sawGeometry, sawFeatures, morePages;
    private long matched;

    private FeatureFile(ReadOnlySpan<byte> json, ReadOptions options, CancellationToken cancel)
    {
        this.json = json;
        this.cancel = cancel;
        draft = new TableDraft(null);
        columns = new SparseColumns(draft, new ColumnChoice(options.Columns));
        wantsGeometry = options.Geometry;
        ids = new ColumnBuilder("id");
        geometries = [];
        reader = new Utf8JsonReader(json, JsonFile.Options);
    }

    internal static TableDraft Read(ReadOnlySpan<byte> json, ReadOptions options, CancellationToken cancel)
    {
        var file = new FeatureFile(json, options, cancel);
        file.All();
        return file.Draft(new ColumnChoice(options.Columns));
    }

    private readonly TableDraft Draft(ColumnChoice choice)
    {
        columns.Complete();
        while (ids.Count < draft.RowCount)
            ids.AddEmpty();
        if (ids.NumberCount + ids.TextCount > 0 && choice.Wants("id") && !draft.Columns.Exists(column => column.Name == "id"))
            draft.Columns.Insert(0, ids);
        // Services give a thousand features at a time and say so only here.
        if (morePages || matched > draft.RowCount)
            draft.Notes.Add($"The file is one page of a longer answer of a service: {draft.RowCount} rows of {(matched > draft.RowCount ? matched.ToString(System.Globalization.CultureInfo.InvariantCulture) : "more")}.");
        if (sawGeometry && wantsGeometry)
            draft.Geometries = geometries;
        if (!sawCrs)
        {
            draft.Crs = CrsName.Wgs84;
            draft.CrsMayBeUndeclared = true;
        }
        return draft;
    }

    private void All()
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartArray)
                Elements();
            else if (reader.TokenType == JsonTokenType.StartObject)
                Root();
            else
                throw new InputRefused("not-geojson", "The file is JSON, but neither GeoJSON nor a list of records.") { Expected = "a FeatureCollection" };
        }
        if (draft.RowCount == 0 && !sawFeatures)
            throw new InputRefused("not-geojson", "The file is JSON, but neither GeoJSON nor a list of records.") { Expected = "a FeatureCollection" };
    }

    private static bool IsNext(JsonElement link) =>
        link.ValueKind == JsonValueKind.Object && link.TryGetProperty("rel", out var rel) && rel.ValueKind == JsonValueKind.String && rel.ValueEquals("next"u8);

    /// <summary>A collection, or (from its first members) a feature or record of its own.</summary>
    private void Root()
    {
        var start = reader;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("features"u8) || reader.ValueTextEquals("value"u8))
            {
                var name = reader.GetString();
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartArray)
                {
                    sawFeatures = true;
                    Elements();
                    continue;
                }
                if (name == "features")
                    throw new InputRefused("not-geojson", "The member 'features' is no list.") { Value = reader.TokenType.ToString(), Expected = "a list of features" };
                reader.Skip();
            }
            else if (reader.ValueTextEquals("crs"u8))
            {
                reader.Read();
                using var crs = JsonDocument.ParseValue(ref reader);
                sawCrs = crs.RootElement.ValueKind != JsonValueKind.Null;
                draft.Crs = JsonFile.Crs(crs.RootElement);
            }
            else if (reader.ValueTextEquals("links"u8))
            {
                reader.Read();
                using var links = JsonDocument.ParseValue(ref reader);
                if (links.RootElement.ValueKind == JsonValueKind.Array && links.RootElement.EnumerateArray().Any(IsNext))
                    morePages = true;
            }
            else if (reader.ValueTextEquals("odata.nextLink"u8) || reader.ValueTextEquals("@odata.nextLink"u8))
            {
                reader.Read();
                morePages |= reader.TokenType == JsonTokenType.String;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("numberMatched"u8) || reader.ValueTextEquals("totalFeatures"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var all))
                    matched = all;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("geometry"u8) || reader.ValueTextEquals("properties"u8) || reader.ValueTextEquals("coordinates"u8) || reader.ValueTextEquals("geometries"u8))
            {
                reader = start;
                sawFeatures = true;
                Element();
                return;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private void Elements()
    {
        sawFeatures = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new InputRefused("not-geojson", "The list holds something else than features.")
                {
                    Row = draft.RowCount + 1,
                    Value = reader.TokenType.ToString(),
                    Expected = "objects of type Feature",
                };
            Element();
        }
    }

    /// <summary>One feature or one record; the reader stands on its opening brace.</summary>
    private void Element()
    {
        cancel.ThrowIfCancellationRequested();
        Geometry? shape = null;
        var feature = IsFeature(reader, out var bareGeometry);
        if (bareGeometry)
        {
            sawGeometry = true;
            shape = Shape();
        }
        else
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!feature)
                {
                    Cell(reader.GetString()!);
                }
                else if (reader.ValueTextEquals("geometry"u8))
                {
                    sawGeometry = true;
                    reader.Read();
                    shape = Shape();
                }
                else if (reader.ValueTextEquals("properties"u8))
                {
                    Properties();
                }
                else if (reader.ValueTextEquals("id"u8))
                {
                    while (ids.Count < draft.RowCount)
                        ids.AddEmpty();
                    reader.Read();
                    if (ids.Count == draft.RowCount)
                        Add(ids);
                    else
                        reader.Skip();
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }
        }
        geometries.Add(shape);
        draft.RowCount++;
    }

    // A copy of the reader looks ahead; the original stays where it is.
    private static bool IsFeature(Utf8JsonReader ahead, out bool bareGeometry)
    {
        bareGeometry = false;
        var feature = false;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            if (ahead.ValueTextEquals("coordinates"u8) || ahead.ValueTextEquals("geometries"u8))
                bareGeometry = true;
            else if (ahead.ValueTextEquals("geometry"u8) || ahead.ValueTextEquals("properties"u8))
                feature = true;
            ahead.Read();
            if (ahead.TokenType == JsonTokenType.String && ahead.ValueTextEquals("Feature"u8))
                feature = true;
            if (feature)
                break;
            ahead.Skip();
        }
        bareGeometry &= !feature;
        return feature;
    }

    private void Properties()
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new InputRefused("not-geojson", "The properties of the feature are no object.") { Row = draft.RowCount + 1, Value = reader.TokenType.ToString(), Expected = "an object, or null" };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            Cell(reader.GetString()!);
    }

    private void Cell(string name)
    {
        reader.Read();
        if (columns.At(name) is { } column)
            Add(column);
        else
            reader.Skip();
    }

    private void Add(ColumnBuilder column)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                column.AddNumber(reader.GetDouble());
                break;
            case JsonTokenType.String when !reader.ValueIsEscaped:
                column.AddText(reader.ValueSpan);
                break;
            case JsonTokenType.String:
                column.AddText(reader.GetString()!);
                break;
            case JsonTokenType.True:
            case JsonTokenType.False:
                column.AddNumber(reader.TokenType == JsonTokenType.True ? 1 : 0);
                break;
            case JsonTokenType.StartArray:
            case JsonTokenType.StartObject:
                var from = (int)reader.TokenStartIndex;
                reader.Skip();
                var text = json[from..(int)reader.BytesConsumed];
                column.AddText(text.Length <= LongestNestedText ? text : "…"u8);
                break;
            default:
                column.AddEmpty();
                break;
        }
    }

    private Geometry? Shape()
    {
        if (!wantsGeometry)
        {
            reader.Skip();
            return null;
        }
        return GeometryReader.Read(ref reader, draft.RowCount + 1);
    }
}
