// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Peers;

namespace Schakel.Workspace.Storage;

/// <summary>
/// What the database itself refuses, made from the model so that no new table is forgotten: nobody rewrites history or what is written once
/// (but the eraser, inside its own transaction), and on PostgreSQL no municipality sees or writes rows of another.
/// </summary>
internal static class StoreGuards
{
    internal static async Task Apply(WorkspaceStore store, CancellationToken cancel)
    {
        var statements = store is SqliteStore ? Sqlite(store) : Postgres(store);
        foreach (var statement in statements)
            await store.Database.ExecuteSqlRawAsync(statement, cancel);
    }

    internal static async Task<bool> AreInPlace(WorkspaceStore store, CancellationToken cancel)
    {
        var written = WrittenOnce(store).Count();
        return store is SqliteStore
            ? await Count(store, "select count(*) as \"Value\" from sqlite_master where type = 'trigger'", cancel) == 2 * written
            : await Count(store, $"select count(*)::int as \"Value\" from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = '{PostgresStore.Schema}' and t.tgname = 'written_once'", cancel) == written
                && await Count(store, $"select count(distinct tablename)::int as \"Value\" from pg_policies where schemaname = '{PostgresStore.Schema}'", cancel) == store.Model.GetEntityTypes().Count();
    }

    private static async Task<int> Count(WorkspaceStore store, string sql, CancellationToken cancel) => (await store.Database.SqlQueryRaw<int>(sql).ToListAsync(cancel))[0];

    /// <summary>The name of our role when row-level security does not hold for it; null = it does.</summary>
    internal static async Task<string?> RoleThatSeesAll(WorkspaceStore store, CancellationToken cancel) => (await store.Database
        .SqlQueryRaw<string>("select rolname::text as \"Value\" from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)").ToListAsync(cancel)).FirstOrDefault();

    /// <summary>Tables whose rows are written once, with whether the eraser may pass.</summary>
    private static IEnumerable<IEntityType> WrittenOnce(WorkspaceStore store) =>
        store.Model.GetEntityTypes().Where(type => type.ClrType == typeof(HistoryEntry) || typeof(INeverChanges).IsAssignableFrom(type.ClrType));

    private static IEnumerable<string> Sqlite(WorkspaceStore store)
    {
        yield return "pragma journal_mode = wal";
        foreach (var type in WrittenOnce(store))
            foreach (var move in new[] { "update", "delete" })
            {
                var table = type.GetTableName();
                yield return $"drop trigger if exists \"{table}_{move}\"";
                yield return $"create trigger \"{table}_{move}\" before {move} on \"{table}\" when not exists (select 1 from \"EraserPasses\" where \"Tenant\" = old.\"Tenant\") "
                    + $"begin select raise(abort, '{table} is written once'); end";
            }
    }

    private static IEnumerable<string> Postgres(WorkspaceStore store)
    {
        const string Schema = PostgresStore.Schema;
        yield return $$"""
            create or replace function {{Schema}}.written_once() returns trigger language plpgsql as $body$
            begin
              if exists (select 1 from {{Schema}}."EraserPasses" where "Tenant" = old."Tenant") then
                if tg_op = 'DELETE' then return old; end if;
                return new;
              end if;
              raise exception '% is written once', tg_table_name using errcode = 'restrict_violation';
            end $body$
            """.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        foreach (var table in WrittenOnce(store).Select(type => type.GetTableName()))
        {
            yield return $"drop trigger if exists written_once on {Schema}.\"{table}\"";
            yield return $"create trigger written_once before update or delete on {Schema}.\"{table}\" for each row execute function {Schema}.written_once()";
        }

        const string Mine = "nullif(current_setting('schakel.tenant', true), '')::uuid";
        foreach (var type in store.Model.GetEntityTypes())
        {
            var table = type.GetTableName();
            // Municipalities are a public list of names: who asks for one must find it before it is known whose rows to see. Writing is for itself.
            if (type.ClrType == typeof(Municipality))
            {
                yield return $"alter table {Schema}.\"{table}\" enable row level security";
                yield return $"alter table {Schema}.\"{table}\" force row level security";
                yield return $"drop policy if exists own_municipality on {Schema}.\"{table}\"";
                yield return $"drop policy if exists public_names on {Schema}.\"{table}\"";
                yield return $"create policy own_municipality on {Schema}.\"{table}\" using (\"Id\" = {Mine}) with check (\"Id\" = {Mine})";
                yield return $"create policy public_names on {Schema}.\"{table}\" for select using (true)";
                continue;
            }

            var shared = type.ClrType == typeof(Exchange) ? $" or \"With\" = {Mine}" : "";
            yield return $"alter table {Schema}.\"{table}\" enable row level security";
            yield return $"alter table {Schema}.\"{table}\" force row level security";
            yield return $"drop policy if exists own_municipality on {Schema}.\"{table}\"";
            yield return string.Create(CultureInfo.InvariantCulture,
                $"create policy own_municipality on {Schema}.\"{table}\" using (\"Tenant\" = {Mine}{shared}) with check (\"Tenant\" = {Mine}{shared})");
        }
    }
}
