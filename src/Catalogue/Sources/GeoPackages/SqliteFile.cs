// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using SQLitePCL;

namespace Schakel.Catalogue.Sources.GeoPackages;

/// <summary>A database file opened for reading only, with limits: a file from outside may hold views and triggers that never end.</summary>
internal sealed class SqliteFile : IDisposable
{
    private const int StepsBetweenLooks = 100_000;

    /// <summary>A table takes a few steps a cell; a query that needs more than this in a file of its size is made not to end.</summary>
    private const long FewestSteps = 300_000_000, StepsPerByte = 1000;

    private readonly sqlite3 database;
    private readonly CancellationToken cancel;
    private long stepsLeft;

    static SqliteFile() => Batteries_V2.Init();

    internal SqliteFile(string path, CancellationToken cancel)
    {
        // immutable: no journal or lock file is made beside the user's file.
        var name = "file:" + Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal) + "?immutable=1";
        var code = raw.sqlite3_open_v2(name, out database, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
            throw Damaged(code);
        this.cancel = cancel;
        Length = new FileInfo(path).Length;
        HasUnwrittenChanges = new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };
        stepsLeft = FewestSteps + StepsPerByte * Length;
        raw.sqlite3_progress_handler(database, StepsBetweenLooks, static state => ((SqliteFile)state).MayGoOn() ? 0 : 1, this);
        raw.sqlite3_exec(database, "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA mmap_size=268435456; PRAGMA cache_size=-16384");
    }

    /// <summary>Size of the file in bytes.</summary>
    internal long Length { get; }

    /// <summary>A program that writes to the database has not put everything into it yet.</summary>
    internal bool HasUnwrittenChanges { get; }

    private bool MayGoOn() => (stepsLeft -= StepsBetweenLooks) > 0 && !cancel.IsCancellationRequested;

    /// <summary>Starts a query.</summary>
    internal SqliteRows Query(string sql, params ReadOnlySpan<string> arguments)
    {
        var code = raw.sqlite3_prepare_v2(database, sql, out var statement);
        if (code != raw.SQLITE_OK)
            throw Damaged(code);
        for (var i = 0; i < arguments.Length; i++)
            raw.sqlite3_bind_text(statement, i + 1, arguments[i]);
        return new SqliteRows(this, statement);
    }

    /// <summary>The name as SQL takes it literally.</summary>
    internal static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal bool HasTable(string name)
    {
        using var rows = Query("SELECT 1 FROM sqlite_schema WHERE lower(name) = lower(?1) AND type IN ('table', 'view')", name);
        return rows.Next();
    }

    internal Exception Damaged(int code)
    {
        if (code == raw.SQLITE_INTERRUPT)
            return cancel.IsCancellationRequested
                ? new OperationCanceledException(cancel)
                : new InputRefused("table-too-large", "A view in the GeoPackage does not end in reasonable time.") { Expected = "a layer that is a table" };
        var message = raw.sqlite3_errmsg(database).utf8_to_string();
        return new InputRefused("file-damaged", $"The GeoPackage cannot be read: {message}.") { Expected = "a complete GeoPackage; download or export it again" };
    }

    public void Dispose() => database.Dispose();
}

/// <summary>The rows of a query, one after the other.</summary>
internal sealed class SqliteRows(SqliteFile file, sqlite3_stmt statement) : IDisposable
{
    internal bool Next()
    {
        var code = raw.sqlite3_step(statement);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw file.Damaged(code),
        };
    }

    internal int TypeOf(int column) => raw.sqlite3_column_type(statement, column);

    internal long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    internal double Number(int column) => raw.sqlite3_column_double(statement, column);

    /// <summary>Valid until the next row.</summary>
    internal ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    internal string? Text(int column) => TypeOf(column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(statement, column).utf8_to_string();

    public void Dispose() => statement.Dispose();
}
