// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Tests.Storage;

/// <summary>A PostgreSQL server of our own with a template database, for the time of the run. Each class of tests gets a copy.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Bin = "/usr/lib/postgresql/15/bin", Extension = "/usr/share/postgresql/15/extension/postgis.control";
    private const string Template = "schakel_template", Owner = "schakel_owner";

    // The server listens at a socket in this folder and at no port: nobody can have taken it before us.
    private readonly string folder = Directory.CreateTempSubdirectory("schakel-postgres-").FullName;
    private readonly SemaphoreSlim starting = new(1);
    private int copies;
    private bool isUp, hasTemplate;

    /// <summary>What is missing to run here; null = nothing.</summary>
    public static string? Missing => File.Exists(Path.Combine(Bin, "initdb")) && File.Exists(Extension)
        ? null : "PostgreSQL 15 with PostGIS is not here: apt-get install postgresql-15 postgresql-15-postgis-3";

    public async ValueTask DisposeAsync()
    {
        if (isUp)
        {
            NpgsqlConnection.ClearAllPools();
            await Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "-s", "stop");
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A database of its own, with the tables; connects as an ordinary role, neither owner nor superuser.</summary>
    /// <param name="disk">A folder where its tables lie; null = with the others.</param>
    public async Task<string> Copy(string? disk = null)
    {
        await Start();
        var name = string.Create(CultureInfo.InvariantCulture, $"copy{Interlocked.Increment(ref copies)}");
        if (disk is not null)
            await Tablespace(name, disk);
        await starting.WaitAsync();
        try
        {
            await Execute("postgres", $"create database {name} template {Template}{(disk is null ? "" : $" tablespace {name}")}");
        }
        finally
        {
            starting.Release();
        }

        return Connection("schakel_app", name);
    }

    private async Task Tablespace(string name, string disk)
    {
        var folder = Directory.CreateDirectory(Path.Combine(disk, "tables")).FullName;
        if (Environment.UserName == "root" && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(disk, File.GetUnixFileMode(disk) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
            await Run("/bin/chown", "postgres", folder);
        }

        await Execute("postgres", $"create tablespace {name} location '{folder}'");
        await Execute("postgres", $"grant create on tablespace {name} to {Owner}");
    }

    /// <summary>A database without tables, of the ordinary role.</summary>
    public async Task<string> Empty()
    {
        await Start();
        var name = string.Create(CultureInfo.InvariantCulture, $"empty{Interlocked.Increment(ref copies)}");
        await Execute("postgres", $"create database {name} owner schakel_app");
        await Execute(name, "create extension postgis");
        return Connection("schakel_app", name);
    }

    public string AsSuperuser(string connection) => new NpgsqlConnectionStringBuilder(connection) { Username = "postgres" }.ConnectionString;

    /// <summary>Gone at once, as when the power fails.</summary>
    internal async Task Fall()
    {
        isUp = false;
        await Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "-s", "stop");
    }

    internal async Task Rise()
    {
        await Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-l", Path.Combine(folder, "log"), "-w", "-s", "-o",
            $"-c listen_addresses='' -c unix_socket_directories='{folder}' -c unix_socket_permissions=0777 -c fsync=off -c max_connections=200", "start");
        isUp = true;
    }

    private async Task Start()
    {
        await starting.WaitAsync();
        try
        {
            if (hasTemplate)
                return;
            if (Environment.UserName == "root")
                await Run("/bin/chown", "postgres", folder);
            await Run("initdb", "-D", Path.Combine(folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
            await Rise();
            await Execute("postgres", $"create role {Owner} login; create role schakel_app login; create database {Template} owner {Owner}");
            await Execute(Template, "create extension postgis");
            await MakeTables();
            hasTemplate = true;
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task MakeTables()
    {
        var stores = new StoreFactory(new StoreSetting(null, Connection(Owner, Template) + ";Pooling=false", Path.Combine(folder, "key")));
        if (!(await stores.Open(Guid.Empty, CancellationToken.None)).TryGet(out var store, out var reason))
            throw new InvalidOperationException(reason.Detail);
        await store.DisposeAsync();
        await Execute(Template, """
            grant usage on schema workspace to schakel_app;
            grant select, insert, update, delete on all tables in schema workspace to schakel_app;
            grant usage, update on all sequences in schema workspace to schakel_app;
            """);
        NpgsqlConnection.ClearAllPools();
    }

    private string Connection(string user, string database) =>
        $"Host={folder};Username={user};Database={database}";

    private async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres", database) + ";Pooling=false");
        await connection.OpenAsync();
        foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    // Debian's server refuses to run as root, and its user cannot enter root's folders.
    private static async Task Run(string program, params string[] arguments)
    {
        var full = program.StartsWith('/') ? program : Path.Combine(Bin, program);
        var asRoot = Environment.UserName == "root";
        var start = asRoot && !program.StartsWith('/')
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", full, .. arguments])
            : new ProcessStartInfo(full, arguments);
        // The server it leaves running must not hold our pipes, or we would wait for its end.
        (start.RedirectStandardOutput, start.RedirectStandardError, start.WorkingDirectory) = (program == "initdb", program == "initdb", Path.GetTempPath());
        using var process = Process.Start(start)!;
        if (program == "initdb")
            await process.StandardOutput.ReadToEndAsync();
        var errors = program == "initdb" ? await process.StandardError.ReadToEndAsync() : "";
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {errors}");
    }
}
