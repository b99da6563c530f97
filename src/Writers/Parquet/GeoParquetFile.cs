// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using DuckDB.NET.Data;
using NetTopologySuite.IO;

namespace Schakel.Writers.Parquet;

/// <summary>Writes Parquet with the metadata of GeoParquet 1.1, through an embedded DuckDB without network and extensions.</summary>
public static class GeoParquetFile
{
    /// <summary>The column with the shapes.</summary>
    public const string GeometryColumn = "geometry";

    /// <summary>Writes one table; its shapes, if any, are in RD New.</summary>
    /// <param name="path">File that is made or replaced.</param>
    /// <param name="table">What.</param>
    /// <param name="metadata">Keys and values that go with the file.</param>
    /// <param name="cancel">Stops the work.</param>
    public static void Write(string path, FeatureTable table, IReadOnlyDictionary<string, string> metadata, CancellationToken cancel = default)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        // One thread, for the same table must give the same bytes; WKB stays bytes.
        Execute(connection, "SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET enable_geoparquet_conversion=false; SET threads=1; SET memory_limit='1GB'; SET preserve_insertion_order=true");
        var columns = table.Columns.Select(column => $"{Quote(column.Name)} {(column is TextCells ? "VARCHAR" : column is NumberCells { IsWhole: true } ? "BIGINT" : "DOUBLE")}");
        if (table.Shapes is not null)
            columns = columns.Append($"{Quote(GeometryColumn)} BLOB");
        Execute(connection, $"CREATE TABLE staged ({string.Join(", ", columns)})");
        Append(connection, table, cancel);
        var entries = metadata.Select(pair => (pair.Key, pair.Value));
        if (table.Shapes is not null)
            entries = entries.Prepend(("geo", GeoMetadata.For(GeometryColumn, table.Shapes)));
        var keys = string.Join(", ", entries.Select(pair => $"{Quote(pair.Item1)}: {Literal(pair.Item2)}"));
        Execute(connection, $"COPY staged TO {Literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880, USE_TMP_FILE false, KV_METADATA {{{keys}}})");
    }

    private static void Append(DuckDBConnection connection, FeatureTable table, CancellationToken cancel)
    {
        var shapes = new WKBWriter(ByteOrder.LittleEndian, handleSRID: false, emitZ: false, emitM: false);
        using var appender = connection.CreateAppender("staged");
        for (var row = 0; row < table.Rows; row++)
        {
            cancel.ThrowIfCancellationRequested();
            var line = appender.CreateRow();
            foreach (var column in table.Columns)
                switch (column)
                {
                    case TextCells text: line.AppendValue(text.Values[row]); break;
                    case NumberCells numbers when double.IsNaN(numbers.Values[row]): line.AppendNullValue(); break;
                    case NumberCells { IsWhole: true } numbers: line.AppendValue((long)numbers.Values[row]); break;
                    case NumberCells numbers: line.AppendValue(numbers.Values[row]); break;
                }
            if (table.Shapes is { } all)
            {
                if (all[row] is { } shape)
                    line.AppendValue(shapes.Write(shape));
                else
                    line.AppendNullValue();
            }
            line.EndRow();
        }
    }

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names and values of a COPY cannot be parameters; they are quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
