// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using DuckDB.NET.Data;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources.Coordinates;
using Schakel.Catalogue.Sources.Geometries;

namespace Schakel.Catalogue.Sources.Parquet;

/// <summary>Reads Parquet and GeoParquet with the embedded DuckDB.</summary>
internal static class ParquetFile
{
    /// <summary>Compression makes millions of equal cells out of a few bytes.</summary>
    private const long MostCells = 200_000_000;

    private static readonly SearchValues<char> expandedByDuckDb = SearchValues.Create("*?[]{}'");

    internal static TableDraft Read(string path, ReadOptions options, CancellationToken cancel)
    {
        RequireComplete(path);
        // Signs that DuckDB would expand to several files, or that end a literal.
        if (path.AsSpan().ContainsAny(expandedByDuckDb))
            return ReadCopy(path, options, cancel);
        try
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            Run(connection, "SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET enable_geoparquet_conversion=false; SET memory_limit='2GB'; SET threads=2");
            return Read(connection, path, options, cancel);
        }
        catch (DuckDBException broken)
        {
            throw new InputRefused("file-damaged", $"The Parquet file cannot be read: {FirstLine(broken.Message)}") { Expected = "a complete Parquet file" };
        }
    }

    private static void RequireComplete(string path)
    {
        using var file = File.OpenRead(path);
        var end = new byte[4];
        if (file.Length >= 12)
        {
            file.Seek(-4, SeekOrigin.End);
            file.ReadExactly(end);
        }
        if (!end.AsSpan().SequenceEqual("PAR1"u8))
            throw new InputRefused("file-damaged", "The Parquet file breaks off before its end.") { Value = Convert.ToHexString(end), Expected = "a file that ends with 'PAR1'" };
    }

    private static TableDraft ReadCopy(string path, ReadOptions options, CancellationToken cancel)
    {
        using var folder = new OwnFolder();
        var copy = folder.File("content.parquet");
        File.Copy(path, copy);
        return Read(copy, options, cancel);
    }

    private static TableDraft Read(DuckDBConnection connection, string path, ReadOptions options, CancellationToken cancel)
    {
        var draft = new TableDraft(null);
        var geometry = GeometryColumn(connection, path, draft);
        var choice = new ColumnChoice(options.Columns);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM read_parquet('{path}') LIMIT 0";
        var wanted = new List<string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        using (var shape = command.ExecuteReader())
            for (var i = 0; i < shape.FieldCount; i++)
            {
                var name = shape.GetName(i);
                if (name == geometry || !choice.Wants(name))
                    continue;
                wanted.Add(Quote(name));
                draft.AddColumn(name, taken).Declared = IsNumeric(shape.GetFieldType(i));
            }
        if (geometry is not null && options.Geometry)
        {
            wanted.Add(Quote(geometry));
            draft.Geometries = [];
        }
        if (wanted.Count == 0)
            wanted.Add("1");
        command.CommandText = $"SELECT {string.Join(", ", wanted)} FROM read_parquet('{path}')";
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < draft.Columns.Count; i++)
                Add(draft.Columns[i], reader, i);
            if (draft.Geometries is not null)
                draft.Geometries.Add(reader.IsDBNull(draft.Columns.Count) ? null : Shape(reader.GetStream(draft.Columns.Count), draft.RowCount + 1, geometry!));
            if (++draft.RowCount * (long)Math.Max(1, draft.Columns.Count) > MostCells)
                throw new InputRefused("table-too-large", $"The table has more than {MostCells} cells.") { Expected = "a selection, or only the columns that are needed" };
        }
        return draft;
    }

    /// <summary>Name of the geometry column, from the metadata that GeoParquet asks for.</summary>
    private static string? GeometryColumn(DuckDBConnection connection, string path, TableDraft draft)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT decode(value) FROM parquet_kv_metadata('{path}') WHERE decode(key) = 'geo'";
        if (command.ExecuteScalar() is not string text)
            return null;
        try
        {
            using var geo = JsonDocument.Parse(text);
            var root = geo.RootElement;
            var name = root.GetProperty("primary_column").GetString();
            var column = root.GetProperty("columns").GetProperty(name ?? "");
            if (column.TryGetProperty("encoding", out var encoding) && encoding.GetString() is { } used && used != "WKB")
                throw new InputRefused("format-not-read", $"The GeoParquet file keeps its geometry as {used}.") { Value = used, Expected = "GeoParquet with geometry as WKB" };
            draft.Crs = CrsOf(column);
            return name;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputRefused("file-damaged", "The metadata of the GeoParquet file does not name its geometry column.") { Expected = "metadata 'geo' with primary_column and columns" };
        }
    }

    // Absent means longitude and latitude of CRS84; null means that nobody knows.
    private static CrsName CrsOf(JsonElement column)
    {
        if (!column.TryGetProperty("crs", out var crs))
            return CrsName.Wgs84;
        if (crs.ValueKind != JsonValueKind.Object)
            return CrsName.Unknown;
        if (crs.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Object && id.TryGetProperty("code", out var code))
            return CrsName.Of(code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var epsg) ? string.Create(CultureInfo.InvariantCulture, $"EPSG:{epsg}")
                : code.ValueKind == JsonValueKind.String ? code.GetString() : null);
        return crs.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? CrsName.Of(name.GetString()) : CrsName.Unknown;
    }

    private static NetTopologySuite.Geometries.Geometry? Shape(Stream wkb, long row, string column)
    {
        using (wkb)
        {
            using var memory = new MemoryStream();
            wkb.CopyTo(memory);
            try
            {
                return WellKnownBinary.Read(memory.GetBuffer().AsSpan(0, (int)memory.Length));
            }
            catch (InputRefused refused)
            {
                throw new InputRefused(refused.Code, refused.Message) { Row = row, Column = column, Expected = refused.Expected };
            }
        }
    }

    private static bool IsNumeric(Type type) =>
        type == typeof(bool) || type == typeof(decimal) || type == typeof(BigInteger) || (type.IsPrimitive && type != typeof(char));

    private static void Add(ColumnBuilder column, DuckDBDataReader reader, int i)
    {
        if (reader.IsDBNull(i))
        {
            column.AddEmpty();
            return;
        }
        switch (reader.GetValue(i))
        {
            case string text:
                column.AddText(text);
                break;
            case bool yes:
                column.AddNumber(yes ? 1 : 0);
                break;
            case BigInteger huge:
                column.AddNumber((double)huge);
                break;
            case DateTime time:
                column.AddText(time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                column.AddText(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case Stream bytes:
                bytes.Dispose();
                column.AddText("(binary)");
                break;
            case IConvertible number:
                column.AddNumber(number.ToDouble(CultureInfo.InvariantCulture));
                break;
            case var other:
                column.AddText(Convert.ToString(other, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string FirstLine(string message) => message.Split('\n')[0];

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
