// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using DuckDB.NET.Data;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Schakel.Writers.Parquet;

namespace Schakel.Catalogue.Storage;

/// <summary>Writes and reads the Parquet files of one catalogue through an embedded DuckDB, which is started on first use.</summary>
internal sealed class ParquetFiles(string directory) : IDisposable
{
    private readonly Lock gate = new();
    private DuckDBConnection? connection;

    /// <summary>Writes a table under a name that holds its hash; a file that is there already is left alone, byte for byte.</summary>
    internal StoredFile Write(string stem, IReadOnlyList<ParquetColumn> columns)
    {
        lock (gate)
        {
            var rows = RowsOf(columns[0]);
            var open = Open();
            Execute(open, $"CREATE OR REPLACE TABLE staged ({string.Join(", ", columns.Select(column => $"{Quote(column.Name)} {TypeOf(column)}"))})");
            Append(open, columns, rows);
            var temporary = Path.Combine(directory, $"{stem}.writing");
            var geo = columns.OfType<ParquetGeometry>().FirstOrDefault() is { } geometry ? $", KV_METADATA {{geo: {Literal(GeoMetadata.For(geometry.Name, geometry.Values))}}}" : "";
            Execute(open, $"COPY staged TO {Literal(temporary)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880, USE_TMP_FILE false{geo})");
            Execute(open, "DROP TABLE staged");
            return Settle(temporary, stem, rows);
        }
    }

    /// <summary>Reads columns of text and numbers; every named column must be in the file.</summary>
    internal (string?[][] Texts, double[][] Numbers) Read(string file, IReadOnlyList<string> texts, IReadOnlyList<string> numbers, int rows)
    {
        var textColumns = texts.Select(_ => new string?[rows]).ToArray();
        var numberColumns = numbers.Select(_ => new double[rows]).ToArray();
        lock (gate)
        {
            using var command = Open().CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", texts.Select(Quote).Concat(numbers.Select(name => $"CAST({Quote(name)} AS DOUBLE)")))} FROM {Source(file)}";
            using var reader = command.ExecuteReader();
            var row = 0;
            for (; reader.Read(); row++)
            {
                for (var i = 0; i < textColumns.Length; i++)
                    textColumns[i][row] = reader.IsDBNull(i) ? null : reader.GetString(i);
                for (var i = 0; i < numberColumns.Length; i++)
                    numberColumns[i][row] = reader.IsDBNull(texts.Count + i) ? double.NaN : reader.GetDouble(texts.Count + i);
            }
            if (row != rows)
                throw new InvalidDataException($"{file} holds {row} rows where the manifest says {rows}.");
        }
        return (textColumns, numberColumns);
    }

    /// <summary>Codes and boundaries of a map.</summary>
    internal (string[] Codes, Geometry?[] Boundaries) ReadBoundaries(string file, int rows)
    {
        var codes = new string[rows];
        var wkb = new byte[]?[rows];
        lock (gate)
        {
            using var command = Open().CreateCommand();
            command.CommandText = $"SELECT code, geometry FROM {Source(file)}";
            using var reader = command.ExecuteReader();
            for (var row = 0; reader.Read(); row++)
            {
                codes[row] = reader.GetString(0);
                if (!reader.IsDBNull(1))
                    using (var stream = reader.GetStream(1))
                    {
                        wkb[row] = new byte[stream.Length];
                        stream.ReadExactly(wkb[row]!);
                    }
            }
        }
        // Decoding is the slow part and needs no lock.
        var boundaries = new Geometry?[rows];
        var decoder = new WKBReader(new NetTopologySuite.NtsGeometryServices(new PrecisionModel(), 28992));
        for (var row = 0; row < rows; row++)
            if (wkb[row] is { } bytes)
                boundaries[row] = decoder.Read(bytes);
        return (codes, boundaries);
    }

    /// <summary>All shapes of a file, in its order.</summary>
    internal Geometry[] ReadShapes(string file, int rows)
    {
        var shapes = new Geometry[rows];
        var decoder = new WKBReader(new NetTopologySuite.NtsGeometryServices(new PrecisionModel(), 28992));
        lock (gate)
        {
            using var command = Open().CreateCommand();
            command.CommandText = $"SELECT geometry FROM {Source(file)}";
            using var reader = command.ExecuteReader();
            for (var row = 0; reader.Read(); row++)
                using (var stream = reader.GetStream(0))
                    shapes[row] = decoder.Read(stream);
        }
        return shapes;
    }

    /// <summary>Places of events.</summary>
    internal (double X, double Y)[] ReadPoints(string file, int rows)
    {
        var places = new (double X, double Y)[rows];
        var decoder = new WKBReader();
        lock (gate)
        {
            using var command = Open().CreateCommand();
            command.CommandText = $"SELECT geometry FROM {Source(file)}";
            using var reader = command.ExecuteReader();
            for (var row = 0; reader.Read(); row++)
                using (var stream = reader.GetStream(0))
                {
                    var point = (Point)decoder.Read(stream);
                    places[row] = (point.X, point.Y);
                }
        }
        return places;
    }

    /// <summary>Names of the columns of a file, in order.</summary>
    internal IReadOnlyList<string> ColumnsOf(string file)
    {
        lock (gate)
        {
            using var command = Open().CreateCommand();
            command.CommandText = $"SELECT * FROM {Source(file)} LIMIT 0";
            using var reader = command.ExecuteReader();
            return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        }
    }

    public void Dispose()
    {
        connection?.Dispose();
        connection = null;
    }

    private DuckDBConnection Open()
    {
        if (connection is not null)
            return connection;
        var opened = new DuckDBConnection("DataSource=:memory:");
        opened.Open();
        // No network, no extensions; WKB stays bytes; one thread, for the same table must give the same bytes.
        Execute(opened, "SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET enable_geoparquet_conversion=false; SET threads=1; SET memory_limit='1GB'; SET preserve_insertion_order=true");
        return connection = opened;
    }

    private static void Append(DuckDBConnection open, IReadOnlyList<ParquetColumn> columns, int rows)
    {
        var writer = new WKBWriter(ByteOrder.LittleEndian);
        using var appender = open.CreateAppender("staged");
        for (var i = 0; i < rows; i++)
        {
            var row = appender.CreateRow();
            foreach (var column in columns)
                switch (column)
                {
                    case ParquetText text: row.AppendValue(text.Values[i]); break;
                    case ParquetInteger number: row.AppendValue(number.Values[i]); break;
                    case ParquetNumber number when double.IsNaN(number.Values[i]): row.AppendNullValue(); break;
                    case ParquetNumber number: row.AppendValue(number.Values[i]); break;
                    case ParquetGeometry geometry when geometry.Values[i] is { } shape: row.AppendValue(writer.Write(shape)); break;
                    default: row.AppendNullValue(); break;
                }
            row.EndRow();
        }
    }

    private StoredFile Settle(string temporary, string stem, int rows)
    {
        string hash;
        using (var stream = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
        {
            hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.Flush(flushToDisk: true);
        }
        var name = $"{stem}-{hash[..16]}.parquet";
        var path = Path.Combine(directory, name);
        if (File.Exists(path) && new FileInfo(path).Length == new FileInfo(temporary).Length)
            File.Delete(temporary);
        else
            File.Move(temporary, path, overwrite: true);
        return new StoredFile(name, hash, rows, new FileInfo(path).Length);
    }

    private static int RowsOf(ParquetColumn column) => column switch
    {
        ParquetText text => text.Values.Length,
        ParquetNumber number => number.Values.Length,
        ParquetInteger number => number.Values.Length,
        ParquetGeometry geometry => geometry.Values.Length,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown kind of column."),
    };

    private static string TypeOf(ParquetColumn column) => column switch
    {
        ParquetText => "VARCHAR",
        ParquetNumber => "DOUBLE",
        ParquetInteger => "INTEGER",
        _ => "BLOB",
    };

    // A folder may be called "cijfers [2024]"; DuckDB would read the brackets as a pattern.
    private string Source(string file) =>
        $"read_parquet({Literal(Path.Combine(directory, file).Replace("[", "[[]", StringComparison.Ordinal).Replace("*", "[*]", StringComparison.Ordinal).Replace("?", "[?]", StringComparison.Ordinal))})";

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static void Execute(DuckDBConnection open, string sql)
    {
        using var command = open.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
